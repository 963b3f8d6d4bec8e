import type { Party } from '#language/terms/party.ts';
import { besideOf, isGoneBy, passGoneBack, spreadGone } from './aside.ts';
import { isBreak, isCondition } from './breaks.ts';
import type { Reading } from './clause.ts';
import {
  caseKindsIn,
  passAskingElsewhereOn,
  passBareAnswersBack,
  passCasesOn,
  passChoiceBack,
  retractCorrected,
} from './clause-cases.ts';
import { conceptId, type TokenState, type Word } from './lexicon.ts';
import { actorIn, asksIn, echoesOrSpeaksOfOthers } from './moods.ts';
import { plainOf } from './particles.ts';
import {
  endConditions,
  ownPolarity,
  ownState,
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
import { overlapsAny, uncoveredValues, withNamedFigures, wordsIn } from './words-in.ts';

/** More clauses than anybody types in one turn; the rest of a flood is not read. */
const MAX_CLAUSES = 240;
/** Nobody types on without a mark for longer. A flood is cut here, so that work done clause by clause stays linear. */
const LONGEST_CLAUSE = 160;
const TIME_LIMIT = /^(?:钟|整)?(?:之前|以前|前|之内|以内|内)(?!天|台)/;

/** 才 behind one of these tells a time (等到25号才能发); otherwise it sets a case (质量问题才是我们出). */
const TIME_KINDS = new Set<Value['kind']>(['date', 'clock', 'duration']);

/** Words around a bare yes or no that add nothing: 可以的哈宝妈. */
const FILLERS =
  /亲爱的|宝[妈贝宝子]?|小?姐姐?|小?哥哥?|老板|兄弟|美女|帅哥|朋友|老铁|家人们?|当然|肯定|绝对|完全|确实|必须|应该|真|嘞|呗|哇|哟|嗷|呐|捏|勒|咧|啵|[\ue000-\ue003]/g;
const HARMLESS_CHAR = /[都也就全嗯额呃对好噻撒嗦个来用做去办弄搞]/;

/** Characters behind 不过 that make it a denial (不过敏, 不过期, 不过关); otherwise 不过 begins another clause. */
const NOT_HOWEVER = new Set([...'敏期关硬分脑']);

const COURIER = conceptId('courier');
const FREIGHT = conceptId('freight');
const VOW = conceptId('vow');

/** Reads folded text into clauses, concept tokens with their polarity, and typed values. Linear in its length. `goodsNames`: folded. */
export const readText = (text: string, goodsNames: readonly string[] = []): Reading => {
  const words = wordsIn(text);
  const reading: Reading = { text, clauses: [], tokens: [], values: [], lexiconWords: words };
  const values = withNamedFigures(text, uncoveredValues(valuesIn(text), words), goodsNames);
  let wordIndex = 0;
  let valueIndex = 0;
  let start = 0;
  while (start < text.length && reading.clauses.length < MAX_CLAUSES) {
    const clauseWords: Word[] = [];
    let end = start;
    while (end < text.length && end - start < LONGEST_CLAUSE && !isBreak(text, end) && !isCondition(text, start, end)) {
      const next = words[wordIndex];
      if (next?.start === end) {
        const isBreaking =
          next.entry.state === 'break' && !(text.startsWith('不过', end) && NOT_HOWEVER.has(text.charAt(end + 2)));
        const opensClause = isBreaking || (next.entry.state === 'if' && text.charAt(end) !== '的');
        if (opensClause && end > start) break;
        clauseWords.push(next);
        wordIndex += 1;
        end = next.end;
        if (next.entry.state === 'if' && text.startsWith('的话', next.start)) break;
      } else end += 1;
    }
    const clauseValues: Value[] = [];
    for (let next = values[valueIndex]; next && next.start < end; next = values[++valueIndex]) clauseValues.push(next);
    if (end > start) readClause(reading, start, end, clauseWords, clauseValues);
    start = end;
    while (start < text.length && isBreak(text, start)) start += 1;
  }
  passBareAnswersBack(reading);
  passChoiceBack(reading);
  passAskingElsewhereOn(reading);
  passCasesOn(reading);
  passGoneBack(reading);
  retractCorrected(reading);
  return reading;
};

/** Reads the clause `[start, end)` with the words and values that begin in it, and adds it with its tokens and values. */
const readClause = (
  reading: Reading,
  start: number,
  end: number,
  allWords: readonly Word[],
  values: readonly Value[],
): void => {
  const { text } = reading;
  const { states, words } = statesAndWords(text, allWords, values);
  const ownText = text.slice(start, end);
  // With the mark behind it: a question mark makes a question.
  const textWithMark = text.slice(start, Math.min(end + 1, text.length));
  const payer = payerByExpression(ownText) ?? payerByWords(states, values, text);
  const polarityWords = polarityWordsIn(states, payer !== null, words);
  endConditions(polarityWords, text, end);
  const weight = addTokens(reading, words, polarityWords, payer, end) + values.length;
  if (payer !== null) addFreight(reading, words, payer);
  addValues(reading, values, polarityWords, { start, end });
  reading.clauses.push({
    start,
    end,
    isQuestion: asksIn(textWithMark),
    // {时间}前给您回话: a quick reply with an unfilled variable states nothing.
    isRetracted: echoesOrSpeaksOfOthers(ownText) || textWithMark.includes('{') || isCondition(text, start, end),
    actor: actorIn(textWithMark),
    caseKinds: caseKindsIn(words, states),
    holdsUnder: [],
    isConditional: hasState(states, 'if'),
    isOfOtherCase: states.some(
      (placed) =>
        placed.state === 'only-if' && !values.some((value) => TIME_KINDS.has(value.kind) && value.end <= placed.start),
    ),
    isHedged: hasState(states, 'hedge'),
    barePolarity:
      words.length === 0 && values.length === 0 ? barePolarityOf(text, start, end, payer, polarityWords.at(-1)) : null,
    weight,
    polarityWords,
    payer,
    plain: plainOf(text, start, end),
  });
};

/** A clause's words by what they do: states turn its sense, the others tell something. */
const statesAndWords = (
  text: string,
  allWords: readonly Word[],
  values: readonly Value[],
): { states: PlacedState[]; words: Word[] } => {
  const states: PlacedState[] = [];
  const words: Word[] = [];
  for (const word of allWords) {
    // A date doesn't hide the word for the half of the day in it: 晚 of 今晚 stays a word.
    if (overlapsAny(word, values)) continue;
    // 不到 is a denial in 改不到 but part of the measure in 不到10块.
    if (text.startsWith('不到', word.start) && values.some((value) => value.start === word.end)) continue;
    const { state, ownSign, concepts } = word.entry;
    if (state) states.push({ state, start: word.start, end: word.end });
    else if (ownSign !== 0) states.push(ownState(text, states, word));
    if (concepts.length > 0) words.push(word);
  }
  return { states, words };
};

/** Adds a token for each concept of the clause's words; returns their weight, all together. */
const addTokens = (
  reading: Reading,
  words: readonly Word[],
  polarityWords: readonly PolarityWord[],
  payer: Party | null,
  clauseEnd: number,
): number => {
  const clauseIndex = reading.clauses.length;
  let weight = 0;
  for (const word of words) {
    const clausePolarity = polarityAt(polarityWords, word.start, word.end, payer);
    const { weightShare, concepts } = word.entry;
    for (const { id, weight: fullWeight, group, ownSign: conceptSign } of concepts) {
      // 厚 is denied by 不 like any word (不厚); 薄 is the opposite of 厚 by itself.
      const ownSign = word.entry.ownSign || (conceptSign < 0 ? conceptSign : 0);
      const wordPolarity = ownSign === 0 ? clausePolarity : ownPolarity(ownSign, polarityWords, word.start);
      const { sign, isExplicit, axis } =
        id === VOW ? vowPolarity(polarityWords, word, reading.text.slice(word.end, clauseEnd)) : wordPolarity;
      const { start, end: wordEnd } = word;
      reading.tokens.push({
        id,
        weight: fullWeight * weightShare,
        group,
        start,
        end: wordEnd,
        clauseIndex,
        sign,
        isExplicit,
        axis,
      });
      weight += fullWeight * weightShare;
    }
  }
  return weight;
};

/** 快递您先付: beside a payer 快递 means the fee for the parcel. */
const addFreight = (reading: Reading, words: readonly Word[], payer: Party): void => {
  const parcel = words.find((word) => word.entry.concepts.some(({ id }) => id === COURIER));
  if (!parcel) return;
  const { start, end } = parcel;
  const { sign, isExplicit, axis } = payerPolarity(payer);
  const clauseIndex = reading.clauses.length;
  reading.tokens.push({ id: FREIGHT, weight: 1, group: 0, start, end, clauseIndex, sign, isExplicit, axis });
};

const addValues = (
  reading: Reading,
  values: readonly Value[],
  polarityWords: readonly PolarityWord[],
  span: { start: number; end: number },
): void => {
  const { text, clauses } = reading;
  for (const value of values) {
    const isMoney = value.kind === 'number' && value.quantity >= 1 && isSum(text, value.start);
    const kind = isMoney ? 'amount' : value.kind;
    reading.values.push({
      ...signedValue(value, polarityAt(polarityWords, value.start, value.end, null), clauses.length, kind),
      isTimeLimit: TIME_LIMIT.test(text.slice(value.end, value.end + 3)),
      ...(isGoneBy(text, span, value) && { isGone: true }),
      ...besideOf(text, span, value),
    });
    spreadGone(reading.values);
  }
};

/** The yes or no of a clause without words or values of its own, or the payer it names; null for any other. */
const barePolarityOf = (
  text: string,
  start: number,
  end: number,
  payer: Party | null,
  lastPolarityWord: PolarityWord | undefined,
): Polarity | null => {
  if (payer !== null) return payerPolarity(payer);
  return lastPolarityWord && isBareAnswer(text, start, end, lastPolarityWord)
    ? { sign: lastPolarityWord.sign, isExplicit: true, axis: 'fact' }
    : null;
};

/** Whether a clause is only a yes or no with words that add nothing: 可以的哈 is, 你有病吧 isn't. */
const isBareAnswer = (text: string, start: number, end: number, polarityWord: PolarityWord): boolean => {
  const plainRest = plainOf(text, start, polarityWord.start) + plainOf(text, polarityWord.end, end);
  const remainder = plainRest.replace(FILLERS, '');
  return (
    remainder.length === 0 ||
    (remainder.length === 1 && polarityWord.end - polarityWord.start > 1 && HARMLESS_CHAR.test(remainder))
  );
};

const hasState = (states: readonly PlacedState[], wanted: TokenState): boolean =>
  states.some(({ state }) => state === wanted);
