/** What a reply says of a point outside the window looked at. */

import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import type { PointSlots } from '#language/points/wordings/wording-index.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { ComparedReply } from './compared-reply.ts';
import { matchOf, type Window } from './windows.ts';

/** The best score of a right wording, and whether a right value is said, in clauses outside the window. */
export const saidElsewhere = (
  reply: ComparedReply,
  point: CompiledWordings,
  slots: PointSlots,
  pointIndex: number,
  { from, to }: Window,
): { rightScore: number; isValueSaid: boolean } => {
  const isValueSaid = reply.clauses.some(
    (clause, index) =>
      (index < from || index > to) &&
      !clause.isMute &&
      clause.values.some(
        (value) =>
          !(value.isExplicit && value.sign < 0) && point.essentialValues.some((right) => isSameValue(right, value)),
      ),
  );
  let rightScore = 0;
  const scores = bestScoreByClause(reply, slots, pointIndex);
  for (let i = 0; i < scores.length; i++)
    if (i < from || i > to) rightScore = Math.max(rightScore, scores[i] as number);
  return { rightScore, isValueSaid };
};

/** Per clause the best score of a right wording. */
const bestScoreByClause = (reply: ComparedReply, slots: PointSlots, pointIndex: number): Float64Array => {
  const cached = reply.scoresByPoint[pointIndex];
  if (cached) return cached;
  const scores = new Float64Array(reply.clauses.length);
  for (const slot of slots.right) {
    if (reply.touchedSlots[slot] === 0) continue;
    for (let i = 0; i < scores.length; i++) scores[i] = Math.max(scores[i] as number, matchOf(reply, slot, i, i).score);
  }
  reply.scoresByPoint[pointIndex] = scores;
  return scores;
};
