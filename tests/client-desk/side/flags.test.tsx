/** 备注旗子 at the desk: in the list, on the order, in the form and at the end of a shift (RULES V6). */
import '#client/app/i18n.ts';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type ConversationView, emptyView } from '#client/drill/model/drill-view.ts';
import { ActionFieldView } from '#client/drill/shop/action-field.tsx';
import { flagsOf } from '#client/drill/shop/flag-mark.tsx';
import { OrderBlock } from '#client/drill/shop/order-block.tsx';
import { OrderFlags } from '#client/drill/shop/order-flags.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { arrived, OPENED } from '#tests/client-desk/fake-server.ts';
import { SHOP } from '#tests/client-desk/shop.ts';

const FLAGGED: ShopBody = { ...SHOP, flags: { red: '退换、补发在办' } };
const order = (id: string, remark?: WireOrder['remark']): WireOrder => ({
  id,
  no: `…${id}`,
  status: 'paid',
  placed: null,
  paidOn: null,
  shippedOn: null,
  signedOn: null,
  receiver: null,
  phone: null,
  address: null,
  insured: false,
  items: [],
  gifts: [],
  off: [],
  total: 45_900,
  ...(remark && { remark }),
});
afterEach(cleanup);

describe('[V6] the flag of a remark', () => {
  it('is told by its name and by what it means in the shop, each colour once', () => {
    const orders = [
      order('1', { note: '换码', flag: 'red' }),
      order('2', { note: '补发', flag: 'red' }),
      order('3', { note: '答应18点', flag: 'yellow' }),
      order('4', { note: '没旗', flag: null }),
      order('5'),
    ];
    expect(flagsOf(orders)).toEqual(['red', 'yellow']);
    render(<OrderFlags orders={orders} shop={FLAGGED} />);
    expect(screen.getByTitle('红旗：退换、补发在办')).toBeTruthy();
    // A shop that says nothing of a colour leaves it its name.
    expect(screen.getByTitle('黄旗')).toBeTruthy();
  });

  it('stands on the order with its note', () => {
    render(<OrderBlock order={order('1', { note: '换39.5，脚背高', flag: 'red' })} shop={FLAGGED} />);
    const block = screen.getByRole('region');
    expect(within(block).getByText('换39.5，脚背高')).toBeTruthy();
    expect(within(block).getByTitle('红旗：退换、补发在办')).toBeTruthy();
  });

  it('is chosen in the form by what it means', () => {
    const view = foldDrill(foldDrill(emptyView, OPENED, 1), arrived('c1', 1000), 2);
    const choices = [
      { value: 'red', title: '红旗' },
      { value: 'blue', title: '蓝旗' },
    ];
    render(
      <ActionFieldView
        field={{ name: 'flag', title: '旗子', kind: 'choice', required: false, choices }}
        values={{}}
        shop={FLAGGED}
        conversation={view.conversations.c1 as ConversationView}
        isInvalid={false}
        onChange={() => {}}
      />,
    );
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '请选',
      '红旗：退换、补发在办',
      '蓝旗',
    ]);
  });
});
