import { Link } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { OwnPaper } from '#contract/papers/papers.ts';

const TONES: Readonly<Record<OwnPaper['state'], TagTone>> = {
  waiting: 'line',
  open: 'accent',
  over: 'plain',
  published: 'good',
};

/** Written papers of whoever uses this device. Nothing where there is none, or they couldn't be asked for. */
export const PaperNotices = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/papers'));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-labelledby="papers" className="mb-16">
      <SectionHeader id="papers" title={t('papers.title')} isFirst />
      <Panel>
        <ul>
          {loaded.value.map(({ seat, name, className, state, mark }) => (
            <li key={seat} className="border-line border-b last:border-b-0">
              <Link
                to={`/seats/${encodeURIComponent(seat)}/paper`}
                className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
              >
                <b className="min-w-0 wrap-anywhere">{name}</b>
                <Tag tone={TONES[state]}>{t(`papers.state.${state}`)}</Tag>
                <span className="text-12 text-ink-2">{className}</span>
                <span className="ml-auto text-accent">
                  {mark === null ? t('papers.look') : t('papers.mark', { mark: marks(mark) })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};
