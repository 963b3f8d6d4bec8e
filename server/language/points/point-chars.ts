/** How many of the characters of a point's wordings a reply says, the rarer the more: what is left when no word is shared. */

import { isParticle } from '../reading/particles.ts';
import { COMMON_CHARS } from './char-weights.ts';
import type { Key } from './keys.ts';
import type { Listening } from './listening.ts';

/** Characters with how much each tells; the two lists run side by side. */
type Chars = { readonly units: Uint16Array; readonly weights: Float64Array; readonly total: number };

/** A point's characters: of each wording, and of those that only right, only wrong or both kinds of wording have. */
export type PointChars = {
  readonly right: readonly Chars[];
  readonly wrong: readonly Chars[];
  readonly plus: Chars;
  readonly minus: Chars;
  readonly shared: Chars;
};

const WEIGHTS = new Map<number, number>();
for (const [weight, chars] of COMMON_CHARS) for (const char of chars) WEIGHTS.set(char.charCodeAt(0), weight);

/** Numbers are compared by meaning, and a yes or no by what it stands beside: neither counts as a character. */
const NO_TOPIC = new Set([...'零一二两三四五六七八九十百千万半不没别无未非']);

function weightOf(unit: number): number {
  return WEIGHTS.get(unit) ?? 1;
}

function unitsOf({ plain, values }: Key): Set<number> {
  const units = new Set<number>();
  for (let at = 0; at < plain.length; at++) {
    const char = plain.charAt(at);
    // 三个工作日: a value is compared by its meaning, unit and all.
    if (values.some((value) => value.start <= at && at < value.end)) continue;
    if (/[\u3400-\u9fffa-z]/.test(char) && !isParticle(char) && !NO_TOPIC.has(char)) units.add(char.charCodeAt(0));
  }
  return units;
}

function charsOf(units: Iterable<number>, holders?: (unit: number) => number): Chars {
  const all = [...units];
  const weights = all.map((unit) => weightOf(unit) * (holders?.(unit) ?? 1));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return { units: Uint16Array.from(all), weights: Float64Array.from(weights), total };
}

/** The characters of a point, once, when content loads. */
export function pointChars(right: readonly Key[], wrong: readonly Key[]): PointChars {
  const good = right.map(unitsOf);
  const bad = wrong.map(unitsOf);
  const inGood = new Set(good.flatMap((units) => [...units]));
  const inBad = new Set(bad.flatMap((units) => [...units]));
  const share = (sets: readonly Set<number>[]) => (unit: number) =>
    0.5 + (0.5 * sets.filter((units) => units.has(unit)).length) / Math.max(sets.length, 1);
  return {
    right: good.map((units) => charsOf(units)),
    wrong: bad.map((units) => charsOf(units)),
    plus: charsOf(
      [...inGood].filter((unit) => !inBad.has(unit)),
      share(good),
    ),
    minus: charsOf(
      [...inBad].filter((unit) => !inGood.has(unit)),
      share(bad),
    ),
    shared: charsOf([...inGood].filter((unit) => inBad.has(unit))),
  };
}

/** More clauses than anybody answers in; a flood is looked through no further. */
const MOST_WINDOWS = 40;

/**
 * Of the listening last looked at, by character: its place in the windows (0 where the reply doesn't say it) and whether
 * the question says it. Most characters of a wording are neither: that is seen without a look-up in any window.
 */
const CODES = new Uint16Array(0x10000);
const ASKED = 1;
const coded: number[] = [];
let lastHeard: Listening | null = null;
let lastWindows: readonly Uint8Array[] = [];

/** Which places every two neighbouring clauses say: not what is asked, taken back or said of another case. */
function windowsOf(heard: Listening): readonly Uint8Array[] {
  if (heard === lastHeard) return lastWindows;
  for (const unit of coded) CODES[unit] = 0;
  coded.length = 0;
  for (const unit of heard.question.chars) code(unit, ASKED);
  const own = heard.reading.clauses
    .slice(0, MOST_WINDOWS)
    .map(({ plain, question, retracted }) => (question || retracted ? '' : plain));
  let places = 0;
  for (const plain of own)
    for (let at = 0; at < plain.length; at++) {
      const unit = plain.charCodeAt(at);
      if ((CODES[unit] as number) <= ASKED) code(unit, ++places << 1);
    }
  lastHeard = heard;
  // The last clause says nothing that it and the one before it don't.
  const starts = own.length > 1 ? own.slice(0, -1) : own;
  lastWindows = starts.map((plain, at) => windowOf(places, plain + (own[at + 1] ?? '')));
  return lastWindows;
}

function windowOf(places: number, text: string): Uint8Array {
  const said = new Uint8Array(places + 1);
  for (let at = 0; at < text.length; at++) said[(CODES[text.charCodeAt(at)] as number) >> 1] = 1;
  return said;
}

function code(unit: number, bits: number): void {
  if (CODES[unit] === 0) coded.push(unit);
  CODES[unit] = (CODES[unit] as number) | bits;
}

export type CharsSaid = {
  /** 0–1: of the nearest right and wrong wording, how much is said in one place or was asked. */
  right: number;
  wrong: number;
  /** How much is said that only right, only wrong, or both kinds of wording have, and the question doesn't. */
  plus: number;
  minus: number;
  shared: number;
  /** The same of plus and minus as shares of what there is. */
  plusShare: number;
  minusShare: number;
};

/** What the question has said already counts half: the reply need not repeat it. */
const GIVEN = 0.5;

/** How many of the point's characters the reply says. */
export function charsSaid(heard: Listening, chars: PointChars): CharsSaid {
  const windows = windowsOf(heard);
  const plus = fresh(windows, chars.plus);
  const minus = fresh(windows, chars.minus);
  return {
    right: nearest(windows, chars.right),
    wrong: nearest(windows, chars.wrong),
    plus,
    minus,
    shared: fresh(windows, chars.shared),
    plusShare: chars.plus.total > 0 ? plus / chars.plus.total : 0,
    minusShare: chars.minus.total > 0 ? minus / chars.minus.total : 0,
  };
}

/** Scratch: codes and weights of the characters looked at that reply or question say. */
const HITS: number[] = [];
const WORTH: number[] = [];

function fresh(windows: readonly Uint8Array[], { units, weights }: Chars): number {
  let hits = 0;
  for (let at = 0; at < units.length; at++) {
    const found = CODES[units[at] as number] as number;
    if (found <= ASKED || (found & ASKED) !== 0) continue;
    HITS[hits] = found;
    WORTH[hits++] = weights[at] as number;
  }
  let most = 0;
  for (const said of windows) {
    let sum = 0;
    for (let at = 0; at < hits; at++) if (said[(HITS[at] as number) >> 1] === 1) sum += WORTH[at] as number;
    most = Math.max(most, sum);
  }
  return most;
}

function nearest(windows: readonly Uint8Array[], wordings: readonly Chars[]): number {
  let most = 0;
  for (const wording of wordings) most = Math.max(most, shareSaid(windows, wording));
  return most;
}

function shareSaid(windows: readonly Uint8Array[], { units, weights, total }: Chars): number {
  let hits = 0;
  let places = 0;
  for (let at = 0; at < units.length; at++) {
    const found = CODES[units[at] as number] as number;
    if (found === 0) continue;
    places |= found >> 1;
    HITS[hits] = found;
    WORTH[hits++] = weights[at] as number;
  }
  if (places === 0) return 0;
  let most = 0;
  for (const said of windows) {
    let sum = 0;
    let own = 0;
    for (let at = 0; at < hits; at++) {
      const found = HITS[at] as number;
      if (said[found >> 1] === 1) own += WORTH[at] as number;
      else if ((found & ASKED) !== 0) sum += (WORTH[at] as number) * GIVEN;
    }
    if (own > 0) most = Math.max(most, (sum + own) / total);
  }
  return most;
}
