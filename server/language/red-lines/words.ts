/** Word lists, found in one pass over the canonical form of a reply. */

import { type CharSieve, maxSharedChars, sieveFrom } from '#language/reading/char-sieve.ts';

/** In a word `#` stands for a number in any script, `…` for up to four characters of the same clause. */
const NUMBER = '[0-9一二两三四五六七八九十百千几半]{1,6}(?:\\.\\d)?';
const GAP = '[^,。;!?\\n ]{0,4}?';
const SPECIAL = /[#…]/;

type Entry = { readonly list: number; readonly word: string; readonly pattern: RegExp | null; readonly needs: string };

/** The place of a word of a list. */
export type Found = { readonly start: number; readonly end: number };

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
      const pattern = SPECIAL.test(word) ? new RegExp(sourceOf(word), 'y') : null;
      const entry = { list, word, pattern, needs: word.replace(/[#…]/g, '') };
      if (word.length > 1 && !SPECIAL.test(word.slice(0, 2))) {
        keepUnder(this.byPair, (word.charCodeAt(0) << 16) | word.charCodeAt(1), entry);
      } else {
        const starts = word.startsWith('#') ? NUMBER_STARTS : word.charAt(0);
        for (const first of starts) keepUnder(this.byFirst, first.charCodeAt(0), entry);
      }
    }
    return list;
  }

  /** The places of the words of every list in `text`, by list; at each place the longest word. */
  findIn(text: string): ReadonlyMap<number, Found[]> {
    const found = new Map<number, Found[]>();
    const sieve = sieveFrom(text);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      lookAt(text, index, sieve, this.byFirst.get(unit), found);
      lookAt(text, index, sieve, this.byPair.get((unit << 16) | text.charCodeAt(index + 1)), found);
    }
    return found;
  }
}

/** Notes the words that begin at a place. Not a closure, because making one for every text costs more than its work. */
function lookAt(
  text: string,
  at: number,
  sieve: CharSieve,
  entries: readonly Entry[] | undefined,
  found: Map<number, Found[]>,
): void {
  if (entries === undefined) return;
  for (const { list, word, pattern, needs } of entries) {
    if (pattern !== null && maxSharedChars(sieve, needs) < needs.length) continue;
    const end = pattern === null ? (text.startsWith(word, at) ? at + word.length : 0) : endOf(pattern, text, at);
    if (end === 0 || isCut(text, at, end)) continue;
    const there = found.get(list);
    const last = there?.at(-1);
    if (there === undefined) found.set(list, [{ start: at, end }]);
    else if (last?.start === at) there[there.length - 1] = { start: at, end: Math.max(end, last.end) };
    else if (there.length < MAX_FOUND) there.push({ start: at, end });
  }
}

function keepUnder(index: Map<number, Entry[]>, key: number, entry: Entry): void {
  const there = index.get(key);
  if (there) there.push(entry);
  else index.set(key, [entry]);
}

const LATIN = /[a-z]/;

/** Whether a match is cut out of a longer Latin word: tg in photograph is no word. */
function isCut(text: string, start: number, end: number): boolean {
  return (
    (LATIN.test(text.charAt(start)) && LATIN.test(text.charAt(start - 1))) ||
    (LATIN.test(text.charAt(end - 1)) && LATIN.test(text.charAt(end)))
  );
}

function sourceOf(word: string): string {
  return word
    .replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')
    .replaceAll('#', NUMBER)
    .replaceAll('…', GAP);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
