/** The windows of a reply that may say a point, each with its row of features. */

import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import type { WindowFacts } from '#language/points/features/window-facts.ts';
import { featuresOf } from '#language/points/features/window-features.ts';
import { bestWindows, type Window } from '#language/points/features/windows.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import type { PointSlots } from '#language/points/wordings/wording-index.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

/** Windows taken: near a right wording, near a wrong one, and clauses with a payer or a value the point could have. */
const MAX_RIGHT = 2;
const MAX_WRONG = 2;
const MAX_BY_VALUE_OR_PAYER = 2;

export type Candidate = { readonly facts: WindowFacts; readonly features: Float64Array };

/** Calls `take` with each candidate window of a point. The row is reused: copy it to keep it. */
export const eachCandidate = (reply: ComparedReply, pointIndex: number, take: (candidate: Candidate) => void): void => {
  const point = reply.wordingIndex.points[pointIndex];
  const slots = reply.wordingIndex.slotsByPoint[pointIndex];
  if (!point || !slots) return;
  for (const window of candidateWindows(reply, point, slots)) {
    const { row: features, facts } = featuresOf(reply, point, slots, window, pointIndex);
    take({ features, facts });
  }
};

const candidateWindows = (reply: ComparedReply, point: CompiledWordings, slots: PointSlots): Window[] => {
  const windows: Window[] = [];
  for (const { from, to, match } of bestWindows(reply, slots.right, MAX_RIGHT))
    if (match.saidShare >= SIMILARITY_THRESHOLDS.candidate) addWindow(windows, from, to);
  for (const { from, to, match } of bestWindows(reply, slots.wrong, MAX_WRONG))
    if (match.saidShare >= SIMILARITY_THRESHOLDS.candidate) addWindow(windows, from, to);
  let byValueOrPayer = 0;
  reply.clauses.forEach((clause, index) => {
    if (clause.isMute || byValueOrPayer >= MAX_BY_VALUE_OR_PAYER) return;
    const hasOwnValue = clause.values.some((value) =>
      point.allowedValues.some((known) => isSameValue(known, value) || areRivals(known, value)),
    );
    const namesPayer = point.payer !== null && clause.payer !== null;
    if (!hasOwnValue && !namesPayer) return;
    byValueOrPayer += 1;
    addWindow(windows, index, index);
  });
  return windows;
};

const addWindow = (windows: Window[], from: number, to: number): void => {
  if (!windows.some((span) => span.from === from && span.to === to)) windows.push({ from, to });
};
