/** What one window of a reply tells about one point, as a row of figures from which the trees get chances. */

import { commonSubsequenceLength } from '#language/points/wordings/common-subsequence.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import type { PointSlots, Sole } from '#language/points/wordings/open-wordings.ts';
import { asMeant, tellValues, type ValuesTold, valuesSaid } from '#language/points/wordings/window-values.ts';
import type { Wording } from '#language/points/wordings/wording.ts';
import type { Stated } from '#language/reading/clause.ts';
import { polarityOfParty } from '#language/reading/polarity.ts';
import { sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import { saidElsewhere } from './elsewhere.ts';
import { FEATURE_NAMES } from './feature-names.ts';
import type { HeardReply } from './heard.ts';
import type { Match } from './match.ts';
import { share, turnedShare, writeFocusFeatures, writeMatchFeatures } from './match-features.ts';
import { othersBest } from './others.ts';
import { actorFit, partyFit, payerIn } from './window-sides.ts';
import { matchOf, type Window } from './windows.ts';

/** A point with at least so many figures shows how a sum comes about. */
const SUM = 3;

/** Dates and times occur in any reply (今天, 两点); a sum such as 503 doesn't. */
const isTime = ({ kind }: Value): boolean => kind === 'date' || kind === 'clock' || kind === 'duration';

/** Whether a sum that no other open point has shows by itself that this point is meant. */
function isOwnSum({ open }: HeardReply, keys: Compiled, values: readonly Stated[]): boolean {
  return keys.essential.some(
    (essential) =>
      essential.kind === 'amount' &&
      values.some((value) => sameValue(essential, value)) &&
      !open.all.some((other) => other !== keys && other.allowed.some((value) => sameValue(essential, value))),
  );
}

const ROW = new Float64Array(FEATURE_NAMES.length);
let filled = 0;

/** Puts the next figure into the row. One row is reused: making one for each window costs more than filling it. */
function put(figure: number): void {
  ROW[filled++] = figure;
}

/** What is known of a window besides the row: the policy and the quote need it. */
export type SeenWindow = {
  readonly window: Window;
  readonly right: Match | null;
  readonly wrong: Match | null;
  /** A right value is said; `rival`: another value of its kind, where the right one isn't said. */
  readonly valued: boolean;
  readonly rival: Stated | null;
  /** The nearest wrong wording has a figure, and the window doesn't. */
  readonly wrongLacks: boolean;
  /** A value only wrong wordings have. */
  readonly misled: boolean;
  /** Most of what the window shares with the nearest right wording is said in the other sense. */
  readonly turned: boolean;
  /** The window names another payer than the point. */
  readonly payerAgainst: boolean;
  /** The point turns on a figure, by most right wordings and by the nearest, and the window says none. */
  readonly lacking: boolean;
  /** The window says little but a value of a kind no other open point has: the right one, or another when it was asked for. */
  readonly bareValue: 'right' | 'rival' | null;
  /** The right value is said of this point: no other open point has its kind, and the point's words or the question fit. */
  readonly framed: boolean;
};

/** Fills the row of figures. The row is reused for the next window: copy it to keep it. */
export function featuresOf(
  heard: HeardReply,
  keys: Compiled,
  slots: PointSlots,
  window: Window,
  index: number,
): { row: Float64Array; seen: SeenWindow } {
  const { open, clauses } = heard;
  const within = clauses.slice(window.from, window.to + 1);
  const content = within.map((clause) => (clause.mute ? '' : clause.content)).join('');
  const stated = within.flatMap((clause) => (clause.mute ? [] : clause.values));
  const meant = asMeant(keys, stated);
  const isNear =
    meant !== stated && (nearest(heard, slots.right, window, stated, [])[0]?.said ?? 0) >= SIMILARITY_THRESHOLDS.ground;
  const values = isNear ? meant : stated;
  const [right, second] = nearest(heard, slots.right, window, values, keys.allowed);
  const [wrong] = nearest(heard, slots.wrong, window, values, []);
  const weight = within.reduce((sum, clause) => sum + clause.weight, 0);
  const echoed = within.reduce((sum, clause) => sum + clause.echoed, 0);
  const denials = within.reduce((sum, clause) => sum + clause.denials + (clause.bare < 0 ? 1 : 0), 0);
  const rightWording = right ? (open.wordings[right.slot] as Wording) : null;
  const wrongWording = wrong ? (open.wordings[wrong.slot] as Wording) : null;
  const commonRight = rightWording ? commonSubsequenceLength(rightWording.plain, content) : 0;
  const commonWrong = wrongWording ? commonSubsequenceLength(wrongWording.plain, content) : 0;
  const told = tellValues(keys, values);
  const payer = payerIn(within);
  const others = othersBest(heard, index, window);
  filled = 0;
  writeMatchFeatures(put, heard, right, weight, content, commonRight, denials);
  put(second?.score ?? 0);
  writeMatchFeatures(put, heard, wrong, weight, content, commonWrong, denials);
  put((right?.said ?? 0) - (wrong?.said ?? 0));
  put((right?.score ?? 0) - (wrong?.score ?? 0));
  put(share(commonRight, rightWording) - share(commonWrong, wrongWording));
  writeFocusFeatures(put, heard, slots.plus, window);
  writeFocusFeatures(put, heard, slots.minus, window);
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
  const asksForValue = keys.essential.some((value) => heard.question.wanted.has(value.kind));
  put(asksForValue && told.right > 0 ? 1 : 0);
  put(asksForValue && told.rival !== null ? 1 : 0);
  const { value: isSoleValue, payer: isSolePayer } = open.sole[index] as Sole;
  put(isSoleValue ? 1 : 0);
  put(isSolePayer ? 1 : 0);
  put(partyFigure(keys.payer));
  put(partyFigure(payer));
  put(partyFit(keys.payer, payer));
  const actor = rightWording ? actorFit(rightWording, within) : 0;
  put(actor);
  put(others);
  put((right?.score ?? 0) - others);
  const elsewhere = saidElsewhere(heard, keys, slots, index, window);
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
  put(heard.isAsked(keys.id) ? 1 : 0);
  put(heard.asks ? 1 : 0);
  const wrongLacks = (wrongWording?.values.length ?? 0) > 0 && ofWrong < 1;
  return {
    row: ROW,
    seen: {
      window,
      right,
      wrong,
      valued: told.right > 0,
      rival: told.rival,
      wrongLacks,
      misled: told.misled > 0,
      // 不用您出 and 我们出 say the same, so with the right payer turned signs don't count.
      turned:
        right !== null &&
        rightWording !== null &&
        turnedShare(rightWording, right) > SIMILARITY_THRESHOLDS.turned &&
        !(keys.payer !== null && payer === keys.payer),
      lacking:
        (keys.essential.length > 0 && told.right === 0 && ofRight === 0 && (rightWording?.values.length ?? 0) > 0) ||
        // 鞋子给您退459 says one of the four figures of 459加99减40，鞋摊32.9: too few. 今天天气不错 has no word of 今天发货.
        (told.right > 0 &&
          weight > SIMILARITY_THRESHOLDS.bare &&
          (right?.said ?? 0) < SIMILARITY_THRESHOLDS.none &&
          keys.essential.every(isTime)) ||
        (keys.essential.length >= SUM && ofRight < SIMILARITY_THRESHOLDS.sum),
      framed:
        (isSoleValue || isOwnSum(heard, keys, values)) &&
        told.right === 1 &&
        told.denied === 0 &&
        told.misled === 0 &&
        ((right?.said ?? 0) >= SIMILARITY_THRESHOLDS.framed ||
          // 两件一起503 has the words of 两件一起是558 and the right sum.
          (wrongLacks && (wrong?.said ?? 0) >= SIMILARITY_THRESHOLDS.framed) ||
          (asksForValue && weight <= SIMILARITY_THRESHOLDS.bare)),
      bareValue: weight > SIMILARITY_THRESHOLDS.bare || !isSoleValue ? null : bareValueOf(told, asksForValue),
      payerAgainst: partyFit(keys.payer, payer) < 0 && !keys.split,
    },
  };
}

/** A party as the trees weigh it: 0 where nobody is named. */
function partyFigure(party: Party | null): 1 | 0 | -1 {
  return party === null ? 0 : polarityOfParty(party);
}

function bareValueOf(told: ValuesTold, asksForValue: boolean): SeenWindow['bareValue'] {
  if (told.right === 1 && told.denied === 0) return 'right';
  return asksForValue && told.rival !== null ? 'rival' : null;
}

/** The two nearest wordings. Values and signs count: for 两点二十 最晚明天14点20 beats 14点30, for 年底就出 下个月就出 beats 不会出. */
function nearest(
  heard: HeardReply,
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
    const turned = turnedShare(heard.open.wordings[slot] as Wording, match);
    const worth =
      match.score *
      (said < 0 ? 1 : 1 - SIMILARITY_THRESHOLDS.byValues + SIMILARITY_THRESHOLDS.byValues * said) *
      (1 - SIMILARITY_THRESHOLDS.bySign * turned);
    if (!top || worth > highest) {
      second = top;
      top = match;
      highest = worth;
    } else if (!second || match.score > second.score) second = match;
  }
  return [top, second];
}

/** 不是一个月, 不光这个: words that deny what stands behind them as such, whatever its own sign. */
const NOT_BUT = /不是|并非|不光|不止|没有说|又没|哪有|谁说|说的是|那是|指的是|才/;
