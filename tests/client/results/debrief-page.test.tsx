import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DebriefPage } from '#client/features/results/debrief/debrief-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { initialRun, useRun } from '#client/lib/run/run-store.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { RunBody } from '#contract/runs.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { runBody, signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { debrief } from './class.ts';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  clean();
  forgetMe();
  act(() => useRun.setState(initialRun));
  vi.useRealTimers();
});

const PATH = '/api/runs/r1';
const show = (
  answer: ReturnType<typeof debrief>,
  over: Partial<RunBody> = {},
  more: Parameters<typeof serve>[0] = {},
  at = '/runs/r1/debrief',
) => {
  const run = runBody({ id: 'r1', stage: 'debrief', ...over });
  act(() => useRun.setState({ ...initialRun, runId: 'r1', run }));
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    [`GET ${PATH}/debrief`]: ok(answer),
    [`POST ${PATH}/redo`]: ok({ ...run, redo: { id: 'o1', answered: 0, of: 12, open: true } }),
    [`POST ${PATH}/stage`]: ok({ ...run, stage: 'redo' }),
    [`POST ${PATH}/marks/m1/remove`]: ok(null),
    ...more,
  });
  renderAt(
    at,
    '/runs/:id/debrief',
    <>
      <DebriefPage />
      <Toasts />
    </>,
  );
  return asked;
};
const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const key = (code: string) => act(async () => fireEvent.keyDown(window, { code }));

describe('the debrief', () => {
  it('shows one pick at a time: the poor reply beside the good one, faulty words underlined, nobody named', async () => {
    show(debrief());
    expect(await screen.findByText('7 / 12 人')).toBeTruthy();
    const faulty = screen.getByText('应该');
    expect(faulty.tagName).toBe('Q');
    expect(faulty.getAttribute('title')).toBe('含糊');
    expect(screen.getByText('这款 600W，宿舍限 800W 能用')).toBeTruthy();
    expect(screen.getByText('问数就给数。')).toBeTruthy();
    expect(document.body.textContent).not.toContain('林可欣');
  });

  it('is stepped through with arrow keys, digits and a presenter’s remote', async () => {
    show(debrief());
    await screen.findByText('7 / 12 人');
    await key('ArrowRight');
    expect(screen.getByText('3 / 12 人')).toBeTruthy();
    // A silence stands in no bubble, under no name, and is not called a reply after so many seconds.
    const silence = screen.getByText('71 秒没有回复');
    expect(silence.closest('.bg-mine')).toBeNull();
    expect(screen.getByText('没有接住的一处')).toBeTruthy();
    expect(screen.queryByText('差一点的回复')).toBeNull();
    expect(screen.queryByText('客服')).toBeNull();
    expect(screen.queryByText(/后回复/)).toBeNull();
    await key('ArrowRight');
    expect(screen.getByText('3 / 12 人')).toBeTruthy();
    await key('Digit1');
    expect(screen.getByText('7 / 12 人')).toBeTruthy();
    await key('PageDown');
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/debrief?show=2');
  });

  it('leads from its overview to each pick', async () => {
    show(debrief(), {}, {}, '/runs/r1/debrief?show=all');
    await screen.findByText('7 / 12 人');
    await press(/2\s*没有回复/);
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/debrief?show=2');
  });

  it('opens a replay task: it stores the turn first, then changes the stage', async () => {
    const asked = show(debrief());
    await screen.findByText('7 / 12 人');
    await press('大家重做这一回合');
    const posts = asked.filter(({ path }) => path.startsWith('POST'));
    expect(posts).toEqual([
      { path: `POST ${PATH}/redo`, body: { drill: 'd1', conversation: 'c1', turn: 3 } },
      { path: `POST ${PATH}/stage`, body: { stage: 'redo' } },
    ]);
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/redo');
  });

  it('says why a turn can’t become a replay task', async () => {
    show(debrief(), {}, {}, '/runs/r1/debrief?show=2');
    await screen.findByText('3 / 12 人');
    expect(screen.getByText('这一处没有回复，没有回合可重做')).toBeTruthy();
    act(() =>
      useRun.setState({ run: runBody({ id: 'r1', stage: 'redo', redo: { id: 'o', answered: 0, of: 1, open: true } }) }),
    );
    expect(screen.getByText('上一回合还没收')).toBeTruthy();
  });

  it('removes a bookmark only once the toast to undo it has gone', async () => {
    const asked = show(debrief(), {}, {}, '/runs/r1/debrief?show=marks');
    const removed = () => asked.filter(({ path }) => path.endsWith('/remove')).length;
    await screen.findByText('这句好');
    await press('删掉：这句好');
    expect(screen.queryByText('这句好')).toBeNull();
    await press('撤销');
    expect(screen.getByText('这句好')).toBeTruthy();
    await act(async () => vi.advanceTimersByTime(20_000));
    expect(removed()).toBe(0);
    await press('删掉：这句好');
    await act(async () => vi.advanceTimersByTime(20_000));
    expect(removed()).toBe(1);
  });

  it.each([
    ['nobody came', { joined: 0 }, '没有人进来'],
    ['the drill goes on', { stage: 'drill' as const }, '演练还没有结束'],
    ['there is nothing to say', {}, '没有可讲评的问题'],
  ])('says so when %s', async (_name, over, text) => {
    show(debrief({ picks: [], marks: [] }), over);
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('says at a failure what is safe, and tries again', async () => {
    show(debrief(), {}, { [`GET ${PATH}/debrief`]: 'offline' });
    expect(await screen.findByText(/讲评没有取到/)).toBeTruthy();
    expect(screen.getByRole('button', { name: BUTTON.again })).toBeTruthy();
  });
});
