/** What a platform's file decides: how payment is reminded of, and what the desk's buttons are called. */
import { expect, it } from 'vitest';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const { data: shelved } = toCatalogData(library);

it('催付 is called 催支付 on 拼多多, where words can’t replace the button', () => {
  const called = Object.fromEntries(
    shelved.shops.map(({ id, platform }) => [
      platform,
      shopBody(shelved, id)?.actions.find((action) => action.id === 'remind-pay')?.title,
    ]),
  );
  expect(called).toMatchObject({ pdd: '催支付', taobao: '催付', jd: '催付' });
  expect(library.platforms.get('pdd')?.remindsBy).toBe('button');
  expect(library.platforms.get('taobao')?.remindsBy).toBe('words');
});

it('the log and the report of a drill have the words of its shop’s platform', () => {
  const { data } = contentFor(library, ['payment-reminder/unpaid-forgot']);
  expect(prepare(data).actions.get('remind-pay')?.title).toBe('催付');
  const there = { ...data, shops: data.shops.map((shop) => ({ ...shop, platform: 'pdd' })) };
  expect(prepare(there).actions.get('remind-pay')?.title).toBe('催支付');
});
