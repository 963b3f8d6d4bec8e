import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const REPORT = '/drills/d1/report?turn=c1:2';
const own: DrillSummary = {
  ...SUMMARY,
  id: 'd2',
  retry: { drill: 'd1', conversation: 'c1', turn: 2, since: null },
};
/** A copy of the old log: its own 开始, then the clock stands just before the turn. */
const PAST: WireEvent[] = [
  { kind: 'clock-stopped', at: 0, why: 'not-started' },
  { kind: 'clock-started', at: 0, stoppedMs: 0 },
  arrived('c1', 8000),
  said('c1', 9000, '在吗'),
  replied('c1', 12_000, '在的'),
  said('c1', 15_000, '买多大'),
  { kind: 'clock-stopped', at: 20_000, why: 'not-started' },
];

let fake = fakeServer();
const push = (event: WireEvent) => act(async () => fake.server.push(event));

const open = async (summary: DrillSummary = own) => {
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : summary }))),
  );
  fake = fakeServer('d2');
  const { transport, server } = fake;
  server.log.push(OPENED, ...PAST);
  server.now = 20_000;
  const over = () => transport;
  render(
    <MemoryRouter initialEntries={['/drills/d2']}>
      <Desk id="d2" createTransport={over} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(() => vi.advanceTimersByTimeAsync(1));
};

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useSeat.setState(initialSeat, true);
  useShops.setState({ byId: { 'd2/suibu': SHOP }, errors: {} });
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('[N7] the desk of a trainee’s own retry', () => {
  it('shows what was said, waits for 开始, and leads out to the report', async () => {
    await open();
    expect(screen.getByText('买多大', { selector: 'p' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: '重来这一句' })).toBeTruthy();
    expect(screen.queryByText(/大家重做/)).toBeNull();
    expect(screen.queryByLabelText(/^回复 /)).toBeNull();
    expect(screen.getByRole('link', { name: '回报告' }).getAttribute('href')).toBe(REPORT);
    fireEvent.click(screen.getByRole('button', { name: DESK.start }));
    await push({ kind: 'clock-started', at: 20_000, stoppedMs: 0 });
    expect(screen.getByLabelText(/^回复 /)).toBeTruthy();
    // Ninety seconds, counted down; ending it by hand is not offered.
    expect(screen.getByText('1:30')).toBeTruthy();
    expect(screen.queryByRole('button', { name: DESK.end })).toBeNull();
  });

  it.each([
    [true, '这一句重来过了'],
    [false, '这一句没有回复'],
  ])('leads back to the turn in the report once it has ended (answered: %s)', async (answered, title) => {
    await open();
    await push({ kind: 'clock-started', at: 20_000, stoppedMs: 0 });
    if (answered) await push(replied('c1', 26_000, '39.5'));
    await push({ kind: 'drill-ended', at: 40_000, why: 'finished' });
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByRole('link', { name: '看所有尝试' }).getAttribute('href')).toBe(REPORT);
  });

  it('of a silence says that nothing was said here, and leads back to that silence', async () => {
    await open({ ...own, retry: { drill: 'd1', conversation: 'c1', turn: 2, since: 15_000 } });
    expect(screen.getByRole('heading', { name: '重来这一段' })).toBeTruthy();
    expect(screen.getByText(/^当时这里没有回复。/)).toBeTruthy();
    const back = screen.getByRole('link', { name: '回报告' });
    expect(back.getAttribute('href')).toBe(`${REPORT}:15000`);
    await push({ kind: 'clock-started', at: 20_000, stoppedMs: 0 });
    await push({ kind: 'drill-ended', at: 110_000, why: 'finished' });
    expect(screen.getByRole('heading', { name: '这一段还是没有回复' })).toBeTruthy();
  });
});
