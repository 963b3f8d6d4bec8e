import '#client/features/paper/strings.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReadPaperPage } from '#client/features/paper/disputes/read-paper-page.tsx';
import { SeatPaperPage } from '#client/features/paper/seat-paper-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { ReadPaper, ReadQuestion } from '#contract/papers/appeals.ts';
import type { PaperSeat } from '#contract/papers/papers.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  forgetMe();
  localStorage.clear();
  clean();
});

const asked = (id: string) => ({
  ...{ id, kind: 'single' as const, topicName: '退换货', shopName: null, stem: `题 ${id}` },
  ...{ options: ['甲', '乙', '丙'], unit: null },
});
const question = (id: string, over: Partial<ReadQuestion> = {}): ReadQuestion => ({
  ...asked(id),
  ...{ answer: { chosen: [0] }, key: { chosen: [1] }, marked: 0, credit: 0, why: '签收次日起算。', citations: [] },
  ...{ dispute: null },
  ...over,
});
const appeal = { text: '题干没说是哪一天', at: 1 };
const ruling = { credit: 1 as const, reason: '题干有歧义', by: '王老师', at: 2 };
const WAITS = { waits: true, earlier: [], left: 2 };
const paper = (questions: ReadQuestion[]): ReadPaper => ({
  seat: { id: 's1', no: '01', name: '林可欣' },
  run: { id: 'r1', name: '理论卷', className: '一班', publishedAt: 1, ended: false, isPart: true },
  ...{ begunAt: 1, handedInAt: 2, mark: { mark: 50, topics: [] }, questions },
});
const READ = 'GET /api/seats/s1/paper/read';
const RULE = 'POST /api/seats/s1/paper/rulings';
const openRead = (body: ReadPaper, role?: 'mentor') => {
  const answers: Parameters<typeof serve>[0] = {
    'GET /api/me': ok(signedIn(role)),
    [READ]: ok(body),
    [RULE]: ok(body),
  };
  const sent = serve(answers);
  renderAt('/runs/r1/paper/s1', '/runs/:id/paper/:seat', <ReadPaperPage />);
  return { sent, answers };
};

it('shows an appeal first, and the teacher rules with a reason', async () => {
  const open = question('q2', { dispute: { ...WAITS, question: 'q2', appeal, ruling: null } });
  const { sent, answers } = openRead(paper([question('q1', { credit: 1, marked: 1 }), open]));
  await screen.findByText('申诉：题干没说是哪一天');
  screen.getByText('等老师看');
  expect(screen.queryByText('题 q1')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '答复第 2 题的申诉' }));
  const dialog = await screen.findByRole('dialog');
  const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: '定下来' });
  expect(save.disabled).toBe(true);
  fireEvent.change(within(dialog).getByLabelText('这一题得'), { target: { value: 'full' } });
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '题干有歧义' } });
  const ruled = { ...open, credit: 1 as const, dispute: { ...WAITS, waits: false, question: 'q2', appeal, ruling } };
  answers[READ] = ok(paper([question('q1'), ruled]));
  fireEvent.click(save);
  await waitFor(() =>
    expect(sent.find(({ path }) => path === RULE)?.body).toEqual({ question: 'q2', credit: 1, reason: '题干有歧义' }),
  );
  await screen.findByText('改判得 1，王老师：题干有歧义');
  screen.getByText('判分 0，改判后 1');
  fireEvent.click(screen.getByRole('radio', { name: '没全对 1' }));
  screen.getByText('题 q1');
  expect(screen.getByRole('link', { name: BUTTON.backToExam }).getAttribute('href')).toBe('/exams/runs/r1');
});

it('is read and not ruled on by a mentor, and says so where it can’t be read', async () => {
  openRead(paper([question('q1')]), 'mentor');
  await screen.findByText('题 q1');
  expect(screen.queryByRole('button', { name: /改判/ })).toBeNull();
  clean();
  forgetMe();
  serve({ 'GET /api/me': ok(signedIn()), [READ]: { ok: false, error: { code: 'paper-sat', message: '' } } });
  renderAt('/runs/r1/paper/s1', '/runs/:id/paper/:seat', <ReadPaperPage />);
  await screen.findByText('看不到这份答卷');
});

it('lets a trainee appeal what lost something, withdraw it and appeal again [O29]', async () => {
  const verdict = { why: null, citations: [], key: { chosen: [1] } };
  const body = (disputes: NonNullable<PaperSeat['result']>['disputes']): PaperSeat => ({
    ...{ phase: 'over', asking: false, seat: { id: 's1', no: '01', name: '林可欣' }, count: 2, now: 1 },
    run: {
      ...{ id: 'r1', code: '482913', name: '理论卷', className: '一班', stage: 'debrief', minutes: 30, ended: false },
      ...{ isPart: false, mayBegin: false },
    },
    ...{ clock: { elapsedMs: 1, totalMs: 1, running: false }, begunAt: 1, handedInAt: 2, answers: [], answered: 0 },
    questions: [asked('q1'), asked('q2')],
    result: {
      ...{ mark: 50, topics: [], disputes },
      verdicts: [
        { question: 'q1', credit: 1, ...verdict },
        { question: 'q2', credit: 0, ...verdict },
      ],
    },
  });
  const PAPER = 'GET /api/seats/s1/paper';
  const APPEAL = 'POST /api/seats/s1/paper/appeals';
  const waits = [{ ...WAITS, question: 'q2', appeal, ruling: null }];
  const answers: Parameters<typeof serve>[0] = { [PAPER]: ok(body([])), [APPEAL]: ok(body(waits)) };
  const sent = serve(answers);
  renderAt('/seats/s1/paper', '/seats/:id/paper', <SeatPaperPage />);
  await screen.findByText('题 q2');
  expect(screen.getAllByRole('button', { name: /^申诉/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: '申诉第 2 题' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('为什么'), { target: { value: appeal.text } });
  answers[PAPER] = ok(body(waits));
  fireEvent.click(within(dialog).getByRole('button', { name: '交申诉' }));
  await waitFor(() =>
    expect(sent.find(({ path }) => path === APPEAL)?.body).toEqual({ question: 'q2', text: appeal.text }),
  );
  await screen.findByText('等老师看');
  expect(screen.queryByRole('button', { name: /^申诉/ })).toBeNull();
  const WITHDRAW = 'POST /api/seats/s1/paper/appeals/withdraw';
  const withdrawn = { ...WAITS, waits: false, question: 'q2', appeal: null, ruling: null };
  const gone = body([{ ...withdrawn, earlier: [{ appeal, ruling: null }] }]);
  answers[WITHDRAW] = ok(gone);
  answers[PAPER] = ok(gone);
  fireEvent.click(screen.getByRole('button', { name: '撤回申诉：题干没说是哪一天' }));
  await screen.findByText('撤回了');
  expect(sent.find(({ path }) => path === WITHDRAW)?.body).toEqual({ question: 'q2' });
  screen.getByRole('button', { name: '第 2 题再请老师看' });
  clean();
  answers[PAPER] = ok(body([{ ...withdrawn, left: 0, earlier: [{ appeal, ruling }], ruling, appeal }]));
  serve(answers);
  renderAt('/seats/s1/paper', '/seats/:id/paper', <SeatPaperPage />);
  await screen.findAllByText('改判得 1，王老师：题干有歧义');
  expect(screen.queryByRole('button', { name: /再请老师看/ })).toBeNull();
});
