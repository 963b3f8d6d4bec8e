import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { seatBody } from '#tests/client/fixtures/seat.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

let fake = fakeServer();
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const tell = (body: SeatBody) => act(async () => fake.server.tellSeat(body));
const composer = () => screen.getByLabelText<HTMLTextAreaElement>(/^回复 /);

const Where = () => {
  const { pathname, state } = useLocation();
  return <output data-testid="where">{`${pathname} ${JSON.stringify(state)}`}</output>;
};

const serving = (run: Partial<SeatBody['run']> = {}, over: Parameters<typeof seatBody>[0] = {}): SeatBody =>
  seatBody({
    state: 'serving',
    drill: 'd1',
    attemptsLeft: 0,
    ...over,
    run: { stage: 'drill', clock: { elapsedMs: 220_000, totalMs: 720_000, running: true }, ...run },
  });

type Given = { mode?: DrillSummary['mode']; redo?: boolean; seat?: SeatBody; events?: readonly WireEvent[] };
const open = async ({ mode = 'lesson', redo = false, seat = serving(), events }: Given = {}) => {
  const summary: DrillSummary = {
    ...SUMMARY,
    id: 'd1',
    mode,
    run: { id: 'r1', name: '周三上午场', seat: 's1', no: '01', seatName: '林可欣', redo },
  };
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : summary }))),
  );
  fake = fakeServer();
  const { transport, server } = fake;
  server.seat = { ok: true, value: seat };
  server.log.push({ ...OPENED, mode } as WireEvent, ...(events ?? [arrived('c1', 8000), said('c1', 9000, '在吗')]));
  server.now = 10_000;
  const over = () => transport;
  const page = render(
    <MemoryRouter initialEntries={['/drills/d1']}>
      <Desk id="d1" createTransport={over} />
      <Where />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(() => vi.advanceTimersByTimeAsync(1));
  return page;
};

beforeEach(() => {
  onDesktop();
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useSeat.setState(initialSeat, true);
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('time in a run', () => {
  it('is what is left of the run, and counts down by itself', async () => {
    await open();
    expect(screen.getByText('还剩')).toBeTruthy();
    expect(screen.getByText('8:20')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(screen.getByText('8:18')).toBeTruthy();
  });

  it('stands still with the run’s clock, and grows by the minutes the teacher adds', async () => {
    await open();
    await tell(serving({ clock: { elapsedMs: 220_000, totalMs: 840_000, running: false } }));
    await act(() => vi.advanceTimersByTimeAsync(5000));
    expect(screen.getByText('10:20')).toBeTruthy();
  });

  it('says in words that the last minute has begun, and says it once', async () => {
    await open({ seat: serving({ clock: { elapsedMs: 659_000, totalMs: 720_000, running: true } }) });
    expect(screen.queryByText('最后 1 分钟')).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(screen.getByText('最后 1 分钟')).toBeTruthy();
    expect(screen.getByText('还剩 1 分钟').getAttribute('aria-live')).toBe('polite');
  });

  it('stands beside the customer’s name on a phone, where the list is out of sight', async () => {
    onPhone();
    await open();
    fireEvent.click(screen.getByRole('button', { name: /^去回等得最久的/ }));
    expect(screen.getByText('8:20').textContent).toContain('还剩');
    expect(screen.getByRole('log')).toBeTruthy();
  });

  it('has no pause in a lesson', async () => {
    await open();
    expect(screen.queryByRole('button', { name: DESK.pause })).toBeNull();
  });

  it('doesn’t show in a practice drill', async () => {
    useSeat.setState({ seatId: 's1', body: serving({}, { notices: [{ id: 'n', at: 0, text: '旧的', to: 'me' }] }) });
    await open();
    cleanup();
    forgetLoaded();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ok: true, value: SUMMARY }))));
    const over = () => fakeServer().transport;
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={over} />
      </MemoryRouter>,
    );
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(screen.queryByText('还剩')).toBeNull();
    expect(screen.queryByText('旧的')).toBeNull();
  });
});

describe('the teacher', () => {
  it('freezes the drill: the page asks to look up, and the composer stays with what is written', async () => {
    await open();
    fireEvent.change(composer(), { target: { value: '写到一半' } });
    fake.server.running = false;
    await push({ kind: 'clock-stopped', at: 12_000, why: 'freeze' });
    expect(screen.getByText('老师冻结了全场，抬头看大屏。').closest('[role="status"]')).toBeTruthy();
    expect(composer().value).toBe('写到一半');
    expect(composer().closest('[inert]')).toBeNull();
    expect(screen.getByText('时钟停着，恢复后再发')).toBeTruthy();
  });

  it('freezes the drill before it has begun: nothing starts, and the page says so', async () => {
    await open({ seat: serving({ frozen: true }), events: [{ kind: 'clock-stopped', at: 0, why: 'not-started' }] });
    expect(screen.getByText('老师冻结了全场，抬头看大屏。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: DESK.start })).toBeNull();
    await tell(serving());
    expect(screen.getByText('马上开始')).toBeTruthy();
    expect(screen.queryByRole('button', { name: DESK.start })).toBeNull();
  });

  it('speaks in a strip above the thread: unread it is there after a reload, once read it is gone', async () => {
    const notices = [
      { id: 'n1', at: 1, text: '先给结论', to: 'me' as const },
      { id: 'n2', at: 2, text: '注意时间', to: 'all' as const },
    ];
    const page = await open({ seat: serving({}, { notices }) });
    expect(screen.getByText('老师对你说：')).toBeTruthy();
    expect(screen.getByText('还有 1 条')).toBeTruthy();
    expect(screen.getByRole('log').contains(screen.getByText('先给结论'))).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    page.unmount();
    forgetLoaded();
    useSeat.setState(initialSeat, true);
    await open({ seat: serving({}, { notices }) });
    expect(screen.queryByText('先给结论')).toBeNull();
    expect(screen.getByText('注意时间')).toBeTruthy();
  });
});

describe('an incident', () => {
  it('is announced by the shop, and stays readable beside the goods', async () => {
    await open();
    await push({ kind: 'shop-notice', at: 12_000, text: '逐峰3 断货，月底到' });
    await push(arrived('c2', 12_500, '急先生'));
    expect(screen.getAllByText('急先生').length).toBeGreaterThan(0);
    const strip = screen.getByRole('button', { name: /^店铺公告/ });
    expect(strip.closest('[role="status"]')).not.toBeNull();
    fireEvent.click(strip);
    expect(screen.getByRole('listitem').textContent).toBe('0:12 逐峰3 断货，月底到');
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByText('逐峰3 断货，月底到')).toBeNull();
  });
});

describe('the end', () => {
  it('at the bell leads to the seat, and says when the report comes', async () => {
    await open();
    await push({ kind: 'drill-ended', at: 20_000, why: 'time' });
    expect(screen.getByRole('heading', { name: '到点了' })).toBeTruthy();
    expect(screen.getByText('时间到了。成绩和报告，老师发布后能看。')).toBeTruthy();
    expect(screen.queryByRole('link', { name: DESK.toReport })).toBeNull();
    const [, seat] = screen.getAllByRole('link', { name: DESK.toSeat });
    if (seat === undefined) throw new Error('no way to the seat');
    fireEvent.click(seat);
    expect(screen.getByTestId('where').textContent).toBe('/seats/s1 {"left":"d1"}');
  });

  it('offers the report once it may be read', async () => {
    await open();
    await push({ kind: 'drill-ended', at: 20_000, why: 'finished' });
    await tell(serving({}, { state: 'done', reports: [{ drill: 'd1', score: 80 }], waitsForPublishing: false }));
    expect(screen.getByRole('link', { name: DESK.toReport }).getAttribute('href')).toBe('/drills/d1/report');
  });

  it('by the trainee asks first, and says what would be lost', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: DESK.end }));
    const dialog = screen.getByRole('dialog', { name: DESK.endAsk });
    expect(dialog.textContent).toContain('还有 1 位客户在等回复');
    expect(dialog.textContent).toContain('没做完的一场不算及格');
    expect(dialog.textContent).toContain('次数用完了');
    expect(fake.server.commands('drill:end')).toHaveLength(0);
  });
});

describe('the ended desk', () => {
  const end = () => push({ kind: 'drill-ended', at: 20_000, why: 'time' });
  const done = (over: Parameters<typeof seatBody>[0] = {}, run: Partial<SeatBody['run']> = { stage: 'redo' }) =>
    serving(run, { state: 'done', drill: null, ...over });
  const CALL = '老师请全班重做一个回合，限时 90 秒。';

  it('leads politely to a replay task when one opens, and says no more once it is done', async () => {
    await open();
    await end();
    await tell(done({}, { stage: 'debrief' }));
    const status = screen.getByText(/时间到了/).closest('[role="status"]');
    await tell(done({ redo: { drill: 'd9', done: false } }));
    // The call stands in the same live region, so that a screen reader reads it out.
    expect(screen.getByText(CALL).closest('[role="status"]')).toBe(status);
    const [only, ...more] = screen
      .getAllByRole('link', { name: /去重做|回席位/ })
      .filter((one) => one.closest('section'));
    expect(more).toEqual([]);
    expect(only?.getAttribute('href')).toBe('/drills/d9');
    await tell(done({ redo: { drill: 'd9', done: true } }));
    expect(screen.queryByText(CALL)).toBeNull();
    expect(screen.queryByRole('link', { name: DESK.toRedo })).toBeNull();
  });

  it('of a replay task leads to the next one, not to itself', async () => {
    await open({ redo: true, seat: done({ redo: { drill: 'd1', done: false } }) });
    await end();
    expect(screen.queryByText(CALL)).toBeNull();
    await tell(done({ redo: { drill: 'd10', done: false } }));
    expect(screen.getByRole('link', { name: DESK.toRedo }).getAttribute('href')).toBe('/drills/d10');
  });

  it('shows no replay task while the drill goes on', async () => {
    await open();
    await tell(done({ redo: { drill: 'd9', done: false } }));
    expect(screen.queryByRole('link', { name: DESK.toRedo })).toBeNull();
  });

  it('opens another attempt straight at its desk', async () => {
    await open();
    await end();
    await tell(done({ attemptsLeft: 1 }, {}));
    expect(screen.getByText('还可以再做 1 次，取最好的一次。').closest('[role="status"]')).toBeTruthy();
    const asked: string[] = [];
    vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit = {}) => {
      asked.push(`${method} ${path}`);
      return Promise.resolve(new Response(JSON.stringify({ ok: true, value: serving({}, { drill: 'd2' }) })));
    });
    fireEvent.click(screen.getByRole('button', { name: DESK.toAgain }));
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(asked).toEqual(['POST /api/seats/s1/again']);
    expect(screen.getByTestId('where').textContent).toBe('/drills/d2 null');
  });

  it('offers no attempt when none is left, during a freeze, or when the drill is over for all', async () => {
    await open();
    await end();
    for (const seat of [
      done({ attemptsLeft: 0 }, {}),
      done({ attemptsLeft: 1 }, { frozen: true }),
      done({ attemptsLeft: 1 }, { stage: 'debrief' }),
      done({ attemptsLeft: 1 }, { ended: true }),
    ]) {
      await tell(seat);
      expect(screen.queryByRole('button', { name: DESK.toAgain })).toBeNull();
    }
  });

  it('leads to an attempt that is open already', async () => {
    await open();
    await end();
    await tell(serving({}, { drill: 'd2' }));
    expect(screen.getByRole('link', { name: DESK.toServing }).getAttribute('href')).toBe('/drills/d2');
  });
});

describe('the seat', () => {
  it('is where the link out of the desk leads', async () => {
    await open();
    fireEvent.click(screen.getByRole('link', { name: DESK.toSeat }));
    expect(screen.getByTestId('where').textContent).toBe('/seats/s1 {"left":"d1"}');
  });

  it('is joined over the desk’s own connection, and again after a loss', async () => {
    await open();
    expect(fake.server.commands('seat:join')).toHaveLength(1);
    await act(async () => fake.server.down());
    await act(async () => fake.server.up());
    expect(fake.server.commands('seat:join')).toHaveLength(2);
  });

  it('that moved to another device says so, and can’t be taken back here', async () => {
    await open();
    fake.server.seat = { ok: false, error: { code: 'unknown-seat', message: '没有这个席位，或者它不是你的。' } };
    await act(async () => fake.server.taken());
    expect(screen.getByText('这个席位已换到另一台设备。')).toBeTruthy();
    expect(screen.getByText(/再进场一次，请老师点一下/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: DESK.takeOver })).toBeNull();
  });

  const homework = { rules: { opensAt: 0, dueAt: 1, late: null, attempts: null, counts: 'best' } } as never;
  it('[H20] that was homework says how it comes back once this drill is done', async () => {
    await open({ seat: serving({}, { homework }) });
    fake.server.seat = { ok: false, error: { code: 'unknown-seat', message: '没有这个席位，或者它不是你的。' } };
    await act(async () => fake.server.taken());
    expect(screen.getByText(/在那台做完这一次，凭口令和名字再进场就换回来/)).toBeTruthy();
  });

  it('that is open in another window of this device can be taken back', async () => {
    await open();
    await act(async () => fake.server.taken());
    expect(screen.getByRole('button', { name: DESK.takeOver })).toBeTruthy();
  });
});

describe('[C4] a lost connection in an exam', () => {
  it('says that the clock stands for three minutes, and when these are used up', async () => {
    await open({ mode: 'exam' });
    await act(async () => fake.server.down());
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    expect(screen.getByText(/考试里断线一共只停 3 分钟，过了时钟接着走/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(180_000));
    expect(screen.getByText(/3 分钟用完了，时钟在走/)).toBeTruthy();
  });
});

describe('[N7] a replay task', () => {
  const past: WireEvent[] = [
    { kind: 'clock-stopped', at: 0, why: 'not-started' },
    { kind: 'clock-started', at: 0, stoppedMs: 0 },
    arrived('c1', 5000),
    said('c1', 6000, '穿几码'),
    { kind: 'clock-stopped', at: 30_000, why: 'not-started' },
  ];
  const redoSeat = seatBody({ state: 'done', run: { stage: 'redo' }, redo: { drill: 'd1', done: false } });
  const openRedo = () => open({ redo: true, events: past, seat: redoSeat });

  it('shows what was said, and starts on 开始 and not before', async () => {
    await openRedo();
    expect(screen.getByText('穿几码', { selector: 'p' })).toBeTruthy();
    expect(screen.queryByLabelText(/^回复 /)).toBeNull();
    expect(screen.queryByRole('button', { name: DESK.end })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: DESK.start }));
    expect(fake.server.commands('drill:start')).toHaveLength(1);
  });

  it('counts down ninety seconds from 开始', async () => {
    await openRedo();
    fake.server.now = 30_000;
    await push({ kind: 'clock-started', at: 30_000, stoppedMs: 60_000 });
    expect(screen.getByText('1:30')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(10_200));
    expect(screen.getByText('1:20')).toBeTruthy();
    expect(composer()).toBeTruthy();
  });

  it('that is handed in asks to look up at the screen, and offers no report', async () => {
    await openRedo();
    await push({ kind: 'clock-started', at: 30_000, stoppedMs: 60_000 });
    await push(replied('c1', 40_000, '选大半码'));
    await push({ kind: 'drill-ended', at: 48_000, why: 'finished' });
    expect(screen.getByRole('heading', { name: DESK.redoDone })).toBeTruthy();
    expect(screen.queryByRole('link', { name: DESK.toReport })).toBeNull();
    expect(screen.getAllByRole('link', { name: DESK.toSeat }).length).toBeGreaterThan(0);
  });

  it('that wasn’t answered says so', async () => {
    await openRedo();
    await push({ kind: 'clock-started', at: 30_000, stoppedMs: 60_000 });
    await push({ kind: 'drill-ended', at: 120_000, why: 'time' });
    expect(screen.getByRole('heading', { name: '到点了，这一回合没有答' })).toBeTruthy();
  });
});
