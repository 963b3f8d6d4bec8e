/**
 * Paraphrases that mean one thing in this trade (没信儿, 没有消息): before points are compared, reply and wording tell each
 * of them in the words of its line (RULES T141). Words behind `=` look like one and stay as they are.
 */
import type { NormalText } from '#language/reading/normalise.ts';
import table from './same-meaning.json' with { type: 'json' };

const MEANINGS = new Map(
  Object.entries(table).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning])),
);
const LONGEST_FIRST = [...MEANINGS.keys()].sort((a, b) => b.length - a.length);
const PARAPHRASE = new RegExp(LONGEST_FIRST.join('|'), 'g');

/** The text in the words of its meanings, and where each unit came from; no origins where nothing is told otherwise. */
export const inOneMeaning = (text: string): NormalText => {
  const starts: number[] = [];
  const ends: number[] = [];
  let told = '';
  let position = 0;
  const take = (words: string, start: number, end: number): void => {
    for (const _ of words) {
      starts.push(start);
      ends.push(end);
    }
    told += words;
  };
  const takeUntil = (end: number): void => {
    for (; position < end; position++) take(text.charAt(position), position, position + 1);
  };
  for (const { 0: word, index } of text.matchAll(PARAPHRASE)) {
    const meaning = MEANINGS.get(word) ?? '=';
    if (meaning === '=') continue;
    takeUntil(index);
    position = index + word.length;
    take(meaning, index, position);
  }
  if (position === 0) return { text, origins: null };
  takeUntil(text.length);
  return { text: told, origins: { starts, ends } };
};
