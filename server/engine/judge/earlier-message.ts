/** An earlier message of the trainee's, in which a sum of this turn may have been worked out. */
import type { KnownFigures } from '#engine/prepare/known-figures.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { memoize } from '#language/reading/memoize.ts';
import type { Value } from '#language/reading/value.ts';
import { isComputedSum } from './computed-sums.ts';
import { isNear } from './figure-meant.ts';

/** `computesSum`: whether the message tells a sum (yuan) and works it out of other figures in it that are right. */
export type EarlierMessage = { computesSum(is: number, universe: KnownFigures): boolean };

/** The values of a folded message. The same forty messages are looked at turn after turn. */
const valuesOf = memoize((text): readonly Value[] => readText(text).values);

/**
 * A message is read once, when a sum first asks for it, and asked about each sum once: read anew for each figure of a
 * turn, forty messages full of figures took many times as long as all else in the turn.
 */
export const earlierMessage = (text: string): EarlierMessage => {
  const foldedText = folded(text);
  let values: readonly Value[] | null = null;
  const results = new Map<number, boolean>();
  const findSum = (sum: number, known: KnownFigures): boolean => {
    if (!foldedText.includes(`${sum}`)) return false;
    values ??= valuesOf(foldedText);
    const stated = values.find((one) => isNear(one.quantity, sum));
    return stated !== undefined && isComputedSum(stated, values, known);
  };
  return {
    computesSum: (sum, known) => {
      const result = results.get(sum) ?? findSum(sum, known);
      results.set(sum, result);
      return result;
    },
  };
};
