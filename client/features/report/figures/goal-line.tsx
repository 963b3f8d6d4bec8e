import '#client/features/report/model/report-strings.ts';
import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { Report } from '#contract/report.ts';

const TONES = { met: 'good', better: 'accent', 'not-met': 'warn', 'not-tried': 'plain' } as const;

/** What the last drill said to change first, and whether it changed. */
export const GoalLine = ({ goal }: Pick<Report, 'goal'>) => {
  const { t } = useTranslation('report');
  if (goal === null) return null;
  return (
    <Panel className="border-t-0 print:border-x-0">
      <section
        aria-labelledby="last-goal"
        className="flex flex-wrap items-baseline gap-x-10 gap-y-4 px-24 py-10 max-pane:px-14 print:px-0"
      >
        <h2 id="last-goal" className="text-12 text-ink-3">
          {t('goal.label')}
        </h2>
        <b>{goal.title}</b>
        <Tag tone={TONES[goal.met]}>{t(`goal.state.${goal.met}`)}</Tag>
        <span className="min-w-0 text-ink-2 max-pane:w-full">{goal.text}</span>
        <Link
          to={`/drills/${goal.from.drill}/report`}
          className="link ml-auto whitespace-nowrap text-12 max-pane:ml-0 max-pane:inline-flex max-pane:min-h-44 max-pane:items-center pointer-coarse:py-12 print:hidden"
        >
          {t('goal.from')}
        </Link>
      </section>
    </Panel>
  );
};
