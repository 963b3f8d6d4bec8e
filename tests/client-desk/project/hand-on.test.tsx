/** The desk of a project task: the note above the thread, handing on once the story here is over, and what stays shut until then. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { arrived, fakeServer, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';
import { DESK } from '#tests/support/labels.ts';

let fake = fakeServer();
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const NOTE = '脚长24.5，22号半马';
const HANDED = {
  ...(arrived('c1', 1000, '阿栗') as Extract<WireEvent, { kind: 'customer-arrived' }>),
  handed: { role: '售前', note: NOTE },
  next: '仓库',
} satisfies WireEvent;

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
  fake = fakeServer();
  fake.server.log.push(UNCOUNTED, HANDED, said('c1', 2000, '能换大半码吗'));
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

it('[J39] the note of who had the customer stands above the thread, and nothing says how many will come', () => {
  expect(within(screen.getByRole('region', { name: '售前 的交接：' })).getByText(NOTE)).toBeTruthy();
  expect(screen.queryByText('客户都到齐了')).toBeNull();
});

it('[J39] the customer is handed on with a note once their story here is over, and isn’t closed otherwise', async () => {
  expect(screen.queryByRole('button', { name: '交给 仓库' })).toBeNull();
  await push({ kind: 'story-over', at: 20_000, conversation: 'c1', rating: 4 });
  expect(screen.queryByRole('button', { name: DESK.close })).toBeNull();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '交给 仓库' })));
  const dialog = within(screen.getByRole('dialog', { name: '交给 仓库：阿栗' }));
  const send = dialog.getByRole<HTMLButtonElement>('button', { name: '交过去' });
  expect(send.disabled).toBe(true);
  fireEvent.change(dialog.getByLabelText('写给接手的同事'), { target: { value: '换40码' } });
  await act(async () => fireEvent.click(send));
  expect(fake.server.commands('conversation:transfer').at(-1)?.payload).toMatchObject({
    conversation: 'c1',
    note: '换40码',
  });
  await push({ kind: 'conversation-transferred', at: 30_000, conversation: 'c1', note: '换40码', to: '仓库' });
  await push({ kind: 'status-changed', at: 30_000, conversation: 'c1', status: 'closed' });
  expect(screen.getByText('已交给 仓库')).toBeTruthy();
  expect(screen.getByText('0:30 交给 仓库：换40码')).toBeTruthy();
});
