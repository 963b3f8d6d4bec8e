/** A replay of a rush: queue, number at once and news as they stood. */
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { ReplayPage } from '#client/features/replay/replay-page.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { arrived, said } from '#tests/client-desk/fake-server.ts';
import { SHOP } from '#tests/client-desk/shop.ts';
import { PLAYED } from './played.ts';

const RUSH = {
  ...{ profile: 'd618', level: 1 as const, minutes: 15, dial: true, capacity: 2 },
  ...{ closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
};
const DOOR: WireEvent[] = [
  { kind: 'customer-queued', at: 4000, conversation: 'c8', name: '小满' },
  { kind: 'customer-queued', at: 4500, conversation: 'c9', name: '老周' },
  { kind: 'dial-turned', at: 5000, from: 2, to: 3, why: 'keeping-up' },
  { kind: 'queue-left', at: 6000, conversation: 'c8', how: 'colleague' },
];
const played = () => {
  const events = [...PLAYED.events.map(({ event }) => event), ...DOOR]
    .map((event) => (event.kind === 'drill-opened' ? { ...event, rush: RUSH } : event))
    .toSorted((a, b) => a.at - b.at)
    .map((event, index) => ({ seq: index + 1, event }));
  return { ...PLAYED, events };
};
const open = async (replay: unknown) => {
  serve({
    'GET /api/drills/d1/replay': ok(replay),
    'GET /api/drills/d1/report': ok(report),
    'GET /api/drills/d1': ok(drill({ id: 'd1' })),
  });
  renderAt('/drills/d1/replay?at=7000', '/drills/:id/replay', <ReplayPage />);
  await act(() => vi.advanceTimersByTimeAsync(600));
};

beforeEach(() => {
  vi.useFakeTimers();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
});
afterEach(() => {
  clean();
  vi.useRealTimers();
});

it('shows the queue, the number at once, the turn of the dial and who had just left', async () => {
  await open(played());
  expect(screen.getByText('同时接').parentElement?.textContent).toBe('同时接3');
  expect(screen.getByText('排队').parentElement?.textContent).toBe('排队1');
  expect(screen.getByText('同时接 2 → 3 位：回得过来；小满 由同事接走，排了 2 秒')).toBeTruthy();
});

it('names every customer of the timeline with what they came with, however many there are', async () => {
  const MANY: WireEvent[] = ['k1', 'k2', 'k3', 'k4', 'k5'].flatMap((conversation, i) => [
    arrived(conversation, 4000 + i, `客户${i}`),
    said(conversation, 4500 + i, `问题${i}`),
  ]);
  const replay = played();
  const events = [...replay.events.map(({ event }) => event), ...MANY]
    .toSorted((a, b) => a.at - b.at)
    .map((event, index) => ({ seq: index + 1, event }));
  await open({ ...replay, events });
  for (const i of [0, 1, 2, 3, 4])
    expect(screen.getAllByRole('listitem').some(({ textContent }) => textContent === `客户${i}问题${i}`)).toBe(true);
});

it('has nothing of it in another drill', async () => {
  await open(PLAYED);
  expect(screen.queryByText('排队')).toBeNull();
});
