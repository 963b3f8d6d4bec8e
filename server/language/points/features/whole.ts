/** Whether a window says all of a wording and nothing that turns it round. */

import { commonSubsequenceLength } from '#language/points/wordings/common-subsequence.ts';
import { spokenForm, type Wording } from '#language/points/wordings/wording.ts';
import { isCondition } from '#language/reading/breaks.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ComparedReply } from './compared-reply.ts';
import { partyFit } from './window-sides.ts';
import { LONGEST_WINDOW, matchOf, type Window } from './windows.ts';

/** A wording of fewer characters than this tells no fact by itself. */
const MIN_CHARS = 3;

export type WordingSide = 'right' | 'wrong' | 'both';

/** The side whose wording a window says whole; where one holds the other (不能退 in 试过就不能退) the longer one counts. */
export const sideSaidWhole = (reply: ComparedReply, pointIndex: number, window: Window): WordingSide | null => {
  const slots = reply.wordingIndex.slotsByPoint[pointIndex];
  if (!slots) return null;
  const right = longestSaidWhole(reply, slots.right, window, 'right');
  const wrong = longestSaidWhole(reply, slots.wrong, window, 'wrong');
  if (!wrong) return right && 'right';
  if (!right) return 'wrong';
  if (
    commonSubsequenceLength(right.plain, wrong.plain) <
    SIMILARITY_THRESHOLDS.apart * Math.min(right.plain.length, wrong.plain.length)
  )
    return 'both';
  return wrong.folded.length > right.folded.length ? 'wrong' : 'right';
};

const longestSaidWhole = (
  reply: ComparedReply,
  slots: readonly number[],
  window: Window,
  side: 'right' | 'wrong',
): Wording | null => {
  let longest: Wording | null = null;
  for (const slot of slots) {
    const wording = reply.wordingIndex.wordings[slot] as Wording;
    if (reply.touchedSlots[slot] === 0 || wording.folded.length <= (longest?.folded.length ?? 0)) continue;
    if (saysWhole(reply, slot, window) && !(side === 'wrong' && saysSomethingElse(reply, wording, window)))
      longest = wording;
  }
  return longest;
};

/** 你发不发都行 has all of 发 and of 别发 at once, and says neither. */
const EITHER_WAY = /([\u4e00-\u9fff]{1,2})不\1/;
const TIME_KINDS: readonly string[] = ['date', 'clock'];

/**
 * Whether a window says something else although it has all units of a wrong wording: a 行 before other words takes its
 * object from the question, 发不发 says neither, or there is a figure the wording lacks (发不出就退200 against 发不出也不退).
 */
const saysSomethingElse = (reply: ComparedReply, wording: Wording, { from, to }: Window): boolean => {
  const clauses = reply.clauses.slice(from, to + 1);
  if (!reply.isBareAnswer && clauses.some(({ bareSign }) => bareSign !== 0)) return true;
  const text = reply.reading.text.slice(clauses[0]?.start, clauses.at(-1)?.end);
  if (EITHER_WAY.test(text) && !EITHER_WAY.test(wording.folded)) return true;
  return (
    wording.values.length === 0 && clauses.some(({ values }) => values.some(({ kind }) => !TIME_KINDS.includes(kind)))
  );
};

/** Whether a window says all units of the wording in the wording's sense, with its values and its payer. */
const saysWhole = (reply: ComparedReply, slot: number, { from, to }: Window): boolean => {
  const wording = reply.wordingIndex.wordings[slot] as Wording;
  const { saidShare, turnedBits, opposedBits, agreedBits } = matchOf(reply, slot, from, to);
  if (saidShare < SIMILARITY_THRESHOLDS.whole || turnedBits !== 0 || (opposedBits & ~agreedBits) !== 0) return false;
  const clauses = reply.clauses.slice(from, to + 1);
  // 答应过的肯定要兑现 has all of 没有答应过 and denies nothing.
  const isDenial = wording.charSigns.some((sign) => sign < 0);
  if (isDenial && clauses.every(({ denialCount, bareSign }) => denialCount === 0 && bareSign >= 0)) return false;
  // 您先扔了吧 leaves 扔, and so does 拍好了再扔: a short wording must be all the window says.
  const length = clauses.reduce((sum, clause) => sum + clause.content.length, 0);
  if (wording.plain.length < MIN_CHARS && length > wording.plain.length + 1) return false;
  if (clauses.some((clause) => clause.isMute && !wording.isRetracted)) return false;
  // 我去门卫室给您查 isn't 您自己去门卫室查: the other party acts.
  if (clauses.some(({ actor }) => partyFit(wording.actor, actor) < 0)) return false;
  const payers = clauses.map((clause) => clause.payer).filter((payer) => payer !== null);
  if (wording.payer !== null && !wording.isCostSplit && payers.some((payer) => payer !== wording.payer)) return false;
  const values = clauses.flatMap((clause) => clause.values);
  return (
    wording.values.every((stated) =>
      values.some((value) => isSameValue(stated, value) && value.sign === stated.sign),
    ) &&
    (wording.values.length === 0 || values.length <= wording.values.length + 1)
  );
};

export type Verbatim = { readonly window: Window; readonly slot: number };

const VERBATIM_BY_REPLY = new WeakMap<ComparedReply, readonly Verbatim[]>();

/** The places where a wording of any point is said word for word. */
export const verbatimIn = (reply: ComparedReply): readonly Verbatim[] => {
  const cached = VERBATIM_BY_REPLY.get(reply);
  if (cached) return cached;
  const found: Verbatim[] = [];
  const { clauses, text } = reply.reading;
  for (let from = 0; from < clauses.length; from++) {
    let spoken = '';
    for (let to = from; to < Math.min(clauses.length, from + LONGEST_WINDOW); to++) {
      const clause = clauses[to];
      if (!clause || clause.isQuestion || text.charAt(clause.end) === '?') break;
      if (isCondition(text, clause.start, clause.end)) break;
      spoken += spokenForm(text.slice(clause.start, clause.end));
      for (const slot of reply.wordingIndex.slotsBySpokenForm.get(spoken) ?? [])
        found.push({ window: { from, to }, slot });
    }
  }
  VERBATIM_BY_REPLY.set(reply, found);
  return found;
};
