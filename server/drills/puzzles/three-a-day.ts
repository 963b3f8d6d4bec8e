/** Which three puzzles a day has: the same for everybody, one of each level, of three types (RULES Z2). */
import { DAY_MS } from '#contract/wire/spans.ts';
import { levelOfRating } from './puzzle.ts';

/** What the choice looks at. */
export type Choosable = { id: string; rating: number; type: string };

const LEVELS = [1, 2, 3] as const;

/** 2026-11-25: the date in Shanghai, whatever the server's own zone. */
export const dateInShanghai = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(now);

/**
 * Ids of a date's three, easiest first. Each level goes through its puzzles in an order of its own and begins a new one
 * when it is through; where the type is already there, the next one is taken. A level without puzzles is left out.
 */
export const threeOfDay = (puzzles: readonly Choosable[], date: string): string[] => {
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  const chosen: Choosable[] = [];
  for (const level of LEVELS) {
    const own = puzzles.filter(({ rating }) => levelOfRating(rating) === level);
    if (own.length === 0) continue;
    const round = Math.floor(day / own.length);
    const order = own.toSorted((a, b) => hashOf(`${round} ${a.id}`) - hashOf(`${round} ${b.id}`));
    const from = day % own.length;
    const ahead = [...order.slice(from), ...order.slice(0, from)];
    const next = ahead.find(({ type }) => chosen.every((one) => one.type !== type)) ?? ahead[0];
    if (next !== undefined) chosen.push(next);
  }
  return chosen.map(({ id }) => id);
};

/** FNV-1a, 32 bits: spreads short texts evenly. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
};
