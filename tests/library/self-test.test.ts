import { describe, expect, it } from 'vitest';
import type { Shop } from '#engine/model/shop.ts';
import { sentences, wrongFormsOf } from '#library/self-test/altered.ts';
import { type SelfTestItem, selfTest } from '#library/self-test/self-test.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const marks = library.remarks;
const findings = library.rubrics[0]?.findings ?? [];
const shops = [...library.shops.values()].map((shop) => [shop.id, shop] as const);
const SEEDS = Array.from({ length: sweepsAll ? 200 : 80 }, (_, seed) => seed);

const drawAnew = (shop: Shop, seed: number): SelfTestItem[] => selfTest({ shop, marks, findings }, seed);
const drawn = new Map<Shop, Map<number, readonly SelfTestItem[]>>();
/** Drawn once for all that is asked of it: reading a shop for one seed takes milliseconds, and nearly all tests ask for every seed. */
const draw = (shop: Shop, seed: number): readonly SelfTestItem[] => {
  const own = drawn.get(shop) ?? new Map<number, readonly SelfTestItem[]>();
  drawn.set(shop, own);
  const items = own.get(seed) ?? drawAnew(shop, seed);
  own.set(seed, items);
  return items;
};
const asked = (items: readonly SelfTestItem[]): string[] => items.map(({ statement }) => JSON.stringify(statement));

/** The shop's own words, read anew from its files: a statement found in them is true. `of`: of that product only. */
const said = (shop: Shop, of: string | null): string =>
  [
    ...shop.policies.map(({ text }) => text),
    ...shop.products
      .filter(({ name }) => of === null || name === of)
      .flatMap(({ facts, doubts }) => [...facts, ...doubts.map(({ answer }) => answer)]),
  ].join('\n');
const trapWords = (shop: Shop): string[] =>
  library.files.shops
    .filter(({ folder }) => folder === shop.id)
    .flatMap(({ quickReplies }) => quickReplies.value ?? [])
    .flatMap(({ trap, text }) => (trap === undefined ? [] : [text]));
/** The level that may grant a sum: the first whose text names a sum at least as high, without limits in brackets. */
const levelOf = (shop: Shop, yuan: number): string =>
  shop.authority.find(({ text }) =>
    /元以上/.test(text)
      ? true
      : yuan <= Math.max(...[...text.replace(/（.*?）/g, '').matchAll(/(\d+)元/g)].map(([, sum]) => Number(sum))),
  )?.level ?? '';

/** Why an item's `holds` can't be trusted; null where it can. */
const fault = (shop: Shop, { statement, holds, basis }: SelfTestItem): string | null => {
  const says = (truth: boolean) => (truth === holds ? null : `${holds} but ${JSON.stringify(statement)}`);
  if (statement.kind === 'price') {
    const product = shop.products.find(({ name }) => name === statement.product);
    return says(product?.price === statement.price);
  }
  if (statement.kind === 'authority') return says(levelOf(shop, statement.amount / 100) === statement.level);
  if (statement.kind === 'phrase') return says(!trapWords(shop).includes(statement.text));
  if (holds) return basis.text.includes(statement.text) ? null : `not on its card: ${statement.text}`;
  const of = statement.kind === 'fact' ? statement.product : null;
  if (said(shop, of).includes(statement.text)) return `the shop says so itself: ${statement.text}`;
  if (trapWords(shop).includes(statement.text)) return null;
  return contradicts(statement.text, basis.text) ? null : `no contradiction: ${statement.text} / ${basis.text}`;
};

/** Another figure, or another word that decides, with all the rest as on the card. */
const contradicts = (text: string, truth: string): boolean => {
  const DECIDES = /不可以|不支持|就不能|不影响|不防水|不能|没有|不是|不带|店铺|买家|签收|发货/g;
  const bare = (one: string) => one.replace(/\d+(?:\.\d+)?/g, '#');
  const one =
    sentences(truth).find((sentence) => bare(sentence) === bare(text)) ?? (bare(truth) === bare(text) ? truth : null);
  if (one !== null) return one !== text;
  const count = (from: string) => (from.match(DECIDES) ?? []).sort().join();
  return [...sentences(truth), truth].every(
    (sentence) => count(sentence) !== count(text) || sentence.length !== text.length,
  );
};

describe.each(shops)('the self-test of %s', (_, shop) => {
  it('asks five things, two or three of which are true', () => {
    for (const seed of SEEDS) {
      const items = draw(shop, seed);
      expect(items).toHaveLength(5);
      expect([2, 3]).toContain(items.filter(({ holds }) => holds).length);
      expect(new Set(asked(items)).size).toBe(5);
    }
  });

  it('never says over 200 seeds that a true thing is wrong or a wrong one true', () => {
    const faults = SEEDS.flatMap((seed) => draw(shop, seed).flatMap((item) => fault(shop, item) ?? []));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('gives the same five for the same seed, and mostly new ones for the next', () => {
    for (const seed of SEEDS) {
      expect(drawAnew(shop, seed)).toEqual(draw(shop, seed));
      const before = asked(draw(shop, seed));
      expect(asked(draw(shop, seed + 1)).filter((one) => before.includes(one)).length).toBeLessThanOrEqual(1);
    }
  });

  it('asks every kind of question, and over all seeds most of its cards and quick replies', () => {
    const items = SEEDS.flatMap((seed) => draw(shop, seed));
    expect(new Set(items.map(({ statement }) => statement.kind))).toEqual(
      new Set(['price', 'fact', 'policy', 'phrase', 'authority']),
    );
    const cards = new Set(items.flatMap(({ basis }) => (basis.section === 'policies' ? basis.id : [])));
    expect(cards.size).toBeGreaterThan(shop.policies.length * 0.8);
  });

  it('names the card each answer rests on, and why a quick reply mustn’t be sent', () => {
    for (const { statement, holds, because, basis } of SEEDS.flatMap((seed) => draw(shop, seed))) {
      expect(basis.title).not.toBe('');
      if (basis.section === 'policies') expect(basis.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (statement.kind === 'phrase') expect(because === null).toBe(holds);
      // The page says 答对了 or 答错了 of the answer just above it.
      expect(because ?? '').not.toMatch(/^答[对错]了/);
    }
  });

  it('names the thing in a question on who may grant it in Chinese words', () => {
    for (const { statement } of SEEDS.flatMap((seed) => draw(shop, seed)))
      if (statement.kind === 'authority' && statement.what !== null)
        expect(statement.what).toMatch(/^[\p{Script=Han}]+$/u);
  });

  it('asks no question whose heading already has the answer', () => {
    for (const { statement } of SEEDS.flatMap((seed) => draw(shop, seed)))
      if (statement.kind === 'policy') expect(statement.title ?? '').not.toMatch(/\d/);
  });
});

describe('a true sentence made wrong', () => {
  it.each([
    ['48小时内发货', '72小时内发货'],
    ['签收15天内可以换新', '签收7天内可以换新'],
    ['同款10件起95折', '同款20件起95折'],
    ['放得下6.7寸手机', '放得下3.4寸手机'],
    ['16:00前付款当天发', '14:00前付款当天发'],
    ['建了工单，当天20:00前回第一次话', '建了工单，当天22:00前回第一次话'],
    ['件停48小时没动，当天建工单', '件停72小时没动，当天建工单'],
    ['过了48小时还没发，当场给券', '过了72小时还没发，当场给券'],
    ['定金不超过总价20%', '定金不超过总价30%'],
    ['年消费满1500元为老客', '年消费满1800元为老客'],
  ])('%s never becomes %s, which follows from it', (truth, weaker) => {
    expect(wrongFormsOf(truth, [truth]).length).toBeGreaterThan(0);
    expect(wrongFormsOf(truth, [truth])).not.toContain(weaker);
  });

  it('keeps a sentence whose only change would still be true, or would contradict itself', () => {
    for (const truth of ['间隔超过3分钟，整通就不算数', '白霜是析出的糖，不是发霉', '支持七天无理由，没有汗渍就能退'])
      expect(wrongFormsOf(truth, [truth])).toEqual([]);
  });

  it('changes the share of an active ingredient to a likely one', () => {
    expect(wrongFormsOf('烟酰胺含量4%', [])).toEqual(['烟酰胺含量8%', '烟酰胺含量12%', '烟酰胺含量20%']);
  });

  it('takes no figure that the same card gives for something else', () => {
    const card = '整机质保1年，电机3年';
    expect(wrongFormsOf(card, [card])).not.toContain('整机质保3年，电机3年');
  });

  it.each(['脚长70到80毫米', '26.9元÷6枚=4.48元', '第3天', '七天无理由：满7天有效'])(
    'isn’t made from %s, where no figure could be changed alone',
    (text) => {
      expect(wrongFormsOf(text, [text])).toEqual([]);
    },
  );
});

describe('a shop with little to ask about', () => {
  it('has fewer questions, and none twice', () => {
    const [, shop] = shops[0] ?? [];
    if (shop === undefined) throw new Error('no shop');
    const bare: Shop = {
      ...shop,
      id: 'bare',
      policies: [],
      quickReplies: [],
      authority: [],
      products: shop.products.slice(0, 1),
    };
    const items = draw(bare, 4);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(asked(items)).size).toBe(items.length);
    expect(draw({ ...bare, products: [] }, 4)).toEqual([]);
  });
});
