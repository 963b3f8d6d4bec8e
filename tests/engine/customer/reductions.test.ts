/** What a customer pays follows from what the shop takes off and what the trainee sent, also where no author thought of it. */
import { describe, expect, it } from 'vitest';
import type { CustomerDeed, Order } from '#engine/model/content.ts';
import { withReductions } from '#engine/model/placed-orders.ts';
import { contentFor } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { play } from '#tests/learning/support/play.ts';
import { library } from '#tests/support/library.ts';

const shop = library.shops.get('suibu') ?? expect.fail('no shop');
const placed = (price: number, more: object = {}): CustomerDeed => ({
  ...{ deed: 'place-order', product: 's01', sku: null, pays: true, amount: price },
  ...more,
});
const reduced = (deed: CustomerDeed, sent: readonly string[] = []) => {
  const done = withReductions(deed, shop, [], sent);
  return done.deed === 'place-order' ? { amount: done.amount, off: done.off?.map(({ card }) => card) } : done;
};

describe('[J130] an order of goods at the shop’s price', () => {
  it('costs less by what the shop takes off every such order, and by the best coupon that was sent', () => {
    expect(reduced(placed(45900))).toEqual({ amount: 41900, off: ['s-mj'] });
    expect(reduced(placed(45900), ['care10', 'cp15'])).toEqual({ amount: 40400, off: ['s-mj', 'cp15'] });
  });

  it('is as its author wrote it where something is taken off already, or the price is another', () => {
    expect(reduced(placed(41900, { off: [{ card: 's-mj', amount: 4000 }] }))).toEqual({ amount: 41900, off: ['s-mj'] });
    expect(reduced(placed(40000))).toEqual({ amount: 40000, off: undefined });
  });

  it('uses one coupon, and only one whose sum it reaches', () => {
    const author = { off: [{ card: 'back20', amount: 2000 }] };
    expect(reduced(placed(43900, author), ['cp15'])).toEqual({ amount: 43900, off: ['back20'] });
    const cheap = placed(11900, { product: 's05' });
    expect(reduced(cheap, ['cp15'])).toEqual({ amount: 11900, off: undefined });
    expect(reduced(cheap, ['late5'])).toEqual({ amount: 11400, off: ['late5'] });
  });

  it('is paid for like that, too, unless its price was changed', () => {
    const item = { product: 's01', sku: null, qty: 1, price: 45900, paid: null };
    const standing = { id: 'order', status: 'unpaid', items: [item], off: [], total: 45900 } as unknown as Order;
    const paying = (order: Order) => {
      const done = withReductions({ deed: 'pay', order: null }, shop, [order], []);
      return done.deed === 'pay' ? done.off?.map(({ card }) => card) : done;
    };
    expect(paying(standing)).toEqual(['s-mj']);
    expect(paying({ ...standing, total: 44000 })).toBeUndefined();
  });
});

it('[J130] a sum told with a coupon that was sent is what a short customer pays, and is held against nobody', () => {
  const id = 'payment-reminder/cannot-pay-suibu';
  const data = Array.from({ length: 60 }, (_, card) => contentFor(library, [id], cardOfSeed(card)).data).find(
    ({ scenarios }) => scenarios[0]?.orders[0]?.total === 45900,
  );
  const replies = toReplies([
    {
      ...{ to: 'any', after: '9s', say: '您换张卡或者用余额试试，满300减40再用券15，到手404' },
      do: [{ action: 'send-coupon', coupon: 'cp15' }, { action: 'remind-pay' }],
    },
    { to: 'any', after: '9s', say: '不客气，有事随时找我' },
  ]);
  const { events, report } = play([id], replies, { data: data ?? expect.fail('no such variant') });
  expect(events.flatMap((event) => (event.kind === 'customer-did' ? [event.orders.at(-1)?.total] : []))).toEqual([
    40400,
  ]);
  expect(events.flatMap((event) => (event.kind === 'ending-reached' ? [event.sale] : []))).toEqual([40400]);
  expect(report.findings.map(({ code }) => code)).not.toContain('false-promise');
});
