import { Link } from 'react-router';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { OpenAppeal } from '#contract/discussion.ts';

/** Appeals nobody has settled yet, the oldest first; each opens where it stands in the report. */
export const AppealsList = ({ appeals, onShowAll }: { appeals: readonly OpenAppeal[]; onShowAll: () => void }) => {
  const { t } = useTranslation('results');
  if (appeals.length === 0)
    return (
      <Panel className="mb-10">
        <EmptyState
          title={t('appeals.none')}
          text={t('appeals.noneText')}
          action={<Button onClick={onShowAll}>{t('appeals.all')}</Button>}
        />
      </Panel>
    );
  return (
    <section aria-labelledby="appeals" className="mb-16">
      <SectionHeader id="appeals" title={t('appeals.title')} note={t('appeals.note')} isFirst />
      <Panel>
        <ol>
          {appeals.map(({ id, drill, no, name, title, text, at }) => (
            <li
              key={id}
              className="grid grid-cols-[200px_minmax(0,1fr)] gap-x-16 gap-y-2 border-line border-b px-16 py-8 last:border-b-0 max-pane:grid-cols-1 max-pane:px-14"
            >
              <div className="flex flex-wrap items-baseline gap-x-8">
                <Link to={`/drills/${drill}/report#appeal-${id}`} className="link max-pane:py-12 pointer-coarse:py-12">
                  {[no, name].filter(Boolean).join(' ')}
                </Link>
                <span className="whitespace-nowrap text-12 text-ink-3">{shortDate(at)}</span>
              </div>
              <div className="wrap-anywhere min-w-0">
                <p className="text-12 text-ink-3">{title}</p>
                <p className="whitespace-pre-wrap">{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </Panel>
    </section>
  );
};
