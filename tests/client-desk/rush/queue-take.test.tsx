/** Taking from the queue of a rush: what the button does to the number at the desk, and who has just gone. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const CHOICE = { profile: 'd11-open', level: 3, minutes: 15, dial: false, capacity: 2 } as const;
const RUSH: WireEvent = {
  ...UNCOUNTED,
  rush: { ...CHOICE, closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
};
const RUSH_SUMMARY = { ...SUMMARY, scenarios: [], rush: { ...CHOICE, profileName: '双11 开门红', shop: 'suibu' } };
const queued = (conversation: string, at: number, name: string): WireEvent => ({
  ...{ kind: 'customer-queued', at, conversation, name },
});
const [XIAOLU, AMU] = [
  [arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')],
  [arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
] as const;

beforeEach(() => {
  localStorage.clear();
  forgetLoaded();
  useToasts.setState({ toasts: [] });
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : RUSH_SUMMARY }))),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onDesktop();
});

const open = (...events: readonly WireEvent[]) => mountDesk([RUSH, ...events], 30_000, false);
const take = (name: string) => screen.getByRole('button', { name: `接进来：${name}` });
const noteOf = (button: HTMLElement) =>
  document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;

it('[X96] says at the button that one more is above the number, where it is', async () => {
  await open(...XIAOLU, ...AMU, queued('c3', 10_000, '小满'));
  expect(noteOf(take('小满'))).toBe('已有 2 位，接进来就多接一位');
  cleanup();
  await open(...XIAOLU, queued('c3', 10_000, '小满'));
  expect(noteOf(take('小满'))).toBeUndefined();
});

it('[X96] names who had just gone when they were to be taken', async () => {
  const server = await open(...XIAOLU, ...AMU, queued('c3', 10_000, '小满'));
  const push = (event: WireEvent) => act(async () => server.push(event));
  fireEvent.click(take('小满'));
  await push({ kind: 'queue-left', at: 30_000, conversation: 'c3', how: 'colleague' });
  const refused = { ok: false, error: { code: 'not-in-queue', message: '这位已经不在排队' } };
  await act(async () => server.commands('queue:take')[0]?.answer(refused));
  expect(useToasts.getState().toasts.at(-1)?.text).toBe('没接到 小满：刚被同事接走');
});

it('[X96] tells in a phone’s sheet of the queue, too, who has just left it', async () => {
  onPhone();
  const server = await open(...XIAOLU, ...AMU, queued('c3', 10_000, '小满'), queued('c4', 20_000, '老周'));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '去回等得最久的：小鹿' })));
  fireEvent.click(screen.getByRole('button', { name: /^排队 2$/ }));
  await act(async () => server.push({ kind: 'queue-left', at: 30_000, conversation: 'c3', how: 'colleague' }));
  const sheet = within(screen.getByRole('dialog', { name: '排队 1' }));
  expect(sheet.getByText('小满 由同事接走，排了 20 秒')).toBeTruthy();
});

it('[X101] a press on a row that vanishes under it says who has gone, in the queue and in the list', async () => {
  const server = await open(...XIAOLU, ...AMU, queued('c3', 10_000, '小满'), queued('c4', 20_000, '老周'));
  const push = (event: WireEvent) => act(async () => server.push(event));
  const lastToast = () => useToasts.getState().toasts.at(-1)?.text;
  fireEvent.pointerDown(take('小满'));
  await push({ kind: 'queue-left', at: 30_000, conversation: 'c3', how: 'colleague' });
  fireEvent.pointerUp(take('老周'));
  expect(lastToast()).toBe('没接到 小满：刚被同事接走');
  await push({ kind: 'queue-left', at: 30_000, conversation: 'c4', how: 'gave-up' });
  const dock = screen.getByRole('region', { name: '排队的客户' });
  fireEvent.pointerDown(dock);
  fireEvent.pointerUp(dock);
  expect(lastToast()).toBe('没接到 老周：刚等不及走了');
  const row = document.querySelector<HTMLElement>('[data-conversation="c2"]') as HTMLElement;
  fireEvent.pointerDown(row);
  await push({ kind: 'status-changed', at: 30_000, conversation: 'c2', status: 'closed' });
  await act(async () => fireEvent.pointerUp(document.body));
  expect(lastToast()).toBe('阿木 刚刚已经走了');
  expect(document.querySelector('[data-conversation="c2"]')?.getAttribute('aria-current')).toBe('true');
});

it('[X109] says at whoever goes soon in how many seconds, and at nobody else', async () => {
  await mountDesk([RUSH, ...XIAOLU, queued('c3', 10_000, '小满'), queued('c4', 60_000, '阿青')], 75_000, false);
  const rows = within(screen.getByRole('list', { name: '排队 2' })).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => /剩 \d+ 秒/.exec(textContent ?? '')?.[0] ?? null)).toEqual(['剩 25 秒', null]);
  const bars = rows.map((row) => within(row).getByRole('img').firstElementChild?.className);
  expect(bars.map((bar) => /bg-\w+-solid/.exec(bar ?? '')?.[0])).toEqual(['bg-bad-solid', 'bg-good-solid']);
});
