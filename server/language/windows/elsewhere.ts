/** What a reply says of a point outside the window looked at. */
import { sameValue } from '../reading/same-value.ts';
import type { Compiled } from './compiled.ts';
import type { Heard } from './heard.ts';
import type { PointSlots } from './open-wordings.ts';
import { matchOf, type Window } from './windows.ts';

/** The best right wording, and a right value, in clauses outside the window. */
export function saidElsewhere(
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
