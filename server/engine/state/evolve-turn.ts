/** The part of `evolve` that folds words: the customer's lines, and what a turn came to. */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import { callBackAfter, unlessNoted } from '#engine/model/call-back.ts';
import type { Bubble } from '#engine/model/content.ts';
import type { Conversation, PointState } from '#engine/model/drill.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { PointNote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { feasibilitiesAfter } from './feasibility.ts';
import { isShort, misleads, scolds, takesLeaveIn } from './thanks.ts';

/** The fields an event gives new values. */
export type Change = Partial<Conversation>;

/** Factor on the times of patience: below mood 40 they shrink, down to three fifths at mood 0 (docs/trade.md §1). */
export const patienceFactor = (mood: number): number => (mood >= 40 ? 1 : 0.6 + mood / 100);

/** A bubble as words. */
export const bubbleText = (bubble: Bubble): string => {
  if (bubble.kind === 'text') return bubble.text;
  if (bubble.kind === 'product') return '〔商品〕';
  return bubble.kind === 'order' ? '〔订单〕' : '〔图片〕';
};

/** The customer has said a bubble. */
export const customerSaid = (conversation: Conversation, event: EventOf<'customer-said'>): Change => {
  // 嗯 asks nothing: the next words of the trainee still answer the burst before it.
  if (onlyAcknowledges(event))
    return { pending: conversation.pending.slice(1), lastLineAt: event.at, place: event.place ?? null, nodded: true };
  // Whoever plays sends line by line: what nobody has answered yet belongs together.
  const goesOn = conversation.burstOpen || (event.why.kind === 'played' && conversation.waitingSince !== null);
  const burst = goesOn ? [...conversation.lastBurst, bubbleText(event.bubble)] : [bubbleText(event.bubble)];
  const restartsLadder = event.last && event.why.kind !== 'silence' && event.why.kind !== 'hold';
  return {
    pending: conversation.pending.slice(1),
    burstOpen: !event.last,
    lastBurst: burst,
    lastLineAt: event.at,
    place: event.place ?? null,
    waitingSince: conversation.waitingSince ?? event.at,
    ...(event.why.kind === 'fact' && { toldAt: { ...conversation.toldAt, [event.why.fact]: event.at } }),
    nodded: false,
    tookLeave: false,
    ladder: restartsLadder
      ? { step: 0, from: event.at, factor: patienceFactor(conversation.mood) }
      : conversation.ladder,
  };
};

/** Points perhaps told that are likelier wrong; the latest note on a point decides. */
const leaningAfter = (conversation: Conversation, notes: readonly PointNote[]): readonly string[] => [
  ...conversation.leaning.filter((id) => !notes.some(({ point }) => point === id)),
  ...notes.flatMap(({ point, leans }) => (leans ? [point] : [])),
];

const mendedAfter = ({ mended, points }: Conversation, notes: readonly PointNote[]): readonly string[] => [
  ...mended.filter((id) => !notes.some(({ point, state }) => point === id && state !== 'not-recognised')),
  ...notes.flatMap(({ point, state, leans }) =>
    state === 'not-recognised' && !leans && points[point] === 'wrong' && !mended.includes(point) ? [point] : [],
  ),
];

const promisedAfter = ({ promised }: Conversation, { undertakes, speaksOf }: TurnJudgement): readonly string[] => {
  const now = [...(undertakes ?? []).flatMap(({ actions }) => actions), ...(speaksOf ?? [])];
  return now.length === 0 ? promised : [...new Set([...promised, ...now])];
};

/** Whether nothing but perhaps words told ahead speak for a point. */
const isUndecided = (state: PointState | undefined): boolean =>
  state === undefined || state === 'perhaps' || state === 'likely';

/** Folds a judged turn: what it told, and how often the customer has been put off by now. */
export const judged = (conversation: Conversation, event: EventOf<'turn-judged'>): Change => {
  const points = { ...conversation.points };
  const figures = { ...conversation.figures };
  const wrongIds = [...conversation.wrongIds];
  const mended = mendedAfter(conversation, event.judgement.points);
  const unsureIn = { ...conversation.unsureIn };
  for (const note of event.judgement.points) {
    if (note.figure !== undefined) figures[note.point] = note.figure;
    // A figure told wrong is forgotten once something else was said in its place.
    else if (note.state === 'covered' || mended.includes(note.point)) delete figures[note.point];
    if (note.state === 'covered') points[note.point] = 'covered';
    else if (note.state === 'wrong') points[note.point] = 'wrong';
    else if (isUndecided(points[note.point])) points[note.point] = 'unsure';
    if (note.state === 'not-recognised') unsureIn[note.point] = event.judgement.turn;
    if (note.wrongId) wrongIds.push(note.wrongId);
  }
  for (const { point, figure, confidence } of event.judgement.ahead ?? []) {
    if (!isUndecided(points[point])) continue;
    if (points[point] !== 'likely')
      points[point] = confidence >= VERDICT_THRESHOLDS.volunteered.likely ? 'likely' : 'perhaps';
    if (figure !== undefined) figures[point] = figure;
  }
  const touched = { ...conversation.touched };
  // A figure said of something else later is none of a point told before (RULES J140).
  for (const { point, ...told } of event.judgement.touched ?? []) {
    // 今明两天提上去 beside the five days that were told before is no other figure of theirs (RULES J158).
    const before = touched[point]?.figure;
    const isKept = before !== undefined && event.judgement.text.includes(before) && told.figure !== undefined;
    if (conversation.points[point] !== 'covered')
      touched[point] = { turn: event.judgement.turn, ...told, ...(isKept && { figure: before }) };
  }
  const { hold, asked } = event.judgement;
  const hasTold = event.judgement.points.some(
    ({ state, point }) => state === 'covered' && conversation.points[point] !== 'covered',
  );
  const before = hasTold || asked.some(({ again }) => !again) ? 0 : conversation.heldOn;
  return {
    points,
    figures,
    touched,
    topics: conversation.topics + (event.judgement.topics ?? ''),
    leaning: leaningAfter(conversation, event.judgement.points),
    unsureIn,
    senses: feasibilitiesAfter(conversation, event.judgement.points),
    mended,
    claimed: [...conversation.claimed, ...(event.judgement.claims ?? []).flatMap(({ actions }) => actions)],
    promised: promisedAfter(conversation, event.judgement),
    heard: event.judgement.figures ? [...conversation.heard, ...event.judgement.figures] : conversation.heard,
    misled: conversation.misled || misleads(event.judgement),
    tookLeave: event.judgement.text === '' ? conversation.tookLeave : takesLeaveIn(event.judgement),
    curt: conversation.curt || isShort(event.judgement),
    scolded: scolds(event.judgement) || (conversation.scolded && !event.judgement.acts.includes('apology')),
    wrongIds,
    callBackAt: unlessNoted(
      callBackAfter(conversation.callBackAt, event.judgement, conversation.ending !== null),
      conversation.callNotedAt,
    ),
    heldOn: hold === null ? before : before + 1,
    quickReplies: [...conversation.quickReplies, ...event.judgement.canned.map(({ quickReply }) => quickReply)],
  };
};

/** Folds the end of a turn: what it counts for in its beat. */
export const closedTurn = (conversation: Conversation, event: EventOf<'turn-closed'>): Change => {
  const isSoft = event.reaction === 'undone' || event.reaction === 'partly';
  return {
    turn: null,
    turns: event.turn,
    checked: null,
    lastReaction: event.reaction,
    beat: conversation.beat && {
      ...conversation.beat,
      bad: conversation.beat.bad + (event.bad ? 1 : 0),
      softs: conversation.beat.softs + (isSoft ? 1 : 0),
      unknowns: conversation.beat.unknowns + (event.reaction === 'dont-know' ? 1 : 0),
      idle: conversation.beat.idle + (event.reaction === 'none' ? 1 : 0),
    },
  };
};

/**
 * The ladder of silence stood still during the hold; where the trainee didn't come back it begins at its first step
 * (RULES T7).
 */
export const ladderAfterHold = (
  ladder: NonNullable<Conversation['ladder']>,
  heldFrom: number,
  event: EventOf<'hold-ended'>,
): Conversation['ladder'] =>
  event.returned
    ? { ...ladder, from: ladder.from + event.at - Math.max(ladder.from, heldFrom) }
    : { ...ladder, step: 0, from: event.at };
