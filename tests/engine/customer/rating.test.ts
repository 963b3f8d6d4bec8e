/** Stars at a story's end, from the mood and how it came out (docs/trade.md §1). */
import { expect, it } from 'vitest';
import { ratingOf } from '#engine/customer/endings.ts';

it.each([
  ['paid', 5],
  ['lost', 4],
  ['escalated', 2],
] as const)('[M106] whoever leaves content where the outcome is %s gives %i stars', (outcome, stars) => {
  expect(ratingOf(90, outcome)).toBe(stars);
});

it('[M106] whoever leaves angry without buying gives as few as who bought', () => {
  for (const mood of [10, 30, 50]) expect(ratingOf(mood, 'lost')).toBe(ratingOf(mood, 'paid'));
});
