/** Offers that begin and end and goods that run out in the course of a rush: told at their second, to every desk (RULES Q70). */
import { expect, it } from 'vitest';
import type { ShopChange } from '#engine/model/rush.ts';
import { drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { opened, rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID, shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf } from '#tests/engine/support/tiny.ts';

const change = (at: number, more: Partial<ShopChange> = {}): ShopChange => ({
  ...{ at, what: 'offer-begun', shop: 'suibu', product: 's01', price: 42_900, stock: null },
  text: '「跑鞋立减30元」开始了',
  ...more,
});
const changes = [
  change(20_000),
  change(40_000, { what: 'offer-over', price: 45_900, text: '「跑鞋立减30元」已经结束' }),
  change(40_000, { what: 'sold-out', product: 's02', price: null, stock: 0, text: '风廓卖完了' }),
];

it('[Q70] each change is told at its own second, however late the tick, and before who comes then', () => {
  const often = rushDrive(
    Array.from({ length: 60 }, (_, i) => tick(i * 1000)),
    [0, 20_000, 40_000],
    { capacity: 3, changes },
  );
  const once = rushDrive([tick(59_000)], [0, 20_000, 40_000], { capacity: 3, changes });
  expect(often.log).toEqual(once.log);
  const order = once.log.flatMap(({ kind, at }) =>
    kind === 'shop-changed' || kind === 'customer-arrived' ? [`${at} ${kind}`] : [],
  );
  expect(order).toEqual([
    '0 customer-arrived',
    ...['20000 shop-changed', '20000 customer-arrived'],
    ...['40000 shop-changed', '40000 shop-changed', '40000 customer-arrived'],
  ]);
  expect(of(once.log, 'shop-changed').map(({ what, price, stock }) => [what, price, stock])).toEqual([
    ['offer-begun', 42_900, null],
    ['offer-over', 45_900, null],
    ['sold-out', null, 0],
  ]);
});

it('[Q70] a change alters nothing for who is at the desk: without it the rest of the log is the same', () => {
  const commands = [say(15_000, SAID.size), say(45_000, SAID.ship), tick(120_000)];
  const withIt = rushDrive(commands, [0, 10_000, 50_000], { capacity: 3, changes });
  const without = rushDrive(commands, [0, 10_000, 50_000], { capacity: 3 });
  const rest = (log: typeof withIt.log) => log.filter(({ kind }) => kind !== 'shop-changed').slice(1);
  expect(rest(withIt.log)).toEqual(rest(without.log));
  expect(of(without.log, 'shop-changed')).toEqual([]);
});

it('[Q70] whose notice the rush has told already is told no second time, and whose it hasn’t is', () => {
  const offer = contentOf([shoesWith({ incident: { title: '限时活动', notice: changes[0]?.text ?? '' } })]);
  const scenario = offer.scenarios[0]?.id ?? '';
  const played = drive(offer, [tick(60_000)], {
    customers: [5000, 30_000].map((arrivesAt) => ({ scenario, arrivesAt, patienceMs: 300_000 })),
    rush: opened({ capacity: 3, changes }),
  });
  expect(of(played.log, 'notice-shown').map(({ conversation }) => conversation)).toEqual(['c1']);
});
