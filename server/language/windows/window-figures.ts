/** What one window of a reply tells about one point, as a row of figures that the trees turn into chances. */

import type { Stated } from '../reading/clauses.ts';
import { rivals, sameValue } from '../reading/same-value.ts';
import type { Value } from '../reading/values.ts';
import type { Compiled } from './compiled.ts';
import type { Heard, HeardClause } from './heard.ts';
import type { PointSlots } from './open-wordings.ts';
import { othersBest } from './others.ts';
import { type Match, matchOf, type Window, weigh } from './windows.ts';
import type { Wording } from './wording.ts';

/** The names of the figures, in their order: the trees are kept with them. */
export const FIGURES = [
  'right.said',
  'right.score',
  'right.chars',
  'right.grams',
  'right.words',
  'right.opposed',
  'right.precision',
  'right.fresh',
  'right.withGiven',
  'right.common',
  'right.commonOfWindow',
  'right.denials',
  'right.partners',
  'right.turned',
  'right.second',
  'wrong.said',
  'wrong.score',
  'wrong.chars',
  'wrong.grams',
  'wrong.words',
  'wrong.opposed',
  'wrong.precision',
  'wrong.fresh',
  'wrong.withGiven',
  'wrong.common',
  'wrong.commonOfWindow',
  'wrong.denials',
  'wrong.partners',
  'wrong.turned',
  'said.margin',
  'score.margin',
  'common.margin',
  'plus',
  'plusFresh',
  'plusWords',
  'plusOpposed',
  'minus',
  'minusFresh',
  'minusWords',
  'minusOpposed',
  'values.essential',
  'values.right',
  'values.rival',
  'values.denied',
  'values.misled',
  'values.ofWording',
  'values.ofWrong',
  'values.margin',
  'values.other',
  'values.echoed',
  'values.wanted',
  'values.wantedRival',
  'values.sole',
  'payer.sole',
  'payer.right',
  'payer.said',
  'payer.fits',
  'actor',
  'others',
  'others.margin',
  'elsewhere.right',
  'elsewhere.value',
  'notBut',
  'echo',
  'weight',
  'length',
  'hedged',
  'conditional',
  'bare',
  'denials',
  'wordings',
  'questions',
  'turned',
] as const;

/** A clause of this weight says little but its value: 要699, 还有88盒, 两点二十前. */
const BARE = 0.9;
/** So much of a right wording beside its value makes a clause speak of the point. */
const FRAMED = 0.3;

const ROW = new Float64Array(FIGURES.length);

/** The window's own figures: what the trees read, and what the policy and the quote need beside them. */
export type Seen = {
  readonly window: Window;
  readonly right: Match | null;
  readonly wrong: Match | null;
  /** A right value is stated, or another of its kind and none that is right. */
  readonly valued: boolean;
  readonly rival: Stated | null;
  /** Most of what the window shares with the nearest right wording is said in the other sense. */
  readonly turned: boolean;
  /** Who pays goes against the point. */
  readonly payerAgainst: boolean;
  /** The fact is a figure or a payer by most right wordings and by the nearest, and the window says none. */
  readonly lacking: boolean;
  /** Next to nothing is said but a value of a kind no other open point has: the right one, or another that was asked for. */
  readonly bareValue: 'right' | 'rival' | null;
  /** The right value is stated about the point: of a kind no other open point has, with some of its words or as was asked for. */
  readonly framed: boolean;
};

/** Fills the row of figures; the array is used again for the next window. */
export function figuresOf(
  heard: Heard,
  keys: Compiled,
  slots: PointSlots,
  window: Window,
  index: number,
): { row: Float64Array; seen: Seen } {
  const { open, clauses } = heard;
  const within = clauses.slice(window.from, window.to + 1);
  const content = within.map((clause) => (clause.mute ? '' : clause.content)).join('');
  const values = within.flatMap((clause) => (clause.mute ? [] : clause.values));
  const [right, second] = nearest(heard, slots.right, window, values, keys.allowed);
  const [wrong] = nearest(heard, slots.wrong, window, values, []);
  const weight = within.reduce((sum, clause) => sum + clause.weight, 0);
  const echoed = within.reduce((sum, clause) => sum + clause.echoed, 0);
  const denials = within.reduce((sum, clause) => sum + clause.denials + (clause.bare < 0 ? 1 : 0), 0);
  const rightWording = right ? (open.wordings[right.slot] as Wording) : null;
  const wrongWording = wrong ? (open.wordings[wrong.slot] as Wording) : null;
  const commonRight = rightWording ? common(rightWording.plain, content) : 0;
  const commonWrong = wrongWording ? common(wrongWording.plain, content) : 0;
  const told = tellValues(keys, values);
  const payer = payerIn(within);
  const others = othersBest(heard, index, window);
  let at = 0;
  const put = (figure: number): void => {
    ROW[at++] = figure;
  };
  putMatch(put, heard, right, weight, content, commonRight, denials);
  put(second?.score ?? 0);
  putMatch(put, heard, wrong, weight, content, commonWrong, denials);
  put((right?.said ?? 0) - (wrong?.said ?? 0));
  put((right?.score ?? 0) - (wrong?.score ?? 0));
  put(share(commonRight, rightWording) - share(commonWrong, wrongWording));
  putFocus(put, heard, slots.plus, window);
  putFocus(put, heard, slots.minus, window);
  put(Math.min(keys.essential.length, 2));
  put(told.right);
  put(told.rival ? 1 : 0);
  put(told.denied);
  put(told.misled);
  put(rightWording ? valuesSaid(rightWording, values, keys.allowed) : -1);
  const ofRight = rightWording ? Math.max(0, valuesSaid(rightWording, values, keys.allowed)) : 0;
  const ofWrong = wrongWording ? Math.max(0, valuesSaid(wrongWording, values)) : 0;
  put(wrongWording ? valuesSaid(wrongWording, values) : -1);
  put(ofRight - ofWrong);
  put(Math.min(told.other, 3));
  put(told.echoed);
  const wants = keys.essential.some((value) => heard.question.wanted.has(value.kind));
  put(wants && told.right > 0 ? 1 : 0);
  put(wants && told.rival !== null ? 1 : 0);
  const rest = open.all.filter((one) => one !== keys);
  const sole = keys.essential.some(
    (value) => !rest.some((one) => one.allowed.some((other) => other.kind === value.kind && other.unit === value.unit)),
  );
  put(sole ? 1 : 0);
  put(keys.payer !== 0 && !rest.some((one) => one.payer !== 0) ? 1 : 0);
  put(keys.payer);
  put(payer);
  put(keys.payer === 0 || payer === 0 ? 0 : keys.payer === payer ? 1 : -1);
  put(rightWording ? actorFit(rightWording, within) : 0);
  put(others);
  put((right?.score ?? 0) - others);
  const elsewhere = saidElsewhere(heard, keys, slots, window);
  put(elsewhere.right);
  put(elsewhere.valued ? 1 : 0);
  put(NOT_BUT.test(heard.reading.text.slice(within[0]?.start ?? 0, within.at(-1)?.end ?? 0)) ? 1 : 0);
  put(weight > 0 ? echoed / weight : 0);
  put(Math.min(weight, 12));
  put(window.to - window.from);
  put(within.some((clause) => clause.hedged) ? 1 : 0);
  put(within.some((clause) => clause.conditional) ? 1 : 0);
  put(within.some((clause) => clause.bare !== 0) ? 1 : 0);
  put(Math.min(denials, 3));
  put(Math.min(keys.right.length, 16));
  put(within.some((clause) => clause.mute) ? 1 : 0);
  put(
    (right && rightWording ? turnedShare(rightWording, right) : 0) -
      (wrong && wrongWording ? turnedShare(wrongWording, wrong) : 0),
  );
  return {
    row: ROW,
    seen: {
      window,
      right,
      wrong,
      valued: told.right > 0,
      rival: told.rival,
      turned: right !== null && rightWording !== null && turnedShare(rightWording, right) > 0.5,
      lacking:
        (keys.essential.length > 0 && told.right === 0 && ofRight === 0 && (rightWording?.values.length ?? 0) > 0) ||
        (keys.payer !== 0 && payer === 0 && (rightWording?.payer ?? 0) !== 0),
      framed:
        sole && told.right === 1 && told.denied === 0 && told.misled === 0 && ((right?.said ?? 0) >= FRAMED || wants),
      bareValue:
        weight > BARE || !sole
          ? null
          : told.right === 1 && told.denied === 0
            ? 'right'
            : wants && told.rival !== null
              ? 'rival'
              : null,
      payerAgainst: keys.payer !== 0 && payer === -keys.payer && !keys.split,
    },
  };
}

/** Beside likeness the values tell which wording is nearest: 最晚明天14点20 before 最晚明天14点30 to who says 两点二十. */
const BY_VALUES = 0.4;

function nearest(
  heard: Heard,
  slots: readonly number[],
  { from, to }: Window,
  values: readonly Stated[],
  allowed: readonly Value[],
): [Match | null, Match | null] {
  let top: Match | null = null;
  let second: Match | null = null;
  let highest = -1;
  for (const slot of slots) {
    if (heard.touched[slot] === 0) continue;
    const match = matchOf(heard, slot, from, to);
    const said = valuesSaid(heard.open.wordings[slot] as Wording, values, allowed);
    const worth = match.score * (said < 0 ? 1 : 1 - BY_VALUES + BY_VALUES * said);
    if (!top || worth > highest) {
      second = top;
      top = match;
      highest = worth;
    } else if (!second || match.score > second.score) second = match;
  }
  return [top, second];
}

type Put = (figure: number) => void;

function putMatch(
  put: Put,
  heard: Heard,
  match: Match | null,
  weight: number,
  content: string,
  commonly: number,
  denials: number,
): void {
  if (!match) {
    for (let i = 0; i < 14; i++) put(0);
    return;
  }
  const wording = heard.open.wordings[match.slot] as Wording;
  const { chars, grams, words } = wording;
  const charsSaid = weigh(chars, match.chars);
  const given = heard.given;
  const givenChars = given[match.slot * 3] as number;
  const givenWords = given[match.slot * 3 + 2] as number;
  const freshOf = chars.total - weigh(chars, givenChars) + words.total - weigh(words, givenWords);
  const fresh = weigh(chars, match.chars & ~givenChars) + weigh(words, match.agreed & ~givenWords);
  put(match.said);
  put(match.score);
  put(part(charsSaid, chars.total));
  put(part(weigh(grams, match.grams), grams.total));
  put(part(weigh(words, match.agreed), words.total));
  put(part(weigh(words, match.opposed & ~match.agreed), words.total));
  put(weight > 0 ? Math.min(1, charsSaid / weight) : 0);
  put(freshOf > 0.3 ? Math.min(1.5, fresh / freshOf) : 0.5);
  put(part(weigh(chars, match.chars | givenChars), chars.total));
  put(share(commonly, wording));
  put(content.length > 0 ? commonly / content.length : 0);
  put(Math.max(-3, Math.min(3, denials - wording.denials)));
  put(part(weigh(chars, match.chars | match.partners), chars.total));
  put(turnedShare(wording, match));
}

const part = (of: number, total: number): number => (total > 0 ? of / total : 0);
const share = (commonly: number, wording: Wording | null): number =>
  wording && wording.plain.length > 0 ? commonly / wording.plain.length : 0;

/** Of the wording's characters that are said, how much is said in the other sense. */
function turnedShare({ chars }: Wording, match: Match): number {
  return part(weigh(chars, match.turned), weigh(chars, match.chars));
}

function putFocus(put: Put, heard: Heard, slot: number, { from, to }: Window): void {
  const { chars, words } = heard.open.wordings[slot] as Wording;
  if (heard.touched[slot] === 0) {
    for (let i = 0; i < 4; i++) put(0);
    return;
  }
  const match = matchOf(heard, slot, from, to);
  const givenChars = heard.given[slot * 3] as number;
  put(Math.min(4, weigh(chars, match.chars)));
  put(Math.min(4, weigh(chars, match.chars & ~givenChars)));
  put(Math.min(3, weigh(words, match.agreed)));
  put(Math.min(3, weigh(words, match.opposed & ~match.agreed)));
}

/** 不是一个月, 不光这个: what stands behind it is denied as such, whatever its own sign. */
const NOT_BUT = /不是|并非|不光|不止|没有说|又没|哪有|谁说|说的是|那是|指的是|才/;

/** The best right wording, and a right value, in clauses outside the window. */
function saidElsewhere(
  heard: Heard,
  keys: Compiled,
  slots: PointSlots,
  { from, to }: Window,
): { right: number; valued: boolean } {
  const valued = heard.clauses.some(
    (clause, at) =>
      (at < from || at > to) &&
      !clause.mute &&
      clause.values.some(
        (value) => !(value.explicit && value.sign < 0) && keys.essential.some((one) => sameValue(one, value)),
      ),
  );
  let right = 0;
  for (let at = 0; at < heard.clauses.length; at++) {
    if (at >= from && at <= to) continue;
    for (const slot of slots.right)
      if (heard.touched[slot] === 1) right = Math.max(right, matchOf(heard, slot, at, at).score);
  }
  return { right, valued };
}

type Told = { right: number; rival: Stated | null; denied: number; misled: number; other: number; echoed: number };

/** How a window's values stand to the point's. */
function tellValues(keys: Compiled, values: readonly Stated[]): Told {
  const told: Told = { right: 0, rival: null, denied: 0, misled: 0, other: 0, echoed: 0 };
  const isRight = (value: Value): boolean => keys.allowed.some((one) => sameValue(one, value));
  for (const value of values) {
    const denied = value.explicit && value.sign < 0;
    if (isRight(value)) {
      if (denied) told.denied = Math.max(told.denied, 0.5);
      told.right = Math.max(told.right, keys.essential.some((one) => sameValue(one, value)) ? 1 : 0.5);
    } else if (keys.misled.some((one) => sameValue(one, value))) {
      if (denied) told.denied = 1;
      else told.misled = 1;
    } else told.other += 1;
  }
  if (told.right > 0 || keys.allowed.length === 0) return told;
  told.rival =
    values.find((value) => !(value.explicit && value.sign < 0) && keys.allowed.some((one) => rivals(one, value))) ??
    null;
  return told;
}

/** 1 all of a wording's values are said, 0 some are missing, −1 it has none. */
function valuesSaid(wording: Wording, values: readonly Stated[], allowed: readonly Value[] = []): number {
  if (wording.values.length === 0) return -1;
  let said = 0;
  // 明天 for 11月13日: of two dates the author's wordings name the one says the other.
  const dated = values.some((value) => value.kind === 'date' && allowed.some((one) => sameValue(one, value)));
  for (const one of wording.values)
    if (values.some((value) => sameValue(one, value)) || (one.kind === 'date' && dated)) said += 1;
  return said / wording.values.length;
}

/** Who pays by the clauses of a window, the last word counting. */
function payerIn(clauses: readonly HeardClause[]): -1 | 0 | 1 {
  return clauses.findLast((clause) => !clause.mute && clause.payer !== 0)?.payer ?? 0;
}

function actorFit(wording: Wording, clauses: readonly HeardClause[]): number {
  if (wording.actor === 0) return 0;
  const said = clauses.find((clause) => clause.actor !== 0)?.actor ?? 0;
  return said * wording.actor;
}

const LENGTHS = new Uint16Array(80 * 80);
/** More characters of a text are not compared. */
export const LONGEST_COMMON = 78;

/** Length of the longest common subsequence of two texts; no more than 78 characters of each are looked at. */
export function common(a: string, b: string): number {
  const n = Math.min(a.length, LONGEST_COMMON);
  const m = Math.min(b.length, LONGEST_COMMON);
  const width = m + 1;
  for (let j = 0; j <= m; j++) LENGTHS[j] = 0;
  for (let i = 1; i <= n; i++) {
    LENGTHS[i * width] = 0;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const at = i * width + j;
      LENGTHS[at] =
        unit === b.charCodeAt(j - 1)
          ? (LENGTHS[at - width - 1] as number) + 1
          : Math.max(LENGTHS[at - width] as number, LENGTHS[at - 1] as number);
    }
  }
  return LENGTHS[n * width + m] as number;
}
