import { describe, expect, it } from 'vitest';
import { buyerOf } from '#drills/present/buyer.ts';
import { presentOrder } from '#drills/present/present-parts.ts';
import type { Order } from '#engine/model/content.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';
import { plainCase } from '#tests/support/plain-case.ts';

const CARDS = [0, 1, 2];
const ids = [...library.scenarios.keys()];
const platformOf = (shop: string): string => library.shops.get(shop)?.platform ?? '';
const shown = (id: string, card: number) => {
  const scenario = plainCase(id, cardOfSeed(card));
  return scenario.orders.map((order) => ({
    scenario,
    order,
    buyer: buyerOf(scenario, platformOf(scenario.shop), order),
  }));
};
const all = ids.flatMap((id) => CARDS.flatMap((card) => shown(id, card)));
/** All that a customer may say in the case, and what the desk shows of its orders. */
const wordsOf = (value: unknown, key = ''): string => {
  if (typeof value === 'string') return ['text', 'note', 'name', 'model'].includes(key) ? `${value}\n` : '';
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, key)).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, one]) => wordsOf(one, name))
    .join('');
};
const isOwn = ({ receiver, phone, address, secret }: Order): boolean =>
  receiver !== null || phone !== null || address !== null || secret.length > 0;

describe('[Z26] what the order panel adds to a shipped case’s order', () => {
  it('is a number of the platform’s shape that ends in the digits the case names', () => {
    const shapes: Record<string, RegExp> = {
      taobao: /^4\d{18}$/,
      jd: /^3\d{11}$/,
      pdd: /^\d{6}-\d{15}$/,
      douyin: /^69\d{17}$/,
    };
    for (const { scenario, order, buyer } of all) {
      expect([scenario.id, buyer.fullNo]).toEqual([
        scenario.id,
        expect.stringMatching(shapes[platformOf(scenario.shop)] ?? /^$/),
      ]);
      expect(buyer.fullNo?.endsWith(order.no.slice(1))).toBe(true);
    }
  });

  it('leaves an order’s own receiver, phone and address as they are, and adds none where the case keeps one secret', () => {
    const own = all.filter(({ order }) => isOwn(order));
    expect(own.length).toBeGreaterThan(0);
    for (const { order, buyer } of own)
      expect([buyer.receiver, buyer.phone, buyer.address]).toEqual([order.receiver, order.phone, order.address]);
  });

  it('says nothing of a place, a name or a phone where any word of the case is about one', () => {
    for (const { scenario, order, buyer } of all.filter((one) => !isOwn(one.order))) {
      const words = wordsOf(scenario);
      if (/地址|收货|(?<!超)[省市县]内|邻市|外省|杭州|北京|上海|广州|成都|新疆|老家|公司|学校/.test(words))
        expect([scenario.id, order.id, buyer.address]).toEqual([scenario.id, order.id, null]);
      if (/收件人|收货人|名字|先生|女士/.test(words))
        expect([scenario.id, buyer.receiver]).toEqual([scenario.id, null]);
      // 夜跑的刘师傅 is no 蒋*.
      if (/[刘陈周王][师姐哥总]|老[陈周刘]/.test(words))
        expect([scenario.id, buyer.receiver]).toEqual([scenario.id, null]);
      if (/电话|手机号/.test(words)) expect([scenario.id, buyer.phone]).toEqual([scenario.id, null]);
    }
  });

  it('is masked, the same whenever it is asked for, and another in another variant', () => {
    const added = all.filter(({ order }) => !isOwn(order));
    for (const { buyer } of added) {
      expect(buyer.receiver ?? '陈*').toMatch(/^\p{Script=Han}\*{1,2}$/u);
      expect(buyer.phone ?? '138****6621').toMatch(/^1\d{2}\*{4}\d{4}$/);
      expect(buyer.address ?? '浙江省 ****').toMatch(/ \*{4}$/);
    }
    const counts = {
      receiver: added.filter(({ buyer }) => buyer.receiver !== null).length,
      phone: added.filter(({ buyer }) => buyer.phone !== null).length,
      address: added.filter(({ buyer }) => buyer.address !== null).length,
    };
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
    const varying = added.filter(({ scenario, buyer }) => scenario.variant !== undefined && buyer.phone !== null);
    const [first] = varying;
    const id = first?.scenario.id ?? '';
    const numbers = CARDS.map((card) => shown(id, card).map(({ buyer }) => [buyer.fullNo, buyer.phone]));
    expect(new Set(numbers.map((one) => JSON.stringify(one))).size).toBe(CARDS.length);
    expect(shown(id, 1).map(({ buyer }) => buyer)).toEqual(shown(id, 1).map(({ buyer }) => buyer));
  });

  it('keeps receiver and phone where the trainee changed the address', () => {
    const found = all.find(({ buyer }) => buyer.phone !== null && buyer.receiver !== null);
    if (found === undefined) throw new Error('no case');
    const { scenario, order, buyer } = found;
    const changed = buyerOf(scenario, platformOf(scenario.shop), { ...order, address: '龙华区民治大道1号' });
    expect(changed).toEqual({ ...buyer, address: '龙华区民治大道1号' });
  });
});

describe('[X30] an order that another account placed', () => {
  const presented = all.flatMap(({ scenario, order }) => {
    const shop = library.shops.get(scenario.shop);
    return shop === undefined ? [] : [{ scenario, shop, order, wire: presentOrder(shop, scenario, order) }];
  });
  const others = presented.filter(({ scenario }) => !scenario.customer.ownsOrder);

  it('says so and has no credit of the one who asks; an order of their own says nothing of it', () => {
    expect(others.length).toBeGreaterThan(0);
    for (const { scenario, wire } of presented)
      expect([scenario.id, wire.byOther, wire.byOther === true && wire.credit !== undefined]).toEqual([
        scenario.id,
        scenario.customer.ownsOrder ? undefined : true,
        false,
      ]);
  });

  it('makes none of the order that the one who asks places meanwhile', () => {
    for (const { scenario, shop, order } of others)
      expect(presentOrder(shop, scenario, { ...order, id: 'placed-1' }).byOther).toBeUndefined();
  });
});

it('[X89] an unpaid order at the shop’s price shows what the shop takes off by itself and what is then due', () => {
  const { scenario, shop } =
    all.flatMap((one) => {
      const found = library.shops.get('suibu');
      return found && one.scenario.shop === 'suibu' ? [{ ...one, shop: found }] : [];
    })[0] ?? expect.fail('no case of the shop');
  const item = { product: 's08', sku: null, qty: 1, price: 69900, paid: null };
  const unpaid = {
    ...scenario.orders[0],
    id: 'order',
    no: '…9360',
    status: 'unpaid',
    gifts: [],
    off: [],
  } as unknown as Order;
  const shown = (order: Partial<Order>) => {
    const { total, off } = presentOrder(shop, scenario, { ...unpaid, items: [item], total: 69900, ...order });
    return [total, ...off.map(({ card, amount }) => `${card} ${amount}`)];
  };
  expect(shown({})).toEqual([65900, 's-mj 4000']);
  // A price that was changed is what is due, and what was cancelled or paid stands as it was.
  expect(shown({ total: 60000 })).toEqual([60000]);
  expect(shown({ status: 'cancelled' })).toEqual([69900]);
  expect(shown({ status: 'paid', off: [{ card: 's-mj', amount: 4000 }], total: 65900 })).toEqual([65900, 's-mj 4000']);
});
