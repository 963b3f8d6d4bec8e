/** 停一停 in a rush of one's own: a pause that ends by itself, and only itself. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, fakeServer, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';
import { DESK } from '#tests/support/labels.ts';

const RUSH = { profile: 'd11-open', level: 2, minutes: 15, dial: true, capacity: 2 };
const RUSH_TIMES = { closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null };
const STOPPED: WireEvent = { kind: 'clock-stopped', at: 31_000, why: 'pause' };

let fake = fakeServer();
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const resumes = () => fake.server.commands('drill:resume').length;

const paused = async (rush: boolean) => {
  const { customers, ...opened } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
  fake = fakeServer();
  fake.server.log.push(
    ...[{ ...opened, ...(rush ? { rush: { ...RUSH, ...RUSH_TIMES } } : { customers }) } as WireEvent],
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), STOPPED],
  );
  fake.server.now = 31_000;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => fake.transport} />
    </MemoryRouter>,
  );
  await act(async () => fake.server.up());
  await pass(10);
};
const begin = () => fireEvent.click(screen.getByRole('button', { name: '停一停 45 秒' }));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const rush = { ...RUSH, profileName: '双11 开门红', shop: 'suibu' };
  vi.stubGlobal('fetch', (path: string) => {
    const value = path.includes('/shops/') ? SHOP : { ...SUMMARY, scenarios: [], rush };
    return Promise.resolve(new Response(JSON.stringify({ ok: true, value })));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a breather in a paused rush', () => {
  it('goes on by itself after 45 s, once', async () => {
    await paused(true);
    begin();
    expect(screen.getByText(/慢慢吸气/)).toBeTruthy();
    await pass(44_000);
    expect(resumes()).toBe(0);
    await pass(90_000);
    expect(resumes()).toBe(1);
  });

  it('ended by hand, leaves the next pause alone', async () => {
    await paused(true);
    begin();
    await push({ kind: 'clock-started', at: 31_000, stoppedMs: 1000 });
    await push(STOPPED);
    await pass(90_000);
    expect(resumes()).toBe(0);
    expect(screen.getByText(/客户也不动/)).toBeTruthy();
  });

  it('tries nothing where the connection is gone when it ends', async () => {
    await paused(true);
    begin();
    await act(async () => fake.server.down());
    await pass(90_000);
    expect(resumes()).toBe(0);
    expect(useToasts.getState().toasts).toEqual([]);
  });

  it('isn’t offered outside a rush', async () => {
    await paused(false);
    expect(screen.getAllByRole('button', { name: DESK.resume }).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: '停一停 45 秒' })).toBeNull();
  });
});
