import { Clock } from 'lucide-react';
import { type Fit, fitOf, lessonBeganAt, stageTimes } from '#client/features/wall/model/run-timetable.ts';
import { useLessonBegan } from '#client/features/wall/model/use-lesson-began.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { serverEpoch, useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { cx } from '#client/ui/cx.ts';
import type { RunBody } from '#contract/runs.ts';

/** One string of whole minutes: the strip renders only when its text changes. */
const useFit = (run: RunBody, beganByHand: number | null): Fit | null =>
  JSON.parse(
    useWallClock(({ now }) => JSON.stringify(fitOf(run, serverEpoch(useRun.getState(), now), beganByHand))),
  ) as Fit | null;

const useFitText = (): ((fit: Fit) => string) => {
  const { t } = useTranslation('wall');
  return (fit) => {
    if (fit.kind === 'past') return t('lesson.past', { n: fit.overMin });
    if (fit.kind === 'spare')
      return fit.spareMin === 0
        ? t('lesson.exact', { left: fit.leftMin })
        : t('lesson.spare', { left: fit.leftMin, spare: fit.spareMin });
    if (fit.cut === null) return t('lesson.over', { n: fit.overMin });
    if ('skip' in fit.cut) return t('lesson.skip', { n: fit.overMin });
    return t(`lesson.cut.${fit.cut.stage}`, { n: fit.overMin, to: fit.cut.toMin });
  };
};

/** Whether the lesson still fits, and where its minutes went. */
export const LessonClock = ({ run, isShort = false }: { run: RunBody; isShort?: boolean }) => {
  const { t } = useTranslation('wall');
  const [beganByHand, setBeganByHand] = useLessonBegan(run.id);
  const fit = useFit(run, beganByHand);
  const fitText = useFitText();
  if (fit === null) return null;
  const isLate = fit.kind !== 'spare';
  return (
    <Popover
      label={t('lesson.title')}
      trigger={
        <Button kind="bare" className={cx('tabular-nums max-pane:px-4!', isLate && 'font-semibold text-warn!')}>
          <Clock size={14} className="max-pane:hidden" aria-hidden="true" />
          {isShort && fit.kind === 'spare' ? t('lesson.left', { left: fit.leftMin }) : fitText(fit)}
        </Button>
      }
    >
      <Timetable run={run} beganByHand={beganByHand} onBegan={setBeganByHand} />
    </Popover>
  );
};

const Timetable = ({
  run,
  beganByHand,
  onBegan,
}: {
  run: RunBody;
  beganByHand: number | null;
  onBegan: (at: number) => void;
}) => {
  const { t } = useTranslation('wall');
  const now = useWallClock((state) => serverEpoch(useRun.getState(), state.now));
  const beganAt = lessonBeganAt(run, now, beganByHand);
  const beganDate = new Date(beganAt);
  return (
    <div className="w-260">
      <table className="w-full">
        <caption className="pb-4 text-left font-semibold">{t('lesson.title')}</caption>
        <thead className="text-12 text-ink-3">
          <tr>
            <th className="text-left font-normal">{t('lesson.stage')}</th>
            <th className="text-right font-normal">{t('lesson.planned')}</th>
            <th className="text-right font-normal">{t('lesson.used')}</th>
          </tr>
        </thead>
        <tbody>
          {stageTimes(run, now, beganAt).map((stageTime) => (
            <tr
              key={stageTime.stage}
              className={cx('border-line border-t', stageTime.state === 'now' && 'font-semibold')}
            >
              <td className="py-3">{t(`stage.${stageTime.stage}`)}</td>
              <td className="text-right">{t('minutes', { n: stageTime.plannedMin ?? 0 })}</td>
              <td className="text-right">{stageTime.elapsedMs === 0 ? '—' : clock(stageTime.elapsedMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-8 flex items-center justify-between gap-8 border-line border-t pt-8 text-12 text-ink-2">
        {t('lesson.began', {
          at: `${String(beganDate.getHours()).padStart(2, '0')}:${String(beganDate.getMinutes()).padStart(2, '0')}`,
        })}
        <Button size="s" onClick={() => onBegan(serverEpoch(useRun.getState(), performance.now()))}>
          {t('lesson.fromNow')}
        </Button>
      </p>
    </div>
  );
};
