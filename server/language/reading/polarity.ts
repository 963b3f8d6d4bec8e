import type { Party } from '#language/terms/party.ts';
import type { TokenState } from './lexicon.ts';
import type { Value } from './value.ts';

/** `axis`: what the sign is about: whether a thing is so, or who pays for it (positive: the shop). */
export type Polarity = { sign: 1 | -1; explicit: boolean; axis: 'fact' | 'payer' };
/** A token state and its place in the text. */
export type PlacedState = { mark: TokenState; at: number; end: number };

/** `until`: where its reach ends, if before the clause's end: in 没问过您就放柜，就 begins the consequence. */
export type PolarityWord = { at: number; end: number; sign: 1 | -1; after: boolean; until?: number };

/** The clause's denials and affirmations. 不是 flips the next one; 没有X…也能 counts as a lack of X, not as a denial. */
export function polarityWordsIn(
  marks: PlacedState[],
  isPayerTold: boolean,
  words: { start: number }[],
): PolarityWord[] {
  const found: PolarityWord[] = [];
  let flip: PlacedState | null = null;
  for (const state of marks) {
    if (state.mark === 'not-so') {
      flip = state;
      found.push({ at: state.at, end: state.end, sign: -1, after: true });
    } else if (state.mark === 'negative' || state.mark === 'denied-after' || state.mark === 'positive') {
      if (isPayerTold && state.mark === 'positive') continue;
      const sign = state.mark === 'positive' ? 1 : -1;
      if (flip) {
        found.pop();
        found.push({ at: flip.at, end: state.end, sign: sign === 1 ? -1 : 1, after: state.mark !== 'denied-after' });
        flip = null;
      } else if (found.at(-1)?.end === state.at && state.mark !== 'denied-after') {
        // 不 + 会, 也 + 能: one predicate; its first part decides unless that was only 有 or 要.
        const before = found.at(-1);
        if (before) {
          before.end = state.end;
          before.sign = before.sign === -1 || sign === -1 ? -1 : 1;
        }
      } else {
        found.push({ at: state.at, end: state.end, sign, after: state.mark !== 'denied-after' });
      }
    }
  }
  const first = found[0];
  const second = found[1];
  const affirmsAfterDenial = first?.sign === -1 && first.after && second?.sign === 1;
  return affirmsAfterDenial && words.some((word) => word.start >= second.end) ? found.slice(1) : found;
}

/** A party as a sign: the shop is positive. */
export const polarityOfParty = (party: Party): 1 | -1 => (party === 'shop' ? 1 : -1);

/** The party a sign stands for, the reverse of `polarityOfParty`. */
export const partyOfPolarity = (sign: 1 | -1): Party => (sign > 0 ? 'shop' : 'customer');

/** The polarity of words about a cost whose payer is known. */
export function payerPolarity(payer: Party): Polarity {
  return { sign: polarityOfParty(payer), explicit: true, axis: 'payer' };
}

/** The polarity of what stands at `[start, end)` of a clause. */
export function polarityAt(
  polarityWords: readonly PolarityWord[],
  start: number,
  end: number,
  payer: Party | null,
): Polarity {
  if (payer !== null) return payerPolarity(payer);
  let before: PolarityWord | null = null;
  for (const mark of polarityWords) {
    if ((mark.end <= start && reaches(mark, start)) || (mark.at >= start && mark.end <= end)) before = mark;
    else if (mark.at >= end) {
      if (!before || !mark.after) return { sign: mark.sign, explicit: true, axis: 'fact' };
      break;
    }
  }
  return before ? { sign: before.sign, explicit: true, axis: 'fact' } : { sign: 1, explicit: false, axis: 'fact' };
}

/** Whether a denial or affirmation still reaches a place. */
export function reaches({ until }: PolarityWord, index: number): boolean {
  return until === undefined || index < until;
}

/** Characters of a condition that stand between a denial and 就 at least: 不就 and 没就 have none. */
const SHORTEST_CONDITION = 2;

/** 没经您同意放柜就是我们负责 denies only the condition: sets `until` to 就, where the consequence begins. */
export function endConditions(polarityWords: readonly PolarityWord[], text: string, end: number): void {
  for (const mark of polarityWords) {
    if (mark.sign > 0 || !mark.after) continue;
    const at = text.indexOf('就', mark.end + SHORTEST_CONDITION);
    if (at >= 0 && at < end - 1) mark.until = at;
  }
}

/** 不太厚, 不是很厚: a denial right before a word with a sense of its own reverses that sense. */
export function ownPolarity(own: 1 | -1, polarityWords: readonly PolarityWord[], start: number): Polarity {
  const isDenied = polarityWords.some(
    (mark) => mark.sign < 0 && mark.after && mark.end <= start && start - mark.end <= 1,
  );
  return { sign: isDenied ? (-own as 1 | -1) : own, explicit: true, axis: 'fact' };
}

/** Words behind a vow that undo it: 保证不红这话我不敢说. */
const UNDOES_VOW = /不敢|没法|说不了|给不了|做不到|不好说|不能(?:说|打|给|应|许)/;

/** 保证不会红 vows: a denial behind the vow belongs to its content. 不敢保证不红 and 保证不了 don't. `rest`: the clause behind. */
export function vowPolarity(
  polarityWords: readonly PolarityWord[],
  { start, end }: { start: number; end: number },
  rest: string,
): Polarity {
  const mark =
    polarityWords.find(({ at, after }) => at === end && !after) ?? polarityWords.findLast((word) => word.end <= start);
  return { sign: UNDOES_VOW.test(rest) ? -1 : (mark?.sign ?? 1), explicit: true, axis: 'fact' };
}

/** A value with its place and polarity. Built field by field: values of one shape are quicker to compare. */
export function signedValue(
  value: Value,
  { sign, explicit, axis }: Polarity,
  clause: number,
  kind: Value['kind'],
): Value & Polarity & Place {
  const { is, low, unit, loose, start, end, factor } = value;
  return { kind, is, low, unit, loose, start, end, factor, sign, explicit, axis, clause };
}

type Place = { clause: number };
