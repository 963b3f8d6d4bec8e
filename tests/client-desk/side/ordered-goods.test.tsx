/** Which goods a form offers: those of an order where it is about one. */
import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type ConversationView, emptyView } from '#client/drill/model/drill-view.ts';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { ActionsPanel } from '#client/features/desk/side/actions-panel.tsx';
import { forgetSide } from '#client/features/desk/side/side-memory.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { arrived, OPENED } from '#tests/client-desk/fake-server.ts';
import { SHOP } from '#tests/client-desk/shop.ts';

type Action = ShopBody['actions'][number];
const goodsField = (name: string, title: string, required: boolean): Action['fields'][number] => ({
  ...{ name, title, kind: 'product', required, choices: [] },
});
const ORDER_FIELD: Action['fields'][number] = {
  ...{ name: 'order', title: '订单', kind: 'order', required: false, choices: [] },
};
const operation = (id: string, title: string, fields: Action['fields']): Action => ({
  ...{ id, title, group: '售后', sends: false, done: '做好了', fields },
});
const FORMS: ShopBody = {
  ...SHOP,
  actions: [
    operation('approve-return', '同意退货', [goodsField('items', '退哪件', false), ORDER_FIELD]),
    operation('send-product', '商品卡', [goodsField('product', '商品', true)]),
    {
      ...operation('resend', '补发', [
        goodsField('product', '商品', false),
        { ...{ name: 'part', title: '配件', kind: 'text', required: false, choices: [] } },
      ]),
      oneOf: ['product', 'part'],
    },
  ],
};
const item = (product: string, name: string, sku: string | null, price: number) => ({
  ...{ product, name, sku, price, qty: 1, paid: null },
});
const ORDERS = [
  {
    ...{ id: 'o1', no: '1111', status: 'signed', total: 0 },
    items: [item('s01', '逐峰3', '39', 45_900), item('s01', '逐峰3', '39.5', 45_900)],
    gifts: [{ product: 's09', name: '速干袜', price: 2900 }],
  },
  { ...{ id: 'o2', no: '2222', status: 'signed', total: 0 }, items: [item('s07', '腰包', null, 5900)], gifts: [] },
] as unknown as readonly WireOrder[];

const open = (title: string, orders = ORDERS) => {
  const { c1 } = [OPENED, arrived('c1', 1000, '小鹿')].reduce(
    (view, event, seq) => foldDrill(view, event, seq),
    emptyView,
  ).conversations;
  render(<ActionsPanel conversation={{ ...c1, orders } as ConversationView} shop={FORMS} />);
  fireEvent.click(screen.getByRole('button', { name: title }));
};
const choicesOf = (label: string) =>
  within(screen.getByRole('combobox', { name: new RegExp(`^${label}`) }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)
    .slice(1);

beforeEach(() => {
  localStorage.clear();
  useDeskUi.setState({ form: null });
  forgetSide();
});
afterEach(cleanup);

it('[X105] what goes back is one of the lines of the order, with spec and price, and of the order that was chosen', () => {
  open('同意退货');
  expect(choicesOf('退哪件')).toEqual(['逐峰3 39 / 39.5 ¥459.00', '腰包 ¥59.00', '速干袜 赠品']);
  fireEvent.change(screen.getByRole('combobox', { name: /^订单/ }), { target: { value: 'o2' } });
  expect(choicesOf('退哪件')).toEqual(['腰包 ¥59.00']);
  fireEvent.change(screen.getByRole('combobox', { name: /^退哪件/ }), { target: { value: 's07' } });
  fireEvent.change(screen.getByRole('combobox', { name: /^订单/ }), { target: { value: 'o1' } });
  expect(choicesOf('退哪件')).toEqual(['逐峰3 39 / 39.5 ¥459.00', '腰包 ¥59.00', '速干袜 赠品']);
});

it('[X105] who has bought nothing has nothing to give back', () => {
  open('同意退货', []);
  expect(choicesOf('退哪件')).toEqual([]);
  expect(screen.getByRole('combobox', { name: /^退哪件/ }).textContent).toBe('没有可选的');
});

it('[X105] a card, and what is sent anew, may be of any goods of the shop', () => {
  open('商品卡');
  expect(choicesOf('商品')).toHaveLength(2);
  cleanup();
  open('补发');
  expect(choicesOf('商品')).toHaveLength(2);
});
