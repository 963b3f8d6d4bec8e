/** Figures that another card of the shop has for the same matter, or that belong to another level: right, though not here. */

import { LONGEST_COMMON } from '#language/points/wordings/common-subsequence.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';

/** A clause of a card, its figures left out of the words, and the sentence it stands in. */
export type ShopText = { card: string; words: string; sentence: string; values: readonly Value[] };

const SENTENCE_END = /[。；;!?！？\n]/;
/** Fewer characters in common are no word, and fewer in all make no common matter. */
const [MIN_WORD, MIN_WORDS, MIN_CHARS] = [2, 2, 5];

const withoutFigures = (text: string, values: readonly { start: number; end: number }[], offset: number): string =>
  values
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start - offset)}#${rest.slice(end - offset)}`, text);

/** The clauses with a figure of what stands on cards and pages, and of what each level of the shop answers in. */
export const shopTextsOf = (cards: readonly { id: string; text: string }[]): ShopText[] => {
  return cards.flatMap(({ id, text }) =>
    text.split(SENTENCE_END).flatMap((part) => {
      const { text: sentence, values, clauses } = readText(folded(part));
      return clauses.flatMap(({ start, end }, index): ShopText[] => {
        const own = values.filter(({ clauseIndex }) => clauseIndex === index);
        const words = withoutFigures(sentence.slice(start, end), own, start);
        return own.length === 0 ? [] : [{ card: id, words, sentence, values: own }];
      });
    }),
  );
};

/** Whether two texts share at least two words, of five characters and more together. */
const isSameMatter = (a: string, b: string): boolean => {
  let rest = b;
  let [words, chars] = [0, 0];
  for (let from = 0; from < Math.min(a.length, LONGEST_COMMON); ) {
    let length = 0;
    while (
      from + length < a.length &&
      !a.slice(from, from + length + 1).includes('#') &&
      rest.includes(a.slice(from, from + length + 1))
    )
      length += 1;
    if (length >= MIN_WORD) {
      rest = rest.replace(a.slice(from, from + length), '#');
      words += 1;
      chars += length;
    }
    from += Math.max(1, length);
  }
  return words >= MIN_WORDS && chars >= MIN_CHARS;
};

/** Whether a card other than `card` has the figure of this clause for the same matter (RULES T86). */
export const isOnAnotherCard = (
  { text, clauses, values }: Reading,
  { clauseIndex, ...value }: Reading['values'][number],
  card: string,
  texts: readonly ShopText[],
): boolean => {
  const clause = clauses[clauseIndex];
  if (!clause) return false;
  const own = values.filter((other) => other.clauseIndex === clauseIndex);
  const words = withoutFigures(text.slice(clause.start, clause.end), own, clause.start);
  return texts.some(
    (other) =>
      other.card !== card &&
      other.values.some((right) => right.kind === value.kind && isSameValue(right, value)) &&
      isSameMatter(words, other.words),
  );
};

/** Who answers what the desk may not settle. */
const LEVELS = ['班长', '组长', '主管', '店长', '经理'];
/** How many clauses before its time a level may be named: 报主管了，这就写，2小时内回您. */
const MAX_CLAUSES_BEFORE = 2;

const levelsIn = (text: string): string[] => LEVELS.filter((level) => text.includes(level));

/**
 * Whether a time told is the time of the level that the reply names, where the point is about another: 报主管了，2小时内回您
 * against 我报班长10分钟内回您 (RULES T86).
 */
export const isTimeOfOtherLevel = (
  { text, clauses, values }: Reading,
  { start, end }: { start: number; end: number },
  rightTexts: readonly string[],
  texts: readonly ShopText[],
): boolean => {
  const levelsOfPoint = levelsIn(rightTexts.join(' '));
  if (levelsOfPoint.length === 0) return false;
  const first = clauses.findIndex((clause) => clause.end > start);
  const named = levelsIn(text.slice(clauses[Math.max(0, first - MAX_CLAUSES_BEFORE)]?.start ?? 0, end));
  if (named.length === 0 || named.some((level) => levelsOfPoint.includes(level))) return false;
  const said = values.filter((value) => value.kind === 'duration' && value.start >= start && value.end <= end);
  return (
    said.length > 0 &&
    said.every((value) =>
      texts.some(
        (other) =>
          named.some((level) => other.sentence.includes(level)) &&
          other.values.some((right) => isSameValue(right, value)),
      ),
    )
  );
};

/** 发出以后远的3天左右, 路上还有三天多, 到手一般2-3天: days on the way, counted from when it goes out. */
const ON_THE_WAY =
  /(?:发出|寄出|发货|出库|揽收)(?:以?后|之后|了?起)|路上|途中|到手(?:一般|通常|大概|大约|差不多|估计|预计|也?[要得约])/;

/** Whether a time told is one on the way, where the point is about when it goes out: 付款后48小时内发 (RULES T201). */
export const isTimeOnTheWay = (
  { text, values }: Reading,
  { start, end }: { start: number; end: number },
  rightTexts: readonly string[],
): boolean =>
  ON_THE_WAY.test(text.slice(start, end)) &&
  values.some((value) => value.kind === 'duration' && value.start >= start && value.end <= end) &&
  !rightTexts.some((right) => ON_THE_WAY.test(right));
