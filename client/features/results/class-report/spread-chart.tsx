import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWidth } from '#client/lib/hooks/use-width.ts';
import { cx } from '#client/ui/cx.ts';

const HEIGHT_PX = 116;
const BASELINE_PX = 96;
const MAX_BAR_HEIGHT_PX = 76;
/** Px before the chart is laid out, and on paper. */
const USUAL_WIDTH_PX = 380;
const PASS_BIN = 6;

/** How many stand in each ten marks. Drawn for its width, so that figures keep their size. */
export const SpreadChart = ({ spread }: { spread: readonly number[] }) => {
  const { t } = useTranslation('results');
  const [box, measuredWidth] = useWidth<HTMLDivElement>();
  const width = Math.max(200, measuredWidth === null || measuredWidth === 0 ? USUAL_WIDTH_PX : measuredWidth);
  const maxCount = Math.max(1, ...spread);
  const step = width / Math.max(1, spread.length);
  const spreadText = clauses(
    spread.map((n, index) =>
      n === 0 ? null : t('class.bin', { from: index * 10, to: index === 9 ? 100 : index * 10 + 9, n }),
    ),
  );
  return (
    <div ref={box} className="overflow-hidden">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT_PX}`}
        role="img"
        aria-label={spreadText === '' ? t('class.noScores') : spreadText}
        className="block w-full max-w-[420px] print:max-w-[340px]"
      >
        {spread.map((count, index) => {
          const height = (count / maxCount) * MAX_BAR_HEIGHT_PX;
          const x = index * step;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
            <g key={index}>
              <rect
                x={x + 2}
                y={BASELINE_PX - height}
                width={step - 4}
                height={height}
                className={index < PASS_BIN ? 'fill-a1' : 'fill-accent-solid'}
              />
              {count === 0 ? null : (
                <text x={x + step / 2} y={BASELINE_PX - height - 4} textAnchor="middle" className="fill-ink text-12">
                  {count}
                </text>
              )}
              <text
                x={x}
                y={HEIGHT_PX - 6}
                textAnchor={index === 0 ? 'start' : 'middle'}
                className={cx('text-11', index === PASS_BIN ? 'fill-ink font-semibold' : 'fill-ink-3')}
              >
                {index * 10}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={width} y1={BASELINE_PX} y2={BASELINE_PX} className="stroke-line-2" />
        <line
          x1={PASS_BIN * step}
          x2={PASS_BIN * step}
          y1="8"
          y2={BASELINE_PX}
          strokeDasharray="3 3"
          className="stroke-ink-3"
        />
      </svg>
    </div>
  );
};
