import { act, fireEvent, screen, within } from '@testing-library/react';
import { useNavigationType } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { ReplayPage } from '#client/features/replay/replay-page.tsx';
import { useReplay } from '#client/features/replay/replay-store.ts';
import { loadParts } from '#client/lib/later.tsx';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { replied } from '#tests/client-desk/fake-server.ts';
import { SHOP } from '#tests/client-desk/shop.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { PLAYED } from './played.ts';

/** f1 at 1:00 with c2, f2 and f3 at 1:32 with c1. */
const short = { ...report, findings: report.findings.filter(({ at }) => at < 120_000) };
const ANSWERS = {
  'GET /api/drills/d1/replay': ok(PLAYED),
  'GET /api/drills/d1/report': ok(short),
  'GET /api/drills/d1': ok(drill({ id: 'd1' })),
};

/** The browser's frames, given by hand. */
let frames: FrameRequestCallback[] = [];
const frame = (ms: number) =>
  act(async () => {
    vi.advanceTimersByTime(ms);
    const due = frames;
    frames = [];
    for (const callback of due) callback(performance.now());
  });
const play = async (ms: number) => {
  for (let spent = 0; spent < ms; spent += 100) await frame(100);
};
const settle = () => act(() => vi.advanceTimersByTimeAsync(600));

/** Shows whether the last address is a new entry in the history or replaced the one before. */
const HowCame = () => <output data-testid="how">{useNavigationType()}</output>;

const open = async (address = '/drills/d1/replay', answers: Parameters<typeof serve>[0] = {}) => {
  serve({ ...ANSWERS, ...answers });
  renderAt(
    address,
    '/drills/:id/replay',
    <>
      <ReplayPage />
      <HowCame />
    </>,
  );
  await settle();
};
const where = (): string => screen.getByTestId('where').textContent ?? '';
const log = () => screen.getByRole('log');
const slider = () => screen.getByRole('slider', { name: '时间' });
const press = (code: string, target: Element = document.body) => fireEvent.keyDown(target, { code });

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
});
afterEach(() => {
  clean();
  vi.useRealTimers();
  useToasts.setState({ toasts: [] });
});

describe('the moment', () => {
  it('shows in the thread and beside the name who could read along then', async () => {
    const events = PLAYED.events.map(({ seq, event }) =>
      event.kind === 'customer-said' && event.at === 6000
        ? { seq, event: { ...event, place: 'group' } }
        : { seq, event },
    );
    const answers = { 'GET /api/drills/d1/replay': ok({ ...PLAYED, events }) };
    await open('/drills/d1/replay?c=c1&at=10000', answers);
    expect(within(log()).getByText('群里：群友都看得见')).toBeTruthy();
    expect(screen.getByText('群里', { exact: true })).toBeTruthy();
    clean();
    await open('/drills/d1/replay?c=c1&at=40000', answers);
    expect(within(log()).getByText('转到私聊')).toBeTruthy();
    expect(screen.queryByText('群里', { exact: true })).toBeNull();
  });

  it('of the address is shown with the lines, waits and figures up to it', async () => {
    await open('/drills/d1/replay?at=40000');
    expect(log().getAttribute('aria-label')).toBe('与 小鹿 的对话');
    expect(within(log()).getByText('到底几码')).toBeTruthy();
    expect(within(log()).queryByText('39.5，脚背高选大半码')).toBeNull();
    const list = screen.getByRole('region', { name: '当时的客户' });
    expect(within(list).getByRole('button', { name: /老周/ }).textContent).toContain('19 秒');
    expect(screen.getByText('首响').parentElement?.textContent).toContain('24');
    expect(slider().getAttribute('aria-valuetext')).toBe('0:40，全长 2:00');
  });

  it('before anybody came says when the first one will', async () => {
    await open();
    expect(screen.getByText('小鹿 在 0:05 进线。')).toBeTruthy();
    expect(screen.getByText('还有 2 位没进线')).toBeTruthy();
  });

  it('follows the slider, and the address follows with it in the same entry of the history', async () => {
    await open();
    fireEvent.change(slider(), { target: { value: '97000' } });
    expect(within(log()).getByText('您好，换一件给您')).toBeTruthy();
    expect(where()).toBe('/drills/d1/replay');
    await settle();
    expect(where()).toBe('/drills/d1/replay?at=97000');
    expect(screen.getByTestId('how').textContent).toBe('REPLACE');
  });

  it('is moved into the drill where it lies outside, and is the beginning where it is no number', async () => {
    await open('/drills/d1/replay?at=99999999&c=nobody');
    expect(useReplay.getState()).toMatchObject({ at: 120_000, chosenKey: null });
    clean();
    await open('/drills/d1/replay?at=soon');
    expect(useReplay.getState().at).toBe(0);
  });
});

describe('playing', () => {
  it('runs with the viewer’s time, at the chosen speed, and stops at the end', async () => {
    await open('/drills/d1/replay?at=20000');
    press('Space');
    await play(1000);
    expect(useReplay.getState().at).toBeCloseTo(21_000, 0);
    fireEvent.click(screen.getByRole('radio', { name: '8×' }));
    await play(1000);
    expect(useReplay.getState().at).toBeCloseTo(29_000, 0);
    press('Space');
    await play(1000);
    expect(useReplay.getState().at).toBeCloseTo(29_000, 0);
    fireEvent.change(slider(), { target: { value: '119000' } });
    press('Space');
    await play(500);
    expect(useReplay.getState()).toMatchObject({ at: 120_000, isPlaying: false });
    press('Space');
    expect(useReplay.getState()).toMatchObject({ at: 0, isPlaying: true });
  });

  it('writes the address now and then, not with every frame', async () => {
    await open('/drills/d1/replay?at=20000');
    press('Space');
    await play(400);
    expect(where()).toBe('/drills/d1/replay?at=20000');
    await settle();
    expect(where()).toMatch(/\?at=20[3-5]\d\d$/);
  });

  it('goes on where it was after its tab was out of sight', async () => {
    await open('/drills/d1/replay?at=20000');
    press('Space');
    await frame(60_000);
    expect(useReplay.getState().at).toBeLessThan(20_500);
  });

  it('skips quiet stretches when asked to', async () => {
    await open('/drills/d1/replay?at=37500');
    fireEvent.click(screen.getByRole('checkbox', { name: '跳过等待' }));
    press('Space');
    await frame(100);
    expect(useReplay.getState().at).toBe(79_000);
  });

  it('moves in steps for viewers who want less motion', async () => {
    const matchMedia = window.matchMedia.bind(window);
    vi.stubGlobal('matchMedia', (query: string) =>
      query.includes('reduced-motion') ? { matches: true } : matchMedia(query),
    );
    await open('/drills/d1/replay?at=20000');
    press('Space');
    await play(400);
    expect(useReplay.getState().at).toBe(20_000);
    await play(200);
    expect(useReplay.getState().at).toBeCloseTo(20_500, 0);
  });
});

describe('the keys', () => {
  const at = (): number => useReplay.getState().at;

  it('← → go from reply to reply', async () => {
    await open();
    const moments = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'].map(
      (code) => {
        act(() => void press(code));
        return at();
      },
    );
    expect(moments).toEqual([30_000, 80_000, 96_000, 96_000, 80_000, 30_000, 0]);
  });

  it('← → stay with the chosen customer', async () => {
    await open('/drills/d1/replay?at=10000&c=c2');
    act(() => void press('ArrowRight'));
    expect(at()).toBe(96_000);
  });

  it('J K go from fault to fault, three seconds before it, and show whom it was with', async () => {
    await open();
    act(() => void press('KeyJ'));
    expect(useReplay.getState()).toMatchObject({ at: 57_000, shownKey: 'c2' });
    expect(screen.getByRole('link', { name: '首响太晚：等了 75 秒' }).getAttribute('href')).toBe(
      '/drills/d1/report#f1',
    );
    act(() => void press('KeyJ'));
    expect(useReplay.getState()).toMatchObject({ at: 89_000, shownKey: 'c1' });
    act(() => void press('KeyK'));
    expect(at()).toBe(57_000);
    await settle();
    expect(where()).toBe('/drills/d1/replay?at=57000&c=c2');
  });

  it('leave the slider its arrows, a button its space bar, and every chord to the browser', async () => {
    await open();
    act(() => void press('ArrowRight', slider()));
    expect(at()).toBe(0);
    act(() => void press('Space', screen.getByRole('button', { name: '播放' })));
    expect(useReplay.getState().isPlaying).toBe(false);
    act(() => void fireEvent.keyDown(document.body, { code: 'ArrowRight', altKey: true }));
    expect(at()).toBe(0);
    act(() => void press('Space', slider()));
    expect(useReplay.getState().isPlaying).toBe(true);
  });
});

describe('the customer on screen', () => {
  it('is the one something happens with, until another is chosen, and again after 跟着走', async () => {
    await open('/drills/d1/replay?at=21000');
    expect(log().getAttribute('aria-label')).toBe('与 老周 的对话');
    fireEvent.change(slider(), { target: { value: '31000' } });
    expect(log().getAttribute('aria-label')).toBe('与 小鹿 的对话');
    fireEvent.click(screen.getByRole('button', { name: /老周/ }));
    fireEvent.change(slider(), { target: { value: '81000' } });
    expect(log().getAttribute('aria-label')).toBe('与 老周 的对话');
    const follow = screen.getByRole('button', { name: '跟着走' });
    expect(follow.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(follow);
    expect(log().getAttribute('aria-label')).toBe('与 小鹿 的对话');
  });
});

describe('the link', () => {
  it('to this moment names the time and the customer on screen', async () => {
    await open('/drills/d1/replay?at=21000');
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => void copied.push(text) },
    });
    fireEvent.click(screen.getByRole('button', { name: '复制这一刻的链接' }));
    await settle();
    expect(copied.map((link) => new URL(link).pathname + new URL(link).search)).toEqual([
      '/drills/d1/replay?at=21000&c=c2',
    ]);
    expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(['链接复制了']);
  });
});

describe('when there is nothing to play', () => {
  const refused = (code: ErrorCode) => ({
    'GET /api/drills/d1/replay': { ok: false as const, error: { code, message: '不行' } },
  });

  it.each([
    ['report-not-ready', '演练还没结束', '/drills/d1'],
    ['report-not-published', '老师还没有发布', '/drills/d1/report'],
    ['unknown-drill', '看不到这场演练', '/'],
    ['no-guest', '看不到这场演练', '/'],
  ] as const)('%s: says so, and where to go', async (code, title, to) => {
    await open('/drills/d1/replay', refused(code));
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe(to);
  });

  it('a failed load can be tried again', async () => {
    await open('/drills/d1/replay', { 'GET /api/drills/d1/replay': 'offline' });
    expect(screen.getByText('回放没有取到')).toBeTruthy();
    serve(ANSWERS);
    fireEvent.click(screen.getByRole('button', { name: BUTTON.again }));
    await settle();
    expect(slider()).toBeTruthy();
  });

  it('a drill without its report is played all the same, and the page says that nothing is marked', async () => {
    await open('/drills/d1/replay?at=40000', { 'GET /api/drills/d1/report': 'offline' });
    expect(screen.getByText('报告没有取到，时间轴上没有标记')).toBeTruthy();
    expect(within(log()).getByText('到底几码')).toBeTruthy();
  });
});

describe('[Q88] a hold', () => {
  const begin = PLAYED.events.slice(0, 7);
  const seqs = (events: readonly WireEvent[]) => ({
    events: [...begin, ...events.map((event, n) => ({ seq: 8 + n, event }))],
  });
  const PROMISE = '我查一下库存，1分钟内回您。';
  const held = [
    replied('c1', 30_000, PROMISE),
    { kind: 'hold-promised', at: 33_000, conversation: 'c1', backBy: 90_000 },
    replied('c2', 40_000, '稍等'),
    { kind: 'hold-promised', at: 43_000, conversation: 'c2', backBy: 100_000 },
    { kind: 'hold-dropped', at: 50_000, conversation: 'c2' },
    replied('c1', 95_000, '有货'),
    replied('c1', 96_000, '再等1分钟'),
    { kind: 'hold-promised', at: 99_000, conversation: 'c1', backBy: 156_000 },
    replied('c1', 140_000, '到了'),
    { kind: 'drill-ended', at: 150_000, why: 'trainee' },
  ] as const satisfies readonly WireEvent[];
  const at = async (address: string) => {
    clean();
    await open(`/drills/d1/replay?${address}`, { 'GET /api/drills/d1/replay': ok(seqs(held)) });
    await act(() => loadParts());
  };
  const row = () =>
    within(screen.getByRole('region', { name: '当时的客户' })).getByRole('button', { name: /小鹿/ }).textContent;

  it('stands below its words with its time, counts down in the list, and tells what became of it by then', async () => {
    await at('c=c1&at=60000');
    const lines = Array.from(log().querySelectorAll('p'), ({ textContent }) => textContent);
    expect(lines.filter((line) => line?.includes('挂起'))).toEqual([`0:30 挂起，1:30 前回：${PROMISE} `]);
    expect(row()).toContain('挂起 0:30');
    await at('c=c1&at=94000');
    expect(within(log()).getByText('过点 4 秒，还没回')).toBeTruthy();
    expect(row()).toContain('过点 0:04');
    await at('c=c1&at=98000');
    expect(within(log()).getByText('1:35 才回，过点 5 秒')).toBeTruthy();
    expect(log().textContent).toMatch(/前回：.*才回.*有货.*再等1分钟/);
    expect(row()).not.toContain('挂起');
    await at('c=c1&at=150000');
    expect(within(log()).getByText('2:20 回了')).toBeTruthy();
    await at('c=c2&at=60000');
    expect(within(log()).getByText('0:50 取消挂起')).toBeTruthy();
  });

  it.each([{ seat: 's4' }, {}])('of before is told of who had promised it, and of who passed it on: %o', async (to) => {
    const from = { seat: 's3', words: PROMISE };
    const passed: WireEvent[] = [
      { kind: 'hold-promised', at: 20_000, conversation: 'c2', backBy: 70_000, from },
      { kind: 'conversation-transferred', at: 40_000, conversation: 'c2', note: '查库存', ...to },
      { kind: 'status-changed', at: 40_000, conversation: 'c2', status: 'closed' },
    ];
    await open('/drills/d1/replay?c=c2&at=40000', { 'GET /api/drills/d1/replay': ok(seqs(passed)) });
    await act(() => loadParts());
    expect(log().textContent).toContain(`0:20 带着挂起转来，1:10 前回。上一位同学 答应的：${PROMISE}`);
    expect(within(log()).getByText('跟着客户转走了')).toBeTruthy();
  });
});
