import { Link } from 'react-router';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { DrillSummary } from '#contract/bodies.ts';

const MAX_DRILLS_SHOWN = 6;

/** The way back to a report after its page was left. */
export const RecentDrills = ({ drills }: { drills: readonly DrillSummary[] }) => {
  const { t } = useTranslation('practice');
  // A turn done again in class has no report.
  const endedDrills = drills
    .filter((drill) => drill.state === 'ended' && drill.run?.redo !== true)
    .toSorted((a, b) => b.openedAt - a.openedAt);
  if (endedDrills.length === 0) return null;
  return (
    <section aria-labelledby="recent">
      <SectionHeader
        id="recent"
        title={t('recent.title')}
        note={t('recent.note')}
        aside={
          <span className="flex gap-14">
            <Link to="/analysis" className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center">
              {t('recent.analysis')}
            </Link>
            <Link to="/portfolio" className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center">
              {t('recent.portfolio')}
            </Link>
          </span>
        }
      />
      <Panel>
        <ul>
          {endedDrills.slice(0, MAX_DRILLS_SHOWN).map((drill) => (
            <li key={drill.id} className="border-line border-b last:border-b-0">
              <Link
                to={`/drills/${drill.id}/report`}
                className="grid min-h-31 grid-cols-[92px_minmax(0,1fr)_auto] items-center gap-x-12 px-16 py-5 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-48 max-pane:px-14"
              >
                <span className="text-ink-3">{shortDate(drill.openedAt)}</span>
                <span className="cut">
                  {drill.run === null ? null : <b className="mr-8">{drill.run.name}</b>}
                  <DrillTitles drill={drill} />
                  <span className="ml-12 text-12 text-ink-3 max-pane:hidden">
                    {listed([...new Set(drill.scenarios.map((scenario) => scenario.typeName))])}
                  </span>
                </span>
                <b>
                  {drill.score === null
                    ? t(drill.run === null ? 'recent.noScore' : 'recent.notPublished')
                    : t('recent.score', { score: marks(drill.score) })}
                </b>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};

/** More titles than this are a number: nobody reads twenty. */
const MAX_TITLES = 3;

/** What a drill was about; of many customers how many there were. */
export const DrillTitles = ({ drill }: { drill: DrillSummary }) => {
  const { t } = useTranslation('practice');
  const { scenarios, rush } = drill;
  if (rush !== null) return <span>{t('recent.rush', { name: rush.profileName, n: rush.level })}</span>;
  if (scenarios.length > MAX_TITLES) return <span>{t('recent.several', { n: scenarios.length })}</span>;
  return <span lang="zh-CN">{listed(scenarios.map((scenario) => scenario.title))}</span>;
};
