/** What the search for wrong figures in a turn is given, and what it finds. */
import type { Reading } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';
import type { EarlierMessage } from './earlier-message.ts';

/** `card`: the card, product, coupon or order that has the figure right. */
export type WrongFigure = { card: string; right: string; start: number; end: number };

/**
 * `customerValues`: figures the customer has just named; `recentMessages`: the trainee's own messages, in which a sum may have been
 * worked out; `earlierValues`: figures of the messages before this turn, which a turn that takes something back may name
 * again; `prices`: what goods cost now, by name, where that has changed since the drill began; `coupons`: the shop's, in cents.
 */
export type FigureSearchInput = {
  reading: Reading;
  customerValues: readonly Value[];
  recentMessages: readonly EarlierMessage[];
  earlierValues(): readonly Value[];
  prices?: readonly { name: string; cents: number }[];
  coupons: readonly { name: string; amount: number; least: number }[];
};
