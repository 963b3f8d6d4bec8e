import { useWidth } from '#client/lib/hooks/use-width.ts';

const HEIGHT_PX = 40;
const EDGE_PX = 5;
/** Px before the line is laid out, and on paper. */
const USUAL_WIDTH_PX = 160;
const MIN_WIDTH_PX = 80;

type Props = {
  /** Says in words what the line shows. */
  label: string;
  /** Oldest first; null leaves a gap. */
  values: readonly (number | null)[];
  /** The bottom of the scale; without `scaleTop` its top is the highest value. */
  scaleBottom?: number;
  /** The top of the scale where there is a natural one. */
  scaleTop?: number;
  /** Values at which a dashed line crosses: what is to be reached. */
  levels?: readonly number[];
};

/** The way of a figure, one place a drill. Drawn for its width, so that dots and lines keep their size. */
export const TrendLine = ({ label, values, scaleBottom = 0, scaleTop, levels = [] }: Props) => {
  const [box, measuredWidth] = useWidth<HTMLDivElement>();
  const width = Math.max(MIN_WIDTH_PX, measuredWidth === null || measuredWidth === 0 ? USUAL_WIDTH_PX : measuredWidth);
  const knownValues = values.flatMap((value) => value ?? []);
  const top = Math.max(scaleTop ?? 0, scaleBottom + 1, ...knownValues);
  const xOf = (index: number): number => EDGE_PX + ((width - EDGE_PX * 2) * index) / Math.max(1, values.length - 1);
  const yOf = (value: number): number =>
    HEIGHT_PX - EDGE_PX - ((value - scaleBottom) / (top - scaleBottom)) * (HEIGHT_PX - EDGE_PX * 2);
  const points = values.flatMap((value, index) => (value === null ? [] : [{ index, x: xOf(index), y: yOf(value) }]));
  const lastPoint = points.at(-1);
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg viewBox={`0 0 ${width} ${HEIGHT_PX}`} role="img" aria-label={label} className="block h-40 w-full">
        <line x1="0" x2={width} y1={HEIGHT_PX - 1} y2={HEIGHT_PX - 1} className="stroke-line-2" />
        {levels.map((level) => (
          <line
            key={level}
            x1="0"
            x2={width}
            y1={yOf(level)}
            y2={yOf(level)}
            strokeDasharray="3 4"
            className="stroke-line-2"
          />
        ))}
        {points.map((point, index) => {
          const previous = points[index - 1];
          if (previous === undefined) return null;
          // The line breaks at a gap: nothing was measured there.
          const isConsecutive = point.index - previous.index === 1;
          return (
            <line
              key={point.index}
              x1={previous.x}
              y1={previous.y}
              x2={point.x}
              y2={point.y}
              strokeDasharray={isConsecutive ? undefined : '2 3'}
              className="stroke-[1.5] stroke-ink-3"
            />
          );
        })}
        {points.map((point) => (
          <circle
            key={point.index}
            cx={point.x}
            cy={point.y}
            r={point === lastPoint ? 3.5 : 2}
            className={point === lastPoint ? 'fill-accent-solid' : 'fill-ink-3'}
          />
        ))}
      </svg>
    </div>
  );
};
