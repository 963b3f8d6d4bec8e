import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWidth } from '#client/lib/hooks/use-width.ts';
import { MINUTE_MS } from '#client/lib/spans.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import { RushRow } from './rush-row.tsx';

type Props = { rush: RushReport; until: number };

/** For paper, whose width nothing measures. */
const PAPER_WIDTH_PX = 600;
/** Stops of the dial: its steps are drawn at one distance. */
const STOPS = [1, 2, 3, 5, 8, 12];
const LEFT_PX = 34;
const TOP_PX = 8;
const STEP_PX = 15;
const FOOT_PX = 20;
/** Minutes between two labels of the axis. */
const LABEL_EVERY_MIN = 3;

/** How many at once over the minutes, and each turn with its reason; a fixed number is one sentence. Beside it how many there were. */
export const DialPath = ({ rush, until }: Props) => {
  const { t } = useTranslation('report');
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <RushRow head={t('rush.dial.title')}>
      {rush.dial.length === 0 ? (
        <p>{t('rush.dial.still', { n: rush.capacity, most: rush.mostAtOnce })}</p>
      ) : (
        <>
          <p className="mb-4">{t('rush.dial.most', { most: rush.mostAtOnce })}</p>
          <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-24 gap-y-8 max-side:grid-cols-1">
            <div ref={box} className="print:hidden">
              {width === null ? null : <DialChart rush={rush} until={until} width={width} />}
            </div>
            <div className="hidden print:block">
              <DialChart rush={rush} until={until} width={PAPER_WIDTH_PX} />
            </div>
            <ol className="text-12">
              {rush.dial.map((turn) => (
                <li key={turn.at} className="grid grid-cols-[40px_64px_minmax(0,1fr)] gap-x-8 py-2">
                  <span className="text-ink-3">{clock(turn.at)}</span>
                  <b className="whitespace-nowrap">{t('rush.dial.step', { from: turn.from, to: turn.to })}</b>
                  <span className="text-ink-2">{turn.said}</span>
                </li>
              ))}
            </ol>
          </div>
        </>
      )}
    </RushRow>
  );
};

/** Stops that are none of the dial's stand at the nearest one below. */
const rowOf = (capacity: number): number =>
  Math.max(
    0,
    STOPS.findLastIndex((stop) => stop <= capacity),
  );

const DialChart = ({ rush, until, width }: Props & { width: number }) => {
  const { t } = useTranslation('report');
  const usedRows = [rush.capacity, ...rush.dial.map(({ to }) => to)].map(rowOf);
  const topRow = Math.min(STOPS.length - 1, Math.max(...usedRows, 1) + 1);
  const rows = STOPS.slice(0, topRow + 1);
  const baseline = TOP_PX + topRow * STEP_PX;
  const x = (at: number): number => LEFT_PX + ((width - LEFT_PX - 4) * at) / Math.max(1, until);
  const y = (capacity: number): number => baseline - rowOf(capacity) * STEP_PX;
  const path = rush.dial.reduce(
    (line, { at, to }) => `${line}H${x(at).toFixed(1)}V${y(to)}`,
    `M${LEFT_PX} ${y(rush.capacity)}`,
  );
  const minutes = Math.floor(until / MINUTE_MS);
  const labels = Array.from({ length: Math.floor(minutes / LABEL_EVERY_MIN) + 1 }, (_, n) => n * LABEL_EVERY_MIN);
  return (
    <svg
      viewBox={`0 0 ${width} ${baseline + FOOT_PX}`}
      width={width}
      height={baseline + FOOT_PX}
      role="img"
      aria-label={t('rush.dial.chart')}
      className="block font-sans text-11 [&_text]:fill-ink-3 [&_text]:leading-none"
    >
      {rows.map((stop) => (
        <g key={stop}>
          <line x1={LEFT_PX} x2={width - 4} y1={y(stop)} y2={y(stop)} className="stroke-line" />
          <text x={LEFT_PX - 6} y={y(stop) + 4} textAnchor="end">
            {t('rush.dial.stop', { n: stop })}
          </text>
        </g>
      ))}
      {labels.map((minute) => (
        <text
          key={minute}
          x={x(minute * MINUTE_MS)}
          y={baseline + FOOT_PX - 4}
          textAnchor={minute === 0 ? 'start' : minute * MINUTE_MS > until * 0.97 ? 'end' : 'middle'}
        >
          {t('rush.dial.minute', { n: minute })}
        </text>
      ))}
      <path d={`${path}H${x(until).toFixed(1)}`} className="fill-none stroke-2 stroke-accent-solid" />
    </svg>
  );
};
