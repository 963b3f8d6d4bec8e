import type { Party } from '#language/terms/party.ts';
import type { TokenState, Word } from './lexicon.ts';
import type { Value } from './value.ts';

/** `axis`: what the sign is about: whether a thing is so, or who pays for it (positive: the shop). */
export type Polarity = { sign: 1 | -1; isExplicit: boolean; axis: 'fact' | 'payer' };
/** A token state and its place in the text. */
export type PlacedState = { state: TokenState; start: number; end: number; isDeniedLack?: boolean };

/** Denials that say of a lack that there is none: 没断货, 不会缺货. 不行断货了 and 没办法缺货了 are a no and its reason. */
const DENIES_LACK = '没 没有 不 不会 没在 从没 未 从未 木有 不至于'.split(' ');
/** 没补货 is no stock either, and 没 goes with no 了: 没有断货了 is an answer and what comes behind it. */
const DENIES_NONE = /^(?:补货|预售|等|.+[了咯]$)/;

/** A word that says yes or no by itself (有货, 断货), read behind the states before it (RULES T146). */
export const ownState = (text: string, states: readonly PlacedState[], { start, end, entry }: Word): PlacedState => {
  const before = states.at(-1);
  const denial = before?.state === 'negative' && before.end === start ? text.slice(before.start, start) : '';
  const denied = text.slice(start, end + (denial.includes('没') ? 1 : 0));
  const isDeniedLack = entry.ownSign < 0 && DENIES_LACK.includes(denial) && !DENIES_NONE.test(denied);
  return { state: entry.ownSign > 0 ? 'positive' : 'negative', start, end, isDeniedLack };
};

/** `reachEnd`: where its reach ends, if before the clause's end: in 没问过您就放柜，就 begins the consequence. */
export type PolarityWord = { start: number; end: number; sign: 1 | -1; governsAfter: boolean; reachEnd?: number };

/** The clause's denials and affirmations. 不是 flips the next one; 没有X…也能 counts as a lack of X, not as a denial. */
export const polarityWordsIn = (
  states: PlacedState[],
  isPayerKnown: boolean,
  words: { start: number }[],
): PolarityWord[] => {
  const found: PolarityWord[] = [];
  let pendingNotSo: PlacedState | null = null;
  for (const placed of states) {
    if (placed.state === 'not-so') {
      pendingNotSo = placed;
      found.push({ start: placed.start, end: placed.end, sign: -1, governsAfter: true });
    } else if (placed.state === 'negative' || placed.state === 'denied-after' || placed.state === 'positive') {
      if (isPayerKnown && placed.state === 'positive') continue;
      const sign = placed.state === 'positive' ? 1 : -1;
      if (pendingNotSo) {
        found.pop();
        found.push({
          start: pendingNotSo.start,
          end: placed.end,
          sign: sign === 1 ? -1 : 1,
          governsAfter: placed.state !== 'denied-after',
        });
        pendingNotSo = null;
      } else if (found.at(-1)?.end === placed.start && placed.state !== 'denied-after') {
        // 不 + 会, 也 + 能: one predicate; its first part decides unless that was only 有 or 要.
        const previous = found.at(-1);
        if (previous) {
          previous.end = placed.end;
          previous.sign = !placed.isDeniedLack && (previous.sign === -1 || sign === -1) ? -1 : 1;
        }
      } else {
        found.push({ start: placed.start, end: placed.end, sign, governsAfter: placed.state !== 'denied-after' });
      }
    }
  }
  const first = found[0];
  const second = found[1];
  const affirmsAfterDenial = first?.sign === -1 && first.governsAfter && second?.sign === 1;
  return affirmsAfterDenial && words.some((word) => word.start >= second.end) ? found.slice(1) : found;
};

/** A party as a sign: the shop is positive. */
export const polarityOfParty = (party: Party): 1 | -1 => (party === 'shop' ? 1 : -1);

/** The party a sign stands for, the reverse of `polarityOfParty`. */
export const partyOfPolarity = (sign: 1 | -1): Party => (sign > 0 ? 'shop' : 'customer');

/** The polarity of words about a cost whose payer is known. */
export const payerPolarity = (payer: Party): Polarity => {
  return { sign: polarityOfParty(payer), isExplicit: true, axis: 'payer' };
};

/** The polarity of what stands at `[start, end)` of a clause. */
export const polarityAt = (
  polarityWords: readonly PolarityWord[],
  start: number,
  end: number,
  payer: Party | null,
): Polarity => {
  if (payer !== null) return payerPolarity(payer);
  let governing: PolarityWord | null = null;
  for (const word of polarityWords) {
    if ((word.end <= start && reaches(word, start)) || (word.start >= start && word.end <= end)) governing = word;
    else if (word.start >= end) {
      if (!governing || !word.governsAfter) return { sign: word.sign, isExplicit: true, axis: 'fact' };
      break;
    }
  }
  return governing
    ? { sign: governing.sign, isExplicit: true, axis: 'fact' }
    : { sign: 1, isExplicit: false, axis: 'fact' };
};

/** Whether a denial or affirmation still reaches a place. */
export const reaches = ({ reachEnd }: PolarityWord, index: number): boolean => {
  return reachEnd === undefined || index < reachEnd;
};

/** Characters of a condition that stand between a denial and 就 at least: 不就 and 没就 have none. */
const SHORTEST_CONDITION = 2;

/** 没洗的 before a predicate of its own only says which: 没洗的放冰箱冷藏 (RULES T220). */
const QUALIFIES = /^没[^有的]{1,2}的(?=[^话是事,。;!?]{2})/;

/** 没经您同意放柜就是我们负责 denies only the condition: sets `reachEnd` to 就, where the consequence begins. */
export const endConditions = (polarityWords: readonly PolarityWord[], text: string, clauseEnd: number): void => {
  for (const word of polarityWords) {
    if (word.sign > 0 || !word.governsAfter) continue;
    const [qualifier] = QUALIFIES.exec(text.slice(word.start, clauseEnd)) ?? [];
    if (qualifier) word.reachEnd = word.start + qualifier.length;
    const consequenceStart = text.indexOf('就', word.end + SHORTEST_CONDITION);
    if (consequenceStart >= 0 && consequenceStart < clauseEnd - 1) word.reachEnd = consequenceStart;
  }
};

/** The longest denial before a word that the two are read as one with: 不是说断货. */
const LONGEST_DENIAL = 4;

/** 不太厚, 不是很厚, 没断货: a denial right before a word with a sense of its own reverses that sense. */
export const ownPolarity = (ownSign: 1 | -1, polarityWords: readonly PolarityWord[], start: number): Polarity => {
  const isDenied = polarityWords.some((word) => {
    const isOne = word.start < start && word.end > start && start - word.start <= LONGEST_DENIAL;
    if (isOne) return word.sign !== ownSign;
    return word.sign < 0 && word.governsAfter && word.end <= start && start - word.end <= 1;
  });
  return { sign: isDenied ? (-ownSign as 1 | -1) : ownSign, isExplicit: true, axis: 'fact' };
};

/** Words behind a vow that undo it: 保证不红这话我不敢说. */
const UNDOES_VOW = /不敢|没法|说不了|给不了|做不到|不好说|不能(?:说|打|给|应|许)/;

/** 保证不会红 vows: a denial behind the vow belongs to its content. 不敢保证不红 and 保证不了 don't. `textBehind`: the clause behind. */
export const vowPolarity = (
  polarityWords: readonly PolarityWord[],
  { start, end }: { start: number; end: number },
  textBehind: string,
): Polarity => {
  const governing =
    polarityWords.find(({ start: at, governsAfter }) => at === end && !governsAfter) ??
    polarityWords.findLast((word) => word.end <= start);
  return { sign: UNDOES_VOW.test(textBehind) ? -1 : (governing?.sign ?? 1), isExplicit: true, axis: 'fact' };
};

/** A value with its place and polarity. Built field by field: values of one shape are quicker to compare. */
export const signedValue = (
  value: Value,
  { sign, isExplicit, axis }: Polarity,
  clauseIndex: number,
  kind: Value['kind'],
): Value & Polarity & Place => {
  const { quantity, low, unit, isAmbiguous, start, end, factor, upTo } = value;
  return { kind, quantity, low, unit, isAmbiguous, start, end, factor, upTo, sign, isExplicit, axis, clauseIndex };
};

type Place = { clauseIndex: number };
