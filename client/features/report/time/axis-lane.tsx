import { useContext } from 'react';
import {
  AXIS_EDGE,
  type AxisLayout,
  labelSides,
  labelWidth,
  spreadApart,
} from '#client/features/report/model/axis-layout.ts';
import type { Conversation } from '#client/features/report/model/exchanges.ts';
import { MarkedContext } from '#client/features/report/model/use-moment-of-address.ts';
import { clauses } from '#client/lib/clauses.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Report, ReportFinding } from '#contract/report.ts';
import { AxisFindings } from './axis-findings.tsx';

type Round = Conversation['rounds'][number];

/** Both height and colour show the grade of the wait: 6, 12, 18 px. */
const ROUND_LOOKS: Record<Round['grade'], { height: number; look: string; ink: string }> = {
  excellent: { height: 6, look: 'fill-good-solid', ink: '' },
  pass: { height: 6, look: 'fill-good-solid', ink: '' },
  weak: { height: 14, look: 'fill-warn-solid', ink: 'fill-on-warn' },
  fail: { height: 18, look: 'fill-bad-solid', ink: 'fill-white' },
  interrupted: { height: 6, look: 'fill-sunken stroke-edge', ink: '' },
  void: { height: 6, look: 'fill-sunken stroke-edge', ink: '' },
};
const LANE_BOTTOM = 102;
/** Half the width of a window's mark, in px. */
const HALF_WINDOW_PX = 6;
/** From the middle of a window's mark to its label, in px. */
const LABEL_FROM_MARK_PX = 10;
const MOOD_TOP = 46;
const MOOD_HEIGHT = 34;
/** The outline keeps a label readable where lines run from the findings' marks down to their places. */
const OUTLINED_LABEL = 'fill-ink-2 stroke-3 stroke-surface [paint-order:stroke]';

type Props = {
  conversation: Conversation;
  findings: readonly ReportFinding[];
  numbers: ReadonlyMap<string, number>;
  layout: AxisLayout;
  top: number;
};

/** One customer: findings above, windows below them, mood, and at the foot every wait with its reply. */
export const AxisLane = ({ conversation, findings, numbers, layout, top }: Props) => {
  const { x, width, captionHeight } = layout;
  const Names = captionHeight === 0 ? NamesBeside : NamesAbove;
  return (
    <g transform={`translate(0 ${top})`}>
      <line x2={width} className="stroke-line" />
      <Names conversation={conversation} layout={layout} />
      <g transform={`translate(0 ${captionHeight})`}>
        <rect
          x={x(conversation.from)}
          y={MOOD_TOP - 2}
          width={Math.max(1, x(hereUntil(conversation)) - x(conversation.from))}
          height={LANE_BOTTOM - MOOD_TOP + 2}
          className="fill-soft"
        />
        {conversation.rounds.map((round) => (
          <WaitBar key={round.from} round={round} until={conversation.until} x={x} />
        ))}
        <Mood conversation={conversation} x={x} />
        <MomentMark conversation={conversation.conversation} x={x} />
        <AxisFindings findings={findings} numbers={numbers} layout={layout} height={LANE_BOTTOM} />
        <Windows windows={conversation.windows} layout={layout} />
      </g>
    </g>
  );
};

type NamesProps = Pick<Props, 'conversation' | 'layout'>;

/** Left of the lane, one below the other. */
const NamesBeside = ({ conversation: { name, rating, outcome }, layout }: NamesProps) => {
  const { t } = useTranslation('report');
  const room = layout.left - 16;
  return (
    <>
      <text x={AXIS_EDGE} y="24" className="fill-ink font-semibold">
        {labelWidth(name) > room ? `${name.slice(0, 6)}…` : name}
      </text>
      {rating === null ? null : (
        <text x={AXIS_EDGE} y="44">
          {t('axis.rating', { rating })}
        </text>
      )}
      <text x={AXIS_EDGE} y="64">
        {outcome === null || labelWidth(outcome) > room ? '' : outcome}
      </text>
    </>
  );
};

/** Over the lane in one line: who it was at the left, what became of them at the right. */
const NamesAbove = ({ conversation: { name, rating, outcome }, layout: { width } }: NamesProps) => {
  const { t } = useTranslation('report');
  const rated = rating === null ? [] : [t('axis.rating', { rating })];
  const end = clauses([...(outcome === null ? [] : [outcome]), ...rated]);
  return (
    <>
      <text x={AXIS_EDGE} y="17" className="fill-ink font-semibold">
        {name}
      </text>
      {labelWidth(name) + labelWidth(end) + 44 > width ? null : (
        <text x={width - AXIS_EDGE} y="17" textAnchor="end">
          {end}
        </text>
      )}
    </>
  );
};

/** When the customer left the desk for good; a conversation nobody closed goes on in the log until the drill ends. */
const hereUntil = ({ stays, until, mood }: Conversation): number =>
  Math.max(stays?.at(-1)?.until ?? until, mood.at(-1)?.[0] ?? 0);

/** The log has a mood only where it changes, so the last one is drawn on until the customer leaves. */
const moodUntilTheEnd = (conversation: Conversation): Conversation['mood'] => {
  const { mood } = conversation;
  const until = hereUntil(conversation);
  const lastMood = mood.at(-1);
  return lastMood === undefined || lastMood[0] >= until ? mood : [...mood, [until, lastMood[1]]];
};

/** The mood as a line; one value all along reads as a dash, so it stands there in words (RULES M89). */
const Mood = ({ conversation, x }: { conversation: Conversation; x: AxisLayout['x'] }) => {
  const { t } = useTranslation('report');
  const path = moodUntilTheEnd(conversation);
  const moods = new Set(path.map(([, mood]) => mood));
  const [steady] = moods;
  if (moods.size === 1)
    return (
      <text x={x(conversation.from) + 4} y={MOOD_TOP + 12} className={OUTLINED_LABEL}>
        {t('axis.steady', { mood: steady })}
      </text>
    );
  return (
    <polyline
      points={path.map(([at, mood]) => `${x(at)},${MOOD_TOP + (1 - mood / 100) * MOOD_HEIGHT}`).join(' ')}
      className="fill-none stroke-[1.5] stroke-ink-3"
    />
  );
};

/** A line through this customer's lane at the moment that a figure led to. */
const MomentMark = ({ conversation, x }: { conversation: string; x: AxisLayout['x'] }) => {
  const { moment } = useContext(MarkedContext);
  if (moment === null || moment.conversation !== conversation) return null;
  return (
    <line x1={x(moment.at)} x2={x(moment.at)} y1="2" y2={LANE_BOTTOM} className="stroke-2 stroke-accent" data-here />
  );
};

const WaitBar = ({ round, until, x }: { round: Round; until: number; x: AxisLayout['x'] }) => {
  const { height, look, ink } = ROUND_LOOKS[round.grade];
  const end = round.to ?? Math.min(until, round.from + round.seconds * 1000);
  const width = Math.max(2, x(end) - x(round.from));
  const label = seconds(round.seconds);
  const hasRoomForLabel = width > labelWidth(label) + 8;
  return (
    <>
      <rect x={x(round.from)} y={LANE_BOTTOM - height} width={width} height={height} className={look} />
      {ink === '' || !hasRoomForLabel ? null : (
        <text
          x={x(end) - 4}
          y={LANE_BOTTOM - (height - 11) / 2 - 1}
          textAnchor="end"
          className={`font-semibold ${ink}`}
        >
          {label}
        </text>
      )}
      {round.to === null ? null : (
        <line x1={x(end)} x2={x(end)} y1={LANE_BOTTOM - 22} y2={LANE_BOTTOM} className="stroke-[1.5] stroke-ink" />
      )}
    </>
  );
};

type WindowsProps = { windows: Report['conversations'][number]['windows']; layout: AxisLayout };

const Windows = ({ windows, layout }: WindowsProps) => {
  const { t } = useTranslation('report');
  const { x, left, width: right } = layout;
  const marks = spreadApart(
    windows
      .filter((window) => window.how !== 'void')
      .map((window) => ({
        window,
        x: Math.min(x(window.until), right - 22),
        label: t(`window.${window.kind}`, { defaultValue: '' }),
      }))
      .toSorted((a, b) => a.x - b.x),
    16,
    { left: Math.max(left, AXIS_EDGE + HALF_WINDOW_PX), right: right - 22 },
  );
  const sides = labelSides(marks, {
    half: HALF_WINDOW_PX,
    gap: LABEL_FROM_MARK_PX,
    left: AXIS_EDGE,
    right: right - AXIS_EDGE,
  });
  return marks.map((mark, index) => {
    const side = sides[index] ?? null;
    return (
      <g key={`${mark.window.kind} ${mark.window.from}`}>
        <path
          d={`M${mark.x} 26l6 6-6 6-6-6z`}
          className={`stroke-[1.5] stroke-accent ${mark.window.how === 'taken' ? 'fill-accent-solid' : 'fill-surface'}`}
        />
        {side === null ? null : (
          <text
            x={mark.x + (side === 'right' ? LABEL_FROM_MARK_PX : -LABEL_FROM_MARK_PX)}
            y="36.5"
            className={OUTLINED_LABEL}
            {...(side === 'left' && { textAnchor: 'end' as const })}
          >
            {mark.label}
          </text>
        )}
      </g>
    );
  });
};
