import { type WaitThresholds, waitLevel } from '#client/drill/model/wait-level.ts';
import { runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

const LOOKS = [
  'text-ink-3',
  'text-good',
  'rounded-3 bg-warn-tint px-6 font-semibold text-warn',
  'rounded-3 bg-bad-solid px-6 font-semibold text-white',
] as const;
/** Past the fail time, beside somebody who has waited longer. Its ground is the same on every row, for the contrast. */
const OUTLINED = 'rounded-3 border border-bad-solid bg-surface px-5 font-semibold text-bad';
const HEIGHTS = ['h-4', 'h-7', 'h-10'] as const;

type Props = { waitedS: number; thresholds: WaitThresholds | null; isLongest?: boolean };

/**
 * Shows a wait by bars, number, weight and colour, so that nobody has to tell colours apart.
 * Without thresholds it shows the number alone. Of many past the fail time only the longest wait is solid: were all of them,
 * none would stand out.
 */
export const WaitMeter = ({ waitedS, thresholds, isLongest = true }: Props) => {
  const { t } = useTranslation('ui');
  const level = waitLevel(waitedS, thresholds);
  return (
    <span
      className={cx(
        'inline-flex h-20 shrink-0 items-center gap-5 whitespace-nowrap text-12',
        level === 3 && !isLongest ? OUTLINED : LOOKS[level],
      )}
    >
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
      {runningWait(waitedS)}
    </span>
  );
};
