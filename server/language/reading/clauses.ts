import type { Party } from '#language/terms/party.ts';
import { isBreak } from './breaks.ts';
import type { Reading } from './clause.ts';
import {
  casesIn,
  passAskingElsewhereOn,
  passBarePredicatesBack,
  passCasesOn,
  passChoiceBack,
  takeBack,
} from './clause-cases.ts';
import { conceptId, type TokenState, type Word } from './lexicon.ts';
import { actorIn, asksIn, echoesIn } from './moods.ts';
import { plainOf } from './particles.ts';
import {
  endConditions,
  ownPolarity,
  type PlacedState,
  type Polarity,
  type PolarityWord,
  payerPolarity,
  polarityAt,
  polarityWordsIn,
  signedValue,
  vowPolarity,
} from './polarity.ts';
import type { Value } from './value.ts';
import { valuesIn } from './values.ts';
import { isSum, payerByExpression, payerByWords } from './who-pays.ts';
import { overlapsAny, uncoveredValues, wordsIn } from './words-in.ts';

/** More clauses than anybody types in one turn; the rest of a flood is not read. */
const MAX_CLAUSES = 240;
/** Nobody types on without a mark for longer. A flood is cut here, so that work done clause by clause stays linear. */
const LONGEST_CLAUSE = 160;
const LIMIT = /^(?:钟|整)?(?:之前|以前|前|之内|以内|内)(?!天|台)/;

/** 才 behind one of these tells a time (等到25号才能发); otherwise it sets a case (质量问题才是我们出). */
const TIMES = new Set<Value['kind']>(['date', 'clock', 'duration']);

/** Words around a bare yes or no that add nothing: 可以的哈宝妈. */
const FILLERS =
  /亲爱的|宝[妈贝宝子]?|小?姐姐?|小?哥哥?|老板|兄弟|美女|帅哥|朋友|老铁|家人们?|当然|肯定|绝对|完全|确实|必须|应该|真|嘞|呗|哇|哟|嗷|呐|捏|勒|咧|啵|[\ue000-\ue003]/g;
const BESIDE = /[都也就全嗯额呃对好噻撒嗦个来用做去办弄搞]/;

/** Characters behind 不过 that make it a denial (不过敏, 不过期, 不过关); otherwise 不过 begins another clause. */
const NO_HOWEVER = new Set([...'敏期关硬分脑']);

const COURIER = conceptId('courier');
const FREIGHT = conceptId('freight');
const VOW = conceptId('vow');

/** Reads folded text into clauses, concept tokens with their polarity, and typed values. Linear in its length. */
export function readText(text: string): Reading {
  const words = wordsIn(text);
  const reading: Reading = { text, clauses: [], tokens: [], values: [], known: words };
  const values = uncoveredValues(valuesIn(text), words);
  let word = 0;
  let value = 0;
  let from = 0;
  while (from < text.length && reading.clauses.length < MAX_CLAUSES) {
    const own: Word[] = [];
    let to = from;
    while (to < text.length && to - from < LONGEST_CLAUSE && !isBreak(text, to)) {
      const next = words[word];
      if (next?.start === to) {
        const isBreaking =
          next.entry.mark === 'break' && !(text.startsWith('不过', to) && NO_HOWEVER.has(text.charAt(to + 2)));
        const opensClause = isBreaking || (next.entry.mark === 'if' && text.charAt(to) !== '的');
        if (opensClause && to > from) break;
        own.push(next);
        word += 1;
        to = next.end;
        if (next.entry.mark === 'if' && text.startsWith('的话', next.start)) break;
      } else to += 1;
    }
    const stated: Value[] = [];
    for (let next = values[value]; next && next.start < to; next = values[++value]) stated.push(next);
    if (to > from) readClause(reading, from, to, own, stated);
    from = to;
    while (from < text.length && isBreak(text, from)) from += 1;
  }
  passBarePredicatesBack(reading);
  passChoiceBack(reading);
  passAskingElsewhereOn(reading);
  passCasesOn(reading);
  takeBack(reading);
  return reading;
}

/** Reads the clause `[start, end)` with the words and values that begin in it, and adds it with its tokens and values. */
function readClause(
  reading: Reading,
  start: number,
  end: number,
  all: readonly Word[],
  values: readonly Value[],
): void {
  const { text } = reading;
  const { states, words } = statesAndWords(text, all, values);
  const own = text.slice(start, end);
  // With the mark behind it: a question mark makes a question.
  const raw = text.slice(start, Math.min(end + 1, text.length));
  const payer = payerByExpression(own) ?? payerByWords(states, values, text);
  const polarityWords = polarityWordsIn(states, payer !== null, words);
  endConditions(polarityWords, text, end);
  const weight = addTokens(reading, words, polarityWords, payer, end) + values.length;
  if (payer !== null) addParcel(reading, words, payer);
  addValues(reading, values, polarityWords);
  reading.clauses.push({
    start,
    end,
    question: asksIn(raw),
    // {时间}前给您回话: a quick reply with an unfilled variable states nothing.
    retracted: echoesIn(own) || raw.includes('{'),
    actor: actorIn(raw),
    cases: casesIn(words, states),
    under: [],
    conditional: hasState(states, 'if'),
    otherCase: states.some(
      (placed) => placed.mark === 'only-if' && !values.some((value) => TIMES.has(value.kind) && value.end <= placed.at),
    ),
    hedged: hasState(states, 'hedge'),
    bare: words.length === 0 && values.length === 0 ? bareIn(text, start, end, payer, polarityWords.at(-1)) : null,
    weight,
    polarityWords,
    payer,
    plain: plainOf(text, start, end),
  });
}

/** A clause's words by what they do: states turn its sense, the others tell something. */
function statesAndWords(
  text: string,
  all: readonly Word[],
  values: readonly Value[],
): { states: PlacedState[]; words: Word[] } {
  const states: PlacedState[] = [];
  const words: Word[] = [];
  for (const word of all) {
    // A date doesn't hide the word for the half of the day in it: 晚 of 今晚 stays a word.
    if (overlapsAny(word, values)) continue;
    // 不到 is a denial in 改不到 but part of the measure in 不到10块.
    if (text.startsWith('不到', word.start) && values.some((value) => value.start === word.end)) continue;
    const { mark, own, concepts } = word.entry;
    if (mark) states.push({ mark, at: word.start, end: word.end });
    else if (own !== 0) states.push({ mark: own > 0 ? 'positive' : 'negative', at: word.start, end: word.end });
    if (concepts.length > 0) words.push(word);
  }
  return { states, words };
}

/** Adds a token for each concept of the clause's words; returns their weight, all together. */
function addTokens(
  reading: Reading,
  words: readonly Word[],
  polarityWords: readonly PolarityWord[],
  payer: Party | null,
  end: number,
): number {
  const clause = reading.clauses.length;
  let weight = 0;
  for (const word of words) {
    const said = polarityAt(polarityWords, word.start, word.end, payer);
    const { share, concepts } = word.entry;
    for (const { id, weight: full, group, own: side } of concepts) {
      // 厚 is denied by 不 like any word (不厚); 薄 is the opposite of 厚 by itself.
      const own = word.entry.own || (side < 0 ? side : 0);
      const opposed = own === 0 ? said : ownPolarity(own, polarityWords, word.start);
      const { sign, explicit, axis } =
        id === VOW ? vowPolarity(polarityWords, word, reading.text.slice(word.end, end)) : opposed;
      const { start, end: wordEnd } = word;
      reading.tokens.push({ id, weight: full * share, group, start, end: wordEnd, clause, sign, explicit, axis });
      weight += full * share;
    }
  }
  return weight;
}

/** 快递您先付: beside a payer 快递 means the fee for the parcel. */
function addParcel(reading: Reading, words: readonly Word[], payer: Party): void {
  const parcel = words.find((word) => word.entry.concepts.some(({ id }) => id === COURIER));
  if (!parcel) return;
  const { start, end } = parcel;
  const { sign, explicit, axis } = payerPolarity(payer);
  const clause = reading.clauses.length;
  reading.tokens.push({ id: FREIGHT, weight: 1, group: 0, start, end, clause, sign, explicit, axis });
}

function addValues(reading: Reading, values: readonly Value[], polarityWords: readonly PolarityWord[]): void {
  const { text, clauses } = reading;
  for (const value of values) {
    const isMoney = value.kind === 'number' && value.is >= 1 && isSum(text, value.start);
    const kind = isMoney ? 'amount' : value.kind;
    reading.values.push({
      ...signedValue(value, polarityAt(polarityWords, value.start, value.end, null), clauses.length, kind),
      limit: LIMIT.test(text.slice(value.end, value.end + 3)),
    });
  }
}

/** The yes or no of a clause without words or values of its own, or the payer it names; null for any other. */
function bareIn(
  text: string,
  start: number,
  end: number,
  payer: Party | null,
  last: PolarityWord | undefined,
): Polarity | null {
  if (payer !== null) return payerPolarity(payer);
  return last && isBare(text, start, end, last) ? { sign: last.sign, explicit: true, axis: 'fact' } : null;
}

/** Whether a clause is only a yes or no with words that add nothing: 可以的哈 is, 你有病吧 isn't. */
function isBare(text: string, start: number, end: number, last: PolarityWord): boolean {
  const rest = plainOf(text, start, last.at) + plainOf(text, last.end, end);
  const more = rest.replace(FILLERS, '');
  return more.length === 0 || (more.length === 1 && last.end - last.at > 1 && BESIDE.test(more));
}

function hasState(states: readonly PlacedState[], wanted: TokenState): boolean {
  return states.some(({ mark }) => mark === wanted);
}
