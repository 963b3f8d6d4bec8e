/** The words of the lexicon in a text, and how they overlap with its values. */
import { type Word, wordAt } from './lexicon.ts';
import type { Value } from './value.ts';

/** Every word the lexicon knows, the longest at each place, from left to right. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let start = 0;
  while (start < text.length) {
    const longest = wordAt(text, start);
    const word = longest && cutToDenial(text, longest);
    if (word) words.push(word);
    start = word ? word.end : start + 1;
  }
  return words;
}

const DENIAL = '不';

/** In 不上门 不 denies 上门; it isn't 不上 followed by 门. */
function cutToDenial(text: string, word: Word): Word {
  if (word.entry.state !== 'denied-after' || text.charAt(word.start) !== DENIAL) return word;
  const next = wordAt(text, word.start + 1);
  if (!next || next.end <= word.end) return word;
  const denial = wordAt(DENIAL, 0);
  return denial ? { entry: denial.entry, start: word.start, end: word.start + 1 } : word;
}

/** Whether a word contains a value and more: 7天无理由 is a name, not a duration. */
function covers(word: Word, value: Value): boolean {
  if (word.entry.concepts.length === 0 && word.entry.state === null) return false;
  return word.start <= value.start && word.end >= value.end && word.end - word.start > value.end - value.start;
}

/** Whether a value hides a word. A date doesn't hide words inside it: 晚 of 今晚 stays a word. */
function overlaps(word: Word, value: Value): boolean {
  if (word.start >= value.end || word.end <= value.start) return false;
  return value.kind !== 'date' || word.start === value.start;
}

export function overlapsAny(word: Word, values: readonly Value[]): boolean {
  for (const value of values) if (overlaps(word, value)) return true;
  return false;
}

/** Values that are no part of a longer word (七天无理由). Both lists run from left to right. */
export function uncoveredValues(values: Value[], words: readonly Word[]): Value[] {
  if (values.length === 0) return values;
  let first = 0;
  return values.filter((value) => {
    while ((words[first]?.end ?? Number.POSITIVE_INFINITY) <= value.start) first += 1;
    for (let index = first; (words[index]?.start ?? Number.POSITIVE_INFINITY) < value.end; index++)
      if (covers(words[index] as Word, value)) return false;
    return true;
  });
}
