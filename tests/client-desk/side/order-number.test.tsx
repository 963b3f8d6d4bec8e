import '#client/app/i18n.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { OrderBlock } from '#client/drill/shop/order-block.tsx';
import type { WireOrder } from '#contract/wire-events.ts';

afterEach(cleanup);

const ORDER: WireOrder = {
  ...{ id: 'o1', no: '…8846', fullNo: '4272032747837958846', credit: { kind: 'heart', n: 2 }, status: 'unpaid' },
  ...{ placed: '11-12 16:23', paidOn: null, shippedOn: null, signedOn: null },
  ...{
    receiver: '马*',
    phone: '177****1293',
    address: null,
    insured: false,
    items: [],
    gifts: [],
    off: [],
    total: 45_900,
  },
};

it('the order panel has the whole number, of which the tail alone is copied, the buyer and the receiver [Z26]', () => {
  const { container } = render(<OrderBlock order={ORDER} shop={null} buyer="一颗栗子" />);
  expect(container.textContent).toContain('4272032747837958846');
  expect(screen.getByText('427203274783795').className).toContain('select-none');
  expect(screen.getByText('一颗栗子（信用 2 心）')).toBeTruthy();
  expect(screen.getByText('马* 177****1293')).toBeTruthy();
  cleanup();
  // A server of before sends the tail alone.
  const { fullNo: _, credit: __, ...before } = ORDER;
  render(<OrderBlock order={before} shop={null} />);
  expect(screen.getByText('…8846')).toBeTruthy();
  expect(screen.queryByText('买家')).toBeNull();
});

it('[X30] never shows the one who asks as the buyer of an order that another account placed', () => {
  render(<OrderBlock order={{ ...ORDER, byOther: true }} shop={null} buyer="阳台的灯" />);
  expect(screen.queryByText(/阳台的灯/)).toBeNull();
  expect(screen.queryByText('买家')).toBeNull();
  expect(screen.getByText('收货人')).toBeTruthy();
});
