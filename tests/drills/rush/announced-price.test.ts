/** What an announcement that comes with a customer changes of a good (RULES J171). */
import { expect, test } from 'vitest';
import { createPresenter } from '#drills/present/present.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { toldChanges } from '#engine/turns/told-changes.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library, play } from '#tests/learning/support/play.ts';

const ID = 'livestream/live-price-tinghe';

const cards = Array.from({ length: 40 }, (_, card) => contentFor(library, [ID], cardOfSeed(card)).data);
const changesIn = (data: (typeof cards)[number]) => data.scenarios[0]?.incident?.changes;

test('[J171] a live price that still holds is the good’s from the announcement on, at the desk and for the judge', () => {
  const data = cards.find((each) => changesIn(each)) ?? expect.fail('no such card');
  const { product, price, stock } = changesIn(data) ?? expect.fail('no change');
  const [shop, notice] = [data.scenarios[0]?.shop ?? '', data.scenarios[0]?.incident?.notice ?? ''];
  expect(notice).toContain(`直播价${(price ?? 0) / 100}元`);
  expect(price).not.toBe(data.shops[0]?.products.find(({ id }) => id === product)?.price);
  const { events } = play([ID], [], { data });
  const content = prepare(data);
  const presenter = createPresenter(content);
  const shown = events.flatMap(presenter);
  expect(shown.filter(({ kind }) => kind === 'shop-notice')).toEqual([
    { kind: 'shop-notice', at: expect.any(Number), text: notice, changes: { shop, product, price, stock } },
  ]);
  const isCard = JSON.stringify(shown.find(({ kind }) => kind === 'customer-said'));
  expect(isCard).toContain(`"price":${price}`);
  const told = events.findIndex(({ kind }) => kind === 'notice-shown');
  const drillAt = (count: number) => fold(emptyDrill, events.slice(0, count));
  expect(toldChanges({ content, drill: drillAt(told) })).toEqual([]);
  expect(toldChanges({ content, drill: drillAt(told + 1) })).toEqual([{ shop, product, price, stock }]);
});

test('[J171] one whose hour is over changes nothing', () => {
  const over = cards.filter((each) => changesIn(each) === undefined);
  expect(over.length).toBeGreaterThan(0);
  for (const { scenarios } of over) expect(scenarios[0]?.incident?.notice).toBeTruthy();
});
