/**
 * Texts of cards, goods and right wordings, read once. Another variant of a case has most of them again, and so have other
 * cases of the shop: reading them anew took three quarters of the time a variant needs to be made ready. Nobody may
 * change what is returned.
 */
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { memoize } from '#language/reading/memoize.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

/** Texts kept: a shop has some 700, a case some 200. */
const MOST = 4000;

/** The reading of an authored text, folded. */
export const readAuthored: (text: string) => Reading = memoize((text) => readText(folded(text)), MOST, Infinity);

/** The figures of an authored text, folded. */
export const valuesInAuthored: (text: string) => readonly Value[] = memoize(
  (text) => valuesIn(folded(text)),
  MOST,
  Infinity,
);
