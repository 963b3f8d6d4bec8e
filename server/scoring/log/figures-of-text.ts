/** The figures of a text in one form, to compare what two people said. */
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';

const NOON_MINUTES = 12 * 60;

/** 45.9 and 45块9 are one figure; a clock time without 上午/下午 may be either. */
export const figuresIn = (text: string): string[] =>
  readText(normalise(text).text).values.flatMap(({ kind, quantity, isAmbiguous }) => {
    if (kind === 'clock')
      return isAmbiguous && quantity < NOON_MINUTES
        ? [`clock${quantity}`, `clock${quantity + NOON_MINUTES}`]
        : [`clock${quantity}`];
    return [kind === 'amount' || kind === 'size' || kind === 'number' ? `${quantity}` : `${kind}${quantity}`];
  });
