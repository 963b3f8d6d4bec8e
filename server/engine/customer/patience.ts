/**
 * When the customer next nudges (RULES T15): silence is counted from the last words of either side, never while the
 * trainee types.
 */

import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { waitsFor } from './open-needs.ts';

/** Milliseconds after the last key in which typing counts as an answer to come; it puts one nudge off by LONGEST_MS at most. */
export const KEY_MS = 5000;
const LONGEST_MS = 60_000;

/** Whether the customer's silence is counted here: in a beat that still waits for an answer or an operation. */
const ladderRuns = (conversation: Conversation, preparedCase: PreparedCase): boolean => {
  const beat = conversation.beat && preparedCase.beats.get(conversation.beat.id);
  if (!beat || conversation.ending || conversation.status === 'closed' || conversation.hold) return false;
  return waitsFor(beat).length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd);
};

/** When the next step of the ladder would come if nobody typed; null where silence doesn't run. */
const stepAt = (conversation: Conversation, preparedCase: PreparedCase): DrillMs | null => {
  if (!conversation.ladder || conversation.ladder.step === 3 || !ladderRuns(conversation, preparedCase)) return null;
  const { step, from, factor } = conversation.ladder;
  const { patience } = preparedCase.persona;
  const before = step === 0 ? 0 : patience[step === 1 ? 0 : 1];
  const waited = patience[step] - before;
  const heard = Math.max(conversation.lastLineAt, conversation.said.at(-1)?.at ?? 0);
  return Math.max(from + Math.round(patience[step] * 1000 * factor), heard + Math.round(waited * 1000 * factor));
};

/** When the customer nudges or leaves; null while they don't wait for words. */
export const nudgeAt = (conversation: Conversation, preparedCase: PreparedCase): DrillMs | null => {
  const at = stepAt(conversation, preparedCase);
  return at === null ? null : Math.max(at, Math.min(conversation.typingUntil, at + LONGEST_MS));
};
