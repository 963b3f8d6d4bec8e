/** Where the fitted chances of a point become a verdict on it. */
import { conceptId } from '../reading/lexicon.ts';
import type { Found } from './matching.ts';
import type { Chances } from './point-chances.ts';
import type { Row } from './point-features.ts';
import type { Judging } from './point-judging.ts';
import { isRefused, isSpared, type Ruled } from './ruled.ts';
import { areOthers } from './things.ts';
import { isOthersDeed } from './wrong-answers.ts';

/** Where the fitted chances become a verdict. One of wrong costs a mark only at `SURE_WRONG` and more. */
const SURE_COVERED = 0.48;
const LIKELY_WRONG = 0.4;
/** A rule that fires this plainly needs only as much of a chance. */
const FIRM = 0.66;
const FIRM_CHANCE = 0.3;
/** An author of many wordings has said what to listen for: likeness beyond them must be surer. */
const FEW_WORDINGS = 4;
const SURE_OF_MANY = 0.75;
const SURE_WITHOUT_FIGURE = 0.65;
const SURE_WRONG_OF_MANY = 0.9;
/** A fact that is a figure, told without one: 年底就没了. */
const SURE_OF_UNFIGURED = 0.8;
/** Everything a right wording says is said. */
export const WHOLE = 0.95;

/** What the chances of one point amount to; null when they settle nothing. */
export function stateOf(
  { covered, wrong }: Chances,
  point: Judging,
  row: Row,
  ruled: Ruled | null,
): 'covered' | 'wrong' | null {
  if (speaksOfOthers(point)) return null;
  // 您联系快递核实一下 leaves to the customer what the shop is to do: the same words, the opposite offer.
  const left = ruled?.state === 'covered' && ruled.found.key.actor > 0 && isOthersDeed(point, ruled.found);
  if (left) return null;
  const firm = ruled && ruled.found.score >= FIRM ? ruled.state : null;
  if (firm === 'covered' && (covered >= FIRM_CHANCE || (ruled?.found.score ?? 0) >= WHOLE)) return 'covered';
  if (firm === 'wrong' && wrong >= FIRM_CHANCE && point.asked && row.contrary) return isSpared(point) ? null : 'wrong';
  if (vows(point)) return point.asked && !isSpared(point) ? 'wrong' : null;
  if (row.misquoted && point.asked && ruled?.state !== 'covered') return isSpared(point) ? null : 'wrong';
  const many = point.keys.right.length > FEW_WORDINGS;
  if (wrong >= (many && ruled?.state !== 'wrong' ? SURE_WRONG_OF_MANY : LIKELY_WRONG) && wrong > covered) {
    const bare = ruled?.state !== 'wrong' && (!point.asked || (row.figureless && wrong < SURE_WITHOUT_FIGURE));
    const undone = ruled?.state !== 'wrong' && row.wrong && isUndone(point, row.wrong);
    return bare || undone || isSpared(point) ? null : 'wrong';
  }
  if (ruled?.state !== 'covered' && (row.part || row.idle || (row.figureLacks && covered < SURE_OF_UNFIGURED)))
    return null;
  const likely = many ? SURE_OF_MANY : SURE_COVERED;
  const enough = ruled?.state !== 'covered' ? likely : many ? FIRM_CHANCE : SURE_COVERED;
  if (!point.asked && ruled?.state !== 'covered') return null;
  return covered >= enough && covered >= wrong ? 'covered' : null;
}

const VOW = conceptId('vow');

/** 保证不会红 where the point is that nobody can vow it: whatever else the two share. */
export function vows({ keys, heard }: Judging): boolean {
  const inKeys = keys.right.flatMap(({ parts }) => parts.filter(({ id }) => id === VOW));
  if (inKeys.length === 0 || inKeys.some(({ sign }) => sign > 0)) return false;
  const { clauses, tokens } = heard.reading;
  const said = tokens.filter(
    ({ id, clause }) => id === VOW && !clauses[clause]?.question && !clauses[clause]?.retracted,
  );
  return said.length > 0 && said.every(({ sign }) => sign > 0);
}

/** The wrong wording that comes nearest is refused, or is the other one's deed. */
function isUndone(point: Judging, wrong: Found): boolean {
  return isRefused(point, wrong.key) || isOthersDeed(point, wrong);
}

/** Goods are named, and none of them is what the point is about. */
function speaksOfOthers({ keys, heard }: Judging): boolean {
  return heard.things?.every((named) => named.length === 0 || areOthers(named, keys.things)) ?? false;
}
