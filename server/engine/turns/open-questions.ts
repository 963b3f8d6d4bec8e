/** Which points a turn is listened to for (RULES T3, T4). */

import { targetOf } from '#engine/customer/beats.ts';
import { isAnswered } from '#engine/customer/open-needs.ts';
import type { Beat } from '#engine/model/content.ts';
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

/** Most beats looked ahead; in no case do more lie between a question and the end. */
const MAX_BEATS_AHEAD = 12;

/**
 * The beats after those, up to the story's next wait: after it the order may stand elsewhere, and a question asked then
 * is about that day.
 */
const laterBeats = (preparedCase: PreparedCase, beat: Beat): Beat[] => {
  const near = beatsAhead(preparedCase, beat);
  const later: Beat[] = [];
  for (let lastBeat = near.at(-1) ?? null; lastBeat !== null && later.length < MAX_BEATS_AHEAD; ) {
    const next = nextBeat(preparedCase, lastBeat);
    if (!next || lastBeat.quiet || later.includes(next) || next === beat) break;
    later.push(next);
    lastBeat = next;
  }
  return later;
};

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
  const later = new Set<string>();
  for (const coming of beat ? laterBeats(preparedCase, beat) : []) {
    for (const question of coming.asks)
      for (const point of question.points) if (!pointIds.has(point.id)) later.add(point.id);
  }
  return { points: [...pointIds, ...later].flatMap((id) => preparedCase.points.get(id) ?? []), asked, openIds, later };
};
