import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import '#client/features/role-play/strings.ts';
import { PlayView } from '#client/features/role-play/play-view.tsx';
import { PlayerPage } from '#client/features/role-play/player-page.tsx';
import { WaitPage } from '#client/features/role-play/wait-page.tsx';
import type { Transport, TransportHandlers } from '#client/lib/socket.ts';
import type { PlayerCard, RolePlayOfDrill, RolePlayState } from '#contract/together/role-plays.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { seatLine } from '#tests/client/fixtures/seat.ts';
import { DESK } from '#tests/support/labels.ts';

afterEach(clean);

const CARD: PlayerCard = {
  ...{ title: '拍了没付', shop: '燧步运动', customer: '团子家的', nature: '已读不回', before: [] },
  orders: [{ no: '…2057', status: 'unpaid', total: 69_900, items: [{ name: '短款羽绒服', qty: 1 }] }],
  aims: { wants: '今天就寄', accepts: '明早寄也行', leaves: '没个准话就不要了' },
  goals: [{ beat: 'ship', asks: ['今天能不能发'], lines: ['那今天寄得出吗'] }],
  more: [{ beat: 'stove', lines: ['等会付'] }],
  held: [['忘了', '接孩子去了']],
};
const STATE: RolePlayState = {
  ...{ code: 'abcd2345', stage: 'running', seq: 7, now: 20_000, running: true, mood: 'calm', said: [] },
  lines: [{ id: 'b1', by: 'customer', text: '在吗', at: 6000 }],
  ...{ waitsSince: 6000, firstS: null, unpaid: true, left: null },
};

/** The player's page on a line of the test's own. `sent`: what went out; `hear`: what comes in. */
const played = (state: Partial<RolePlayState> = {}) => {
  const sent: [string, unknown][] = [];
  let handlers: TransportHandlers | null = null;
  const current = { ...STATE, ...state };
  const transport: Transport = {
    open: (given) => {
      handlers = given;
      given.onUp();
    },
    retry: () => {},
    send: async (name, payload) => {
      sent.push([name, payload]);
      return { ok: true, value: name === 'role:join' ? current : { seq: 8, now: 0 } } as never;
    },
    close: () => {},
  };
  const open = () => transport;
  const asked = serve({
    'GET /api/role-plays/abcd2345/card': ok(CARD),
    'GET /api/role-plays/abcd2345/doubts': ok({
      doubts: [
        {
          place: { conversation: 'c1', point: 'today', turn: 2 },
          ...{ question: '今天能不能发', point: '现在付的今天发', quote: '快的话今天', said: null },
        },
      ],
      felt: null,
    }),
    'POST /api/role-plays/abcd2345/settle': ok({ doubts: [], felt: null }),
  });
  renderAt('/role-play/abcd2345', '/role-play/:code', <PlayView code="abcd2345" open={open} />);
  const acts = () =>
    sent.filter(([name]) => name === 'role:play').map(([, payload]) => (payload as { act: unknown }).act);
  const hear = (next: Partial<RolePlayState>) => act(() => handlers?.onRole?.({ ...current, seq: 9, ...next }));
  return { acts, hear, asked, down: () => act(() => handlers?.onDown()) };
};

it('[J35] shows the card and the talk, and sends a line of the card with what it asks', async () => {
  const { acts, hear } = played();
  const goals = within(await screen.findByRole('region', { name: '你要问的' }));
  const own = within(screen.getByRole('region', { name: '只有你知道' }));
  expect(own.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    ...['今天就寄', '明早寄也行', '没个准话就不要了'],
  ]);
  expect(screen.getByText(/订单 …2057，待付款/)).toBeTruthy();
  expect(screen.getByText('忘了，接孩子去了')).toBeTruthy();
  expect(screen.getByText('你等了 14 秒')).toBeTruthy();
  fireEvent.click(goals.getByRole('button', { name: '说这句' }));
  const line = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '说一句' });
  expect(line.value).toBe('那今天寄得出吗');
  fireEvent.change(line, { target: { value: '那今天能寄出来吗' } });
  fireEvent.keyDown(line, { key: 'Enter' });
  await waitFor(() => expect(acts()).toEqual([{ do: 'say', text: '那今天能寄出来吗', beat: 'ship' }]));
  await waitFor(() => expect(line.value).toBe(''));
  hear({ said: ['ship'], waitsSince: null, firstS: 9 });
  expect(goals.getByLabelText('问过了')).toBeTruthy();
  expect(goals.queryByRole('button', { name: '说这句' })).toBeNull();
  expect(screen.getByText('首响 9 秒')).toBeTruthy();
});

it('[J35] moves the mood in steps, pays, and asks once more before leaving', async () => {
  const { acts } = played();
  fireEvent.change(await screen.findByRole('slider', { name: '现在的情绪' }), { target: { value: '4' } });
  fireEvent.click(screen.getByRole('button', { name: '付款' }));
  fireEvent.click(screen.getByRole('button', { name: '生气走人' }));
  expect(acts()).toEqual([{ do: 'mood', mood: 'angry' }, { do: 'pay' }]);
  fireEvent.click(screen.getByRole('button', { name: '走' }));
  expect(acts().at(-1)).toEqual({ do: 'leave', how: 'angry' });
});

it('[J35] says who is waited for, and that the line broke', async () => {
  const { acts, hear, down } = played({ stage: 'card', lines: [], waitsSince: null });
  fireEvent.click(await screen.findByRole('button', { name: '准备好了' }));
  expect(acts()).toEqual([{ do: 'ready' }]);
  expect(screen.queryByRole('textbox')).toBeNull();
  hear({ stage: 'ready' });
  expect(screen.getByText('等客服点开始。')).toBeTruthy();
  hear({ stage: 'stopped', seq: 10 });
  expect(screen.getByText('客服那边的时间停住了，等他回来。')).toBeTruthy();
  down();
  expect(screen.getByText(/连不上服务器/)).toBeTruthy();
});

it('[J34] settles a doubt after the end', async () => {
  const { asked } = played({ stage: 'over', left: 'content' });
  await screen.findByText('快的话今天');
  fireEvent.click(screen.getByRole('radio', { name: '说到了' }));
  await screen.findByText('没有拿不准的。');
  const point = { conversation: 'c1', point: 'today', turn: 2 };
  expect(asked.at(-1)).toEqual({ path: 'POST /api/role-plays/abcd2345/settle', body: { point, said: 'said' } });
});

it('[J32] tells whoever comes with a used code that somebody has the card', async () => {
  serve({ 'GET /api/role-plays/abcd2345': ok({ shop: '燧步运动', stage: 'taken' }) });
  renderAt('/role-play/abcd2345', '/role-play/:code', <PlayerPage />);
  expect(await screen.findByText('这张卡有人接了')).toBeTruthy();
});

it('[J28] [J116] lets the trainee begin only once the player is ready', async () => {
  const told: RolePlayOfDrill = {
    ...{ code: 'abcd2345', title: '拍了没付', player: '小马', taken: true, ready: false, started: false },
    ...{ felt: null, settled: 0, unsure: 0, seat: 's1' },
  };
  serve({ 'GET /api/drills/d1/role-play': ok(told) });
  const { line, transport } = seatLine(null);
  renderAt('/role-play/wait/d1', '/role-play/wait/:drill', <WaitPage createTransport={() => transport} />);
  expect(await screen.findByText('小马接了卡，正在看。')).toBeTruthy();
  // The seat is joined from here, once its line stands: its trainee is on the wall.
  await waitFor(async () => {
    await act(async () => line.up());
    expect(line.joins).toBe(1);
  });
  expect(screen.getByRole('link', { name: '回到席位' }).getAttribute('href')).toBe('/seats/s1');
  expect(screen.getByRole('button', { name: DESK.start }).hasAttribute('disabled')).toBe(true);
});
