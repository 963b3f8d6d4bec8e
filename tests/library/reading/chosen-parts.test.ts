/** 补发: what is sent anew is chosen, among what the shop has (RULES X92). */
import { expect, it } from 'vitest';
import { checkForm } from '#client/drill/model/desk-fields.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { checkLibrary } from '#library/checks/check-library.ts';
import { act, drive, of, tick } from '#tests/engine/support/drive.ts';
import { shoes } from '#tests/engine/support/shoes.ts';
import { library } from '#tests/support/library.ts';

const { data: shelved } = toCatalogData(library);

const resendAt = (shop: string): ShopBody['actions'][number] => {
  const form = shopBody(shelved, shop)?.actions.find(({ id }) => id === 'resend');
  if (!form) throw new Error(`no resend at ${shop}`);
  return form;
};
const parts = (shop: string) =>
  resendAt(shop)
    .fields.find(({ name }) => name === 'part')
    ?.choices.map(({ title }) => title);

it('[X92] offers the parts of the shop, and no field for parts where there are none', () => {
  expect(parts('guchui')).toEqual(['密封垫圈', '炸篮', '杯体', '盖子', '电源线', '其他配件']);
  expect(parts('suibu')).toEqual(['鞋带', '鞋垫', '其他配件']);
  expect([parts('poshang'), parts('tinghe')]).toEqual([undefined, undefined]);
});

it('[X92] the form says that goods or a part must be chosen', () => {
  const missing = (shop: string, values: Record<string, string>) => {
    const checked = checkForm(resendAt(shop), values);
    return checked.ok ? null : checked.missing;
  };
  expect(missing('guchui', { order: 'o1', part: ' ' })).toEqual(['商品 / 配件']);
  expect(missing('poshang', {})).toEqual(['商品']);
  expect(missing('guchui', { part: 'lid' })).toBeNull();
  expect(missing('guchui', { product: 'g05' })).toBeNull();
});

it('[X92] the server refuses a form on which neither is chosen', () => {
  const resend = library.actions.find(({ id }) => id === 'resend');
  if (!resend) throw new Error('no resend');
  const shops = shoes.shops.map((shop) => ({ ...shop, actions: [...shop.actions, 'resend'] }));
  const content = { ...shoes, shops, actions: [...shoes.actions, resend] };
  const { refusals, log } = drive(content, [
    act(1000, 'resend'),
    act(2000, 'resend', { order: 'o1', part: ' ' }),
    act(3000, 'resend', { part: 'lid' }),
    tick(4000),
  ]);
  expect(refusals.map(({ code, detail }) => [code, detail])).toEqual([
    ['action-needs-field', '商品 / 配件'],
    ['action-needs-field', '商品 / 配件'],
  ]);
  expect(of(log, 'action-done')).toHaveLength(1);
});

it('[X92] a choice names shops that there are', () => {
  const actions = library.actions.map((action) => ({
    ...action,
    fields: action.fields.map((field) => ({
      ...field,
      choices: field.choices.map((choice) => (choice.value === 'lid' ? { ...choice, shops: ['guchuii'] } : choice)),
    })),
  }));
  const faults = checkLibrary({ ...library, actions }, () => false).filter(({ code }) => code === 'unknown-id');
  expect(faults.map(({ file }) => file.replace(/^.*\//, ''))).toEqual(['actions.yaml']);
});
