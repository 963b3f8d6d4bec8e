/** What a trainee asks themselves right after a rush. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FRESH_MS } from '#client/features/report/rush/look-back.tsx';
import { answersOf, storeAnswers } from '#client/features/report/rush/look-back-answers.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { type Answers, closeReport, openReport, posted, staff } from './run-report.tsx';

const RUSH: RushReport = {
  ...{ profile: 'd11-open', level: 2, minutes: 15, said: '来了 12 位，接完 8 位。' },
  ...{
    came: 12,
    served: 8,
    lost: 1,
    leftQueue: 1,
    leftDesk: 1,
    leftMidway: 0,
    transferred: 0,
    colleague: 1,
    unserved: 0,
    escalated: 0,
    handedOver: 0,
    open: 0,
    mostAtOnce: 5,
  },
  ...{ queue: null, byLoad: [], tone: null, capacity: 2, dial: [], broke: null },
};
const endedAgo = (ms: number) => ok(drill({ id: 'd1', endedAt: Date.now() - ms }));
const open = async (agoMs: number, answers: Answers = {}) => {
  const asked = openReport({ ...report, rush: RUSH }, { 'GET /api/drills/d1': endedAgo(agoMs), ...answers });
  await screen.findByText(RUSH.said);
  // The drill's own row is there.
  await screen.findAllByText(report.verdict);
  return asked;
};
const lookBack = () => screen.queryByRole('region', { name: '趁还记得，回想三件事' });
const field = (label: string) => screen.getByLabelText(label);

beforeEach(() => localStorage.clear());
afterEach(closeReport);

it('asks three things within ten minutes, and keeps the answers on this device alone', async () => {
  const asked = await open(60_000);
  await screen.findByRole('region', { name: '趁还记得，回想三件事' });
  expect(screen.getByRole('button', { name: '存下' }).hasAttribute('disabled')).toBe(true);
  fireEvent.change(field('最难的一刻'), { target: { value: '一下来了四位' } });
  fireEvent.change(field('下次改一件'), { target: { value: '先扫一眼谁等得久' } });
  fireEvent.click(screen.getByRole('button', { name: '存下' }));
  const kept = within(lookBack() as HTMLElement);
  expect(kept.getByText('一下来了四位')).toBeTruthy();
  expect(kept.queryByText('先救了谁')).toBeNull();
  expect(posted(asked)).toEqual([]);

  closeReport();
  await open(FRESH_MS * 5);
  expect(await screen.findByText('先扫一眼谁等得久')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '改' }));
  fireEvent.change(field('先救了谁'), { target: { value: '要改地址的那位' } });
  fireEvent.click(screen.getByRole('button', { name: '存下' }));
  expect(answersOf('d1')).toEqual({ hardest: '一下来了四位', first: '要改地址的那位', next: '先扫一眼谁等得久' });
});

it('asks nothing later, nothing of staff, and keeps the latest drills only', async () => {
  await open(FRESH_MS + 1000);
  expect(lookBack()).toBeNull();
  closeReport();
  const run = { id: 'r1', name: '周三上午场', seat: 's1', no: '01', seatName: '林可欣', redo: false };
  const inRun = ok(drill({ id: 'd1', mode: 'lesson', endedAt: Date.now(), run }));
  await open(60_000, { ...staff, 'GET /api/drills/d1': inRun });
  await waitFor(() => expect(lookBack()).toBeNull());
  const answers = { hardest: '难', first: '', next: '' };
  for (let i = 0; i < 25; i++) storeAnswers(`drill-${i}`, answers);
  expect(answersOf('drill-0')).toBeNull();
  expect(answersOf('drill-24')).toEqual(answers);
  localStorage.setItem('kefu.rush-look-back', '{"d1":{"hardest":3}}');
  expect(answersOf('d1')).toBeNull();
});
