/** What a reply tells about one point, as a row of figures that the fitted weights turn into a verdict. */

import type { Stated } from '../reading/clauses.ts';
import { type Found, findKey } from './matching.ts';
import { actorFit, headFit, headSign, isMostGiven, opposition } from './point-answers.ts';
import { charsSaid } from './point-chars.ts';
import { best, type Judging } from './point-judging.ts';
import { payerMisled, payerSaid, valuesSaid } from './point-values.ts';
import { clauseByClause, elsewhere, type Local, otherOfGroup, saidOf } from './point-words.ts';
import type { Ruled } from './ruled.ts';

export type Row = {
  figures: readonly number[];
  right: Found | null;
  wrong: Found | null;
  /** The clauses that speak most for and most against the point. */
  local: Local;
  /** Another value of the right one's kind, when one is stated. */
  rival: Stated | null;
  /** That other value is in a clause of the point's, or is what was asked for: 24点前都在 tells nothing of an end at 14点. */
  nearRival: boolean;
  /** The right value is stated, wherever. */
  valued: boolean;
  /** Something is said that plainly goes against the point: without it likeness accuses nobody. */
  contrary: boolean;
  /** Of several sums that make the fact less than half are stated. */
  part: boolean;
  /** A day that is right, in a clause with nothing else of the point: 今天天气不错. */
  idle: boolean;
  /** The fact is a figure and none of the right ones is stated. */
  figureLacks: boolean;
  figureless: boolean;
  /** The fact is one figure beside a day at most, and all of it is said but with another figure: 今晚九点前回您. */
  misquoted: boolean;
};

/** Words taken back are no echo of the customer's. */
const TAKEN_BACK = /错|不对|更正|[啊哦]不/;
const MOST_BESIDE = 3;
/** 我看看, 拍张图给我: the answer is still to come. */
const CHECKS =
  /我(?:先|再|去|这就|马上)?(?:看看|看下|看一下|查|核实|核对|确认|问)|帮[您你](?:看|查|核|问|确认)|(?:拍|发|截|传)(?:个|张|段|下|一下|过来|给|我|一张)|稍等/;

function cap(is: number): number {
  return is < 2 ? is : 2;
}

/** The row of one point. */
export function rowOf(point: Judging, ruled: Ruled | null): Row {
  const { heard, keys, said, self } = point;
  const right = best(point, said.right);
  let wrong: Found | null = null;
  for (const { key } of said.wrong) {
    const found = findKey(heard, key, self);
    if (found && (!wrong || found.score > wrong.score)) wrong = found;
  }
  const plus = saidOf(heard, keys.focus.plus, self);
  const minus = saidOf(heard, keys.focus.minus, self, true);
  const shared = saidOf(heard, keys.focus.shared, self);
  const polar = saidOf(heard, keys.focus.polar, self);
  const value = valuesSaid(point);
  const payer = payerSaid(point);
  const r = Math.min(right?.score ?? 0, 1.1);
  const w = Math.min(wrong?.score ?? 0, 1.1);
  const clauses = heard.reading.clauses;
  const local = clauseByClause(heard, keys, self);
  const most = isMostGiven(point);
  const head = most ? headFit(heard, keys) : 0;
  const actor = actorFit(point, right);
  const byRule = ruled?.state === 'covered' ? 1 : 0;
  const againstRule = ruled?.state === 'wrong' ? 1 : 0;
  const unasked = point.asked ? 0 : 1;
  const topic = Math.min(Math.max(right?.partTopic ?? 0, right?.topic ?? 0), 1);
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
    heard.taken[point.all.indexOf(keys)] ?? 0,
    elsewhere(heard, self),
    clauses.some((one) => one.otherCase) ? 1 : 0,
    clauses.some((one) => one.conditional) ? 1 : 0,
    clauses.length <= 2 ? 1 : 0,
    clauses.some((one) => one.govern.some((mark) => mark.sign < 0)) ? 1 : 0,
    point.corrects ? 1 : 0,
    Math.min(local.best, 2),
    Math.min(local.worst, 2),
    head > 0 ? 1 : 0,
    head < 0 ? 1 : 0,
    head === 0 && headSign(heard) !== 0 ? 1 : 0,
    actor > 0 ? 1 : 0,
    actor < 0 ? 1 : 0,
    value.number,
    keys.essential.length > 0 && value.right + value.rival + value.listed === 0 ? 1 : 0,
    value.local,
    most ? 1 : 0,
    Math.min(local.touched, 3),
    byRule,
    againstRule,
    unasked,
    unasked * r,
    unasked * cap(minus.fresh),
    unasked * byRule,
    unasked * againstRule,
    Math.min(clauses.length, 8) / 8,
    CHECKS.test(heard.reading.text) ? 1 : 0,
    clauses.some((one) => one.question) ? 1 : 0,
    Math.min(plus.hits, 4) / 4,
    local.share,
    keys.essential.length > 0 && value.right === 0 ? r : 0,
    r >= 0.8 ? 1 : 0,
    Math.max(-1, Math.min(1, cap(plus.fresh + polar.agreed) - cap(minus.fresh + polar.opposed + plus.opposed))),
    clauses.some((one) => one.retracted) && !TAKEN_BACK.test(heard.reading.text) ? 1 : 0,
    w >= 0.85 && w - r > 0.05 ? 1 : 0,
    againstRule * (ruled && ruled.found.score >= 0.9 ? 1 : 0),
    byRule * (ruled && ruled.found.score >= 0.9 ? 1 : 0),
    payer < 0 ? topic : 0,
    payer > 0 ? topic : 0,
    polar.opposed > 0 && polar.agreed === 0 ? topic : 0,
    polar.agreed > 0 && polar.opposed === 0 ? topic : 0,
  ];
  const misled = payerMisled(point);
  const contrary =
    // 贴身衣物不支持退换 is not said by what it shares with the truth: 退不了.
    w >= (keys.focus.minus.parts.length === 0 ? 0.6 : 0.85) ||
    Math.max(value.rival, value.wrongListed) === 1 ||
    payer < 0 ||
    misled > 0 ||
    head < 0 ||
    Math.max(minus.freshest, polar.opposed, plus.opposed) >= 0.5;
  const worded = plus.agreed + shared.agreed + polar.agreed + minus.opposed > 0.3 || payer > 0 || head > 0;
  const hollow = !worded && value.right > 0 && value.beside > MOST_BESIDE;
  const chars = charsSaid(heard, keys.chars);
  figures.push(
    hollow ? 1 : 0,
    contrary ? 1 : 0,
    chars.right,
    chars.wrong,
    cap(chars.plus),
    cap(chars.minus),
    cap(chars.shared),
    chars.plusShare,
    chars.minusShare,
    chars.right - chars.wrong,
    keys.essential.length > 0 && value.right + value.listed === 0 ? chars.right : 0,
    value.rival * chars.right,
    value.sole,
    value.soleOften,
    Math.max(value.sole, value.soleOften) * (1 - topic),
    misled,
    misled * topic,
    contrary ? 1 - topic : 0,
    plus.opposed >= 0.5 && plus.agreed === 0 ? topic : 0,
    value.wanted > 0 ? 1 : 0,
    value.wanted < 0 ? 1 : 0,
    value.wantedAlone,
  );
  // Where the fact is a figure, no likeness accuses a reply that states none.
  const figureless =
    keys.essential.length > 0 && w < 0.85 && payer >= 0 && Math.max(value.rival, value.wrongListed, value.number) === 0;
  // Field by field: what stands behind a spread is set the slow way.
  return {
    figures,
    right,
    wrong,
    local,
    contrary,
    figureless,
    rival: value.at,
    nearRival: value.at !== null && (value.local > 0 || value.wanted !== 0),
    valued: value.right > 0,
    part: keys.essential.length > 1 && value.right > 0 && value.right < 0.5,
    idle: hollow && value.daysOnly && chars.plus + chars.shared === 0,
    figureLacks: keys.essential.length > 0 && value.right + value.listed === 0,
    misquoted:
      value.right + value.listed === 0 &&
      value.rival === 1 &&
      value.local >= 0.6 &&
      keys.essential.filter(({ kind }) => kind !== 'date').length === 1 &&
      right !== null &&
      right.partTopic >= 0.8 &&
      right.opposed === 0,
  };
}
