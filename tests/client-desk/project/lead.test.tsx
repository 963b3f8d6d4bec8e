/** The desk whose reports go to a 班组长: it waits, and reads the answer in its thread. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { loadParts } from '#client/lib/later.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { arrived, fakeServer, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

let fake = fakeServer();
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const ASK = { conversation: 'c1', ask: 'a1' };

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
  await loadParts();
  fake = fakeServer();
  fake.server.log.push(OPENED, arrived('c1', 1000, '小周'), said('c1', 2000, '赔我30块'));
  fake.server.now = 10_000;
  const { transport, server } = fake;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(() => vi.advanceTimersByTimeAsync(1));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onDesktop();
});

it('[J47] says that the lead has it, and shows what they granted with their words', async () => {
  await push({ kind: 'lead-asked', at: 11_000, ...ASK, until: 131_000 });
  expect(screen.getByText(/已交给班组长，等答复/)).toBeTruthy();
  await push({
    kind: 'lead-answered',
    at: 30_000,
    ...ASK,
    how: 'granted',
    amount: 3000,
    words: '破损属实',
    result: [],
  });
  expect(screen.getByText('班组长同意：¥30.00')).toBeTruthy();
  expect(screen.getByText('破损属实')).toBeTruthy();
  // At the desk of another customer the row says so, until something is done about it.
  await push(arrived('c2', 31_000, '阿栗'));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /阿栗/ })));
  expect(screen.getByText('班组长答了')).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /小周/ })));
  expect(screen.queryByText('班组长答了')).toBeNull();
});

it('[J47] shows what the shop says where nobody answered in time', async () => {
  await push({ kind: 'lead-asked', at: 11_000, ...ASK, until: 131_000 });
  const result = ['已报班长，10分钟内有回音'];
  await push({ kind: 'lead-answered', at: 131_000, ...ASK, how: null, amount: null, words: '', result });
  expect(screen.getByText('班组长没顾上答，按店里的来')).toBeTruthy();
  expect(screen.getByText('已报班长，10分钟内有回音')).toBeTruthy();
});
