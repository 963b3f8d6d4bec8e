/** The reasons for a cap on the total, grouped by the sentence that tells them. */

/**
 * `line`: something that was said or done, told by its finding's title; `alone`: a customer nobody spoke to any more.
 */
type CapKind = 'line' | 'ended-early' | 'unfinished' | 'alone' | 'rude';

const KINDS: Readonly<Record<string, CapKind>> = {
  'ended-early': 'ended-early',
  unfinished: 'unfinished',
  'customer-left': 'alone',
  'walked-out': 'alone',
  impatient: 'rude',
  hostile: 'rude',
};

/** The kind of a report's `cappedBy`. */
export const capKind = (cappedBy: string): CapKind => KINDS[cappedBy] ?? 'line';
