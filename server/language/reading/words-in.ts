/** The words of the lexicon and the names of goods in a text, and how they overlap with its values. */
import { type Word, wordAt } from './lexicon.ts';
import type { Value } from './value.ts';

/** Every word the lexicon knows, the longest at each place, from left to right. */
export const wordsIn = (text: string): Word[] => {
  const words: Word[] = [];
  let start = 0;
  while (start < text.length) {
    const longest = wordAt(text, start);
    const word = longest && cutToDenial(text, longest);
    if (word) words.push(word);
    start = word ? word.end : start + 1;
  }
  return words;
};

const DENIAL = '不';

/** In 不上门 不 denies 上门; it isn't 不上 followed by 门. */
const cutToDenial = (text: string, word: Word): Word => {
  if (word.entry.state !== 'denied-after' || text.charAt(word.start) !== DENIAL) return word;
  const next = wordAt(text, word.start + 1);
  if (!next || next.end <= word.end) return word;
  const denial = wordAt(DENIAL, 0);
  return denial ? { entry: denial.entry, start: word.start, end: word.start + 1 } : word;
};

/** Whether a word contains a value and more: 7天无理由 is a name, not a duration. */
const covers = (word: Word, value: Value): boolean => {
  if (word.entry.concepts.length === 0 && word.entry.state === null) return false;
  return word.start <= value.start && word.end >= value.end && word.end - word.start > value.end - value.start;
};

/** Whether a value hides a word. A date doesn't hide words inside it: 晚 of 今晚 stays a word. */
const overlaps = (word: Word, value: Value): boolean => {
  if (word.start >= value.end || word.end <= value.start) return false;
  return value.kind !== 'date' || word.start === value.start;
};

export const overlapsAny = (word: Word, values: readonly Value[]): boolean => {
  for (const value of values) if (overlaps(word, value)) return true;
  return false;
};

/** Values that are no part of a longer word (七天无理由). Both lists run from left to right. */
export const uncoveredValues = (values: Value[], words: readonly Word[]): Value[] => {
  if (values.length === 0) return values;
  let first = 0;
  return values.filter((value) => {
    while ((words[first]?.end ?? Number.POSITIVE_INFINITY) <= value.start) first += 1;
    for (let index = first; (words[index]?.start ?? Number.POSITIVE_INFINITY) < value.end; index++)
      if (covers(words[index] as Word, value)) return false;
    return true;
  });
};

/** The unit of a figure in a name: it equals the same figure in a name and nothing else. */
const NAME_FIGURE_UNIT = '款';
/** Names of so few characters are common words (霜, 米饭), which say nothing of the figures in them. */
const LONGEST_COMMON_NAME = 2;
/** A name tells more than its figure by at least as many characters: 5L, which many say of its size, is none. */
const MIN_REST = 2;

/**
 * The values with those in goods' names as figures of a name: the 5 of 5号羽毛球拍 is no day, the 3 of 3支装护手霜 no number of
 * pieces, and neither is money. A quantity that closes a name (护手霜三支) stays one.
 */
export const withNamedFigures = (
  text: string,
  values: readonly Value[],
  names: readonly string[],
): readonly Value[] => {
  if (values.length === 0) return values;
  const places = names.flatMap((name) => placesOf(text, name));
  if (places.length === 0) return values;
  return values.map((value) => {
    const place = places.find(({ start, end }) => value.start >= start && value.start < end);
    if (!place || place.end - place.start - (value.end - value.start) < MIN_REST) return value;
    if (value.kind === 'measure' && value.end >= place.end) return value;
    // A span (7到8) in a name is one figure, the one it ends with.
    return {
      ...value,
      kind: 'measure',
      unit: NAME_FIGURE_UNIT,
      low: value.quantity,
      end: Math.min(value.end, place.end),
    };
  });
};

const placesOf = (text: string, name: string): { start: number; end: number }[] => {
  const places: { start: number; end: number }[] = [];
  for (
    let at = text.indexOf(name);
    at >= 0 && name.length > LONGEST_COMMON_NAME;
    at = text.indexOf(name, at + name.length)
  )
    places.push({ start: at, end: at + name.length });
  return places;
};
