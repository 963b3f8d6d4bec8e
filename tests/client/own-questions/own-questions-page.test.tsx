import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OwnQuestionsPage } from '#client/features/own-questions/own-questions-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { OwnQuestion, OwnQuestionsBody, QuestionsPreview } from '#contract/practice/own-questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const question = (id: string, over: Partial<OwnQuestion> = {}): OwnQuestion => ({
  ...{
    id,
    kind: 'single',
    level: 3,
    topic: 'returns',
    shop: null,
    stem: `题干${id}`,
    options: ['甲', '乙'],
    right: [1],
  },
  ...{ figure: null, unit: null, tolerance: null, why: '看书', basis: '书' },
  ...over,
});
const body = (questions: OwnQuestion[]): OwnQuestionsBody => ({
  revision: 2,
  questions,
  changes: [2, 1].map((revision) => ({
    ...{ revision, kind: 'imported', file: `表${revision}.xlsx`, undoes: null, added: 1, changed: 0, removed: 0 },
    ...{ left: revision === 2 ? 1 : 0, at: 1_763_600_000_000, by: '王老师' },
  })),
  topics: [{ id: 'returns', name: '退换货' }],
  shops: [],
  ...{ most: 2000, mostOfFile: 500 },
});
const row = (line: number, over: Partial<QuestionsPreview['rows'][number]>) => ({
  ...{
    line,
    id: `q${line}`,
    stem: `题干q${line}`,
    question: question(`q${line}`),
    faults: [],
    before: null,
    draft: null,
  },
  change: 'added' as const,
  ...over,
});
const FAULTY = row(4, {
  ...{ question: null, change: null },
  faults: [{ code: 'missing', column: 'basis', message: '第 4 行「依据」：没有写依据' }],
});
const PREVIEW: QuestionsPreview = {
  ...{ format: 'xlsx', base: 2 },
  rows: [row(2, {}), row(3, { change: 'changed', before: question('q3', { stem: '原先的' }) }), FAULTY],
};
const OF = '/api/own-questions';
const open = (more: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    [`GET ${OF}`]: ok(body([question('a'), question('b')])),
    [`POST ${OF}/preview`]: ok(PREVIEW),
    [`POST ${OF}`]: ok(body([question('a')])),
    [`POST ${OF}/remove`]: ok({ ...body([question('b')]), revision: 3 }),
    [`POST ${OF}/undo`]: ok(body([])),
    ...more,
  });
  renderAt(
    '/questions/own',
    '/questions/own',
    <>
      <OwnQuestionsPage />
      <Toasts />
    </>,
  );
  return asked;
};
const sent = (asked: ReturnType<typeof serve>, path: string) =>
  asked.filter((request) => request.path === `POST ${path}`);
const choose = async () =>
  fireEvent.change(await screen.findByLabelText('题目文件'), { target: { files: [new File(['x'], '题.xlsx')] } });

describe('[B10] 本校题目', () => {
  it('shows a file’s faults first, and stores nothing of it before somebody chooses to leave them out', async () => {
    const asked = open();
    await choose();
    expect(await screen.findByText('读到 3 题：新增 1，改动 1，不变 0，有问题 1')).toBeTruthy();
    const [first] = screen.getAllByRole('region', { name: /^(有问题|新增|改动)$/ });
    expect(within(first as HTMLElement).getByText('第 4 行「依据」：没有写依据')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: '改动' })).getByText('原先的')).toBeTruthy();
    const save = screen.getByRole('button', { name: /存下 2 题/ });
    expect(save).toHaveProperty('disabled', true);
    expect(sent(asked, OF)).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: /只存没有问题的/ }));
    fireEvent.click(screen.getByRole('button', { name: /存下 2 题/ }));
    expect(await screen.findByText('存下了：新增 1 题，改动 1 题')).toBeTruthy();
    expect(sent(asked, OF)[0]?.body).toEqual({ base: 2, file: '题.xlsx', rows: [question('q2'), question('q3')] });
  });

  it('deletes a question, and brings it back at once where that was a slip', async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole('button', { name: '删除 a' }));
    fireEvent.click(await screen.findByRole('button', { name: '恢复' }));
    await waitFor(() => expect(sent(asked, OF)).toHaveLength(1));
    expect(sent(asked, `${OF}/remove`)[0]?.body).toEqual({ base: 2, ids: ['a'] });
    expect(sent(asked, OF)[0]?.body).toEqual({ base: 3, file: '', rows: [question('a')] });
  });

  it('takes an import back, but none of which nothing is left', async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole('button', { name: '撤回第 2 次' }));
    await waitFor(() => expect(sent(asked, `${OF}/undo`)[0]?.body).toEqual({ base: 2, revision: 2 }));
    expect(screen.queryByRole('button', { name: '撤回第 1 次' })).toBeNull();
  });

  it('says what to do where there is none yet, and where the list can’t be had', async () => {
    open({ [`GET ${OF}`]: ok({ ...body([]), changes: [] }) });
    expect(await screen.findByText('还没有本校题目')).toBeTruthy();
    expect(screen.queryByText('导入和删除')).toBeNull();
  });
});
