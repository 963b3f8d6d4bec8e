/** What a beat still waits for: questions without their answer, operations nobody has done. */

import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { Beat, Need } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs, QuestionState } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { CLAIMED_LINE, undoneLine } from '#engine/state/line-names.ts';

/** States of a question that has its answer. */
export const SETTLED: readonly QuestionState[] = ['answered', 'provisional'];

/** Whether all musts of a question are covered, or it was accepted provisionally. */
export const isAnswered = (conversation: Conversation, preparedCase: PreparedCase, question: string): boolean => {
  if (SETTLED.includes(conversation.ledger[question]?.state ?? 'open')) return true;
  const prepared = preparedCase.questions.get(question);
  return prepared?.question.points.every(({ must, id }) => !must || conversation.points[id] === 'covered') ?? false;
};

export const isNeedMet = (conversation: Conversation, beat: string, index: number): boolean =>
  conversation.met.includes(`${beat}:${index}`);

/** Questions this beat waits for: its own, and one it takes up again. */
export const waitsFor = (beat: Beat): string[] => [
  ...beat.asks.filter(({ waits }) => waits).map(({ id }) => id),
  ...(beat.recalls ? [beat.recalls] : []),
];

export const isNeededNow = (need: Need): boolean => !need.untilEnd;

/** Whether an operation of the same kind as one of `ways` was done at drill time `since` or later. */
export const isRelatedOperationDone = (
  conversation: Conversation,
  { unseenActions: unseen }: PreparedCase,
  ways: readonly string[],
  since: DrillMs,
): boolean => {
  const kinds = ways.map((way) => unseen.get(way));
  return conversation.done.some(
    ({ action, at }) => unseen.has(action) && kinds.includes(unseen.get(action)) && at >= since,
  );
};

/**
 * Whether the customer believes in an operation they have no sign of (RULES T48, T49): it was told as done before, or
 * told again once they doubted it; or another of its kind was done in this beat, or in any beat once they had asked for
 * it. It stays owed in the report. `doubts`: operations told as done that the customer is still to doubt.
 */
export const isBelieved = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat,
  need: Need,
  index: number,
  doubts: readonly string[],
): boolean => {
  const unseenOperations = acceptedOperations(need).filter((way) => preparedCase.unseenActions.has(way));
  const wasClaimed = (conversation.used[CLAIMED_LINE] ?? 0) > 0;
  if (unseenOperations.some((way) => conversation.claimed.includes(way) && (wasClaimed || !doubts.includes(way))))
    return true;
  const hasAskedForIt = wasClaimed || (conversation.used[undoneLine(beat, index)] ?? 0) > 0;
  const sinceEntered = conversation.beat?.id === beat.id ? conversation.beat.enteredAt : Number.POSITIVE_INFINITY;
  return isRelatedOperationDone(conversation, preparedCase, unseenOperations, hasAskedForIt ? 0 : sinceEntered);
};

/** A sum as people write it: 12, 12元, 12.00; not the 12 of 112 or 12.5. */
const namesSum = (text: string, cents: number): boolean => {
  const [yuan = '', fen = ''] = (cents / 100).toFixed(2).split('.');
  const part = fen.replace(/0+$/, '');
  const rest = part === '' ? '(?:[.]0{1,2})?' : `[.]${part}0?`;
  return new RegExp(`(?<![\\d.])${yuan}${rest}(?![.]?\\d)`).test(text);
};

/**
 * Whether the money of a need was sent, though another sum, and the customer doesn't wait for it in the beat they are at or
 * come to: the trainee named that sum, or they have asked for theirs (RULES T98).
 */
const isPaidOtherwise = (conversation: Conversation, beat: Beat, need: Need, index: number): boolean => {
  if (need.with.amount === undefined) return false;
  const paid = conversation.done.find(({ action, forbidden }) => action === need.do && forbidden === null);
  const cents = paid?.with.amount;
  if (typeof cents !== 'number') return false;
  return (
    (conversation.used[undoneLine(beat, index)] ?? 0) > 0 || conversation.said.some(({ text }) => namesSum(text, cents))
  );
};

/** Needs of a beat that still keep it from going on. */
export const openNeeds = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  beat: Beat,
  doubts: readonly string[] = [],
): number[] =>
  beat.needs.flatMap((need, i) =>
    isNeededNow(need) &&
    !isNeedMet(conversation, beat.id, i) &&
    !isBelieved(conversation, preparedCase, beat, need, i, doubts) &&
    !isPaidOtherwise(conversation, beat, need, i)
      ? [i]
      : [],
  );
