/** What a reply says of a point outside the window looked at. */

import type { Compiled } from '#language/points/wordings/compiled.ts';
import type { PointSlots } from '#language/points/wordings/open-wordings.ts';
import { sameValue } from '#language/reading/same-value.ts';
import type { HeardReply } from './heard.ts';
import { matchOf, type Window } from './windows.ts';

/** The best score of a right wording, and whether a right value is said, in clauses outside the window. */
export function saidElsewhere(
  heard: HeardReply,
  keys: Compiled,
  slots: PointSlots,
  index: number,
  { from, to }: Window,
): { right: number; valued: boolean } {
  const isValueSaid = heard.clauses.some(
    (clause, index) =>
      (index < from || index > to) &&
      !clause.mute &&
      clause.values.some(
        (value) => !(value.explicit && value.sign < 0) && keys.essential.some((own) => sameValue(own, value)),
      ),
  );
  let right = 0;
  const near = nearestBy(heard, slots, index);
  for (let i = 0; i < near.length; i++) if (i < from || i > to) right = Math.max(right, near[i] as number);
  return { right, valued: isValueSaid };
}

/** Per clause the best score of a right wording. */
function nearestBy(heard: HeardReply, slots: PointSlots, index: number): Float64Array {
  const known = heard.nearest[index];
  if (known) return known;
  const near = new Float64Array(heard.clauses.length);
  for (const slot of slots.right) {
    if (heard.touched[slot] === 0) continue;
    for (let i = 0; i < near.length; i++) near[i] = Math.max(near[i] as number, matchOf(heard, slot, i, i).score);
  }
  heard.nearest[index] = near;
  return near;
}
