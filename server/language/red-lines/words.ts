/** Word lists, found in one pass over the canonical form of a reply. */

import { type CharSieve, maxSharedChars, sieveFrom } from '#language/reading/char-sieve.ts';
import { isTogether } from '#language/reading/values.ts';

/** In a word `#` stands for a number in any script, `…` for up to four characters of the same clause. */
const NUMBER = '[0-9一二两三四五六七八九十百千几半]{1,6}(?:\\.\\d)?';
const GAP = '[^,。;!?\\n ]{0,4}?';
const SPECIAL = /[#…]/;

type Entry = {
  readonly list: number;
  readonly word: string;
  readonly pattern: RegExp | null;
  readonly requiredChars: string;
};

/** The place of a word of a list. */
export type WordSpan = { readonly start: number; readonly end: number };

/** Places kept for one list: more, as in a flood, tell nothing new. */
const MAX_FOUND = 8;
const NUMBER_STARTS = '0123456789一二两三四五六七八九十百千几半';

/** All lists of the tables by the first two characters of their words, or by the first where the second isn't fixed. */
export class WordIndex {
  private readonly lists: string[] = [];
  private readonly byFirst = new Map<number, Entry[]>();
  private readonly byPair = new Map<number, Entry[]>();

  /** The number of a list; lists with the same words share one. `words`: separated by spaces. */
  add(words: string): number {
    const known = this.lists.indexOf(words);
    if (known >= 0) return known;
    const list = this.lists.push(words) - 1;
    for (const word of new Set(words.split(/\s+/).filter((word) => word !== ''))) {
      const pattern = SPECIAL.test(word) ? new RegExp(patternSource(word), 'y') : null;
      const entry = { list, word, pattern, requiredChars: word.replace(/[#…]/g, '') };
      if (word.length > 1 && !SPECIAL.test(word.slice(0, 2))) {
        addEntry(this.byPair, (word.charCodeAt(0) << 16) | word.charCodeAt(1), entry);
      } else {
        const starts = word.startsWith('#') ? NUMBER_STARTS : word.charAt(0);
        for (const first of starts) addEntry(this.byFirst, first.charCodeAt(0), entry);
      }
    }
    return list;
  }

  /** The places of the words of every list in `text`, by list; at each place the longest word. */
  findIn(text: string): ReadonlyMap<number, WordSpan[]> {
    const found = new Map<number, WordSpan[]>();
    const sieve = sieveFrom(text);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      noteWordsAt(text, index, sieve, this.byFirst.get(unit), found);
      noteWordsAt(text, index, sieve, this.byPair.get((unit << 16) | text.charCodeAt(index + 1)), found);
    }
    return found;
  }
}

/** Notes the words that begin at a place. Not a closure, because making one for every text costs more than its work. */
const noteWordsAt = (
  text: string,
  start: number,
  sieve: CharSieve,
  entries: readonly Entry[] | undefined,
  found: Map<number, WordSpan[]>,
): void => {
  if (entries === undefined) return;
  for (const { list, word, pattern, requiredChars } of entries) {
    if (pattern !== null && maxSharedChars(sieve, requiredChars) < requiredChars.length) continue;
    const end =
      pattern === null ? (text.startsWith(word, start) ? start + word.length : 0) : matchEnd(pattern, text, start);
    if (end === 0 || isCut(text, start, end)) continue;
    const spans = found.get(list);
    const lastSpan = spans?.at(-1);
    if (spans === undefined) found.set(list, [{ start, end }]);
    else if (lastSpan?.start === start) spans[spans.length - 1] = { start, end: Math.max(end, lastSpan.end) };
    else if (spans.length < MAX_FOUND) spans.push({ start, end });
  }
};

const addEntry = (index: Map<number, Entry[]>, key: number, entry: Entry): void => {
  const entries = index.get(key);
  if (entries) entries.push(entry);
  else index.set(key, [entry]);
};

const LATIN = /[a-z]/;
/** Words in which 告 sues and complains of nobody. */
const TELLS = ['告诉', '告知', '告别', '告一段', '报告', '公告', '广告', '通告', '预告', '转告', '警告', '忠告'];

/** Whether a match is cut out of a longer word: tg in photograph is no word, nor is 告 in 告诉 (RULES T99), nor 一块 for together (T179). */
const isCut = (text: string, start: number, end: number): boolean => {
  if (end - start === 1 && text.charAt(start) === '告')
    return TELLS.some((word) => text.startsWith(word, start - word.indexOf('告')));
  if (text.slice(start, end) === '一块' && isTogether(text, start, start + 1)) return true;
  return (
    (LATIN.test(text.charAt(start)) && LATIN.test(text.charAt(start - 1))) ||
    (LATIN.test(text.charAt(end - 1)) && LATIN.test(text.charAt(end)))
  );
};

const patternSource = (word: string): string => {
  return word
    .replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')
    .replaceAll('#', NUMBER)
    .replaceAll('…', GAP);
};

const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
};
