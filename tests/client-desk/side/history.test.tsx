/** What the side panel has of a customer's past (RULES V8). */
import '#client/app/i18n.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { pastConversations } from '#client/drill/model/customer-history.ts';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type ConversationView, emptyView } from '#client/drill/model/drill-view.ts';
import { CustomerHistory } from '#client/drill/shop/customer-history.tsx';
import { orderSum } from '#client/drill/shop/order-sum.ts';
import { OrdersPanel } from '#client/features/desk/side/orders-panel.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';

const seenOf = (...events: WireEvent[]): ConversationView =>
  [OPENED, ...events].reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView).conversations
    .c1 as ConversationView;
const words = (text: string) => [{ kind: 'text', text }] as const;
const REGULAR: WireEvent = {
  ...(arrived('c1', 1000) as Extract<WireEvent, { kind: 'customer-arrived' }>),
  past: [{ on: '2026-06-01', product: 's01', name: '逐峰3', note: '39.5码' }],
  before: [
    { when: '11-09 20:14', by: 'customer', name: null, bubbles: [...words('发货了吗')] },
    { when: '11-09 20:20', by: 'agent', name: '小满', bubbles: [...words('明天发')] },
    { when: '11-10 09:00', by: 'bot', name: null, bubbles: [...words('欢迎')] },
  ],
};
afterEach(cleanup);

describe('[V8] the customer’s past', () => {
  it('has what was bought, and each earlier talk folded under its day', () => {
    render(<CustomerHistory conversation={seenOf(REGULAR)} />);
    expect(screen.getByText('逐峰3')).toBeTruthy();
    const talk = screen.getByRole('button', { name: '11-09，2 句' });
    expect(talk.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(talk);
    expect(talk.getAttribute('aria-expanded')).toBe('true');
    expect(within(screen.getByRole('region')).getByText('明天发')).toBeTruthy();
    expect(screen.getByRole('button', { name: '11-10，1 句' })).toBeTruthy();
  });

  it('says in words that there is none', () => {
    render(<CustomerHistory conversation={seenOf(arrived('c1', 1000))} />);
    expect(screen.getByText('第一次来：没有买过，也没有说过话。')).toBeTruthy();
  });

  it('doesn’t deny the order that stands above it', () => {
    const order = {
      id: 'o1',
      no: '…7713',
      status: 'paid',
      items: [],
      gifts: [],
      off: [],
      total: 1690,
      placed: '11-10 09:14',
    };
    render(
      <OrdersPanel
        conversation={seenOf({ ...arrived('c1', 1000), orders: [order] } as unknown as WireEvent)}
        shop={null}
      />,
    );
    expect(screen.getByText('第一次来问，除了上面的订单没有别的记录。')).toBeTruthy();
    expect(screen.queryByText(/没有买过/)).toBeNull();
  });

  it('[X30] counts no order that another account placed', () => {
    const order = { id: 'o1', items: [], gifts: [], off: [], byOther: true };
    const seen = seenOf({ ...arrived('c1', 1000), orders: [order] } as unknown as WireEvent);
    render(<CustomerHistory conversation={seen} />);
    expect(screen.getByText('第一次来：没有买过，也没有说过话。')).toBeTruthy();
  });

  it('isn’t contradicted by the panel above it: who has bought before isn’t said never to have ordered', () => {
    render(<OrdersPanel conversation={seenOf(REGULAR)} shop={null} />);
    expect(screen.getByText('这次没有查到订单，或者没用下单的账号来问。')).toBeTruthy();
    expect(screen.queryByText(/还没下过单/)).toBeNull();
    cleanup();
    render(<OrdersPanel conversation={seenOf(arrived('c1', 1000))} shop={null} />);
    expect(screen.getByText(/还没下过单/)).toBeTruthy();
  });

  it('says of an order’s sum whether it was paid', () => {
    expect(orderSum({ status: 'unpaid', paidOn: null })).toBe('due');
    expect(orderSum({ status: 'cancelled', paidOn: null })).toBe('unpaid');
    expect(orderSum({ status: 'cancelled', paidOn: '11-06 22:47' })).toBe('paid');
    expect(orderSum({ status: 'signed', paidOn: null })).toBe('paid');
  });

  it('has the visit before of who comes back, without what was taken back, and never the present one', () => {
    const back: WireEvent = { ...arrived('c1', 90_000), returning: true } as WireEvent;
    const view = seenOf(
      arrived('c1', 1000),
      said('c1', 2000, '能换吗'),
      replied('c1', 3000, '能换的', 't1'),
      replied('c1', 4000, '发错了', 't2'),
      { kind: 'message-withdrawn', at: 4500, conversation: 'c1', message: 't2', heard: false },
      back,
      said('c1', 91_000, '换好了没'),
    );
    expect(pastConversations(view).map(({ messages }) => messages.map(({ text }) => text))).toEqual([
      ['能换吗', '能换的'],
    ]);
  });
});
