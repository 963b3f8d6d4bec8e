/** The list of a rush: what a row tells, and the head over it on a phone. */
import '#client/app/i18n.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';
import { DESK } from '#tests/support/labels.ts';

const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const CHOICE = { profile: 'd11-open', level: 3, minutes: 15, dial: false, capacity: 12 } as const;
const RUSH: WireEvent = {
  ...UNCOUNTED,
  rush: { ...CHOICE, closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
};
const RUSH_SUMMARY = { ...SUMMARY, scenarios: [], rush: { ...CHOICE, profileName: '双11 开门红', shop: 'suibu' } };

beforeEach(() => {
  localStorage.clear();
  forgetLoaded();
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

const open = (...events: readonly WireEvent[]) => mountDesk([RUSH, ...events], 30_000);
const row = (name: string) =>
  within(screen.getByRole('region', { name: DESK.list })).getByRole('button', { name: new RegExp(`^\\d? ?${name}`) });
const angry = (event: WireEvent): WireEvent => ({ ...event, mood: 'angry' }) as WireEvent;

it('[X55] tells a mood that moves anybody, and not that somebody is calm', async () => {
  await open(
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')],
    ...[angry(arrived('c2', 3000, '阿木')), said('c2', 4000, '几点发')],
  );
  expect(row('小鹿').textContent).not.toContain('平静');
  expect(row('阿木').textContent).toContain('生气');
});

it('[X52] has on a phone the day and the level in its head, and no word before them', async () => {
  onPhone();
  await open(arrived('c1', 1000, '小鹿'));
  const head = screen.getByRole('heading', { level: 1 });
  expect(head.textContent).toBe('双11 开门红 · 3 档');
  // Two lines at most, so that a longer name isn't cut after one.
  expect(head.className).toContain('line-clamp-2');
});
