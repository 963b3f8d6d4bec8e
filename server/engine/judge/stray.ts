/** What is asked of a turn’s figures, and what is found. */
import type { Reading } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';

/** `card`: what has it right: a card, a product, a coupon or the order. */
export type Stray = { card: string; right: string; start: number; end: number };

/**
 * `customer`: figures they have just named; `latest`: the trainee's own messages, in which a sum may have been worked out;
 * `earlier`: figures of those before this turn, which a turn that takes something back may name again.
 */
export type Heard = {
  reading: Reading;
  customer: readonly Value[];
  latest: readonly string[];
  earlier: readonly Value[];
};
