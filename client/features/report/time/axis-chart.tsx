import { useMemo } from 'react';
import { AXIS_EDGE, type AxisLayout, axisLayout, labelWidth } from '#client/features/report/model/axis-layout.ts';
import { busyStretchesOf } from '#client/features/report/model/busy-stretches.ts';
import { useAxisMoment } from '#client/features/report/model/use-axis-moment.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Report } from '#contract/report.ts';
import { AxisLane } from './axis-lane.tsx';

type Props = { report: Report; numbers: ReadonlyMap<string, number>; width: number };

export const AxisChart = ({ report, numbers, width }: Props) => {
  const { t } = useTranslation('report');
  const layout = useMemo(() => axisLayout(report, width), [report, width]);
  const busyStretches = useMemo(() => busyStretchesOf(report.conversations), [report]);
  const maxCount = Math.max(1, ...busyStretches.map((stretch) => stretch.count));
  const stepPx = Math.min(5, 20 / maxCount);
  const toMoment = useAxisMoment(report, layout);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut; every finding has a link to its moment
    <svg
      onClick={toMoment}
      viewBox={`0 0 ${width} ${layout.height}`}
      width={width}
      height={layout.height}
      role="img"
      aria-label={t('axis.label')}
      className="block cursor-pointer font-sans text-12 [&_text]:leading-none [&_text:not([class])]:fill-ink-2"
    >
      {layout.ticks.map((tick) => (
        <g key={tick}>
          <path d={gridPath(layout, tick, report.conversations.length)} className="stroke-line" />
          <TickLabel x={layout.x(tick)} width={width} label={clock(tick)} />
        </g>
      ))}
      <text x={AXIS_EDGE} y={layout.captionHeight === 0 ? 43 : 34}>
        {t('axis.atOnce')}
      </text>
      {busyStretches.map((stretch) => {
        const height = stretch.count * stepPx;
        const stretchWidth = layout.x(stretch.until) - layout.x(stretch.from);
        return (
          <g key={stretch.from}>
            <rect
              x={layout.x(stretch.from)}
              y={layout.captionHeight + 46 - height}
              width={Math.max(0, stretchWidth)}
              height={height}
              className="fill-sunken"
            />
            {/* A number stands inside its own stretch or not at all: two never touch. */}
            {stretchWidth < labelWidth(String(stretch.count)) + 6 ? null : (
              <text x={layout.x(stretch.from) + stretchWidth / 2} y={layout.captionHeight + 43} textAnchor="middle">
                {stretch.count}
              </text>
            )}
          </g>
        );
      })}
      {report.conversations.map((conversation, index) => (
        <AxisLane
          key={conversation.conversation}
          conversation={conversation}
          findings={report.findings.filter((finding) => finding.conversation === conversation.conversation)}
          numbers={numbers}
          layout={layout}
          top={layout.headHeight + layout.laneHeight * index}
        />
      ))}
    </svg>
  );
};

/** A tick's line from under its label to the foot; it leaves out the rows of words over the lanes (RULES X77). */
const gridPath = (
  { x, height, headHeight, laneHeight, captionHeight }: AxisLayout,
  tick: number,
  lanes: number,
): string => {
  const at = x(tick);
  if (captionHeight === 0) return `M${at} 20V${height}`;
  const parts = Array.from({ length: lanes }, (_, index) => headHeight + index * laneHeight);
  return [
    `M${at} ${20 + captionHeight}V${headHeight}`,
    ...parts.map((top) => `M${at} ${top + captionHeight}V${top + laneHeight}`),
  ].join('');
};

/** Under the middle of its line, where it has the room; else it begins or ends at the drawing's edge. */
const TickLabel = ({ x, width, label }: { x: number; width: number; label: string }) => {
  const half = labelWidth(label) / 2;
  if (x - half < AXIS_EDGE)
    return (
      <text x={AXIS_EDGE} y="14">
        {label}
      </text>
    );
  return (
    <text x={x} y="14" textAnchor={width - x < 24 ? 'end' : 'middle'}>
      {label}
    </text>
  );
};
