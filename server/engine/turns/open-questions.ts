/** Which points a turn is listened to for (RULES T3, T4). */

import { targetOf } from '#engine/customer/beats.ts';
import { isAnswered } from '#engine/customer/open-needs.ts';
import type { Beat, Span } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase, PreparedPoint } from '#engine/prepare/prepared-content.ts';

export type OpenQuestions = {
  points: readonly PreparedPoint[];
  /** Points of questions that have been asked, or of an open window. */
  asked: ReadonlySet<string>;
  /** Questions open now. */
  openIds: readonly string[];
  /**
   * Points of questions that come later still: heard when told, since nothing is asked that was told, but no wrong
   * answer to them is held against anybody here.
   */
  later: ReadonlySet<string>;
  /** Those of them that come behind a short pause: heard apart, so that they weigh nothing in what is heard of the others. */
  beyond: readonly string[];
};

/** The next beat if all goes well, after a mere window by its `taken`: a good trainee may answer ahead of it. */
const nextBeat = (preparedCase: PreparedCase, beat: Beat): Beat | null => {
  const target = beat.window && beat.asks.length === 0 ? targetOf(beat, 'taken') : targetOf(beat, 'resolved');
  return target === null ? null : (preparedCase.beats.get(target) ?? null);
};

/** How far ahead a turn may reach: the next beat, and through beats that only pass (windows) the one after. */
const beatsAhead = (preparedCase: PreparedCase, beat: Beat): Beat[] => {
  const first = nextBeat(preparedCase, beat);
  if (!first) return [];
  const isPassing = first.window !== null && first.asks.length === 0;
  const second = isPassing ? nextBeat(preparedCase, first) : null;
  return second ? [first, second] : [first];
};

/** A pause of fewer minutes is of the same moment of the story: neither the order nor the day is another after it. */
const MOMENT_MIN = 60;
const MINUTES_IN: Record<Span['unit'], number> = { s: 1 / 60, m: 1, h: 60, d: 24 * 60 };
/** Whether the customer is away so long that what is asked afterwards is about another hour or day. */
const endsMoment = ({ quiet }: Beat): boolean =>
  quiet !== null && quiet.for.value * MINUTES_IN[quiet.for.unit] >= MOMENT_MIN;

/** Most beats looked ahead; in no case do more lie between a question and the end. */
const MAX_BEATS_AHEAD = 12;

/**
 * The beats after those, up to the story's next long wait (RULES M57): after it the order may stand elsewhere, and a
 * question asked then is about that day. 我换鞋 你打 and 等两分钟 make nobody forget what they were told; `beyond`: the
 * beats behind such a pause.
 */
const laterBeats = (preparedCase: PreparedCase, beat: Beat): { later: Beat[]; beyond: Beat[] } => {
  const near = beatsAhead(preparedCase, beat);
  const later: Beat[] = [];
  const beyond: Beat[] = [];
  let isBeyond = false;
  for (let lastBeat = near.at(-1) ?? null; lastBeat !== null && later.length + beyond.length < MAX_BEATS_AHEAD; ) {
    const next = nextBeat(preparedCase, lastBeat);
    if (!next || endsMoment(lastBeat) || later.includes(next) || beyond.includes(next) || next === beat) break;
    isBeyond ||= lastBeat.quiet !== null;
    (isBeyond ? beyond : later).push(next);
    lastBeat = next;
  }
  return { later, beyond };
};

const pointIdsOf = (beats: readonly Beat[], known: ReadonlySet<string>): string[] =>
  beats.flatMap(({ asks }) => asks.flatMap(({ points }) => points.map(({ id }) => id))).filter((id) => !known.has(id));

export const OPEN_STATES: readonly string[] = [
  'open',
  'clarifying',
  'partly',
  'vague',
  'evaded',
  'wrong',
  'unrecognised',
];

export const openQuestions = (conversation: Conversation, preparedCase: PreparedCase): OpenQuestions => {
  const asked = new Set<string>();
  const pointIds = new Set<string>();
  const openIds: string[] = [];
  for (const entry of Object.values(conversation.ledger)) {
    const prepared = preparedCase.questions.get(entry.question);
    if (!prepared) continue;
    if (OPEN_STATES.includes(entry.state) && !isAnswered(conversation, preparedCase, entry.question))
      openIds.push(entry.question);
    for (const id of prepared.pointIds) {
      pointIds.add(id);
      asked.add(id);
    }
  }
  for (const window of conversation.windows) {
    const beat = window.beat === null ? null : preparedCase.beats.get(window.beat);
    for (const id of [...(beat?.points.map(({ id }) => id) ?? []), ...(beat?.window?.points ?? [])]) {
      pointIds.add(id);
      asked.add(id);
    }
  }
  const beat = conversation.beat && preparedCase.beats.get(conversation.beat.id);
  for (const coming of beat ? beatsAhead(preparedCase, beat) : []) {
    for (const question of coming.asks) for (const point of question.points) pointIds.add(point.id);
    for (const point of coming.points) pointIds.add(point.id);
    for (const id of coming.window?.points ?? []) pointIds.add(id);
  }
  const coming = beat ? laterBeats(preparedCase, beat) : { later: [], beyond: [] };
  const later = new Set(pointIdsOf(coming.later, pointIds));
  const beyond = pointIdsOf(coming.beyond, new Set([...pointIds, ...later]));
  return {
    points: [...pointIds, ...later].flatMap((id) => preparedCase.points.get(id) ?? []),
    asked,
    openIds,
    later: new Set([...later, ...beyond]),
    beyond,
  };
};
