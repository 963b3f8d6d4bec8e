/** Practice is handed in from its own report, after its trainee has read what the teacher will see. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { HandedIn, HandingIn } from '#contract/homework/handed-in.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { type Answers, closeReport, openReport, posted } from './run-report.tsx';

afterEach(closeReport);

const TARGETS: HandingIn['targets'] = [
  { seat: 's1', to: 'homework', where: '第一周作业', seatName: '甲', dueAt: Date.UTC(2026, 10, 27, 12) },
  { seat: 's1', to: 'class', where: '电商 2 班', seatName: '甲', dueAt: null },
];
const handedIn: HandedIn = {
  ...{ drill: 'd1', seat: 's1', to: 'class', where: '电商 2 班', titles: ['两双鞋'], score: 71, endedAt: 1, at: 2 },
  mark: null,
};
const open = async (state: HandingIn, answers: Answers = {}) => {
  const asked = openReport(report, {
    'GET /api/drills/d1': ok(drill({ id: 'd1', run: null })),
    'GET /api/drills/d1/handing-in': ok(state),
    ...answers,
  });
  await screen.findAllByText(report.verdict);
  return asked;
};

it('[G1] says what the teacher will see before it is handed in to the chosen place', async () => {
  const asked = await open(
    { handedIn: null, targets: TARGETS },
    { 'POST /api/drills/d1/handing-in': ok({ handedIn, targets: [] }) },
  );
  fireEvent.click(await screen.findByRole('button', { name: '交给老师' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('老师会看到')).toBeTruthy();
  expect(dialog.getByText(/看不到：别的练习/)).toBeTruthy();
  fireEvent.click(dialog.getByLabelText(/电商 2 班/));
  expect(posted(asked)).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: '交上去' }));
  await waitFor(() =>
    expect(posted(asked)).toEqual([{ path: 'POST /api/drills/d1/handing-in', body: { seat: 's1', to: 'class' } }]),
  );
});

it('[G4] can be taken back until it is marked, and then has the mark in its place', async () => {
  const asked = await open(
    { handedIn, targets: [] },
    { 'POST /api/drills/d1/handing-in/take-back': ok({ handedIn: null, targets: TARGETS }) },
  );
  fireEvent.click(await screen.findByRole('button', { name: '收回' }));
  await waitFor(() => expect(posted(asked)).toHaveLength(1));
  closeReport();
  const mark = { score: 82, note: '开头接得好', by: '王老师', at: 3 };
  await open({ handedIn: { ...handedIn, mark }, targets: [] });
  expect(await screen.findByText('王老师批过了：82 分，开头接得好')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '收回' })).toBeNull();
});

it('offers nothing where there is nobody to hand it in to, nor to anybody but its owner', async () => {
  await open({ handedIn: null, targets: [] });
  expect(screen.queryByRole('button', { name: '交给老师' })).toBeNull();
  closeReport();
  openReport(report, { 'GET /api/drills/d1': ok(drill({ id: 'd1', run: null })) });
  await screen.findAllByText(report.verdict);
  expect(screen.queryByText(/只有你看得到/)).toBeNull();
});
