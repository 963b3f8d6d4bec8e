import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { lessonBeganAt, pageOf, type StageTime, stageTimes } from '#client/features/wall/model/run-timetable.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { serverEpoch, useRun } from '#client/lib/run/run-store.ts';
import { cx } from '#client/ui/cx.ts';
import type { RunBody } from '#contract/runs.ts';

/**
 * The stages of the lesson. A press opens a stage's page and doesn't move the lesson: trainees who come late still need
 * the code.
 */
export const StageStepper = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const times = stageTimes(run, run.now, lessonBeganAt(run, run.now, null));
  return (
    <nav aria-label={t('stages')} className="min-w-0 flex-1 overflow-x-auto max-pane:order-last max-pane:basis-full">
      <ol className="flex h-48 items-stretch max-pane:h-40">
        {times.map((stageTime) => (
          <li key={stageTime.stage} className="flex shrink-0">
            <Link
              to={`/runs/${run.id}/${pageOf(stageTime.stage)}`}
              aria-current={stageTime.state === 'now' ? 'step' : undefined}
              className={cx(
                'relative flex items-center gap-5 px-10 no-underline hover:bg-soft focus-visible:-outline-offset-2 max-wide:px-7',
                stageTime.state === 'now' &&
                  'font-semibold text-accent after:absolute after:inset-x-8 after:bottom-0 after:h-3 after:bg-accent',
                stageTime.state === 'done' && 'text-ink-3',
                stageTime.state === 'todo' && 'text-ink-2',
              )}
            >
              {stageTime.state === 'done' ? <Check size={14} aria-label={t('stageDone')} /> : null}
              {t(`stage.${stageTime.stage}`)}
              <StageMinutes stageTime={stageTime} isRunOver={run.endedAt !== null} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};

const StageMinutes = ({ stageTime, isRunOver }: { stageTime: StageTime; isRunOver: boolean }) => {
  const { t } = useTranslation('wall');
  if (stageTime.state === 'now' && !isRunOver) return <RunningStageTime stageTime={stageTime} />;
  if (stageTime.plannedMin === null) return null;
  return (
    <span className="font-normal text-12 text-ink-3 max-wide:hidden">{t('minutes', { n: stageTime.plannedMin })}</span>
  );
};

/** The stage's own clock, begun when it was entered. */
const RunningStageTime = ({ stageTime }: { stageTime: StageTime }) => {
  const { t } = useTranslation('wall');
  const text = useWallClock(({ now }) => {
    const state = useRun.getState();
    return clock(stageTime.elapsedMs + (serverEpoch(state, now) - (state.run?.now ?? 0)));
  });
  return (
    <span className="font-normal text-12 tabular-nums">
      {stageTime.plannedMin === null ? text : t('elapsedOf', { text, n: stageTime.plannedMin })}
    </span>
  );
};
