import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { DrillResult } from '#contract/results.ts';

/** The score between 0 and 100, and how far the doubts may still move it. */
export const RangeBar = ({ result }: { result: DrillResult }) => {
  const { t } = useTranslation('results');
  const [low, high] = result.range;
  const isExact = low === high;
  return (
    <span className="flex items-center gap-6 whitespace-nowrap">
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-6 w-48 shrink-0 bg-sunken forced-colors:border"
      >
        <rect width={isExact ? result.score : low} height="6" className="fill-a2" />
        {isExact ? null : <rect x={low} width={Math.max(1, high - low)} height="6" className="fill-warn-solid" />}
      </svg>
      {isExact ? null : (
        <span className="text-12 text-warn" title={t('table.rangeText')}>
          {t('table.rangeOf', { low: marks(low), high: marks(high) })}
        </span>
      )}
    </span>
  );
};
