import { useId } from 'react';
import { percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Composure } from '#contract/report-figures.ts';

const TOP_PX = 22;
const PLOT_HEIGHT_PX = 88;
const BASELINE_PX = TOP_PX + PLOT_HEIGHT_PX;
const HEIGHT_PX = BASELINE_PX + 28;
const BAR_WIDTH_PX = 26;
const BAR_GAP_PX = 14;
/** A group is never drawn wider: four of them shouldn't swim in a wide pane. */
const MAX_GROUP_WIDTH_PX = 150;

type Group = Composure['groups'][number];
type Props = { composure: Composure; width: number };

const share = (hits: number, total: number): number | null => (total === 0 ? null : hits / total);

/** Two bars a group: questions answered, turns in good tone. Drawn for the width there is; the table says the same. */
export const ComposureChart = ({ composure, width }: Props) => {
  const { t } = useTranslation('report');
  const hatchId = useId();
  const { groups, breaksAt } = composure;
  const groupWidth = Math.min(MAX_GROUP_WIDTH_PX, width / groups.length);
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT_PX}`}
      width={width}
      height={HEIGHT_PX}
      role="img"
      aria-label={t('composure.chart')}
      className="block font-sans text-12 [&_text]:leading-none [&_text:not([class])]:fill-ink-2"
    >
      <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="fill-surface" />
        <rect width="2" height="5" className="fill-good-solid" />
      </pattern>
      <line x1="0" x2={groupWidth * groups.length} y1={BASELINE_PX} y2={BASELINE_PX} className="stroke-edge" />
      {groups.map((group, index) => (
        <Bars key={group.waiting} group={group} centerX={groupWidth * (index + 0.5)} hatchId={hatchId} />
      ))}
      {breaksAt === null ? null : (
        <line
          x1={groupWidth * (breaksAt - 1)}
          x2={groupWidth * (breaksAt - 1)}
          y1="2"
          y2={HEIGHT_PX}
          className="stroke-[1.5] stroke-bad-solid [stroke-dasharray:4_3]"
        />
      )}
    </svg>
  );
};

const Bars = ({ group, centerX, hatchId }: { group: Group; centerX: number; hatchId: string }) => {
  const { t } = useTranslation('report');
  const bars = [
    { id: 'answered', x: centerX - BAR_GAP_PX / 2 - BAR_WIDTH_PX, part: share(group.answered, group.questions) },
    { id: 'tone', x: centerX + BAR_GAP_PX / 2, part: share(group.goodTurns, group.turns) },
  ];
  return (
    <>
      {bars.map(({ id, x, part }) => (
        <g key={id}>
          {part === null ? null : (
            <rect
              x={x}
              y={BASELINE_PX - part * PLOT_HEIGHT_PX}
              width={BAR_WIDTH_PX}
              height={Math.max(1, part * PLOT_HEIGHT_PX)}
              {...(id === 'answered'
                ? { className: 'fill-accent-solid' }
                : { fill: `url(#${hatchId})`, className: 'stroke-good-solid' })}
            />
          )}
          <text
            x={x + BAR_WIDTH_PX / 2}
            y={BASELINE_PX - (part ?? 0) * PLOT_HEIGHT_PX - 6}
            textAnchor="middle"
            className="fill-ink"
          >
            {part === null ? '—' : percent(Math.round(part * 100))}
          </text>
        </g>
      ))}
      <text x={centerX} y={BASELINE_PX + 20} textAnchor="middle">
        {t(group.waiting === 4 ? 'composure.orMore' : 'composure.waiting', { n: group.waiting })}
      </text>
    </>
  );
};
