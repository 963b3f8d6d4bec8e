/**
 * The order in which a varying case is dealt. All legal combinations are laid out as a deck: shuffled by the deck's
 * name, and each next card the one that differs most from the last in what is right and whose answer was dealt least.
 */
import { createHash } from 'node:crypto';
import { type Card, COMMON_DECK } from './card.ts';
import type { Combination } from './combinations.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How many of the cards that are left are looked at for the next one: more would differ no better, and cost a large deck seconds. */
const CANDIDATES = 64;

/** `legal`: in the author's order; the first is the usual variant, with which the common deck begins. */
export const deal = (legal: readonly Combination[], deck: string): Combination[] => {
  const remaining = legal
    .map((combination) => ({ combination, place: hashOf(`${deck}/${combination.key}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ combination }) => combination);
  const deckDealt: Combination[] = [];
  const uses = new Map<string, number>();
  while (remaining.length > 0) {
    const lastDealt = deckDealt.at(-1);
    let bestIndex =
      lastDealt === undefined && deck === COMMON_DECK ? remaining.findIndex(({ key }) => key === legal[0]?.key) : 0;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (const [index, combination] of lastDealt === undefined ? [] : remaining.slice(0, CANDIDATES).entries()) {
      const timesUsed = uses.get(combination.answer.join()) ?? 0;
      const worth = differences(combination.answer, lastDealt?.answer ?? []) - timesUsed;
      if (worth > bestWorth) [bestIndex, bestWorth] = [index, worth];
    }
    const [next] = remaining.splice(bestIndex, 1);
    if (next === undefined) break;
    uses.set(next.answer.join(), (uses.get(next.answer.join()) ?? 0) + 1);
    deckDealt.push(next);
  }
  return deckDealt;
};

/** In how many parts two answers differ; more than half of them counts as half, or every other card would be alike. */
const differences = (answer: readonly string[], lastAnswer: readonly string[]): number => {
  const count = answer.filter((part, index) => part !== lastAnswer[index]).length;
  return Math.min(count, Math.ceil(answer.length / 2));
};

/**
 * Which of `count` wordings stands at a place on this card. Neighbouring cards never share one where there are two or
 * more: by a hash alone they would in one of `count` places.
 */
export const wordingIndexAt = (count: number, place: string, { deck, card }: Card): number => {
  if (count < 2) return 0;
  const hash = Number.parseInt(hashOf(`${deck}/${place}`).slice(0, 12), 16);
  // The usual variant is written with the first wording everywhere.
  const first = deck === COMMON_DECK ? 0 : hash % count;
  const step = Math.floor(hash / count) % (count - 1);
  return (first + card + Math.floor(card / count) * step) % count;
};
