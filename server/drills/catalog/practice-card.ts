/** Which variants of the cases that vary the next practice of somebody gets. */
import { createHash } from 'node:crypto';
import { casesOf } from '#drills/catalog/drill-cases.ts';
import type { Card } from '#library/variations/card.ts';
import type { Storage } from '#storage/storage.ts';

/** Whose practice it is: the device, and the person who is signed in on it. */
export type Practising = { guest: string; person: string | null };

/** Hexadecimal digits of a deck's name: enough that no two owners share a deck. */
const DECK_DIGITS = 16;

/**
 * The next card of the owner's own deck: nobody meets a variant again before the others of the deck have been dealt, as
 * could happen with a card drawn at random (RULES K5). The card's number is how often the most practised of these cases
 * was practised before. The deck's name tells nothing of the owner.
 */
export const practiceCard = async (
  storage: Pick<Storage, 'drillsOf'>,
  { guest, person }: Practising,
  scenarios: readonly string[],
): Promise<Card> => {
  const practised = (await storage.drillsOf(guest, person)).filter(
    ({ place, retry }) => place === null && retry === null,
  );
  const times = scenarios.map((id) => practised.filter((drill) => casesOf(drill).includes(id)).length);
  const deck = createHash('sha256')
    .update(`practice/${person ?? guest}`)
    .digest('hex')
    .slice(0, DECK_DIGITS);
  return { deck, card: Math.max(0, ...times) };
};
