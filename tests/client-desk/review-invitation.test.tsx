/** 邀评 at the desk: one press sends the card, and the customer's stars are told (RULES V5). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, fakeServer, OPENED, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const CARD = { id: 'invite-review', title: '邀评', group: '跟进', sends: true, done: '已发', fields: [] };
const WITH_CARD: ShopBody = { ...SHOP, actions: [...SHOP.actions, CARD] };
const HERE: readonly WireEvent[] = [
  OPENED,
  arrived('c1', 8000),
  { kind: 'status-changed', at: 8000, conversation: 'c1', status: 'active' },
  said('c1', 9000, '在吗'),
];

describe('[V5] 邀评 at the desk', () => {
  let fake = fakeServer();
  const flush = (ms = 1) => act(() => vi.advanceTimersByTimeAsync(ms));
  const openDesk = async (shop: ShopBody) => {
    fake = fakeServer();
    fake.server.log.push(...HERE);
    fake.server.now = 10_000;
    useShops.setState({ byId: { 'd1/suibu': shop }, errors: {} });
    vi.stubGlobal('fetch', (path: string) =>
      Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? shop : SUMMARY }))),
    );
    const { transport, server } = fake;
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={() => transport} />
      </MemoryRouter>,
    );
    await act(async () => server.up());
    await flush(300);
  };
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: false });
    localStorage.clear();
    useToasts.setState({ toasts: [] });
    forgetLoaded();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes out by one press, is counted, and the stars stand in the thread', async () => {
    await openDesk(WITH_CARD);
    fireEvent.click(screen.getByTitle('发一张评价卡，请客户照实打分'));
    expect(fake.server.commands('action:do').map(({ payload }) => payload)).toMatchObject([
      { conversation: 'c1', action: 'invite-review', with: {} },
    ]);
    const [command] = fake.server.commands('action:do');
    await act(async () => command?.answer({ ok: true, value: { seq: 5 } }));
    await act(async () => {
      fake.server.push({
        kind: 'action-done',
        at: 11_000,
        conversation: 'c1',
        id: 'a1',
        action: 'invite-review',
        title: '邀评',
        with: {},
        sends: true,
        result: [],
        orders: [],
      });
      fake.server.push({
        kind: 'customer-did',
        at: 15_000,
        conversation: 'c1',
        deed: { kind: 'rate', stars: 4 },
        orders: [],
      });
    });
    expect(screen.getByRole('button', { name: '邀评（发过 1 次）' })).toBeTruthy();
    expect(screen.getByText(/客户评了 4 星/)).toBeTruthy();
  });

  it('is not there where the shop’s desk has no such card', async () => {
    await openDesk(SHOP);
    expect(screen.queryByTitle('发一张评价卡，请客户照实打分')).toBeNull();
  });

  it('says why it cannot be sent once the conversation is closed', async () => {
    await openDesk(WITH_CARD);
    await act(async () =>
      fake.server.push({ kind: 'status-changed', at: 12_000, conversation: 'c1', status: 'closed' }),
    );
    const button = screen.getByRole('button', { name: '邀评' });
    expect(button.hasAttribute('disabled')).toBe(true);
  });
});
