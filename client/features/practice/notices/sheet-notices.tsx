import { Link } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';

/** Published term sheets of whoever uses this device. Nothing where there is none, or they couldn't be asked for. */
export const SheetNotices = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/sheets'));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-labelledby="sheets" className="mb-16">
      <SectionHeader id="sheets" title={t('sheets.title')} isFirst />
      <Panel>
        <ul>
          {loaded.value.map(({ term, class: { id, name: className }, name, total, level, openAppeals }) => (
            <li key={term} className="border-line border-b last:border-b-0">
              <Link
                to={`/classes/${encodeURIComponent(id)}/terms/${encodeURIComponent(term)}/sheet/mine`}
                className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
              >
                <b className="min-w-0 wrap-anywhere">{name}</b>
                {level === null ? null : <Tag tone="line">{level}</Tag>}
                <span className="text-12 text-ink-2">{className}</span>
                {openAppeals === 0 ? null : (
                  <span className="text-12 text-ink-2">{t('sheets.appeals', { n: openAppeals })}</span>
                )}
                <span className="ml-auto text-accent">
                  {total === null ? t('sheets.missing') : t('sheets.total', { total: marks(total) })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};
