/**
 * A regular expression that knows which characters every match must hold, so that it is run only where they stand: most
 * rules concern few texts, and passing one over costs a bit test.
 */
import { neededIn } from './needed-characters.ts';

export type Pattern = { readonly regex: RegExp; readonly needs: readonly Need[] };
type Need = { readonly word: number; readonly bit: number };
/** Which sets of needed characters a text touches. */
export type Cues = Int32Array;

/** More needs than this spare nothing. */
const MOST_NEEDS = 3;
const BITS = 32;
const sets: string[][] = [];
const placeOf = new Map<string, number>();
/** Which row of `rows` is that of a character anything needs; 0 for all others. */
let rowOf = new Uint16Array(0);
let rows = new Int32Array(0);
let words = 0;

export function pattern(regex: RegExp): Pattern {
  const needs = neededIn(regex.source)
    .slice(0, MOST_NEEDS)
    .map((set) => {
      const chars = [...set].sort();
      const name = chars.join('');
      const place = placeOf.get(name) ?? sets.length;
      if (place === sets.length) sets.push(chars);
      placeOf.set(name, place);
      return { word: Math.floor(place / BITS), bit: 1 << (place % BITS) };
    });
  return { regex, needs };
}

export function patterns(list: readonly RegExp[]): readonly Pattern[] {
  return list.map(pattern);
}

export function cuesOf(text: string, start: number, end: number): Cues {
  if (words * BITS < sets.length) layOut();
  const cues = new Int32Array(words);
  for (let at = start; at < end; at++) {
    const row = (rowOf[text.charCodeAt(at)] as number) * words;
    if (row === 0) continue;
    for (let word = 0; word < words; word++) cues[word] = (cues[word] as number) | (rows[row + word] as number);
  }
  return cues;
}

let last: { readonly text: string; readonly cues: Cues } = { text: '', cues: new Int32Array(0) };
/** The cues of a whole text. One reply is asked about by many, one after the other. */
export function cuesIn(text: string): Cues {
  if (text !== last.text || words * BITS < sets.length) last = { text, cues: cuesOf(text, 0, text.length) };
  return last.cues;
}

/** Whether `found` can match at all in a text with these cues. */
export function possible(found: Pattern, cues: Cues): boolean {
  const { needs } = found;
  for (let at = 0; at < needs.length; at++) {
    const need = needs[at] as Need;
    if (((cues[need.word] as number) & need.bit) === 0) return false;
  }
  return true;
}

export function hears(found: Pattern, text: string): boolean {
  return possible(found, cuesIn(text)) && found.regex.test(text);
}

/** Where the first of the patterns that hits hits first. */
export function firstHeard(list: readonly Pattern[], text: string): { start: number; end: number } | null {
  const cues = cuesIn(text);
  for (const one of list) {
    const hit = possible(one, cues) ? one.regex.exec(text) : null;
    if (hit) return { start: hit.index, end: hit.index + hit[0].length };
  }
  return null;
}

function layOut(): void {
  words = Math.ceil(sets.length / BITS);
  const characters = [...new Set(sets.flat())];
  rowOf = new Uint16Array(0x10000);
  rows = new Int32Array((characters.length + 1) * words);
  for (const [index, char] of characters.entries()) rowOf[char.charCodeAt(0)] = index + 1;
  for (const [index, set] of sets.entries()) {
    const word = Math.floor(index / BITS);
    for (const char of set) {
      const at = (rowOf[char.charCodeAt(0)] ?? 0) * words + word;
      rows[at] = (rows[at] ?? 0) | (1 << (index % BITS));
    }
  }
}
