import { type WaitThresholds, waitLevel } from '#client/drill/model/wait-level.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

const LOOKS = [
  'text-ink-3',
  'text-good',
  'rounded-3 bg-warn-tint px-6 font-semibold text-warn',
  'rounded-3 bg-bad-solid px-6 font-semibold text-white',
] as const;
const HEIGHTS = ['h-4', 'h-7', 'h-10'] as const;

/**
 * Shows a wait by bars, number, weight and colour, so that nobody has to tell colours apart. `waitedS` null: answered.
 * Without thresholds it shows the number alone.
 */
export const WaitMeter = ({ waitedS, thresholds }: { waitedS: number | null; thresholds: WaitThresholds | null }) => {
  const { t } = useTranslation('ui');
  const level = waitLevel(waitedS, thresholds);
  return (
    <span className={cx('inline-flex h-20 shrink-0 items-center gap-5 whitespace-nowrap text-12', LOOKS[level])}>
      {waitedS === null ? (
        t('wait.answered')
      ) : (
        <>
          {level === 0 ? null : (
            <>
              <span aria-hidden="true" className="inline-flex h-10 items-end gap-[1.5px]">
                {HEIGHTS.map((height, bar) => (
                  <span key={height} className={cx('w-[2.5px] bg-current', height, bar >= level && 'opacity-30')} />
                ))}
              </span>
              <span className="sr-only">{t(`wait.level${level}`)}</span>
            </>
          )}
          {seconds(waitedS)}
        </>
      )}
    </span>
  );
};
