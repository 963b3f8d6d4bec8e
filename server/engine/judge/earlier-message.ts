/** An earlier message of the trainee's, in which a sum of this turn may have been worked out. */
import type { KnownFigures } from '#engine/prepare/known-figures.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { memoize } from '#language/reading/memoize.ts';
import type { Value } from '#language/reading/value.ts';
import { isComputedSum } from './computed-sums.ts';
import { isNear } from './figure-meant.ts';

/** `reckons`: whether the message tells a sum (yuan) and works it out of other figures in it that are right. */
export type EarlierMessage = { reckons(is: number, universe: KnownFigures): boolean };

/** The values of a folded message. The same forty messages are looked at turn after turn. */
const valuesOf = memoize((text): readonly Value[] => readText(text).values);

/**
 * A message is read once, when a sum first asks for it, and asked about each sum once: read anew for each figure of a
 * turn, forty messages full of figures took many times as long as all else in the turn.
 */
export const earlierMessage = (text: string): EarlierMessage => {
  const plain = folded(text);
  let values: readonly Value[] | null = null;
  const known = new Map<number, boolean>();
  const reckons = (is: number, universe: KnownFigures): boolean => {
    if (!plain.includes(`${is}`)) return false;
    values ??= valuesOf(plain);
    const there = values.find((one) => isNear(one.quantity, is));
    return there !== undefined && isComputedSum(there, values, universe);
  };
  return {
    reckons: (is, universe) => {
      const found = known.get(is) ?? reckons(is, universe);
      known.set(is, found);
      return found;
    },
  };
};
