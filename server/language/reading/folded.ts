import { memoize } from './memoize.ts';
import { normalise } from './normalise.ts';

/** A text of the scenario folded for matching, without its index map. */
export const folded = memoize((text) => normalise(text).text);
