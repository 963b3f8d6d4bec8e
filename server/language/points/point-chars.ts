/** How many of the characters of a point's wordings a reply says, the rarer the more: what is left when no word is shared. */
import { isParticle } from '../reading/clauses.ts';
import { COMMON_CHARS } from './char-weights.ts';
import type { Key } from './keys.ts';
import { loneId } from './keys.ts';
import type { Listening } from './listening.ts';

/** Characters with how much each tells; the two lists run side by side. */
type Chars = { readonly units: readonly number[]; readonly weights: readonly number[]; readonly total: number };

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
  return { units: all, weights, total: weights.reduce((sum, one) => sum + one, 0) };
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

/** The characters of every two neighbouring clauses: not what is asked, taken back or said of another case. */
function unitsSaid(heard: Listening): readonly ReadonlySet<number>[] {
  if (heard.units) return heard.units;
  const own = heard.reading.clauses
    .slice(0, MOST_WINDOWS)
    .map(({ plain, question, retracted }) => (question || retracted ? '' : plain));
  heard.units = own.map((plain, at) => {
    const units = new Set<number>();
    const text = plain + (own[at + 1] ?? '');
    for (let index = 0; index < text.length; index++) units.add(text.charCodeAt(index));
    return units;
  });
  return heard.units;
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
  const units = unitsSaid(heard);
  const plus = fresh(heard, units, chars.plus);
  const minus = fresh(heard, units, chars.minus);
  return {
    right: nearest(heard, units, chars.right),
    wrong: nearest(heard, units, chars.wrong),
    plus,
    minus,
    shared: fresh(heard, units, chars.shared),
    plusShare: chars.plus.total > 0 ? plus / chars.plus.total : 0,
    minusShare: chars.minus.total > 0 ? minus / chars.minus.total : 0,
  };
}

function fresh(heard: Listening, windows: readonly ReadonlySet<number>[], { units, weights }: Chars): number {
  let most = 0;
  for (const said of windows) {
    let sum = 0;
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] ?? 0;
      if (said.has(unit) && !heard.question.given.has(loneId(unit))) sum += weights[at] ?? 0;
    }
    most = Math.max(most, sum);
  }
  return most;
}

function nearest(heard: Listening, windows: readonly ReadonlySet<number>[], wordings: readonly Chars[]): number {
  let most = 0;
  for (const said of windows) for (const wording of wordings) most = Math.max(most, shareSaid(heard, said, wording));
  return most;
}

function shareSaid(heard: Listening, said: ReadonlySet<number>, { units, weights, total }: Chars): number {
  let sum = 0;
  let own = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    if (said.has(unit)) own += weights[at] ?? 0;
    else if (heard.question.given.has(loneId(unit))) sum += (weights[at] ?? 0) * GIVEN;
  }
  return own > 0 ? (sum + own) / total : 0;
}
