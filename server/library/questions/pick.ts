/** Which cards a seed draws. Nothing is stored: the draw follows from the number alone. */
import { randomAt } from '#engine/model/random.ts';

/** A number in [0, 1) for a seed and a purpose, the same on every machine. */
export const chance = (seed: number, purpose: string): number => randomAt(seed, 'self-test', '', 0, purpose);

export const choose = <T>(items: readonly T[], seed: number, purpose: string): T | undefined =>
  items[Math.floor(chance(seed, purpose) * items.length)];

/** The items in an order that follows from seed and purpose alone. */
export const shuffledCopy = <T>(items: readonly T[], seed: number, purpose: string): T[] =>
  items
    .map((item, index) => ({ item, by: chance(seed, `${purpose} ${index}`) }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);

/**
 * The item whose turn it is at this seed in a fixed order, skipping those taken. Neighbouring seeds so never draw the
 * same item from a pool of two or more, and every item gets its turn.
 */
export const inTurn = <T extends { key: string }>(
  pool: readonly T[],
  seed: number,
  purpose: string,
  picked: ReadonlySet<string>,
): T | undefined => {
  const order = shuffledCopy(pool, 0, purpose);
  const from = seed % Math.max(1, order.length);
  return [...order.slice(from), ...order.slice(0, from)].find(({ key }) => !picked.has(key));
};
