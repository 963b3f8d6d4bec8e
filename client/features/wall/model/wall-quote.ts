/** Decides which live faults are quoted: only words that were said stand in quotation marks. */
import type { LiveFault } from '#contract/wall.ts';

/** A silence, a wait and an operation are told in the wall's own words. */
export const quotesSpokenWords = ({ message, family }: Pick<LiveFault, 'message' | 'family'>): boolean =>
  message !== null && family !== 'late' && family !== 'operation';
