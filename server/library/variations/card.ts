import { keyOfStaging, type Staging } from './story-time.ts';

/** Which variant: the deck (a lesson's own, or the common one) and the number of the card in it, from 0. */
export type Card = { deck: string; card: number };

/** The deck of practice and of the command line, where the card is the seed. */
export const COMMON_DECK = '';

/**
 * The variant that stands for its case where no drill asks for one: in lists, in the checks of the whole library. It has
 * the first value of every draw and the first of several wordings.
 */
export const USUAL_CARD: Card = { deck: COMMON_DECK, card: 0 };

/** The card of a seed in the common deck: neighbouring seeds are neighbours in it. */
export const cardOfSeed = (seed: number): Card => ({ deck: COMMON_DECK, card: seed });

export const keyOf = ({ deck, card }: Card): string => `${deck}/${card}`;
export const isUsual = (card: Card): boolean => keyOf(card) === keyOf(USUAL_CARD);

/**
 * How a drill plays a single case otherwise than the rest: `card`: on another card than the drill's, `staging`: on the
 * day and at the hour of a rush.
 */
export type Deal = { card?: Card; staging?: Staging };
export type DealsById = ReadonlyMap<string, Deal>;
export const NO_DEALS: DealsById = new Map();
export const keyOfDeals = (deals: DealsById): string =>
  [...deals]
    .map(([id, { card, staging }]) => `${id}@${card ? keyOf(card) : ''}@${staging ? keyOfStaging(staging) : ''}`)
    .join(' ');
