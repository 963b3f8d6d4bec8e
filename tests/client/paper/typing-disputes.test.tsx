import '#client/features/paper/exam/strings.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SeatExamPage } from '#client/features/paper/exam/seat-exam-page.tsx';
import { ReadTypingPage } from '#client/features/typing/read-typing-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { SeatExam } from '#contract/exams/parts.ts';
import type { ReadTyping, TypingDispute } from '#contract/exams/typing.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  localStorage.clear();
  clean();
});

const appeal = { text: '输入法卡了半分钟', at: 1 };
const ruling: TypingDispute['ruling'] = { aside: true, reason: '机房断电', by: '王老师', at: 2 };
const typing = (over: Partial<ReadTyping> = {}): ReadTyping => ({
  seat: { id: 's1', no: '01', name: '林可欣' },
  run: { id: 'r1', name: '期末模拟考', className: '一班' },
  ...{ minutes: 2, begunAt: 1, endedAt: 120_001, mark: 24, figures: { speed: 22, accuracy: 0.9 } },
  ...{ texts: [{ text: '亲您好今天发出', typed: '亲您号今发出了' }], left: 2, pasted: 1, devices: 0 },
  ...{ isOnlyPart: false, dispute: { appeal, ruling: null, waits: true, earlier: [] } },
  ...over,
});
const RULE = 'POST /api/seats/s1/typing/rulings';
const READ = 'GET /api/seats/s1/typing/read';
const openRead = (body: ReadTyping, role?: 'mentor') => {
  const answers: Parameters<typeof serve>[0] = {
    ...{ 'GET /api/me': ok(signedIn(role)), [READ]: ok(body), [RULE]: ok(body) },
  };
  const sent = serve(answers);
  renderAt('/exams/seats/s1/typing/read', '/exams/seats/:id/typing/read', <ReadTypingPage />);
  return { sent, answers };
};

it('[O25] shows what was typed with its slips and what was noted, and the teacher sets it aside with a reason', async () => {
  const { sent, answers } = openRead(typing());
  await screen.findByText('申诉：输入法卡了半分钟');
  screen.getByText(/离开页面 2 次/);
  screen.getByText(/粘贴 1 次/);
  // 号 in the place of 好, 天 missed, 了 one too many.
  screen.getByText('号');
  screen.getByText('（好）');
  screen.getByText('［了］');
  fireEvent.click(screen.getByRole('button', { name: '答复申诉' }));
  const dialog = await screen.findByRole('dialog');
  const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: '定下来' });
  expect(save.disabled).toBe(true);
  fireEvent.change(within(dialog).getByLabelText('怎么定'), { target: { value: 'aside' } });
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '机房断电' } });
  answers[READ] = ok(typing({ dispute: { appeal, ruling, waits: false, earlier: [] } }));
  fireEvent.click(save);
  await screen.findByText('这次打字作废，不计入，王老师：机房断电');
  screen.getByText('作废');
  expect(sent).toContainEqual({ path: RULE, body: { aside: true, reason: '机房断电' } });
});

it('[O25] a mentor reads it and rules nothing', async () => {
  openRead(typing(), 'mentor');
  await screen.findByText('申诉：输入法卡了半分钟');
  expect(screen.queryByRole('button', { name: '答复申诉' })).toBeNull();
});

const part = { state: 'done' as const, ms: 120_000, begunAt: 1, endedAt: 2 };
const exam = (over: Partial<SeatExam> = {}): SeatExam => ({
  ...{ phase: 'over', asking: false, seat: { id: 's1', no: '01', name: '林可欣' } },
  run: {
    ...{ id: 'r1', name: '期末模拟考', className: '一班', code: '482913', opensAt: 1, dueAt: 9, publishedAt: 5 },
    ...{ ended: true, pass: 60, excellent: 85, each: false, counts: 'best' },
  },
  ...{ dueAt: 9, extraPercent: 0, sitting: null, drill: null, others: [], now: 10 },
  parts: [
    { kind: 'paper', weight: 60, minutes: 10, ...part },
    { kind: 'typing', weight: 40, minutes: 2, ...part },
  ],
  mark: {
    parts: [
      { kind: 'paper', weight: 60, first: 75, again: [], counted: 75 },
      { kind: 'typing', weight: 40, first: null, again: [], counted: null, aside: [0] },
    ],
    ...{ whole: 75, grade: 'pass', failed: [] },
  },
  typing: { mark: 24, figures: { speed: 22, accuracy: 0.9 }, dispute: null, mayAppeal: true },
  ...over,
});

it('[O30] says how long the one sitting is before it is begun, and then what is left of it', async () => {
  const open = { phase: 'open', typing: null, mark: null } as const;
  const at = { opensAt: 0, dueAt: 9e12 };
  const body = exam({ ...open, sitting: { ms: 60 * 60_000, endsAt: null } });
  const answers: Parameters<typeof serve>[0] = {
    'GET /api/seats/s1/exam': ok({ ...body, run: { ...body.run, ...at } }),
  };
  serve(answers);
  renderAt('/exams/seats/s1', '/exams/seats/:id', <SeatExamPage />);
  await screen.findByText(/要一次做完：从开始第一部分算起，60 分钟后结束/);
  expect(screen.queryByText(/两部分之间可以歇/)).toBeNull();
  clean();
  answers['GET /api/seats/s1/exam'] = ok({ ...body, sitting: { ms: 60 * 60_000, endsAt: body.now + 90_000 } });
  serve(answers);
  renderAt('/exams/seats/s1', '/exams/seats/:id', <SeatExamPage />);
  await screen.findByText(/还剩 2 分钟/);
});

it('[O25] [O26] a trainee appeals in a sentence, and reads the ruling with the sum that leaves the part out', async () => {
  const answers: Parameters<typeof serve>[0] = {
    'GET /api/seats/s1/exam': ok(exam()),
    'POST /api/seats/s1/typing/appeals': ok(null),
  };
  const sent = serve(answers);
  renderAt('/exams/seats/s1', '/exams/seats/:id', <SeatExamPage />);
  fireEvent.click(await screen.findByRole('button', { name: '申诉打字成绩' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('出了什么事'), { target: { value: '输入法卡了半分钟' } });
  const typed = {
    mark: 24,
    figures: { speed: 22, accuracy: 0.9 },
    dispute: { appeal, ruling, waits: false, earlier: [] },
    mayAppeal: false,
  };
  answers['GET /api/seats/s1/exam'] = ok(exam({ typing: typed }));
  fireEvent.click(within(dialog).getByRole('button', { name: '交申诉' }));
  await waitFor(() =>
    expect(sent).toContainEqual({ path: 'POST /api/seats/s1/typing/appeals', body: { text: '输入法卡了半分钟' } }),
  );
  await screen.findByText('这次打字作废，不计入，王老师：机房断电');
  screen.getByText('(60% × 75) ÷ 60% = 75');
  expect(screen.queryByRole('button', { name: '申诉打字成绩' })).toBeNull();
});
