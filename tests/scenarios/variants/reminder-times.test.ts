/** A first reminder is due 15 to 30 minutes after an order: the desk must show when that was, and the story leave room for it. */
import { expect, it } from 'vitest';
import type { Scenario, Span } from '#engine/model/content.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

const CARDS = [0, 1, 2, 3, 4, 5];
const DAY_MINUTES = 24 * 60;
const SHOWN = /^(\d{2})-(\d{2}) (\d{2}):(\d{2})$/;
const minuteIn = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
const minutesOf = ({ value, unit }: Span): number => (unit === 'm' ? value : unit === 's' ? value / 60 : value * 60);

/** Minutes from an order to the story's begin. */
const sincePlaced = ({ story }: Scenario, placed: string): number => {
  const now = minuteIn(story?.time ?? '');
  return (now - minuteIn(placed.slice(-5)) + DAY_MINUTES) % DAY_MINUTES;
};

const cases = [...library.scenarios.values()].filter(({ type }) => type === 'payment-reminder').map(({ id }) => id);
const played = cases.flatMap((id) =>
  CARDS.flatMap((card) =>
    contentFor(library, [id], cardOfSeed(card)).data.scenarios.map((scenario) => ({ id, card, scenario })),
  ),
);

it('every order that waits for its payment shows when it was placed, and the first reminder may come in time', () => {
  expect(cases.length).toBeGreaterThan(4);
  for (const { id, card, scenario } of played)
    for (const { placed, status } of scenario.orders) {
      if (status !== 'unpaid') continue;
      const at = `${id} ${card}: ${placed}`;
      expect(placed, at).toMatch(SHOWN);
      const first = scenario.beats[0];
      const window = first?.window?.kind === 'payment-reminder' ? first.window : null;
      const earliest = sincePlaced(scenario, placed ?? '') + (window?.from ? minutesOf(window.from) : 0);
      expect(earliest, at).toBeGreaterThanOrEqual(15);
      expect(earliest, at).toBeLessThanOrEqual(30);
    }
});

it('nobody says that they have ordered before the order stands', () => {
  for (const { id, card, scenario } of played) {
    const first = Math.min(...scenario.orders.flatMap(({ placed }) => (placed ? [minuteIn(placed.slice(-5))] : [])));
    for (const { by, when, says } of scenario.before) {
      const words = says.map((bubble) => (bubble.kind === 'text' ? bubble.text : '')).join();
      if (by === 'customer' && /拍了|下单了|付不/.test(words))
        expect(minuteIn((when ?? '').slice(-5)), `${id} ${card}: ${when} ${words}`).toBeGreaterThanOrEqual(first);
    }
  }
});
