import { toTenth } from '#client/lib/arithmetic.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWidth } from '#client/lib/hooks/use-width.ts';
import type { Forecast } from './forecast.ts';

const HEIGHT_PX = 150;
const TOP_PX = 24;
const BOTTOM_PX = 126;
const LEFT_PX = 28;
const MIN_LABEL_GAP_PX = 28;

type Props = { forecast: Forecast; minutes: number };

const minuteText = (value: number): string => String(toTenth(value));

/** Customers at once over the drill, as steps; drawn again for its width, so that its text keeps its size. */
export const CustomersChart = ({ forecast: { steps, maxCustomers, busiestMin }, minutes }: Props) => {
  const { t } = useTranslation('classroom');
  const [box, width] = useWidth<HTMLDivElement>();
  const right = Math.max(LEFT_PX + 60, (width ?? 360) - 4);
  const rows = Math.max(1, maxCustomers);
  const xOf = (minute: number): number => LEFT_PX + ((right - LEFT_PX) * minute) / Math.max(1, minutes);
  const yOf = (customers: number): number => BOTTOM_PX - ((BOTTOM_PX - TOP_PX) * customers) / rows;
  const path = steps
    .map(
      ({ atMin, customerCount }, index) =>
        `${index === 0 ? 'M' : 'H'}${xOf(atMin)}${index === 0 ? ` ${yOf(customerCount)}` : `V${yOf(customerCount)}`}`,
    )
    .join('');
  const end = xOf(minutes);
  const labelledMinutes: number[] = [];
  for (const { atMin } of steps) {
    const lastMark = labelledMinutes.at(-1);
    const isFree = lastMark === undefined || xOf(atMin) - xOf(lastMark) >= MIN_LABEL_GAP_PX;
    if (isFree && end - xOf(atMin) >= MIN_LABEL_GAP_PX + 12) labelledMinutes.push(atMin);
  }
  const stepTexts = steps.map(({ atMin, customerCount }) =>
    t('forecast.step', { at: minuteText(atMin), count: customerCount }),
  );
  return (
    <div ref={box}>
      <svg
        width={right + 4}
        height={HEIGHT_PX}
        role="img"
        aria-label={t('forecast.chart', { steps: stepTexts.join(t('forecast.and')) })}
        className="block max-w-full fill-ink-3 text-12"
      >
        {Array.from({ length: rows + 1 }, (_, customers) => customers).map((customers) => (
          <g key={customers}>
            <line x1={LEFT_PX} x2={right} y1={yOf(customers)} y2={yOf(customers)} className="stroke-line" />
            <text x={LEFT_PX - 12} y={yOf(customers) + 4} textAnchor="end">
              {customers}
            </text>
          </g>
        ))}
        <path d={`${path}H${end}`} className="fill-none stroke-2 stroke-accent" />
        {labelledMinutes.map((minute) => (
          <text key={minute} x={xOf(minute)} y={BOTTOM_PX + 20} textAnchor={minute === 0 ? 'start' : 'middle'}>
            {minuteText(minute)}
          </text>
        ))}
        <text x={right} y={BOTTOM_PX + 20} textAnchor="end">
          {t('forecast.end', { minutes })}
        </text>
        {maxCustomers === 0 ? null : (
          <text x={right} y={TOP_PX - 8} textAnchor="end" className="fill-ink-2">
            {t('forecast.busiest', { count: maxCustomers, minutes: minuteText(busiestMin) })}
          </text>
        )}
      </svg>
    </div>
  );
};
