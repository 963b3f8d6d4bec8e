import { AXIS_EDGE, type AxisLayout, spreadApart } from '#client/features/report/model/axis-layout.ts';
import type { ReportFinding } from '#contract/report.ts';

type Props = {
  findings: readonly ReportFinding[];
  numbers: ReadonlyMap<string, number>;
  layout: AxisLayout;
  height: number;
};

/** Half the width of a mark, in px. */
const HALF_MARK_PX = 9;

/** Numbered marks over the place where each fault happened: square grave, round mild. */
export const AxisFindings = ({ findings, numbers, layout, height }: Props) => {
  const { x, left, width } = layout;
  const marks = spreadApart(
    findings
      .filter((finding) => numbers.has(finding.id))
      .map((finding) => ({ finding, at: x(finding.at), x: x(finding.at) }))
      .toSorted((a, b) => a.x - b.x),
    20,
    { left: Math.max(left, AXIS_EDGE + HALF_MARK_PX), right: width - AXIS_EDGE - HALF_MARK_PX },
  );
  return marks.map(({ finding, at, x: place }) => (
    <g key={finding.id}>
      <path d={`M${place} 20L${at} 40V${height - 22}`} strokeDasharray="2 2" className="fill-none stroke-ink-3" />
      <rect
        x={place - HALF_MARK_PX}
        y="3"
        width="18"
        height="18"
        rx={finding.severity === 'grave' ? 0 : 9}
        className={finding.severity === 'grave' ? 'fill-bad-solid' : 'fill-warn-mark'}
      />
      <text x={place} y="16.5" textAnchor="middle" className="fill-white font-semibold">
        {numbers.get(finding.id)}
      </text>
    </g>
  ));
};
