/** The tab of goods beside the announcements of a rush (RULES J169). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { money } from '#client/lib/format.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const CHOICE = { profile: 'd11-open', level: 3, minutes: 15, dial: false, capacity: 12 } as const;
const RUSH: WireEvent = {
  ...UNCOUNTED,
  rush: { ...CHOICE, closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
};
const [first = expect.fail('the shop has no goods')] = SHOP.products;
const changed = (at: number, price: number | null, stock: number | null, text: string): WireEvent => ({
  ...{ kind: 'shop-changed', at, what: 'offer-begun', shop: SHOP.id, product: first.id, price, stock, text },
});

beforeEach(() => {
  window.happyDOM.setViewport({ width: 1440, height: 900 });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const summary = { ...SUMMARY, scenarios: [], rush: { ...CHOICE, profileName: '双11 开门红', shop: 'suibu' } };
  const bodyOf = (path: string) => ({ ok: true, value: path.includes('/shops/') ? SHOP : summary });
  vi.stubGlobal('fetch', async (path: string) => new Response(JSON.stringify(bodyOf(path))));
});
afterEach(() => {
  cleanup();
  onDesktop();
  vi.unstubAllGlobals();
});

it('[J169] goods follow an announcement from its second on, and say since when and what was before', async () => {
  const server = await mountDesk([RUSH, arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')], 30_000);
  fireEvent.mouseDown(screen.getByRole('tab', { name: '商品' }), { button: 0 });
  await screen.findByRole('button', { name: new RegExp(first.name) });
  const row = () => screen.getByRole('button', { name: new RegExp(first.name) }).textContent;
  const before = money(first.price);
  expect(row()).toBe(`${first.name}${before}`);
  await act(async () => server.push(changed(240_000, first.price - 1000, null, '立减10元')));
  expect(row()).toBe(`${first.name}4:00 起 原来 ${before}${money(first.price - 1000)}`);
  await act(async () => server.push(changed(600_000, first.price, null, '立减结束')));
  expect(row()).toBe(`${first.name}10:00 起 原来 ${money(first.price - 1000)}${before}`);
  await act(async () => server.push(changed(630_000, null, 0, '卖完了')));
  expect(row()).toContain('卖完了');
  fireEvent.click(screen.getByRole('button', { name: new RegExp(first.name) }));
  expect(within(document.body).getByText('10:30 起')).toBeTruthy();
});

it('[X102] since when is told by the shop’s clock, which is that of the stories', async () => {
  const story = { date: '2026-11-10', time: '19:56' };
  const server = await mountDesk([RUSH, { ...arrived('c1', 31_000, '小鹿'), story } as WireEvent], 35_000);
  fireEvent.mouseDown(screen.getByRole('tab', { name: '商品' }), { button: 0 });
  await screen.findByRole('button', { name: new RegExp(first.name) });
  await act(async () => server.push(changed(240_000, first.price - 1000, null, '立减10元')));
  expect(screen.getByRole('button', { name: new RegExp(first.name) }).textContent).toContain('20:00 起');
});

it('[J171] goods follow the announcement that comes with a customer', async () => {
  const server = await mountDesk([RUSH, arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')], 30_000);
  fireEvent.mouseDown(screen.getByRole('tab', { name: '商品' }), { button: 0 });
  await screen.findByRole('button', { name: new RegExp(first.name) });
  const changes = { shop: SHOP.id, product: first.id, price: first.price - 2000, stock: null };
  await act(async () => server.push({ kind: 'shop-notice', at: 60_000, text: '今晚直播价', changes }));
  expect(screen.getByRole('button', { name: new RegExp(first.name) }).textContent).toBe(
    `${first.name}1:00 起 原来 ${money(first.price)}${money(first.price - 2000)}`,
  );
});
