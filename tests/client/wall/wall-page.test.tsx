import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetWallUi } from '#client/features/wall/model/wall-ui.ts';
import { SeatTile } from '#client/features/wall/seat/seat-tile.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { initialRun, useRun } from '#client/lib/run/run-store.ts';
import { mergeTiles } from '#client/lib/run/run-tiles.ts';
import type { Role } from '#contract/people.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { WALL } from '#tests/support/labels.ts';
import { body, customer, enter, fakeLine, fault, NOW, tile } from './class.tsx';

const me = (role: Role) => ({
  person: { id: 'p', name: '王老师', login: 'wang', role, school: { id: 's', name: '职教中心' }, machineAdmin: false },
  setup: { needed: false, here: false },
});

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  clean();
  forgetMe();
  resetWallUi();
  vi.useRealTimers();
});

const server = (role: Role = 'teacher', more: Parameters<typeof serve>[0] = {}) =>
  serve({ 'GET /api/me': ok(me(role)), ...more });
const later = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
const seat = (name: RegExp | string) => screen.getByRole('button', { name });

describe('the wall', () => {
  it('shows each seat with its waits, figures and the gravest flag', async () => {
    server();
    const red = fault({ redLine: true, grave: true, title: '私下收款', quote: '您直接转我这个号吧' });
    const line = fakeLine(body(), [tile(1), tile(2, { redLines: 1, latest: [red], faults: 1 })]);
    await enter('/runs/r1/wall', line);
    expect(seat(/01\s*学员1\s*待回 1\s*平响\s*20/)).toBeTruthy();
    expect(seat(/02\s*学员2\s*待回 1\s*错 1.*红线：私下收款/)).toBeTruthy();
    const look = screen.getByRole('region', { name: '需要看一眼' });
    expect(within(look).getByText('「您直接转我这个号吧」')).toBeTruthy();
    expect(screen.getByText('9:00')).toBeTruthy();
    fireEvent.click(within(look).getByRole('button', { name: WALL.putAway }));
    expect(within(look).getByText(/现在没有要看的/)).toBeTruthy();
  });

  it('[J116] says who plays whose customer, and that a desk is held only where one is', async () => {
    server();
    const idle = { conversations: [], state: 'stopped' as const };
    const lost = { link: 'lost' as const, lostMs: 20_000 };
    const line = fakeLine(body(), [
      tile(1, { ...idle, plays: { name: '学员2' } }),
      tile(2, { plays: { name: '学员3' }, redLines: 1 }),
      tile(3, { state: 'ended', left: 1, plays: { name: '学员1' } }),
    ]);
    await enter('/runs/r1/wall', line);
    expect(seat(/01\s*学员1.*演学员2的客户/)).toBeTruthy();
    expect(seat(/02\s*学员2\s*待回.*红线 1 处/)).toBeTruthy();
    expect(seat(/03\s*学员3.*演学员1的客户/)).toBeTruthy();
    expect(screen.queryByText(/断线/, { ignore: 'option' })).toBeNull();
    await line.tiles([tile(1, { ...idle, ...lost }), tile(2, lost)]);
    expect(seat(/01\s*学员1\s*待回.*断线 20 秒/)).toBeTruthy();
    await later(1000);
    const look = screen.getByRole('region', { name: '需要看一眼' });
    expect(within(look).getByText('01 学员1，断线')).toBeTruthy();
    expect(within(look).getAllByText('来客已停住，回来接着做')).toHaveLength(1);
  });

  it('puts only words that were said in quotation marks', async () => {
    server();
    const left = fault({
      code: 'customer-left',
      family: 'late',
      grave: true,
      message: null,
      quote: '等不到回复，走了',
    });
    await enter(
      '/runs/r1/wall',
      fakeLine(body(), [tile(2, { left: 1, latest: [left], faults: 1, families: { late: 1 } })]),
    );
    expect(screen.getAllByText('等不到回复，走了').length).toBeGreaterThan(0);
    expect(screen.queryByText('「等不到回复，走了」')).toBeNull();
  });

  it('counts waits on between messages; with the connection lost the figures stand still and are marked as old', async () => {
    server();
    const line = fakeLine(body(), [tile(1, { conversations: [customer({ waitMs: 58_000 })] })]);
    await enter('/runs/r1/wall', line);
    await later(5000);
    expect(screen.getByText(/等了 6[2-4] 秒/)).toBeTruthy();
    await line.down();
    expect(screen.getByText(/正在重连/)).toBeTruthy();
    const shown = screen.getByText(/等了 \d+ 秒/).textContent;
    await later(11_000);
    expect(screen.getByText(/断线 1\d 秒，下面是旧数字/)).toBeTruthy();
    expect(screen.getByText(/等了 \d+ 秒/).textContent).toBe(shown);
    await line.up();
    expect(screen.queryByText(/旧数字/)).toBeNull();
    expect(line.sent.filter((command) => command.name === 'run:watch')).toHaveLength(2);
  });

  it('[M1] has the rubric’s thresholds for the planned number of customers in its legend, and colours the means by them', async () => {
    server();
    const three = { ...body().plan, scenarios: ['a/b', 'a/c', 'a/d'], incidents: [] };
    const run = body({ plan: three, tier: { excellentS: 30, passS: 45, failS: 75 } });
    await enter('/runs/r1/wall', fakeLine(run, [tile(1, { meanMs: 45_000 }), tile(2, { meanMs: 46_000 })]));
    for (const text of ['≤45', '46–75', '超过 75', '台上不到 3 位：30 / 60'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText(/最长 120 秒/)).toBeTruthy();
    expect(screen.getByText('45', { selector: 'b' }).className).not.toContain('text-warn');
    expect(screen.getByText('46', { selector: 'b' }).className).toContain('text-warn');
  });

  it('draws one of 200 seats anew when one has changed', async () => {
    const drawn = vi.fn();
    const message = (tiles: ReturnType<typeof tile>[], all: boolean) => ({ runId: 'r1', now: NOW, all, tiles });
    const first = mergeTiles(
      { tiles: {}, seats: [] },
      message(
        Array.from({ length: 200 }, (_, n) => tile(n + 1)),
        true,
      ),
      0,
    );
    useRun.setState({ ...initialRun, ...first });
    const nothing = () => {};
    render(
      first.seats.map((id) => (
        <Profiler key={id} id={id} onRender={drawn}>
          <SeatTile seat={id} density="small" isOpen={false} isTabStop={false} onOpen={nothing} onFocus={nothing} />
        </Profiler>
      )),
    );
    drawn.mockClear();
    act(() => useRun.setState((old) => mergeTiles(old, message([tile(77, { faults: 3 })], false), 250)));
    expect(drawn.mock.calls.map(([id]) => id)).toEqual(['s77']);
  });

  it('is one Tab stop, moves over the seats with the arrows, and opens a seat with Enter', async () => {
    server();
    const line = fakeLine(
      body(),
      Array.from({ length: 12 }, (_, n) => tile(n + 1)),
    );
    const { container } = await enter('/runs/r1/wall', line);
    const stops = () => [...container.querySelectorAll<HTMLElement>('[data-seat][tabindex="0"]')];
    expect(stops().map((stop) => stop.dataset.seat)).toEqual(['s1']);
    act(() => stops()[0]?.focus());
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect((document.activeElement as HTMLElement).dataset.seat).toBe('s7');
    expect(stops().map((stop) => stop.dataset.seat)).toEqual(['s7']);
    fireEvent.click(document.activeElement ?? document.body);
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/wall?seat=s7');
    expect(line.sent.at(-1)).toMatchObject({ name: 'drill:watch', payload: { drillId: 'd7', after: 0 } });
  });

  it('[M41] calls a drill that the bell ended 已结束, not done, and a wait of exactly 60 s not past the threshold', async () => {
    server();
    const waiting = customer({ waitMs: 90_000 });
    await enter('/runs/r1/wall', fakeLine(body(), [tile(1, { state: 'ended', conversations: [waiting] })]));
    const [seat] = screen.getAllByRole('button', { name: /^01/ });
    expect(seat?.textContent).toContain('已结束');
    expect(seat?.textContent).not.toMatch(/完成|做完/);
    expect(screen.getByText('31–60')).toBeTruthy();
    expect(screen.getByText('超过 60')).toBeTruthy();
  });

  it('asks before P freezes the class, and leads on from a calm strip', async () => {
    const asked = server('teacher', { 'POST /api/runs/r1/freeze': ok(body({ frozen: true, now: NOW + 1 })) });
    const line = fakeLine(body(), [tile(1)]);
    await enter('/runs/r1/wall', line);
    fireEvent.keyDown(window, { code: 'KeyP', key: 'p' });
    const dialog = screen.getByRole('dialog', { name: WALL.freezeAsk });
    expect(asked.some((request) => request.path.includes('freeze'))).toBe(false);
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: WALL.freeze })));
    expect(asked.at(-1)).toEqual({ path: 'POST /api/runs/r1/freeze', body: { frozen: true } });
    expect(screen.getByText('全场冻结。')).toBeTruthy();
  });

  it('says what an incident does, with which words, and to how many', async () => {
    const asked = server('teacher', { 'POST /api/runs/r1/inject': ok(body({ now: NOW + 1 })) });
    const line = fakeLine(body(), [tile(1), tile(2, { state: 'ended' })]);
    await enter('/runs/r1/wall', line);
    fireEvent.click(screen.getByRole('button', { name: WALL.incident }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('仓库通知：今天已经售罄。')).toBeTruthy();
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: '放出，1 个席位' })));
    expect(asked.at(-1)?.body).toEqual({ seat: null, incident: 'i/a' });
  });

  it('says how many trainees still serve before it ends the drill', async () => {
    const asked = server('teacher', { 'POST /api/runs/r1/stage': ok(body({ stage: 'debrief', now: NOW + 1 })) });
    const line = fakeLine(body(), [tile(1), tile(2), tile(3, { state: 'ended' })]);
    await enter('/runs/r1/wall', line);
    fireEvent.click(screen.getByRole('button', { name: WALL.endDo }));
    const dialog = screen.getByRole('dialog', { name: WALL.endAsk });
    expect(within(dialog).getByText(/还有 2 个席位在接待/)).toBeTruthy();
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: WALL.endDo })));
    expect(asked.at(-1)?.body).toEqual({ stage: 'debrief' });
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/debrief');
  });

  it('[Z29] goes on as soon as the run has, whatever becomes of the answer', async () => {
    const asked = server();
    const answer = globalThis.fetch;
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) =>
      String(address).endsWith('/stage') ? new Promise(() => {}) : await answer(address, init),
    );
    const line = fakeLine(body(), [tile(1)]);
    await enter('/runs/r1/wall', line);
    fireEvent.click(screen.getByRole('button', { name: WALL.endDo }));
    const dialog = screen.getByRole('dialog', { name: WALL.endAsk });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: WALL.endDo })));
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/wall');
    await line.run(body({ stage: 'debrief', now: NOW + 1 }));
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/debrief');
    expect(asked.length).toBeGreaterThan(0);
  });

  it('lets a mentor look on and speak, and explains why not more', async () => {
    server('mentor');
    const line = fakeLine(body(), [tile(1)]);
    await enter('/runs/r1/wall', line);
    expect(await screen.findByText(/你是导师/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: WALL.freeze })).toBeNull();
    expect(screen.getByRole('button', { name: WALL.say })).toBeTruthy();
  });

  it('says so when nobody is there yet, nobody is signed in, or there is no such run', async () => {
    server();
    const line = fakeLine(body({ stage: 'join' }), []);
    const page = await enter('/runs/r1/wall', line);
    expect(screen.getByText('还没有人进场')).toBeTruthy();
    page.unmount();
    const strange = fakeLine(body(), []);
    strange.refuse('not-signed-in');
    await enter('/runs/r1/wall', strange);
    expect(screen.getByTestId('where').textContent).toBe('/login?back=%2Fruns%2Fr1%2Fwall');
  });
});
