import '#client/app/i18n.ts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Seat } from '#client/features/join/seat-page.tsx';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { SeatHomework } from '#contract/homework/homework.ts';
import type { SeatBody } from '#contract/runs.ts';
import { shop, startCard } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { seatBody, seatLine } from '#tests/client/fixtures/seat.ts';

beforeEach(() => {
  useSeat.setState(initialSeat, true);
  useShops.setState({ byId: { suibu: shop }, errors: {} });
});
afterEach(clean);

const NOW = Date.UTC(2026, 10, 25, 9, 0);
const HOUR = 3600_000;
const homework = (over: Partial<SeatHomework> = {}): SeatHomework => ({
  ...{ opensAt: NOW - HOUR, dueAt: NOW + 50 * HOUR, lastAt: NOW + 50 * HOUR, attempts: 3, counts: 'best', late: null },
  ...{ extended: false, phase: 'open', counted: null, lateMs: 0, off: 0, done: [] },
  ...over,
});
const body = (own: Partial<SeatHomework> = {}, over: Partial<SeatBody> = {}): SeatBody => ({
  ...seatBody({ run: { stage: 'drill' }, now: NOW, attemptsLeft: 3, waitsForPublishing: false }),
  homework: homework(own),
  ...over,
});
const open = async (shown: SeatBody) => {
  const asked = serve({
    'GET /api/start-card?scenarios=promotion%2Fa&seat=s1': ok(startCard),
    'POST /api/seats/:id/again': ok(shown),
    'POST /api/seats/s1/again': ok(shown),
  });
  const fake = seatLine(ok(shown));
  const over = () => fake.transport;
  renderAt('/seats/s1', '/seats/:id', <Seat id="s1" createTransport={over} />);
  await act(async () => fake.line.up());
  return asked;
};

it('an exam and a contest are called by their names at the head while the teacher is asked', async () => {
  const asking = (run: Partial<SeatBody['run']>) =>
    body({}, { state: 'asking', run: { ...body().run, mode: 'exam', ...run } });
  await open(asking({ parts: 3 }));
  expect(screen.getByText('周三上午场，电商 2403 班，模拟考试')).toBeTruthy();
  clean();
  await open(asking({ contest: 'c1' }));
  expect(screen.getByText('周三上午场，电商 2403 班，比赛')).toBeTruthy();
});

describe('the assignment page', () => {
  it('[H3] says until when, how often and what counts, and begins on a press', async () => {
    const asked = await open(body());
    expect(screen.getByRole('heading', { name: /前，还有 2 天/ })).toBeTruthy();
    expect(screen.getByText('可以做 3 次，还剩 3 次，取最高的一次。')).toBeTruthy();
    expect(screen.getByText('还没有做过')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '开始做' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/seats/s1/again')).toBe(true));
  });

  it('[H3] has no button before it opens, after it is over and when attempts are used up', async () => {
    for (const shown of [
      body({ phase: 'before', opensAt: NOW + HOUR }),
      body({ phase: 'over', dueAt: NOW - HOUR, lastAt: NOW - HOUR }),
      body({}, { attemptsLeft: 0 }),
    ]) {
      await open(shown);
      expect(screen.queryByRole('button', { name: /^(开始做|再做一次)$/ })).toBeNull();
      clean();
      useSeat.setState(initialSeat, true);
      useShops.setState({ byId: { suibu: shop }, errors: {} });
    }
  });

  it('[H6] says what late work costs, which attempt was late, and what counts', async () => {
    const late = { until: NOW + 90 * HOUR, off: { perDay: 5, most: 20 } };
    const done = [{ drill: 'd1', state: 'ended' as const, at: NOW - HOUR, score: 80, late: true }];
    await open(
      body(
        { phase: 'late', dueAt: NOW - 2 * HOUR, lastAt: late.until, late, done, counted: 75, off: 5 },
        { state: 'done', attemptsLeft: 2, reports: [{ drill: 'd1', score: 80 }] },
      ),
    );
    expect(screen.getByText(/^截止后做的每迟 1 天扣 5 分，最多扣 20 分/)).toBeTruthy();
    expect(screen.getByText('计入成绩 75 分（迟交扣 5 分）')).toBeTruthy();
    expect(screen.getByText('迟交')).toBeTruthy();
    expect(screen.getByRole('link', { name: '80 分，看报告' }).getAttribute('href')).toBe('/drills/d1/report');
  });
});
