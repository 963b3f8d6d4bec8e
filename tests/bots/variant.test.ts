import { expect, test } from 'vitest';
import type { WireEvent } from '#contract/wire-events.ts';
import type { Scenario } from '#engine/model/content.ts';
import { plainOf, variantOn } from '#library/reading/variant-scenario.ts';
import { scriptFor } from '#scripts/bots/replies.ts';
import { type Arrived, playedBy } from '#scripts/bots/variant.ts';
import { library } from '#tests/support/library.ts';

const ID = 'order-change/swap-colour';
const DECK = 'a-run';
const cards = [0, 1, 2, 3, 4].map((card) => ({ deck: DECK, card }));

/** What of an arrival tells one variant from another. */
const arrivalOf = ({ shop, customer, story, orders }: Scenario): Arrived => {
  const event = { kind: 'customer-arrived', scenario: ID, shop, name: customer.name, enters: customer.enters };
  return { ...event, past: customer.past, orders, ...(story && { story }) } as unknown as Extract<
    WireEvent,
    { kind: 'customer-arrived' }
  >;
};
const onCard = (card: number) => {
  const template = library.templates.get(ID);
  if (template === undefined) throw new Error(`${ID} doesn't vary`);
  return plainOf(template, variantOn(template, library.shopFacts, { deck: DECK, card }));
};

test('a simulated trainee answers with the words of the variant that its customer comes as', () => {
  for (const { card } of cards) {
    const { scenario, testplan } = onCard(card);
    const played = playedBy(library, arrivalOf(scenario), cards);
    const script = scriptFor(library, ID, 'model', played);
    const [line] = scenario.beats[0]?.says ?? [];
    script.heard(line?.kind === 'text' ? line.text : '');
    expect(played.testplan).toEqual(testplan);
    expect(script.next()).toEqual(testplan?.model?.replies[0]);
  }
  expect(new Set(cards.map(({ card }) => JSON.stringify(onCard(card).testplan?.model))).size).toBe(5);
});

test('of a variant that is on none of its cards it has the usual one’s words', () => {
  const other = arrivalOf({ ...onCard(0).scenario, orders: [] });
  expect(playedBy(library, other, cards).testplan).toBe(library.testplans.get(ID));
});
