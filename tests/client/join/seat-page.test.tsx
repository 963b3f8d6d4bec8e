import '#client/app/i18n.ts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { storeCode } from '#client/features/join/model/seat-code.ts';
import { Seat } from '#client/features/join/seat-page.tsx';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { SeatBody } from '#contract/runs.ts';
import { card, shop, startCard } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { seatBody, seatLine } from '#tests/client/fixtures/seat.ts';
import { SEAT } from '#tests/support/labels.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  useSeat.setState(initialSeat, true);
  useShops.setState({ byId: { suibu: shop }, errors: {} });
});
afterEach(clean);

const where = () => screen.getByTestId('where').textContent;
const OTHER = { 'GET /api/start-card?scenarios=promotion%2Fa&seat=s1': ok(startCard) };

const open = async (body: SeatBody | null, address = '/seats/s1') => {
  const fake = seatLine(body === null ? null : ok(body));
  const over = () => fake.transport;
  const page = renderAt(address, '/seats/:id', <Seat id="s1" createTransport={over} />);
  await act(async () => fake.line.up());
  return { ...fake.line, line: fake.line, page };
};
const tell = (line: ReturnType<typeof seatLine>['line'], body: SeatBody) => act(async () => line.tell(body));

describe('before the drill', () => {
  it('says what will happen and shows each shop once', async () => {
    const two = [card({ id: 'promotion/a', title: '甲' }), card({ id: 'logistics/b', title: '乙' })];
    serve({
      'GET /api/start-card?scenarios=promotion%2Fa,logistics%2Fb&seat=s1': ok({ ...startCard, scenarios: two }),
    });
    await open(seatBody({ run: { stage: 'card', scenarios: ['promotion/a', 'logistics/b'] } }));
    expect(screen.getByRole('heading', { name: '先看开始卡' })).toBeTruthy();
    expect(screen.getByText('2 位客户，一共 12 分钟，到点全场一起结束。')).toBeTruthy();
    expect(screen.getByText(/不能自己暂停/)).toBeTruthy();
    expect(screen.getByText(/别锁屏/)).toBeTruthy();
    expect(await screen.findByText('乙')).toBeTruthy();
    expect(screen.getAllByRole('region', { name: '燧步运动' })).toHaveLength(1);
  });

  it('opens goods and rules on this page, not on another', async () => {
    serve(OTHER);
    await open(seatBody());
    fireEvent.click(await screen.findByRole('button', { name: '看商品、店规和话术' }));
    expect(screen.getByRole('heading', { name: '逐峰3 缓震跑鞋' })).toBeTruthy();
    expect(where()).toBe('/seats/s1');
  });

  it('[Q22] says of a rush when and how many at once, with its shop to read up on, and nothing of who comes', async () => {
    const rush = {
      profile: 'd618',
      level: 2 as const,
      minutes: 10,
      shop: 'suibu',
      dial: true as const,
      greeting: '马上来',
    };
    const asked = serve({ 'GET /api/rush': ok({ profiles: [{ id: 'd618', name: '618' }] }), ...OTHER });
    const { line } = await open(seatBody({ run: { scenarios: [], rush } }));
    expect(await screen.findByText(/大促进线，618：10 分钟里随时有客户进线.*最迟 12 分钟结束/)).toBeTruthy();
    expect(screen.getByText(/从同时接 1 位起/)).toBeTruthy();
    expect(screen.getByText('排队的客户会马上收到：马上来')).toBeTruthy();
    expect(asked.some(({ path }) => path.includes('start-card'))).toBe(false);
    expect(asked.some(({ path }) => path.includes('/shops/suibu'))).toBe(true);
    const { dial: _, greeting: __, ...fixed } = rush;
    await tell(line, seatBody({ run: { scenarios: [], rush: { ...fixed, capacity: 3 } } }));
    expect(screen.getByText(/一直同时接 3 位/)).toBeTruthy();
    expect(screen.queryByText(/马上收到/)).toBeNull();
  });

  it('goes to the desk by itself when the drill begins', async () => {
    serve(OTHER);
    const { line } = await open(seatBody());
    await tell(line, seatBody({ state: 'serving', drill: 'd9', run: { stage: 'drill' } }));
    await waitFor(() => expect(where()).toBe('/drills/d9'));
  });

  it('does not send a trainee back to a desk they have just left', async () => {
    serve({});
    const fake = seatLine(ok(seatBody({ state: 'serving', drill: 'd9', run: { stage: 'drill' } })));
    const over = () => fake.transport;
    renderAt({ pathname: '/seats/s1', state: { left: 'd9' } }, '/seats/:id', <Seat id="s1" createTransport={over} />);
    await act(async () => fake.line.up());
    expect(screen.getByRole('link', { name: SEAT.toServing }).getAttribute('href')).toBe('/drills/d9');
    expect(where()).toBe('/seats/s1');
  });

  it('never goes to a desk by a stored state that the server hasn’t confirmed', async () => {
    serve({});
    useSeat.setState({ seatId: 's1', body: seatBody({ state: 'serving', drill: 'd9', run: { stage: 'drill' } }) });
    const fake = seatLine(null);
    const over = () => fake.transport;
    renderAt('/seats/s1', '/seats/:id', <Seat id="s1" createTransport={over} />);
    expect(where()).toBe('/seats/s1');
  });
});

describe('a taken seat', () => {
  it('waits for the teacher and goes on by itself', async () => {
    serve(OTHER);
    const { line } = await open(seatBody({ state: 'asking' }));
    expect(screen.getByRole('heading', { name: '等老师点一下' })).toBeTruthy();
    await tell(line, seatBody());
    expect(screen.getByRole('heading', { name: SEAT.joined })).toBeTruthy();
  });

  it('refused can be asked for again, or another name picked', async () => {
    storeCode('s1', '482913');
    const asked = serve({ 'POST /api/join/482913': ok(seatBody({ state: 'asking' })) });
    await open(seatBody({ state: 'refused' }));
    expect(screen.getByRole('link', { name: '换个名字' }).getAttribute('href')).toBe('/join/482913');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '再请老师一次' })));
    expect(asked[0]).toEqual({ path: 'POST /api/join/482913', body: { seat: 's1' } });
  });

  it('that was given to another device says so', async () => {
    serve(OTHER);
    const { line } = await open(seatBody());
    line.answer = { ok: false, error: { code: 'unknown-seat', message: '没有这个席位，或者它不是你的。' } };
    await act(async () => line.up());
    expect(screen.getByText('这个席位已换到另一台设备')).toBeTruthy();
    expect(screen.getByRole('link', { name: '重新进场' }).getAttribute('href')).toBe('/join');
  });

  it('that is given away while its page is open says so, and shows again when it is given back', async () => {
    serve(OTHER);
    const { line } = await open(seatBody());
    await tell(line, seatBody({ state: 'refused' }));
    expect(screen.getByText('这个席位已换到另一台设备')).toBeTruthy();
    await tell(line, seatBody());
    expect(screen.getByRole('heading', { name: SEAT.joined })).toBeTruthy();
  });

  it('that never belonged to this device says what to do', async () => {
    serve({});
    const fake = seatLine({ ok: false, error: { code: 'unknown-seat', message: '没有这个席位，或者它不是你的。' } });
    const over = () => fake.transport;
    renderAt('/seats/s1', '/seats/:id', <Seat id="s1" createTransport={over} />);
    await act(async () => fake.line.up());
    expect(screen.getByText('没有这个席位，或者它不是你的。')).toBeTruthy();
  });
});

describe('after the drill', () => {
  const done = (over: Parameters<typeof seatBody>[0] = {}) =>
    seatBody({ state: 'done', drill: 'd9', attemptsLeft: 0, ...over, run: { stage: 'drill', ...over.run } });

  it('has no report until the teacher publishes', async () => {
    serve({});
    await open(done());
    expect(screen.getByText('成绩和报告，老师发布后能看。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: SEAT.again })).toBeNull();
  });

  it('leads to the reports that may be read', async () => {
    serve({});
    await open(
      done({
        waitsForPublishing: false,
        reports: [
          { drill: 'd9', score: 81.5 },
          { drill: 'd8', score: 70 },
        ],
      }),
    );
    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['我的学期', '/classes/mine/terms'],
      ['第 2 次的报告，81.5 分', '/drills/d9/report'],
      ['第 1 次的报告，70 分', '/drills/d8/report'],
    ]);
  });

  it('offers another attempt while the stage lasts, and says why it was refused', async () => {
    const asked = serve({
      'POST /api/seats/s1/again': { ok: false, error: { code: 'no-attempts-left', message: '次数用完了。' } },
    });
    await open(done({ attemptsLeft: 1 }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: SEAT.again })));
    expect(asked[0]?.path).toBe('POST /api/seats/s1/again');
    expect((await screen.findByRole('alert')).textContent).toBe('次数用完了。');
  });

  it('asks to look at the screen during the debrief', async () => {
    serve({});
    await open(done({ run: { stage: 'debrief' } }));
    expect(screen.getByRole('heading', { name: SEAT.watch })).toBeTruthy();
  });

  it('leads to the replay task, and asks to look at the screen once it is handed in', async () => {
    serve({});
    const { line } = await open(done({ run: { stage: 'redo' }, redo: { drill: 'd20', done: false } }));
    expect(screen.getByRole('link', { name: SEAT.toRedo }).getAttribute('href')).toBe('/drills/d20');
    await tell(line, done({ run: { stage: 'redo' }, redo: { drill: 'd20', done: true } }));
    expect(screen.getByRole('heading', { name: SEAT.redoDone })).toBeTruthy();
  });

  it('says when the run is over', async () => {
    serve({});
    await open(done({ run: { stage: 'close', ended: true } }));
    expect(screen.getByRole('heading', { name: '这个场次已经结束' })).toBeTruthy();
  });
});

describe('the connection', () => {
  it('that is lost is mentioned calmly, and the seat is joined again when it is back', async () => {
    serve(OTHER);
    const { line } = await open(seatBody());
    await act(async () => line.down());
    expect(screen.getByText(/网断了，正在重连/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: SEAT.joined })).toBeTruthy();
    await act(async () => line.up());
    expect(line.joins).toBe(2);
    expect(screen.queryByText(/网断了，正在重连/)).toBeNull();
  });

  it('brings the teacher’s words, which stay away once they are read', async () => {
    serve(OTHER);
    const notices = [{ id: 'n1', at: 1, text: '先看店规', to: 'all' as const }];
    const first = await open(seatBody({ notices }));
    expect(screen.getByText('先看店规').closest('[role="status"]')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByText('先看店规')).toBeNull();
    first.page.unmount();
    await open(seatBody({ notices: [...notices, { id: 'n2', at: 2, text: '别急着道歉', to: 'me' }] }));
    expect(screen.queryByText('先看店规')).toBeNull();
    expect(screen.getByText('老师对你说：')).toBeTruthy();
  });
});
