import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReplayTaskPage } from '#client/features/results/debrief/replay-task-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { initialRun, useRun } from '#client/lib/run/run-store.ts';
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { runBody, signedIn } from '#tests/client/fixtures/people.ts';
import { RUN } from '#tests/support/labels.ts';
import { board } from './class.ts';

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
const show = (given: ReplayTaskBoard | null) => {
  const redo = given === null ? null : { id: given.id, answered: given.answers.length, of: 5, open: given.open };
  act(() => useRun.setState({ ...initialRun, runId: 'r1', run: runBody({ id: 'r1', stage: 'redo', redo }) }));
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    [`GET ${PATH}/redo`]: ok(given),
    [`POST ${PATH}/redo/close`]: ok(null),
  });
  renderAt('/runs/r1/redo', '/runs/:id/redo', <ReplayTaskPage />);
  return asked;
};
const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const answers = () =>
  within(screen.getByRole('list', { name: RUN.answers }))
    .getAllByRole('button')
    .map((element) => element.textContent);

describe('the board of a replay task', () => {
  it('[T11] tells a bystander from the customer', async () => {
    show({ ...board(), before: [...board().before, { by: 'bystander', name: '美美妈', text: '同问' }] });
    expect(await screen.findByText('旁人 美美妈')).toBeTruthy();
    expect(screen.getByText('同问')).toBeTruthy();
  });

  it('says who could read along with each line before the turn, and with the turn itself', async () => {
    show({ ...board(), place: 'public', before: [{ by: 'customer', text: '群里先问的', place: 'group' }] });
    expect((await screen.findByText('群里先问的', { exact: false })).textContent).toContain('群里 ');
    expect(screen.getByText('公屏').closest('h3')).toBeTruthy();
  });

  it('keeps answers covered until they are shown, and then puts good ones first', async () => {
    show(board());
    expect(await screen.findByText('3 / 5 份')).toBeTruthy();
    expect(screen.getByText('等 2 位')).toBeTruthy();
    expect(screen.getByText('能用多大功率')).toBeTruthy();
    expect(document.body.textContent).not.toContain('答 s1');
    await press('亮出来');
    expect(answers()).toEqual([
      '答 s2答全了要点 3 / 314 秒平和',
      '答 s3要点 2 / 314 秒平和',
      '答 s1要点 1 / 3答错 114 秒冷淡',
    ]);
    await press('盖上');
    expect(document.body.textContent).not.toContain('答 s1');
  });

  it('enlarges one answer, with the customer’s reaction and a link to its seat that names nobody', async () => {
    show(board());
    await screen.findByText('3 / 5 份');
    await press('亮出来');
    await press(/答 s2/);
    const large = screen.getByRole('region', { name: '放大的回复' });
    expect(within(large).getByText('那我拍了')).toBeTruthy();
    const link = within(large).getByRole('link', { name: '看这个席位' });
    expect(link.getAttribute('href')).toBe('/runs/r1/wall?seat=s2');
    await act(async () => fireEvent.keyDown(window, { code: 'Escape' }));
    expect(screen.queryByRole('region', { name: '放大的回复' })).toBeNull();
  });

  it('compares answers with the first one to the turn', async () => {
    show(board());
    await screen.findByText('3 / 5 份');
    await press('原来的回复');
    expect(screen.getByText('应该').tagName).toBe('Q');
  });

  it('asks before it closes while answers are missing', async () => {
    const asked = show(board());
    const closed = () => asked.filter(({ path }) => path.endsWith('/close')).length;
    await screen.findByText('3 / 5 份');
    await press('收');
    expect(screen.getByText(/还有 2 位没有交/)).toBeTruthy();
    expect(closed()).toBe(0);
    await act(async () =>
      fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: RUN.collect })),
    );
    expect(closed()).toBe(1);
  });

  it('is loaded every two seconds while it is open, and no more once it is closed', async () => {
    const asked = show(board());
    const count = () => asked.filter(({ path }) => path === `GET ${PATH}/redo`).length;
    await screen.findByText('3 / 5 份');
    const before = count();
    for (let i = 0; i < 3; i++) await act(async () => vi.advanceTimersByTimeAsync(2100));
    expect(count() - before).toBeGreaterThanOrEqual(3);
    act(() => useRun.setState({ run: runBody({ id: 'r1', redo: { id: 'o1', answered: 3, of: 5, open: false } }) }));
    await act(async () => vi.advanceTimersByTimeAsync(1000));
    const after = count();
    await act(async () => vi.advanceTimersByTimeAsync(30_000));
    expect(count()).toBe(after);
  });

  it('says where a replay task begins when there is none', async () => {
    show(null);
    expect(await screen.findByText('还没有发起重做')).toBeTruthy();
    expect(screen.getByRole('link', { name: '去讲评' }).getAttribute('href')).toBe('/runs/r1/debrief');
  });
});
