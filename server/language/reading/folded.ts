import { normalise } from './normalise.ts';
import { remembering } from './remembering.ts';

/** A text of the scenario folded for matching, without its index map. */
export const folded = remembering((text) => normalise(text).text);
