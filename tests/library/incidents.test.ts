import { describe, expect, it } from 'vitest';
import { scenarioCards } from '#http/bodies/scenario-cards.ts';
import { checkNotedPrices } from '#library/checks/incident.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { readAuthored } from '#library/reading/read-file.ts';
import { scenarioFile } from '#library/schema/scenario.ts';
import type { CaseView } from '#library/view/case-view.ts';
import { nextCases } from '#scoring/practice-advice/next-cases.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { onlyShipped } from '#tests/drills/support/toy-content.ts';

const CASE = `
id: a/b
type: a
level: 1
title: 题
minutes: 3
teaches: 学
shop: mini
customer: {persona: p, name: 客}
beats: [{id: one, says: 在吗, then: end}]
endings: {end: {outcome: kept}}
`;
const read = (incident: string) => readAuthored('x.yaml', CASE + incident, scenarioFile);
const incidentIn = (text: string) => {
  const { value } = read(text);
  return value === null ? undefined : toScenario(value).incident;
};

describe('an incident', () => {
  it('has a title, and a notice where the shop has something to say', () => {
    expect(incidentIn('incident: {title: 断货, notice: 39码已售罄}')).toEqual({ title: '断货', notice: '39码已售罄' });
    expect(incidentIn('incident: {title: 来了个急的}')).toEqual({ title: '来了个急的', notice: null });
    expect(incidentIn('')).toBeNull();
  });

  it('has a notice of at most 120 characters, and no other field', () => {
    expect(incidentIn(`incident: {title: 断货, notice: ${'字'.repeat(120)}}`)).toBeDefined();
    for (const bad of [
      `incident: {title: 断货, notice: ${'字'.repeat(121)}}`,
      'incident: {notice: 断货}',
      'incident: {title: 断货, when: now}',
    ])
      expect(read(bad).diagnostics.map(({ code }) => code)).toEqual(['schema']);
  });

  it('[J171] may change the price or the stock of a good', () => {
    expect(incidentIn('incident: {title: 直播, notice: 直播价148元, changes: {product: t01, price: 14800}}')).toEqual({
      ...{ title: '直播', notice: '直播价148元' },
      changes: { product: 't01', price: 14800, stock: null },
    });
    expect(incidentIn('incident: {title: 断货, notice: 卖完了, changes: {product: t01, stock: 0}}')?.changes).toEqual({
      ...{ product: 't01', price: null, stock: 0 },
    });
  });

  it('is on no list to practise from, nor among the next cases', async () => {
    const { data } = lessonCatalog;
    const planned = data.scenarios.filter(({ incident }) => incident === null).map(({ id }) => id);
    expect(planned.length).toBeLessThan(data.scenarios.length);
    expect(scenarioCards(await onlyShipped(lessonCatalog), [], new Map()).map(({ id }) => id)).toEqual(planned);
    const next = nextCases(data.scenarios, { scenarios: [], score: null, pass: 60, excellent: 85, weakness: null });
    expect(next.map(({ scenario }) => scenario)).toEqual(expect.arrayContaining(planned));
    expect(next).toHaveLength(planned.length);
  });
});

describe('[K13] a price of now in a note on an order', () => {
  const shop = { products: [{ id: 'shoe', price: 45900 }] };
  const noted = (note: string, on: string, rest: object = {}): string[] => {
    const order = { items: [{ product: 'shoe', price: 48900 }], inside: [{ on, note }] };
    const authored = { story: { date: '2026-11-12', time: '15:40' }, order, ...rest };
    const view = { authored, shop, actions: new Map(), exemplars: new Map() };
    return [...checkNotedPrices(view as unknown as CaseView)].map(({ path }) => path.join('.'));
  };
  const place = 'order.inside.0.note';

  it('is that of the goods page', () => {
    expect(noted('店铺售价由489元改为459元', '11-12 09:00')).toEqual([]);
    expect(noted('店铺售价由459元改为429元', '11-12 09:00')).toEqual([place]);
    expect(
      noted('店铺售价由459元改为429元', '11-12 09:00', { figures: [{ amount: 42900, because: '别处的价' }] }),
    ).toEqual([]);
  });

  it('is that of the case’s own announcement from its minute on', () => {
    const incident = { notice: '今天调价，429元', changes: { product: 'shoe', price: 42900 } };
    expect(noted('今天起调到429元', '11-12 15:40', { incident })).toEqual([]);
    expect(noted('今天起调到429元', '11-12 09:00', { incident })).toEqual([place]);
    expect(noted('今天起调到459元', '11-12 15:40', { incident })).toEqual([place]);
  });
});
