/** What a reply tells about one point, as a row of figures that the fitted weights turn into a verdict. */
import type { Key } from './keys.ts';
import { AGREE, type Listening, MARKS, OPPOSE, UNCLEAR } from './listening.ts';
import { type Found, findKey } from './matching.ts';
import { best, type Judging } from './point-judging.ts';
import { rivals, sameValue } from './values.ts';

/** How much of a focus key is said with its sense, against it, or in a sense that isn't told. */
type Said = { agreed: number; strongest: number; opposed: number; fresh: number; freshest: number; unclear: number };

export type Row = { figures: readonly number[]; right: Found | null; wrong: Found | null };

export const FIGURES = [
  'right',
  'right.topic',
  'right.answers',
  'wrong',
  'wrong.topic',
  'right-wrong',
  'right.missing',
  'opposed',
  'plus.fresh',
  'plus.freshest',
  'plus.given',
  'plus.opposed',
  'minus.fresh',
  'minus.freshest',
  'minus.given',
  'minus.opposed',
  'shared.agreed',
  'shared.opposed',
  'polar.agreed',
  'polar.opposed',
  'polar.none',
  'unclear',
  'group.other',
  'value.right',
  'value.none',
  'value.rival',
  'value.listed',
  'value.wrongListed',
  'value.topic',
  'payer.right',
  'payer.wrong',
  'payer.none',
  'taken',
  'elsewhere',
  'otherCase',
  'conditional',
  'alone',
  'short',
  'denies',
  'corrects',
] as const;

/** The row of one point. */
export function rowOf(point: Judging): Row {
  const { heard, keys, self } = point;
  const right = best(point, keys.right);
  let wrong: Found | null = null;
  for (const { key } of keys.wrong) {
    const found = findKey(heard, key, self);
    if (found && (!wrong || found.score > wrong.score)) wrong = found;
  }
  const plus = saidOf(heard, keys.focus.plus, self);
  const minus = saidOf(heard, keys.focus.minus, self);
  const shared = saidOf(heard, keys.focus.shared, self);
  const polar = saidOf(heard, keys.focus.polar, self);
  const value = valuesSaid(point);
  const payer = payerSaid(point);
  const r = Math.min(right?.score ?? 0, 1.1);
  const w = Math.min(wrong?.score ?? 0, 1.1);
  const clauses = heard.reading.clauses;
  const cap = (is: number): number => Math.min(is, 2);
  const figures = [
    r,
    Math.min(right?.topic ?? 0, 1),
    right?.answers ? 1 : 0,
    w,
    Math.min(wrong?.topic ?? 0, 1),
    r - w,
    right ? 0 : 1,
    opposition(point),
    cap(plus.fresh),
    cap(plus.freshest),
    cap(plus.agreed - plus.fresh),
    cap(plus.opposed),
    cap(minus.fresh),
    cap(minus.freshest),
    cap(minus.agreed - minus.fresh),
    cap(minus.opposed),
    cap(shared.agreed),
    cap(shared.opposed),
    cap(polar.agreed),
    cap(polar.opposed),
    keys.focus.polar.parts.length === 0 ? 1 : 0,
    cap(plus.unclear + polar.unclear),
    otherOfGroup(heard, keys.focus.plus) ? 1 : 0,
    value.right,
    keys.essential.length === 0 ? 1 : 0,
    value.rival,
    value.listed,
    value.wrongListed,
    value.rival * Math.min(right?.partTopic ?? 0, 1),
    payer > 0 ? 1 : 0,
    payer < 0 ? 1 : 0,
    keys.right.some((key) => key.payer !== 0) ? 0 : 1,
    takenShare(heard, keys.right),
    elsewhere(heard, self),
    clauses.some((one) => one.otherCase) ? 1 : 0,
    clauses.some((one) => one.conditional) ? 1 : 0,
    heard.open.all.length === 1 ? 1 : 0,
    clauses.length <= 2 ? 1 : 0,
    clauses.some((one) => one.govern.some((mark) => mark.sign < 0)) ? 1 : 0,
    point.corrects ? 1 : 0,
  ];
  return { figures, right, wrong };
}

function saidOf(heard: Listening, key: Key, self: number): Said {
  const said: Said = { agreed: 0, strongest: 0, opposed: 0, fresh: 0, freshest: 0, unclear: 0 };
  const slot = heard.open.slots.get(key) ?? -1;
  const first = (heard.from[slot] ?? 0) - 1;
  if (slot < 0 || first < 0) return said;
  let agree = 0;
  let oppose = 0;
  let unclear = 0;
  let near = 0;
  for (let clause = first; clause < heard.reading.clauses.length; clause++) {
    const at = (slot * heard.room + clause) * MARKS;
    agree |= heard.marks[at + AGREE] ?? 0;
    oppose |= heard.marks[at + OPPOSE] ?? 0;
    unclear |= heard.marks[at + UNCLEAR] ?? 0;
    const claims = heard.claims[clause] ?? 0;
    if (claims === 0 || (claims & self) !== 0) near |= (heard.marks[at + AGREE] ?? 0) | (heard.marks[at + OPPOSE] ?? 0);
  }
  const given = heard.given[slot] ?? 0;
  for (let index = 0; index < key.parts.length; index++) {
    const bit = 1 << index;
    const weight = (key.parts[index]?.weight ?? 0) * (near & bit ? 1 : 0.5);
    if (agree & bit && !(oppose & bit)) {
      said.agreed += weight;
      said.strongest = Math.max(said.strongest, weight);
      if (!(given & bit)) {
        said.fresh += weight;
        said.freshest = Math.max(said.freshest, weight);
      }
    } else if (oppose & bit) said.opposed += weight;
    else if (unclear & bit) said.unclear += weight;
  }
  return said;
}

/** The plainest denial of a right wording. */
function opposition({ heard, keys, self }: Judging): number {
  let most = 0;
  for (const key of keys.right) {
    const found = findKey(heard, key, self, true);
    if (!found || found.otherCase || found.partTopic < 0.5 || found.direct < 0.25) continue;
    most = Math.max(most, found.opposed - found.agreed * 0.6);
  }
  return Math.min(most, 1);
}

function otherOfGroup(heard: Listening, key: Key): boolean {
  for (const part of key.parts) {
    if (part.group === 0) continue;
    for (const token of heard.reading.tokens) {
      if (token.group === part.group && token.id !== part.id && token.sign > 0)
        return !key.parts.some((one) => one.id === token.id);
    }
  }
  return false;
}

function valuesSaid({ heard, keys, all, self }: Judging): {
  right: number;
  rival: number;
  listed: number;
  wrongListed: number;
} {
  const said = { right: 0, rival: 0, listed: 0, wrongListed: 0 };
  for (const value of heard.reading.values) {
    const clause = heard.reading.clauses[value.clause];
    if (!clause || clause.question) continue;
    const denied = value.explicit && value.sign < 0;
    const claims = heard.claims[value.clause] ?? 0;
    const near = claims === 0 || (claims & self) !== 0 ? 1 : 0.5;
    if (keys.essential.some((right) => sameValue(right, value))) {
      if (!denied) said.right = Math.max(said.right, near);
    } else if (keys.allowed.some((right) => sameValue(right, value))) said.listed = Math.max(said.listed, near);
    else if (!denied) {
      if (keys.misled.some((one) => sameValue(one, value))) said.wrongListed = Math.max(said.wrongListed, near);
      const foreign = all.some((other) => other !== keys && other.allowed.some((right) => sameValue(right, value)));
      if (!foreign && keys.essential.some((right) => rivals(right, value)))
        said.rival = Math.max(said.rival, clause.conditional || clause.otherCase ? near * 0.5 : near);
    }
  }
  return said;
}

function payerSaid({ heard, keys }: Judging): number {
  const payer = keys.right.find((key) => key.payer !== 0)?.payer ?? 0;
  if (payer === 0) return 0;
  let agree = 0;
  for (let clause = 0; clause < heard.payers.length; clause++) {
    const one = heard.reading.clauses[clause];
    if (one?.question || one?.otherCase || heard.payers[clause] === 0) continue;
    agree = heard.payers[clause] === payer ? 1 : agree || -1;
  }
  return agree;
}

/** How much of the nearest right wording the question already says. */
function takenShare(heard: Listening, right: readonly Key[]): number {
  let most = 0;
  for (const key of right) {
    const given = heard.given[heard.open.slots.get(key) ?? -1] ?? 0;
    let share = 0;
    for (let index = 0; index < key.parts.length; index++)
      if (given & (1 << index)) share += key.parts[index]?.weight ?? 0;
    most = Math.max(most, share / Math.max(key.total, 0.1));
  }
  return most;
}

/** Share of what is said that other points claim. */
function elsewhere(heard: Listening, self: number): number {
  let all = 0;
  let others = 0;
  for (let clause = 0; clause < heard.reading.clauses.length; clause++) {
    const weight = (heard.reading.clauses[clause]?.weight ?? 0) + 0.1;
    all += weight;
    const claims = heard.claims[clause] ?? 0;
    if (claims !== 0 && (claims & self) === 0) others += weight;
  }
  return all > 0 ? others / all : 0;
}
