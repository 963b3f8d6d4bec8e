import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ExamBoardPage } from '#client/features/paper/exam/exam-board-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { ExamBoard, ExamBoardSeat } from '#contract/exams/parts.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const NOW = Date.UTC(2026, 10, 26, 9);
const HOUR = 3600_000;
const seat = (no: number, name: string, dueAt: number): ExamBoardSeat => ({
  ...{ seat: `s${no}`, no: `0${no}`, name, joined: true, asking: false, dueAt, extraPercent: 0, sitting: null },
  parts: [{ kind: 'typing', state: 'missed' } as ExamBoardSeat['parts'][number]],
  ...{
    over: true,
    marks: [],
    typed: null,
    mark: null,
    drill: null,
    resitting: false,
    paperAppeals: 0,
    typing: { waits: false, aside: false },
  },
  facts: { left: { paper: 2, typing: 1, customers: 0 }, pasted: 0, pastedReplies: 0, devices: 0 },
});
const open = async (
  publishedAt: number | null,
  role?: 'mentor',
  seats?: ExamBoardSeat[],
  over?: Partial<ExamBoard>,
) => {
  const run = {
    ...{ id: 'r1', name: '期末模拟考', className: '一班', code: '482913', opensAt: NOW - 3 * HOUR, dueAt: NOW - HOUR },
    ...{ publishedAt, ended: false, pass: 60, excellent: 85, each: false, counts: 'best' },
  };
  const parts = [
    { kind: 'paper', weight: 50, minutes: 10 },
    { kind: 'typing', weight: 50, minutes: 2 },
  ];
  const board = {
    ...{ run, parts, of: null, resits: [], appeals: { paper: 0, typing: 0, reports: 0 }, over: true, now: NOW },
    ...over,
    seats: seats ?? [seat(1, '陈小雨', NOW - HOUR), seat(2, '李小雨', NOW + HOUR)],
  } as unknown as ExamBoard;
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    'GET /api/runs/r1/exam': ok(board),
    'POST /api/runs/r1/homework': ok(null),
    'POST /api/runs/r1/homework/close': ok(null),
    'POST /api/seats/s1/due': ok(null),
    'POST /api/runs/r1/resits': ok({ id: 'r2' }),
  });
  renderAt('/exams/runs/r1', '/exams/runs/:id', <ExamBoardPage />);
  await screen.findByRole('heading', { name: /期末模拟考/ });
  return asked;
};
const chooseDue = async () => {
  const dialog = within(await screen.findByRole('dialog'));
  const field = dialog.getByLabelText('新的截止时间（北京时间）');
  fireEvent.change(field, { target: { value: '2026-11-26T17:00' } });
  expect(dialog.getByRole('button', { name: '改好' }).hasAttribute('disabled')).toBe(true);
  fireEvent.change(field, { target: { value: '2026-11-27T20:00' } });
  fireEvent.click(dialog.getByRole('button', { name: '改好' }));
};
const DUE = Date.UTC(2026, 10, 27, 12);

it('[O3] gives one seat or the class a longer window, until the results are published', async () => {
  const asked = await open(null);
  expect(within(screen.getByRole('row', { name: /李小雨/ })).getByText(/延到/)).toBeTruthy();
  expect(within(screen.getByRole('row', { name: /陈小雨/ })).queryByText(/延到/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '给陈小雨延期' }));
  await chooseDue();
  await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/seats/s1/due', body: { dueAt: DUE } }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: '再开放' }));
  await chooseDue();
  const body = { dueAt: DUE, late: null };
  await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/runs/r1/homework', body }));
});

it('[O23] tells how often the page of each part was left', async () => {
  await open(null);
  expect(
    within(screen.getByRole('row', { name: /陈小雨/ })).getByText(/试卷时离开页面 2 次，打字时离开页面 1 次/),
  ).toBeTruthy();
});

it('offers no longer window once the results are published, nor to a mentor', async () => {
  await open(NOW - 1);
  expect(screen.queryByRole('button', { name: /延期|再开放/ })).toBeNull();
  // Its column stays for whoever has another time than the rest; of extra time nobody has any.
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  expect(heads.includes('截止') && !heads.includes('加时')).toBe(true);
  forgetMe();
  clean();
  await open(null, 'mentor');
  expect(screen.queryByRole('button', { name: /延期|再开放/ })).toBeNull();
});

const failing = (no: number, name: string, over: Partial<ExamBoardSeat> = {}): ExamBoardSeat => ({
  ...seat(no, name, NOW - HOUR),
  mark: { parts: [], whole: 40, grade: 'fail', failed: ['typing'] },
  ...over,
});

it('[O24] opens the re-sit for the names left ticked, and for nobody where none is', async () => {
  const passed = failing(4, '王小雨', { mark: { parts: [], whole: 80, grade: 'pass', failed: [] } });
  const asked = await open(NOW - 1, undefined, [failing(1, '陈小雨'), failing(2, '李小雨'), passed]);
  fireEvent.click(screen.getByRole('button', { name: '给 2 人开补考' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByText(/王小雨/)).toBeNull();
  fireEvent.click(dialog.getByRole('checkbox', { name: /李小雨/ }));
  fireEvent.click(dialog.getByRole('checkbox', { name: /陈小雨/ }));
  expect(dialog.getByRole('button', { name: '给 0 人开补考' }).hasAttribute('disabled')).toBe(true);
  const all = dialog.getByRole<HTMLInputElement>('checkbox', { name: '全选' });
  expect(all.checked).toBe(false);
  fireEvent.click(all);
  dialog.getByRole('button', { name: '给 2 人开补考' });
  fireEvent.click(all);
  fireEvent.click(dialog.getByRole('checkbox', { name: /陈小雨/ }));
  fireEvent.click(dialog.getByRole('button', { name: '给 1 人开补考' }));
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({ path: 'POST /api/runs/r1/resits', body: { seats: ['s1'] } }),
  );
});

it('names extra time on a phone, too, once it can’t be changed any more', async () => {
  await open(null, 'mentor', [{ ...seat(1, '陈小雨', NOW - HOUR), extraPercent: 50 }]);
  expect(within(screen.getByRole('row', { name: /陈小雨/ })).getByText('加时').className).toContain('max-pane:inline');
});

it('asks before it ends what people are doing', async () => {
  const going = { ...seat(1, '陈小雨', NOW + HOUR), over: false };
  going.parts = [{ kind: 'typing', state: 'going' } as ExamBoardSeat['parts'][number]];
  const ready = { ...seat(2, '李小雨', NOW + HOUR), over: false };
  const asked = await open(null, undefined, [going, ready, seat(3, '王小雨', NOW)], { over: false });
  fireEvent.click(screen.getByRole('button', { name: '提前截止' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^还有 2 人没做完，1 人正在做。/)).toBeTruthy();
  expect(asked.some(({ path }) => path.startsWith('POST'))).toBe(false);
  fireEvent.click(dialog.getByRole('button', { name: '提前截止' }));
  await waitFor(() => expect(asked.map(({ path }) => path)).toContain('POST /api/runs/r1/homework/close'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says until when the cases of published results stay out of practice', async () => {
  await open(NOW - 1);
  expect(screen.queryByText(/到截止才回到练习/)).toBeNull();
  forgetMe();
  clean();
  const run = { id: 'r1', name: '期末模拟考', opensAt: NOW - HOUR, dueAt: NOW + HOUR, publishedAt: NOW - 1 };
  await open(NOW - 1, undefined, undefined, { run: run as ExamBoard['run'] });
  screen.getByText(/^已经公布.*到截止才回到练习/);
});
