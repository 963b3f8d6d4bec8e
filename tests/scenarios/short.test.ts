/** The short customers that ship: enough of them in every shop, each with enough variants, and openable as a round. */
import { describe, expect, test } from 'vitest';
import type { Order } from '#engine/model/content.ts';
import { contentFor } from '#library/load.ts';
import { variantOn } from '#library/reading/variant-scenario.ts';
import { layOut } from '#library/variations/case-template.ts';
import { library } from '#tests/support/library.ts';

const ids = [...library.short.keys()];
const shops = [...library.shops.keys()];
/** Variants that a shop's data must allow; the rice cookers' two sizes allow eight. */
const LEAST_VARIANTS = 8;

test('every shop has short customers, and none stands among the cases [K6]', () => {
  for (const shop of shops) expect(ids.filter((id) => id.endsWith(`-${shop}`)).length).toBeGreaterThanOrEqual(5);
  expect(ids.filter((id) => library.scenarios.has(id) || library.templates.has(id))).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  const { template } = library.short.get(id) ?? {};
  test('has variants enough, in its own shop alone, and neighbours with other answers [K3] [K6]', () => {
    const shop = library.shopFacts.get(template?.shops[0] ?? '');
    if (template === undefined || shop === undefined) throw new Error(id);
    expect(template.shops).toEqual([id.split('-').at(-1)]);
    expect(layOut(template, shop).legal.length).toBeGreaterThanOrEqual(LEAST_VARIANTS);
    const answers = [...Array(LEAST_VARIANTS).keys()].map((card) =>
      variantOn(template, library.shopFacts, { deck: 'a round', card }).combination.answer.join(),
    );
    expect(answers.filter((answer, card) => answer === answers[card - 1]).length).toBeLessThanOrEqual(2);
  });
});

test('all of a shop’s short customers open as one drill, on any card [K2] [K6]', () => {
  for (const shop of shops) {
    const round = ids.filter((id) => id.endsWith(`-${shop}`));
    for (const card of [0, 3, 11]) {
      const { data } = contentFor(library, round, { deck: 'somebody', card });
      expect(data.scenarios.map(({ id, shop }) => [id, shop])).toEqual(round.map((id) => [id, shop]));
      expect(new Set(data.scenarios.map(({ customer }) => customer.name)).size).toBeGreaterThan(1);
    }
  }
});

/** 那算了, 这回不用了: 纠结一下 would take it back. */
const DECLINES = /算了|不用了|[不别][要买拍]了/;

test('no short customer declines and then thinks it over [J147]', () => {
  const wrong = ids.flatMap((id) =>
    [0, 1, 2, 3].flatMap((card) =>
      contentFor(library, [id], { deck: 'a round', card }).data.scenarios.flatMap(({ beats }) =>
        beats.flatMap(({ reacts, then }) => {
          const next = beats.find((beat) => beat.id === then.resolved);
          if (next?.window == null) return [];
          return (reacts.slots.resolved?.bursts ?? [])
            .flat()
            .flatMap((bubble) =>
              bubble.kind === 'text' && DECLINES.test(bubble.text) ? [`${id}: ${bubble.text}`] : [],
            );
        }),
      ),
    ),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

const variants = ids.flatMap((id) =>
  [...Array(24).keys()].flatMap((card) => contentFor(library, [id], { deck: 'every hour', card }).data.scenarios),
);

test('no short customer’s announcement names an hour as to come that is past [J211]', () => {
  const wrong = variants.flatMap(({ id, story, incident }) => {
    const until = /到(?:今天)?(\d\d:\d\d)(?:止|。)/.exec(incident?.notice ?? '')?.[1];
    return until === undefined || until > (story?.time ?? '') || incident?.notice?.includes('结束')
      ? []
      : [`${id} ${story?.time}: ${incident?.notice}`];
  });
  expect(wrong).toEqual([]);
});

test('a signed order that says when it was sent says when it was signed [J212]', () => {
  const orders = variants.flatMap(({ id, orders }) => orders.map((order) => ({ order, id })));
  const wrong = orders.filter(({ order }) => order.status === 'signed' && order.shippedOn && !order.signedOn);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

/** Minutes from when an order was placed to when it closes unpaid, by what stands on it; null where nothing tells. */
const openMinutes = ({ placed, inside }: Order): number | null => {
  const closes = inside.map(({ note }) => /(\d{2}:\d{2})已?自动关闭/.exec(note)?.[1]).find(Boolean);
  const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return closes === undefined || !placed ? null : minuteOf(closes) - minuteOf(placed.slice(-5));
};

const ordersOf = (id: string): Order[] =>
  [...Array(LEAST_VARIANTS).keys()].flatMap((card) =>
    contentFor(library, [id], { deck: 'a round', card }).data.scenarios.flatMap(({ orders }) => orders),
  );

test('the orders of a shop that close unpaid all close as long after they were placed [K14]', () => {
  for (const shop of shops) {
    const orders = ids.filter((id) => id === `payment-reminder/unpaid-${shop}`).flatMap(ordersOf);
    const minutes = new Set(orders.map(openMinutes));
    expect([...minutes], shop).toEqual([90]);
  }
});

test('a note on a price cut says which orders it is for, not that this one may apply [K15]', () => {
  const notes = ids
    .filter((id) => id.startsWith('complaint-escalation/offer-protected-'))
    .flatMap(ordersOf)
    .flatMap(({ inside }) => inside.map(({ note }) => note));
  expect(notes.length).toBeGreaterThan(LEAST_VARIANTS);
  for (const note of notes) expect(note).toMatch(/还在价保期里的单/);
});
