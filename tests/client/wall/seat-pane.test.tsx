import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tickWall } from '#client/features/wall/model/wall-clock.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { BUTTON, WALL } from '#tests/support/labels.ts';
import { body, enter, fakeLine, fault, tile } from './class.tsx';

afterEach(() => {
  clean();
  forgetMe();
});

const EVENTS: WireEvent[] = [
  { kind: 'drill-opened', at: 0, mode: 'lesson', pace: 20, customers: 1, tiers: [] },
  {
    kind: 'customer-arrived',
    at: 5000,
    conversation: 'c1',
    name: '老陈茶铺',
    scenario: 'a/b',
    type: 'refund',
    shop: 'x',
    regular: false,
    returning: false,
    enters: null,
    past: [],
    before: [],
    orders: [],
    mood: 'calm',
  },
  {
    kind: 'customer-said',
    at: 6000,
    conversation: 'c1',
    id: 'm1',
    bubble: { kind: 'text', text: '能不能先补给我' },
    place: 'group',
  },
  { kind: 'bystander-said', at: 8000, conversation: 'c1', id: 'b1', name: '美美妈', text: '我家也是', place: 'group' },
  {
    kind: 'trainee-said',
    at: 20_000,
    conversation: 'c1',
    id: 'm2',
    text: '您直接转我这个号吧',
    quickReply: null,
    edited: 0,
  },
];

const open = async () => {
  const asked = serve({
    'GET /api/me': { ok: false, error: { code: 'internal', message: '' } },
    'POST /api/runs/r1/say': ok(body()),
    'POST /api/runs/r1/marks': ok({ id: 'k1' }),
    'POST /api/seats/s1/release': ok(null),
  });
  const red = fault({ redLine: true, grave: true, title: '私下收款', message: 'm2' });
  const line = fakeLine(body(), [tile(1, { latest: [red], redLines: 1, faults: 1 })]);
  await enter('/runs/r1/wall?seat=s1', line);
  await line.events({
    drillId: 'd1',
    after: 0,
    upTo: EVENTS.length,
    events: EVENTS.map((event, index) => ({ seq: index + 1, event })),
    now: 21_000,
    running: true,
  });
  return { asked, line };
};

describe('a desk over the shoulder', () => {
  it('[Q88] has a hold in the thread and beside the name, overdue from its time on', async () => {
    const { line } = await open();
    const later: WireEvent[] = [{ kind: 'hold-promised', at: 23_000, conversation: 'c1', backBy: 80_000 }];
    const push = (now: number, events: WireEvent[], after: number) =>
      line.events({
        ...{ drillId: 'd1', after, upTo: after + events.length, now, running: false },
        events: events.map((event, n) => ({ seq: after + n + 1, event })),
      });
    await push(24_000, later, 5);
    const log = screen.getByRole('log', { name: '与「老陈茶铺」的对话，只读' });
    expect(log.textContent).toContain('0:20 挂起，1:20 前回：您直接转我这个号吧');
    expect(screen.getByRole('tab', { name: /老陈茶铺/ }).textContent).toContain('挂起 0:56');
    await push(
      95_000,
      [{ kind: 'bystander-said', at: 94_000, conversation: 'c1', id: 'b2', name: '美美妈', text: '咋样了' }],
      6,
    );
    act(() => tickWall());
    expect(within(log).getByText('过点 15 秒，还没回')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /老陈茶铺/ }).textContent).toContain('过点 0:15');
  });

  it('[J101] has in the thread who went on to a classmate or a colleague, with the note', async () => {
    const { line } = await open();
    const events: WireEvent[] = [
      { kind: 'conversation-transferred', at: 22_000, conversation: 'c1', note: '查库存', seat: 's2' },
      { kind: 'status-changed', at: 22_000, conversation: 'c1', status: 'closed' },
    ];
    await line.events({
      ...{ drillId: 'd1', after: 5, upTo: 7, now: 23_000, running: true },
      events: events.map((event, n) => ({ seq: 6 + n, event })),
    });
    expect(screen.getByRole('log').textContent).toContain('0:22 转给同学：查库存');
  });

  it('shows what was said, and each fault under its message', async () => {
    await open();
    const log = screen.getByRole('log', { name: '与「老陈茶铺」的对话，只读' });
    expect(within(log).getByText('能不能先补给我')).toBeTruthy();
    expect(within(log).getByText('14 秒')).toBeTruthy();
    expect(within(log).getByText('红线：私下收款')).toBeTruthy();
  });

  it('[T11] names bystanders, in a broken line, and offers no bookmark on their words', async () => {
    await open();
    const log = within(screen.getByRole('log'));
    expect(log.getByText('旁人 美美妈')).toBeTruthy();
    expect(log.getByText('我家也是').closest('p')?.className).toContain('border-dashed');
    expect(log.getByText('能不能先补给我').closest('p')?.className).not.toContain('border-dashed');
    expect(log.getAllByRole('button', { name: WALL.mark })).toHaveLength(2);
  });

  it('says in the thread and beside the name who else can read along', async () => {
    await open();
    expect(within(screen.getByRole('log')).getByText('群里：群友都看得见')).toBeTruthy();
    expect(screen.getByRole('tab').textContent).toContain('群里');
  });

  it('whispers to this seat only', async () => {
    const { asked } = await open();
    fireEvent.change(screen.getByRole('textbox', { name: /只有本人看得见/ }), { target: { value: ' 先道歉 ' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: WALL.whisper })));
    expect(asked.at(-1)).toEqual({ path: 'POST /api/runs/r1/say', body: { seat: 's1', text: '先道歉' } });
  });

  it('bookmarks a message for the debrief, with or without a note', async () => {
    const { asked } = await open();
    const log = screen.getByRole('log');
    fireEvent.click(within(log).getAllByRole('button', { name: WALL.mark })[1] ?? log);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: WALL.markDo })));
    expect(asked.at(-1)).toEqual({
      path: 'POST /api/runs/r1/marks',
      body: { seat: 's1', drill: 'd1', conversation: 'c1', message: 'm2', note: '' },
    });
  });

  it('stops watching the drill when it is closed', async () => {
    const { line } = await open();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: BUTTON.close })));
    expect(line.sent.at(-1)).toEqual({ name: 'drill:unwatch', payload: { drillId: 'd1' } });
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/wall');
  });

  it('is closed by Escape, but not while something is half written', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('min-width: 1400px'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
    await open();
    fireEvent.keyDown(screen.getByRole('textbox', { name: /只有本人看得见/ }), { key: 'Escape' });
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/wall?seat=s1');
    await act(async () => fireEvent.keyDown(document.body, { key: 'Escape' }));
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/wall');
    expect((document.activeElement as HTMLElement).dataset.seat).toBe('s1');
  });
});
