import { type CSSProperties, useMemo } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import type { WaitLevel } from '#client/drill/model/wait-level.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWidth } from '#client/lib/hooks/use-width.ts';
import { cx } from '#client/ui/cx.ts';
import type { ReplayFindings } from './replay-findings.ts';
import { seekTo, useReplay } from './replay-store.ts';

/** Px between two labels of the axis, and its steps in seconds. */
const LABEL_GAP_PX = 72;
const STEPS_S = [5, 15, 30, 60, 120, 300, 600, 1200, 3600];
/** Px of a customer's lane; beyond so many customers the lanes are thin. */
const LANE_HEIGHT_PX = 20;
const THIN_LANE_HEIGHT_PX = 15;
const MAX_HIGH_LANES = 4;
const AXIS_HEIGHT_PX = 18;

/** Both height and colour show how long a customer waited. */
const WAIT_CLASSES: Record<WaitLevel, string> = {
  0: 'h-4 bg-line-2',
  1: 'h-4 bg-good-solid',
  2: 'h-7 bg-warn-solid',
  3: 'h-10 bg-bad-solid',
};
const GRADE_LEVELS: Record<Reported['rounds'][number]['grade'], WaitLevel> = {
  excellent: 1,
  pass: 1,
  weak: 2,
  fail: 3,
  interrupted: 0,
  void: 0,
};

type Reported = ReplayFindings['conversations'][number];
type Wait = { from: number; to: number | null; level: WaitLevel };

/** Waits from the report's own rounds, which leave out the time the story skipped; without a report from the desk's. */
const waitsOf = (conversation: ConversationView, reported: Reported | undefined): Wait[] =>
  // Who got no reply waited as long as the round says; the conversation goes on in the log until the drill ends.
  reported?.rounds.map(({ from, to, seconds, grade }) => ({
    ...{ from, to: to ?? from + Math.round(seconds * 1000) },
    level: GRADE_LEVELS[grade],
  })) ??
  conversation.rounds.map(({ startedAt, endedAt, outcome, level }) => ({
    from: startedAt,
    to: endedAt,
    level: outcome === 'void' ? 0 : outcome === 'unanswered' ? 3 : level,
  }));

/**
 * The whole drill as one row per customer: the visit, the waits, the findings, the chances. The whole of it is one
 * slider: a press anywhere goes to that time.
 */
export const ReplayTimeline = ({ reportFindings }: { reportFindings: ReplayFindings }) => {
  const [box, width] = useWidth<HTMLDivElement>();
  const until = useReplay((state) => state.until);
  const whole = useReplay((state) => state.finalView);
  const lanes = whole.arrivalOrder.flatMap((key) => whole.conversations[key] ?? []);
  const isThin = lanes.length > MAX_HIGH_LANES;
  const laneHeight = isThin ? THIN_LANE_HEIGHT_PX : LANE_HEIGHT_PX;
  const step =
    1000 * (STEPS_S.find((step) => ((width ?? 0) * step * 1000) / Math.max(1, until) >= LABEL_GAP_PX) ?? 3600);
  const ticks = useMemo(() => Array.from({ length: Math.floor(until / step) + 1 }, (_, n) => n * step), [until, step]);
  return (
    <div
      className={cx(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-12',
        isThin ? 'max-h-[32vh] overflow-y-auto max-pane:max-h-[24vh] max-pane:gap-x-6' : 'max-pane:grid-cols-1',
      )}
    >
      <ul
        lang="zh-CN"
        className={cx('text-ink-2', isThin ? 'w-220 text-11 max-pane:w-64' : 'max-w-160 text-12 max-pane:hidden')}
        style={{ paddingTop: AXIS_HEIGHT_PX }}
      >
        {lanes.map((conversation) => (
          <li key={conversation.key} className="cut" style={{ height: laneHeight, lineHeight: `${laneHeight}px` }}>
            {conversation.name}
            {isThin ? <span className="ml-6 text-ink-3 max-pane:hidden">{firstQuestion(conversation)}</span> : null}
          </li>
        ))}
      </ul>
      <div ref={box} className="relative" style={{ height: AXIS_HEIGHT_PX + laneHeight * lanes.length + 2 }}>
        <div aria-hidden="true">
          {width === null
            ? null
            : ticks.map((tick) => (
                <span
                  key={tick}
                  className="absolute top-0 bottom-0 border-line border-l pl-3 text-11 text-ink-3"
                  style={placeOnBar(tick, until)}
                >
                  {width * (1 - tick / Math.max(1, until)) < 32 ? null : clock(tick)}
                </span>
              ))}
          {lanes.map((conversation, laneIndex) => (
            <Lane
              key={conversation.key}
              conversation={conversation}
              reportFindings={reportFindings}
              until={until}
              style={{ top: AXIS_HEIGHT_PX + laneHeight * laneIndex, height: laneHeight }}
            />
          ))}
        </div>
        <Playhead />
      </div>
    </div>
  );
};

/** What the customer came with, in their words; where they asked nothing, their first ones. */
const firstQuestion = ({ ledger, items }: ConversationView): string =>
  ledger[0]?.text ??
  items.flatMap((item) => (item.kind === 'customer' && item.bubble.kind === 'text' ? item.bubble.text : []))[0] ??
  '';

const placeOnBar = (at: number, until: number): CSSProperties => ({ left: `${(100 * at) / Math.max(1, until)}%` });
const stretchOnBar = (from: number, to: number, until: number): CSSProperties => ({
  ...placeOnBar(from, until),
  width: `${(100 * Math.max(0, to - from)) / Math.max(1, until)}%`,
});

type LaneProps = {
  conversation: ConversationView;
  reportFindings: ReplayFindings;
  until: number;
  style: CSSProperties;
};

/** One customer's row: the visit, the waits at its foot; above them chances as diamonds, faults as squares and circles. */
const Lane = ({ conversation, reportFindings, until, style }: LaneProps) => {
  const visitStart = conversation.items[0]?.at ?? 0;
  const visitEnd = conversation.items.findLast((item) => item.kind === 'closed')?.at ?? until;
  const reported = reportFindings.conversations.find(
    (reportedConversation) => reportedConversation.conversation === conversation.key,
  );
  const findings = reportFindings.findings.filter(
    (finding) => finding.conversation === conversation.key && finding.severity !== 'merit',
  );
  return (
    <div className="absolute inset-x-0" style={style}>
      <span className="absolute bottom-0 h-4 bg-sunken" style={stretchOnBar(visitStart, visitEnd, until)} />
      {waitsOf(conversation, reported).map((wait) => (
        <span
          key={wait.from}
          className={cx('absolute bottom-0 min-w-2', WAIT_CLASSES[wait.level])}
          style={stretchOnBar(wait.from, wait.to ?? visitEnd, until)}
        />
      ))}
      {reported?.windows
        .filter((window) => window.how !== 'void')
        .map((window) => (
          <span
            key={`${window.kind} ${window.from}`}
            className={cx(
              'absolute top-1 -ml-4 size-8 rotate-45 border border-accent',
              window.how === 'taken' ? 'bg-accent-solid' : 'bg-surface',
            )}
            style={placeOnBar(window.until, until)}
          />
        ))}
      {findings.map((finding) => (
        <span
          key={finding.id}
          className={cx(
            'absolute top-0 -ml-5 size-10 border border-surface',
            finding.severity === 'grave' ? 'bg-bad-solid' : 'rounded-full bg-warn-mark',
          )}
          style={placeOnBar(finding.at, until)}
        />
      ))}
    </div>
  );
};

/** Arrow keys of the slider itself move by a second. */
const STEP_MS = 1000;

const Playhead = () => {
  const { t } = useTranslation('replay');
  const at = useReplay((state) => state.at);
  const until = useReplay((state) => state.until);
  return (
    <>
      <input
        type="range"
        aria-label={t('player.slider')}
        aria-valuetext={t('player.at', { at: clock(at), until: clock(until) })}
        min={0}
        max={Math.ceil(until / STEP_MS) * STEP_MS}
        step={STEP_MS}
        value={Math.round(at / STEP_MS) * STEP_MS}
        onChange={(event) => seekTo(Number(event.target.value))}
        className="peer absolute inset-0 m-0 size-full cursor-pointer appearance-none opacity-0 [&::-moz-range-thumb]:w-2 [&::-moz-range-thumb]:border-0 [&::-webkit-slider-thumb]:w-2 [&::-webkit-slider-thumb]:appearance-none"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 -ml-1 border-accent-solid border-l-2 peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-3 before:absolute before:top-0 before:-left-6 before:size-10 before:rounded-full before:bg-accent-solid"
        style={placeOnBar(at, until)}
      />
    </>
  );
};
