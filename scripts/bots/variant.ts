/** The variant a customer comes as: the wire doesn't name it, and another variant's replies have other figures. */
import type { WireEvent } from '#contract/wire-events.ts';
import type { Scenario } from '#engine/model/content.ts';
import { type Library, templateIn } from '#library/load.ts';
import { plainOf, variantOn } from '#library/reading/variant-scenario.ts';
import type { Testplan } from '#library/schema/testplan.ts';
import type { Card } from '#library/variations/card.ts';

export type Arrived = Extract<WireEvent, { kind: 'customer-arrived' }>;
/** A case as one customer plays it; undefined: the library doesn't have it. */
export type Played = { scenario: Scenario | undefined; testplan: Testplan | undefined };

type Cases = Pick<Library, 'scenarios' | 'testplans' | 'templates' | 'short' | 'shopFacts'>;

/** Variants made before, by library: making one takes 20 ms to 100 ms, and a class meets each of them several times. */
const madeBefore = new WeakMap<Cases, Map<string, Played>>();

/** A case as it is on a card; the usual one where it doesn't vary. */
export const playedOn = (library: Cases, id: string, card: Card): Played => {
  const template = templateIn(library, id);
  if (template === undefined) return { scenario: library.scenarios.get(id), testplan: library.testplans.get(id) };
  const made = madeBefore.get(library) ?? new Map<string, Played>();
  madeBefore.set(library, made);
  const key = `${id} ${card.deck} ${card.card}`;
  const played = made.get(key) ?? plainOf(template, variantOn(template, library.shopFacts, card));
  made.set(key, played);
  return played;
};

/** Of the variants on these cards the first that looks as the customer who came; else the usual one. */
export const playedBy = (library: Cases, arrived: Arrived, cards: Iterable<Card>): Played => {
  const id = arrived.scenario;
  const usual: Played = { scenario: library.scenarios.get(id), testplan: library.testplans.get(id) };
  if (templateIn(library, id) === undefined) return usual;
  for (const card of cards) {
    const played = playedOn(library, id, card);
    if (played.scenario !== undefined && looksLike(played.scenario, arrived)) return played;
  }
  return usual;
};

/** By what the desk shows before a word is said: the shop, who comes, the story's day, their orders and earlier purchases. */
const looksLike = ({ shop, customer, story, orders }: Scenario, arrived: Arrived): boolean =>
  shop === arrived.shop &&
  customer.name === arrived.name &&
  customer.enters === arrived.enters &&
  (arrived.story === undefined || story === null || story.date === arrived.story.date) &&
  isSame(customer.past.map(pastShown), arrived.past.map(pastShown)) &&
  isSame(orders.map(orderShown), arrived.orders.map(orderShown));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const pastShown = ({ on, product }: Arrived['past'][number] | Scenario['customer']['past'][number]) =>
  `${on} ${product}`;
const orderShown = (order: Arrived['orders'][number] | Scenario['orders'][number]) => {
  const { no, status, placed, paidOn, shippedOn, signedOn, receiver, address, total, items } = order;
  const goods = items.map(({ product, sku, qty, price, paid }) => [product, sku, qty, price, paid]);
  return [no, status, placed, paidOn, shippedOn, signedOn, receiver, address, total, goods];
};
