import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BubbleView } from '#client/drill/thread/bubble.tsx';
import type { WireBubble, WireOrder } from '#contract/wire-events.ts';
import { SHOP } from './shop.ts';

const NAME = '逐峰3 缓震跑鞋';
const SRC = '/pictures/suibu/s01.svg';
const product: WireBubble = { kind: 'product', product: 's01', name: NAME, price: 45_900 };
const order: WireOrder = {
  id: 'o1',
  no: '881001',
  status: 'paid',
  placed: null,
  paidOn: null,
  shippedOn: null,
  signedOn: null,
  receiver: null,
  phone: null,
  address: null,
  insured: false,
  items: [{ product: 's01', name: NAME, sku: '39', qty: 1, price: 45_900, paid: 45_900 }],
  gifts: [],
  off: [],
  total: 45_900,
};
afterEach(cleanup);

describe('the picture on a card', () => {
  it.each([
    ['product', product],
    ['order', { kind: 'order', order: 'o1' } satisfies WireBubble],
  ])('of a %s is the shop’s own picture of that product', (_kind, bubble) => {
    render(<BubbleView bubble={bubble} shop={SHOP} orders={[order]} />);
    expect(screen.getByRole('img', { name: NAME }).getAttribute('src')).toBe(SRC);
  });

  it('is replaced by two characters in a box of its size until the shop has loaded, and when the picture can’t be loaded', () => {
    const { rerender } = render(<BubbleView bubble={product} shop={null} orders={[]} />);
    expect(screen.getByText('逐峰').className).toContain('size-52');
    rerender(<BubbleView bubble={product} shop={SHOP} orders={[]} />);
    const picture = screen.getByRole('img', { name: NAME });
    expect(picture.className).toContain('size-52');
    fireEvent.error(picture);
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('逐峰')).toBeTruthy();
  });
});
