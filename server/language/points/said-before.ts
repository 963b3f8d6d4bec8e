/** How much of the open keys the customer's question says already. */
import type { Heard as HeardQuestion } from './hearing-question.ts';
import type { Key } from './keys.ts';
import type { OpenPoints } from './open-points.ts';

export type SaidBefore = {
  /** Per slot: bits of the parts that the question says, and that it asks about with yes or no. */
  readonly given: Int32Array;
  readonly asked: Int32Array;
  /** Per point: how much of its nearest right wording the question says. */
  readonly taken: readonly number[];
};
const SAID = new WeakMap<HeardQuestion, WeakMap<OpenPoints, SaidBefore>>();

/** A question comes with the same open points again and again. */
export function saidBefore(question: HeardQuestion, open: OpenPoints): SaidBefore {
  const sets = SAID.get(question) ?? new WeakMap<OpenPoints, SaidBefore>();
  SAID.set(question, sets);
  const known = sets.get(open);
  if (known) return known;
  const given = new Int32Array(open.keys.length);
  const asked = new Int32Array(open.keys.length);
  for (const [slot, key] of open.keys.entries()) {
    for (const [index, part] of key.parts.entries()) {
      if (question.given.has(part.id)) given[slot] = (given[slot] ?? 0) | (1 << index);
      if (question.asked.has(part.id)) asked[slot] = (asked[slot] ?? 0) | (1 << index);
    }
  }
  const said = { given, asked, taken: open.all.map(({ right }) => takenShare(right, open, given)) };
  sets.set(open, said);
  return said;
}

/** How much of the nearest right wording the question already says. */
function takenShare(right: readonly Key[], open: OpenPoints, given: Int32Array): number {
  let most = 0;
  for (const key of right) {
    const bits = given[open.slots.get(key) ?? -1] ?? 0;
    let share = 0;
    for (const [index, part] of key.parts.entries()) if (bits & (1 << index)) share += part.weight;
    most = Math.max(most, share / Math.max(key.total, 0.1));
  }
  return most;
}
