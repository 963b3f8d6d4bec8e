import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { OwnQuestionsPage } from '#client/features/own-questions/own-questions-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { OwnQuestion, OwnQuestionsBody, QuestionRow, QuestionsPreview } from '#contract/practice/own-questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const draft = (line: number, over: Partial<OwnQuestion> = {}): QuestionRow => {
  const question: OwnQuestion = {
    ...{
      id: `q${line}`,
      kind: 'single',
      level: 3,
      topic: null,
      shop: null,
      stem: `题干${line}`,
      options: ['甲', '乙'],
    },
    ...{ right: [0], figure: null, unit: null, tolerance: null, why: '', basis: '' },
    ...over,
  };
  const faults = [{ code: 'missing' as const, column: 'why' as const, message: `第 ${line} 行「解析」：没有写解析` }];
  return {
    line,
    id: question.id,
    stem: question.stem,
    question: null,
    draft: question,
    faults,
    change: null,
    before: null,
  };
};
const BODY: OwnQuestionsBody = {
  ...{ revision: 1, questions: [], changes: [], topics: [], shops: [], most: 2000, mostOfFile: 500 },
};
const OF = '/api/own-questions';

it('completes questions without feedback, for all rows and for one, and stores them', async () => {
  const figure = { kind: 'calculate' as const, options: [], right: [], figure: 3, unit: '', tolerance: 0 };
  const preview: QuestionsPreview = { format: 'gift', base: 1, rows: [draft(1), draft(3), draft(5, figure)] };
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    [`GET ${OF}`]: ok(BODY),
    [`POST ${OF}/preview`]: ok(preview),
    [`POST ${OF}`]: ok(BODY),
  });
  renderAt('/own-questions', '/own-questions', <OwnQuestionsPage />);
  const file = new File(['x'], 'moodle.txt');
  fireEvent.change(await screen.findByLabelText('题目文件'), { target: { files: [file] } });
  await screen.findByText(/有 3 题别的都好/);
  const save = () => screen.getByRole('button', { name: /^存下/ });
  screen.getByText(/还有 3 题没补全/);
  fireEvent.change(screen.getByLabelText('解析，缺的题都用'), { target: { value: '看课本' } });
  fireEvent.change(screen.getByLabelText('依据，缺的题都用'), { target: { value: '课本第 3 章' } });
  await screen.findByText(/还有 1 题没补全/);
  fireEvent.change(screen.getByLabelText('解析，第 3 行'), { target: { value: '另有说法' } });
  fireEvent.change(screen.getByLabelText('单位，第 5 行'), { target: { value: '件' } });
  await screen.findByText(/都补上了/);
  expect(screen.queryByText(/没有写解析/)).toBeNull();
  fireEvent.click(save());
  const stored = () => asked.find(({ path }) => path === `POST ${OF}`)?.body as { rows: OwnQuestion[] } | undefined;
  await waitFor(() => expect(stored()?.rows).toHaveLength(3));
  expect(stored()?.rows.map(({ why, basis, unit }) => [why, basis, unit])).toEqual([
    ['看课本', '课本第 3 章', null],
    ['另有说法', '课本第 3 章', null],
    ['看课本', '课本第 3 章', '件'],
  ]);
});
