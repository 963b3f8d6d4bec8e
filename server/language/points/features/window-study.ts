/** What a window of a reply has of a point's nearest wordings, values and payer. */

import { commonSubsequenceLength } from '#language/points/wordings/common-subsequence.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { compareValues, shareOfValuesSaid, withDeadlinesKept } from '#language/points/wordings/window-values.ts';
import type { Wording } from '#language/points/wordings/wording.ts';
import type { PointSlots, SoleTraits } from '#language/points/wordings/wording-index.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ComparedClause, ComparedReply } from './compared-reply.ts';
import type { Match } from './match.ts';
import { turnedShareOf } from './match-features.ts';
import { payerIn } from './window-sides.ts';
import { matchOf, type Window } from './windows.ts';

/** The right or wrong wording nearest to a window, and what the window has of it. */
export type NearWording = {
  readonly match: Match;
  readonly wording: Wording;
  /** Characters that both have in the same order. */
  readonly commonLength: number;
  /** The share (0–1) of its values that are said; −1 if it has none. */
  readonly valueShare: number;
  /** The share (0–1) of its characters said that are said in the other sense. */
  readonly turnedShare: number;
};

export type WindowStudy = ReturnType<typeof studyWindow>;

/** Compares a window with a point: all that its features and facts are made of. */
export const studyWindow = (
  reply: ComparedReply,
  point: CompiledWordings,
  slots: PointSlots,
  window: Window,
  pointIndex: number,
) => {
  const clauses = reply.clauses.slice(window.from, window.to + 1);
  const content = clauses.map((clause) => (clause.isMute ? '' : clause.content)).join('');
  const values = valuesOfWindow(reply, point, slots, window, clauses);
  const [rightMatch, secondMatch] = nearestMatches(reply, slots.right, window, values, point.allowedValues);
  // 昨天22:15到的本市, as the tracking has it, doesn't say the 昨天 of 昨天就该到了.
  const ownValues = values.filter(({ aside }) => aside !== 'record');
  const [wrongMatch] = nearestMatches(reply, slots.wrong, window, ownValues, []);
  return {
    reply,
    point,
    slots,
    pointIndex,
    window,
    clauses,
    /** Joined content of the clauses that state something. */
    content,
    values,
    weight: clauses.reduce((sum, clause) => sum + clause.weight, 0),
    denialCount: clauses.reduce((sum, clause) => sum + clause.denialCount + (clause.bareSign < 0 ? 1 : 0), 0),
    payer: payerIn(clauses),
    right: nearWording(reply, rightMatch, content, values, point.allowedValues),
    /** The score of the right wording that comes second. */
    secondScore: secondMatch?.score ?? 0,
    wrong: nearWording(reply, wrongMatch, content, ownValues, []),
    comparison: compareValues(point, values),
    /** The question asks for a value of a kind the point turns on. */
    asksForValue: point.essentialValues.some((value) => reply.question.wantedKinds.has(value.kind)),
    sole: reply.wordingIndex.soleTraits[pointIndex] as SoleTraits,
  };
};

/** The values stated in a window; where it is near a right wording, an earlier limit counts as the deadline it keeps. */
const valuesOfWindow = (
  reply: ComparedReply,
  point: CompiledWordings,
  slots: PointSlots,
  window: Window,
  clauses: readonly ComparedClause[],
): readonly StatedValue[] => {
  // The hours of another case (18点前付的才当天出库) are neither this one's nor others in their place (RULES T263).
  const speaksOfOthers = slots.right.some((slot) => reply.wordingIndex.wordings[slot]?.isOfOtherCase === true);
  const stated = clauses.flatMap(({ isMute, isOfOtherCase, values }) =>
    isMute || (isOfOtherCase && !speaksOfOthers) ? [] : values,
  );
  const kept = withDeadlinesKept(point, stated);
  if (kept === stated) return stated;
  const [right] = nearestMatches(reply, slots.right, window, stated, []);
  return (right?.saidShare ?? 0) >= SIMILARITY_THRESHOLDS.ground ? kept : stated;
};

const nearWording = (
  { wordingIndex }: ComparedReply,
  match: Match | null,
  content: string,
  values: readonly StatedValue[],
  allowed: readonly Value[],
): NearWording | null => {
  if (match === null) return null;
  const wording = wordingIndex.wordings[match.slot] as Wording;
  return {
    match,
    wording,
    commonLength: commonSubsequenceLength(wording.plain, content),
    valueShare: shareOfValuesSaid(wording, values, allowed),
    turnedShare: turnedShareOf(wording, match),
  };
};

/** The share (0–1) of the nearest wording's values that are said; 0 where there is none. */
export const saidValueShare = (near: NearWording | null): number => Math.max(0, near?.valueShare ?? 0);

/** The two nearest wordings. Values and signs count: for 两点二十 最晚明天14点20 beats 14点30, for 年底就出 下个月就出 beats 不会出. */
const nearestMatches = (
  reply: ComparedReply,
  slots: readonly number[],
  { from, to }: Window,
  values: readonly StatedValue[],
  allowed: readonly Value[],
): [Match | null, Match | null] => {
  const { byValues, bySign } = SIMILARITY_THRESHOLDS;
  let best: Match | null = null;
  let second: Match | null = null;
  let bestWorth = -1;
  for (const slot of slots) {
    if (reply.touchedSlots[slot] === 0) continue;
    const match = matchOf(reply, slot, from, to);
    const wording = reply.wordingIndex.wordings[slot] as Wording;
    const valueShare = shareOfValuesSaid(wording, values, allowed);
    const valueFactor = valueShare < 0 ? 1 : 1 - byValues + byValues * valueShare;
    const worth = match.score * valueFactor * (1 - bySign * turnedShareOf(wording, match));
    if (!best || worth > bestWorth) {
      second = best;
      best = match;
      bestWorth = worth;
    } else if (!second || match.score > second.score) second = match;
  }
  return [best, second];
};
