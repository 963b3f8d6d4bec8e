import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FIRST_DRAFT, privateExamOf } from '#client/features/paper/private/private-draft.ts';
import { PrivateExamPage } from '#client/features/paper/private/private-exam-page.tsx';
import { PrivateExamsPage } from '#client/features/paper/private/private-exams-page.tsx';
import { SeatPaperPage } from '#client/features/paper/seat-paper-page.tsx';
import { ExamPlaceContext, PRIVATE } from '#client/lib/seat/exam-place.ts';
import type { PrivateExam, PrivateExamRow } from '#contract/exams/private.ts';
import type { QuestionMenu } from '#contract/questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const NOW = Date.UTC(2026, 10, 27, 9);
const menu: QuestionMenu = {
  topics: [
    {
      id: 'price',
      name: '价格',
      levels: [
        { level: 1, count: 20 },
        { level: 3, count: 20 },
      ],
    },
    { id: 'returns', name: '退换', levels: [{ level: 1, count: 4 }] },
  ],
  own: [],
  general: [],
};
const parts = (states: readonly string[]): PrivateExam['parts'] =>
  (['paper', 'typing', 'customers'] as const).map((kind, at) => ({
    ...{ kind, weight: [40, 10, 50][at] ?? 0, minutes: 10, ms: 600_000, begunAt: null, endedAt: null },
    state: states[at] as PrivateExam['parts'][number]['state'],
  }));
const mark: NonNullable<PrivateExam['mark']> = {
  parts: (['paper', 'typing', 'customers'] as const).map((kind) => ({
    ...{ kind, weight: kind === 'paper' ? 40 : kind === 'typing' ? 10 : 50, first: 80, again: [], counted: 80 },
  })),
  ...{ whole: 80, grade: 'pass', failed: [] },
};
const exam = (over: Partial<PrivateExam> = {}): PrivateExam => ({
  ...{ id: 'x1', at: NOW - 60_000, lastAt: NOW + 1_800_000, over: false, mark: null, waits: null, typed: null },
  ...{ drill: null, questions: 25, customers: 2, pass: 60, excellent: 85, each: false, counts: 'best', now: NOW },
  ...{ of: null, again: [], mayResit: [] },
  parts: parts(['ready', 'locked', 'locked']),
  ...over,
});

it('[O20] begins with what was chosen, and goes to the exam', async () => {
  const asked = serve({
    'GET /api/questions': ok(menu),
    'GET /api/private-exams': ok({ exams: [], best: { whole: null, parts: [], speed: null } }),
    'POST /api/private-exams': ok({ id: 'x9' }),
  });
  renderAt('/exams/private', '/exams/private', <PrivateExamsPage />);
  fireEvent.click(await screen.findByRole('radio', { name: '10 题' }));
  fireEvent.click(screen.getByRole('radio', { name: '3 级' }));
  fireEvent.click(screen.getByRole('radio', { name: '3 位客户' }));
  fireEvent.click(screen.getByRole('button', { name: '开始考试' }));
  const body = { cells: [{ topic: 'price', level: 3, count: 10 }], set: 'long', customers: 3, level: 3 };
  await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/private-exams', body }));
  expect(privateExamOf({ ...FIRST_DRAFT, topic: 'returns' }, menu)).toBeNull();
});

it('[O20] lists what was sat with the best whole, part and speed, and what is still going', async () => {
  const row = (over: Partial<PrivateExamRow>): PrivateExamRow => ({ ...exam(), ...over });
  serve({
    'GET /api/questions': ok(menu),
    'GET /api/private-exams': ok({
      exams: [row({ id: 'x2' }), row({ id: 'x1', over: true, mark })],
      best: { whole: 80, speed: 61, parts: mark.parts.map(({ kind }) => ({ kind, mark: 91.5 })) },
    }),
  });
  renderAt('/exams/private', '/exams/private', <PrivateExamsPage />);
  expect((await screen.findByRole('link', { name: /总分 80/ })).getAttribute('href')).toBe('/exams/private/x1');
  expect(screen.getByRole('link', { name: /接着做/ }).getAttribute('href')).toBe('/exams/private/x2');
  expect(screen.getAllByText('91.5')).toHaveLength(3);
  expect(screen.getByText('61')).toBeTruthy();
});

it('[O20] leads from part to part, and at the end to marks, answers and the report', async () => {
  serve({ 'GET /api/private-exams/x1': ok(exam()) });
  renderAt('/exams/private/x1', '/exams/private/:id', <PrivateExamPage />);
  expect((await screen.findByRole('link', { name: '去做试卷' })).getAttribute('href')).toBe('/exams/private/x1/paper');
  expect(screen.queryByText('/ 100 分')).toBeNull();
  clean();
  const over = exam({
    over: true,
    mark,
    drill: 'd1',
    typed: { speed: 61, accuracy: 0.975 },
    parts: parts(['done', 'done', 'done']),
  });
  serve({ 'GET /api/private-exams/x1': ok(over) });
  renderAt('/exams/private/x1', '/exams/private/:id', <PrivateExamPage />);
  expect(await screen.findByText('40% × 80 + 10% × 80 + 50% × 80 = 80')).toBeTruthy();
  expect(screen.getByText('61 字/分，正确率 97.5%')).toBeTruthy();
  const to = screen.getAllByRole('link', { name: '看答案和解析' }).map((link) => link.getAttribute('href'));
  expect(to).toEqual(['/exams/private/x1/paper', '/drills/d1/report']);
});

it('[O20] is given up once that was asked twice', async () => {
  const asked = serve({
    'GET /api/private-exams/x1': ok(exam()),
    'POST /api/private-exams/x1/end': ok(exam({ over: true })),
  });
  renderAt('/exams/private/x1', '/exams/private/:id', <PrivateExamPage />);
  fireEvent.click(await screen.findByRole('button', { name: '不考了' }));
  expect(asked.some(({ path }) => path.startsWith('POST'))).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: '确定不考了' }));
  await waitFor(() => expect(asked.map(({ path }) => path)).toContain('POST /api/private-exams/x1/end'));
});

it('[O20] its paper is asked at its own address, waits for no teacher, and leads back to it', async () => {
  const body = {
    ...{ phase: 'over', asking: false, seat: { id: 'x1', no: '', name: '' }, count: 5, begunAt: NOW, handedInAt: NOW },
    run: {
      id: 'x1',
      code: '',
      name: '个人模拟考',
      className: null,
      stage: 'drill',
      minutes: 10,
      ended: false,
      isPart: true,
    },
    ...{
      clock: { elapsedMs: 1, totalMs: 2, running: false },
      questions: [],
      answers: [],
      answered: 5,
      result: null,
      now: NOW,
    },
  };
  const asked = serve({ 'GET /api/private-exams/x1/paper': ok(body) });
  renderAt(
    '/exams/private/x1/paper',
    '/exams/private/:id/paper',
    <ExamPlaceContext value={PRIVATE}>
      <SeatPaperPage />
    </ExamPlaceContext>,
  );
  expect(await screen.findByText('整场考完以后，这里有分数、答案和解析。')).toBeTruthy();
  expect(screen.getByRole('link', { name: /考试/ }).getAttribute('href')).toBe('/exams/private/x1');
  expect(asked.map(({ path }) => path)).toContain('GET /api/private-exams/x1/paper');
});

it('[O27] opens what failed once more, and names the re-sits of an exam', async () => {
  const over = { over: true, mark, parts: parts(['done', 'done', 'done']), again: [{ id: 'x2', over: true }] };
  const asked = serve({
    'GET /api/private-exams/x1': ok(exam({ ...over, mayResit: ['paper', 'typing'] })),
    'POST /api/private-exams/x1/resit': ok({ id: 'x3' }),
  });
  renderAt('/exams/private/x1', '/exams/private/:id', <PrivateExamPage />);
  const again = await screen.findByRole('link', { name: '第 1 次补考' });
  expect(again.getAttribute('href')).toBe('/exams/private/x2');
  fireEvent.click(screen.getByRole('button', { name: '只补没过的：试卷、打字' }));
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/exams/private/x3'));
  expect(asked.some(({ path }) => path === 'POST /api/private-exams/x1/resit')).toBe(true);
});
