/** The windows of a reply that may say a point, each with its row of figures. */

import type { HeardReply } from '#language/points/features/heard.ts';
import { featuresOf, type SeenWindow } from '#language/points/features/window-features.ts';
import { bestWindows, type Window } from '#language/points/features/windows.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import type { PointSlots } from '#language/points/wordings/open-wordings.ts';
import { rivals, sameValue } from '#language/reading/same-value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

/** Windows taken: near a right wording, near a wrong one, and clauses with a payer or a value the point could have. */
const MAX_RIGHT = 2;
const MAX_WRONG = 2;
const MAX_STATED = 2;

export type Candidate = { readonly seen: SeenWindow; readonly row: Float64Array };

/** Calls `take` with each candidate window of the point at `index`. The row is reused: copy it to keep it. */
export function eachCandidate(heard: HeardReply, index: number, take: (candidate: Candidate) => void): void {
  const keys = heard.open.all[index];
  const slots = heard.open.slots[index];
  if (!keys || !slots) return;
  for (const window of windowsOf(heard, keys, slots)) {
    const { row, seen } = featuresOf(heard, keys, slots, window, index);
    take({ row, seen });
  }
}

function windowsOf(heard: HeardReply, keys: Compiled, slots: PointSlots): Window[] {
  const found: Window[] = [];
  for (const { from, to, match } of bestWindows(heard, slots.right, MAX_RIGHT))
    if (match.said >= SIMILARITY_THRESHOLDS.candidate) add(found, from, to);
  for (const { from, to, match } of bestWindows(heard, slots.wrong, MAX_WRONG))
    if (match.said >= SIMILARITY_THRESHOLDS.candidate) add(found, from, to);
  let stated = 0;
  heard.clauses.forEach((clause, index) => {
    if (clause.mute || stated >= MAX_STATED) return;
    const hasOwnValue = clause.values.some((value) =>
      keys.allowed.some((known) => sameValue(known, value) || rivals(known, value)),
    );
    const namesPayer = keys.payer !== null && clause.payer !== null;
    if (!hasOwnValue && !namesPayer) return;
    stated += 1;
    add(found, index, index);
  });
  return found;
}

function add(found: Window[], from: number, to: number): void {
  if (!found.some((span) => span.from === from && span.to === to)) found.push({ from, to });
}
