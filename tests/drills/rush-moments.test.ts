/** Rushes of the shipped profiles and cases whose offers begin and end: who is dealt what, and what is then right (RULES Q70). */
import { describe, expect, test } from 'vitest';
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import type { RushRound } from '#drills/catalog/rush-round.ts';
import { createPresenter } from '#drills/present/present.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { namesGoods } from '#library/reading/shop-day.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { say, tick } from '#tests/engine/support/drive.ts';

const { catalog } = shipped();
const SEEDS = Array.from({ length: 2 }, (_, i) => 100 + i);

const openedAs = async (profile: string, shop: string, seed: number, level: 1 | 2 | 3 = 3): Promise<RushRound> => {
  const needs = { catalogs: catalog, storage: { drillsOf: async () => [] } };
  const asked = { rush: { profile, level, shop, capacity: 12 }, seed, practising: null };
  const reply = await rushOpening(needs, catalog, () => false, asked);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};
const contentOf = ({ customers, deals }: RushRound) =>
  catalog.contentFor([...new Set(customers.map(({ scenario }) => scenario))], [], { deck: 'mine', card: 3 }, deals);
const dealtIn = ({ customers }: RushRound, moment: string) =>
  customers.find(({ scenario }) => scenario.includes(`-${moment}-`));

/** The first rush of these seeds in which all of them are met. */
const roundWith = async (moments: readonly string[]): Promise<RushRound> => {
  for (let seed = 1; seed < 40; seed += 1) {
    const round = await openedAs('d618', 'suibu', seed);
    if (moments.every((moment) => dealtIn(round, moment))) return round;
  }
  throw new Error('no seed deals them all');
};

describe('the shop in a rush', () => {
  test('[Q70] one offer and one good on every card: notice, customer and price are of the same, on either side', async () => {
    for (const seed of SEEDS)
      for (const shop of ['suibu', 'guchui', 'poshang', 'tinghe']) {
        const round = await openedAs('d618', shop, seed);
        const { data } = await contentOf(round);
        const changes = round.opened.changes ?? [];
        expect(changes.map(({ at, what }) => [at, what])).toEqual([
          ...[
            [60_000, 'offer-begun'],
            [420_000, 'sold-out'],
            [780_000, 'offer-over'],
          ],
        ]);
        const productOf = (what: string) => changes.find((change) => change.what === what)?.product;
        const enters = (moment: string) => {
          const dealt = dealtIn(round, moment);
          return dealt && data.scenarios.find(({ id }) => id === dealt.scenario)?.customer.enters;
        };
        for (const moment of ['offer-on', 'offer-over'])
          expect([undefined, productOf('offer-begun')]).toContain(enters(moment));
        for (const moment of ['in-stock', 'sold-out'])
          expect([undefined, productOf('sold-out')]).toContain(enters(moment));
        expect(productOf('offer-over')).toBe(productOf('offer-begun'));
        expect(productOf('sold-out')).not.toBe(productOf('offer-begun'));
        const others = data.scenarios.filter(({ id }) => !/offer-price|last-pieces|offer-protected/.test(id));
        const goods = changes.map(({ product }) => product);
        expect(others.filter((scenario) => goods.includes(scenario.customer.enters ?? ''))).toEqual([]);
        expect(others.filter((scenario) => namesGoods(scenario, goods)).map(({ id }) => id)).toEqual([]);
        const over = data.scenarios.find(({ id }) => id === dealtIn(round, 'offer-over')?.scenario);
        if (over) expect(over.incident?.notice).toBe(changes.find(({ what }) => what === 'offer-over')?.text);
        const protectedIds = round.customers.filter(({ scenario }) => scenario.includes('offer-protected'));
        for (const { scenario, arrivesAt } of protectedIds) {
          expect(arrivesAt).toBeGreaterThanOrEqual(720_000);
          const bought = data.scenarios.find(({ id }) => id === scenario)?.orders[0]?.items[0]?.product;
          expect(bought).toBe(productOf('offer-begun'));
        }
      }
  });

  test('[Q70] the same customers come as without it, and nobody of a moment where nothing changes', async () => {
    const round = await openedAs('normal', 'suibu', 7);
    expect(round.opened.changes).toBeUndefined();
    expect(round.customers.filter(({ scenario }) => /offer-price|last-pieces|offer-protected/.test(scenario))).toEqual(
      [],
    );
    const [low, high] = [await openedAs('d11-open', 'suibu', 7, 1), await openedAs('d11-open', 'suibu', 7)];
    const who = ({ customers }: RushRound) => customers.map(({ scenario, arrivesAt }) => `${arrivesAt} ${scenario}`);
    expect(who(high)).toEqual(expect.arrayContaining(who(low)));
    expect(await openedAs('d11-open', 'suibu', 7)).toEqual(high);
  });

  test('[Q70] told in stock after it ran out is wrong, before it right; the offer likewise', async () => {
    const round = await roundWith(['in-stock', 'sold-out', 'offer-on', 'offer-over']);
    const { data, hash } = await contentOf(round);
    const content = prepare(data);
    const keyOf = (moment: string) => {
      const dealt = dealtIn(round, moment);
      return dealt ? `c${round.customers.indexOf(dealt) + 1}` : '';
    };
    const replies = (texts: Readonly<Record<string, string>>) => {
      const log: DrillEvent[] = [];
      let drill = emptyDrill;
      const send = (command: Parameters<typeof decideJudged>[2]) => {
        const decided = decideJudged(content, drill, command);
        if (!decided.ok) throw new Error(decided.error.code);
        log.push(...decided.value);
        drill = fold(drill, decided.value);
      };
      send({
        kind: 'open',
        at: 0,
        contentHash: hash,
        seed: 1,
        mode: 'practice',
        pace: 20,
        customers: round.customers,
        rush: round.opened,
      });
      send({ kind: 'start', at: 0 });
      const at = (moment: string) => dealtIn(round, moment)?.arrivesAt ?? 0;
      const moments = Object.keys(texts).sort((a, b) => at(a) - at(b));
      for (const moment of moments) {
        send(tick(at(moment) + 15_000));
        send(say(at(moment) + 20_000, texts[moment] ?? '', keyOf(moment)));
        send(tick(at(moment) + 45_000));
      }
      return { log, verdicts: Object.fromEntries(moments.map((moment) => [moment, pointsIn(log, keyOf(moment))])) };
    };
    const offer = round.opened.changes?.find(({ what }) => what === 'offer-begun');
    const price = (offer?.price ?? 0) / 100;
    const stillOn = `在的，立减还在，现在付${price}元`;
    const inStock = '有货的，货够，您直接拍';
    const { log, verdicts } = replies({
      'in-stock': inStock,
      'sold-out': inStock,
      'offer-on': stillOn,
      'offer-over': stillOn,
    });
    expect(verdicts['in-stock']).toContain('covered');
    expect(verdicts['in-stock']).not.toContain('wrong');
    expect(verdicts['sold-out']).toContain('wrong');
    expect(verdicts['offer-on']).toContain('covered');
    expect(verdicts['offer-on']).not.toContain('wrong');
    expect(verdicts['offer-over']).toContain('wrong');
    // Goods are sent with the price that holds then.
    const cards = log
      .flatMap(createPresenter(content))
      .flatMap((event) =>
        event.kind === 'customer-said' && event.bubble.kind === 'product' && event.bubble.product === offer?.product
          ? [[event.conversation, event.bubble.price]]
          : [],
      );
    expect(cards).toContainEqual([keyOf('offer-on'), offer?.price]);
    expect(cards).toContainEqual([
      keyOf('offer-over'),
      round.opened.changes?.find(({ what }) => what === 'offer-over')?.price,
    ]);
  });
});

const pointsIn = (log: readonly DrillEvent[], key: string): string[] =>
  log.flatMap((event) =>
    event.kind === 'turn-judged' && event.conversation === key ? event.judgement.points.map(({ state }) => state) : [],
  );
