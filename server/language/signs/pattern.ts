/**
 * A regular expression that knows which signs every match must hold, so that it is run only where they stand: most
 * rules concern few texts, and passing one over costs a bit test.
 */
import { neededIn } from './needed-signs.ts';
import { hashOfPair, type SignLists, signLists } from './sign-lists.ts';

export type Pattern = { readonly regex: RegExp; readonly needs: readonly Need[] };
type Need = { readonly word: number; readonly bit: number };
/** Which sets of needed signs a text touches, a bit each. */
export type Cues = Int32Array;

/** More needs than this spare nothing. */
const MOST_NEEDS = 3;
const BITS = 32;
const sets: string[][] = [];
const placeOf = new Map<string, number>();
let lists: SignLists | null = null;

export function pattern(regex: RegExp): Pattern {
  const needs = neededIn(regex.source)
    .slice(0, MOST_NEEDS)
    .map((set) => {
      const signs = [...set].sort();
      const name = signs.join(' ');
      const place = placeOf.get(name) ?? sets.length;
      if (place === sets.length) {
        sets.push(signs);
        lists = null;
      }
      placeOf.set(name, place);
      return { word: Math.floor(place / BITS), bit: 1 << (place % BITS) };
    });
  return { regex, needs };
}

export function patterns(list: readonly RegExp[]): readonly Pattern[] {
  return list.map(pattern);
}

/** The cues of `text` from `start` to `end`, as if nothing stood round it. */
export function cuesOf(text: string, start: number, end: number): Cues {
  lists ??= signLists(sets);
  const { single, pair, list } = lists;
  const cues = new Int32Array((sets.length + BITS - 1) >> 5);
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    mark(cues, list, single[unit] as number, single[unit + 1] as number);
    const hash = hashOfPair(before, unit);
    if (at > start) mark(cues, list, pair[hash] as number, pair[hash + 1] as number);
    before = unit;
  }
  return cues;
}

function mark(cues: Cues, list: Uint16Array, from: number, to: number): void {
  for (let next = from; next < to; next++) {
    const set = list[next] as number;
    cues[set >> 5] = (cues[set >> 5] as number) | (1 << (set & 31));
  }
}

let last: { readonly text: string; readonly cues: Cues } = { text: '', cues: new Int32Array(0) };
/** The cues of a whole text. One reply is asked about by many, one after the other. */
export function cuesIn(text: string): Cues {
  if (text !== last.text || lists === null) last = { text, cues: cuesOf(text, 0, text.length) };
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
  return hits(found, text, cuesIn(text));
}

/** Whether it matches in a text, or in a part of one, with these cues. */
export function hits(found: Pattern, text: string, cues: Cues): boolean {
  return possible(found, cues) && found.regex.test(text);
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
