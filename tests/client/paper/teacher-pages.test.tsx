import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PaperBoardPage } from '#client/features/paper/board-page.tsx';
import { NewPaperPage } from '#client/features/paper/new-paper-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { BoardSeat, PaperBoard, PaperItem } from '#contract/papers/papers.ts';
import type { QuestionMenu } from '#contract/questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const menu: QuestionMenu = {
  topics: [
    {
      ...{ id: 'price', name: '价格' },
      levels: [
        { level: 1, count: 20 },
        { level: 3, count: 20 },
        { level: 5, count: 0 },
      ],
    },
  ],
  own: [],
  general: [],
};
const classes = [{ id: 'k1', name: '一班', members: 3, runs: 0, archived: false }];
const openForm = (more: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({
    ...{ 'GET /api/me': ok(signedIn()), 'GET /api/questions': ok(menu), 'GET /api/classes': ok(classes) },
    ...{ 'POST /api/papers': ok({ id: 'r9' }), ...more },
  });
  renderAt('/papers/new?class=k1', '/papers/new', <NewPaperPage />);
  return asked;
};

describe('setting a paper', () => {
  it('can be done with one press: the proposal goes out as it stands', async () => {
    const asked = openForm();
    const button = await screen.findByRole('button', { name: '出卷' });
    screen.getByText('共 25 题：一级 13，三级 12，五级 0');
    fireEvent.click(button);
    await waitFor(() => expect(asked.at(-1)?.path).toBe('POST /api/papers'));
    expect(asked.at(-1)?.body).toMatchObject({
      ...{ classId: 'k1', minutes: 40, seed: expect.any(Number) },
      cells: [
        { topic: 'price', level: 1, count: 13 },
        { topic: 'price', level: 3, count: 12 },
      ],
    });
  });

  it('[U21] by one press is the path’s 岗位认知测试, and says so', async () => {
    const asked = openForm();
    await screen.findByRole('button', { name: '出卷' });
    fireEvent.click(screen.getByRole('button', { name: '按岗位认知测试出：20 题，1 级' }));
    screen.getByText('共 20 题：一级 20，三级 0，五级 0');
    fireEvent.click(screen.getByRole('button', { name: '出卷' }));
    await waitFor(() => expect(asked.at(-1)?.path).toBe('POST /api/papers'));
    const cells = [{ topic: 'price', level: 1, count: 20 }];
    expect(asked.at(-1)?.body).toMatchObject({ minutes: 30, cells, awareness: true });
    expect(asked.at(-1)?.body).toMatchObject({ name: expect.stringContaining('岗位认知测试') });
  });

  it('takes other numbers, no more than the bank has, and says why it can’t be set', async () => {
    openForm();
    await screen.findByRole('button', { name: '出卷' });
    fireEvent.click(screen.getByRole('button', { name: '按专题和难度改' }));
    const field = screen.getByLabelText('一级：记得');
    fireEvent.change(field, { target: { value: '99' } });
    screen.getByText('共 32 题：一级 20，三级 12，五级 0');
    fireEvent.change(field, { target: { value: '0' } });
    fireEvent.change(screen.getByLabelText('三级：会用'), { target: { value: '0' } });
    screen.getByText('一道题也没有');
    expect(screen.getByRole('button', { name: '出卷' }).hasAttribute('disabled')).toBe(true);
  });

  it('tells a refusal, an empty bank and a bank that didn’t come', async () => {
    const refusal = { ok: false, error: { code: 'paper-short', message: '题不够' } } as const;
    openForm({ 'POST /api/papers': refusal });
    fireEvent.click(await screen.findByRole('button', { name: '出卷' }));
    await screen.findByText(/题不够/);
    clean();
    openForm({ 'GET /api/questions': ok({ ...menu, topics: [] }) });
    await screen.findByText('题库里还没有题');
    clean();
    openForm({ 'GET /api/questions': 'offline' });
    await screen.findByText('题库没有取到');
  });
});

const NOW = 1_800_000_000_000;
const seat = (no: number, name: string, over: Partial<BoardSeat> = {}): BoardSeat => ({
  ...{ seat: `s${no}`, no: `0${no}`, name, joined: true, asking: false, begunAt: null, handedInAt: null },
  ...{ satMs: null, answered: 0, flagged: 0, lastAt: null, result: null, appeals: 0, extraPercent: 0 },
  ...over,
});
const item = (id: string, over: Partial<PaperItem> = {}): PaperItem => ({
  ...{ id, kind: 'single', level: 1, topicName: '价格', stem: `题 ${id}`, key: '甲' },
  ...{ n: 21, facility: null, discrimination: null },
  ...over,
});
const board = (over: Partial<PaperBoard> = {}, run: Partial<PaperBoard['run']> = {}): PaperBoard => ({
  run: {
    ...{ id: 'r1', name: '理论卷', className: '一班', code: '482913', stage: 'drill', locked: false },
    ...{ minutes: 30, publishedAt: null, ended: false, isPart: false },
    ...run,
  },
  ...{ clock: { elapsedMs: 0, totalMs: 1_800_000, running: true }, over: false, keysWait: false },
  ...{ plan: { cells: [], seed: 7, questions: 10 }, leastForDiscrimination: 20, now: NOW },
  seats: [seat(1, '甲', { begunAt: NOW, answered: 4, flagged: 1 }), seat(2, '乙', { joined: false })],
  items: [item('a')],
  ...over,
});
const AT = 'GET /api/runs/r1/paper';
const openBoard = async (body: PaperBoard, more: Parameters<typeof serve>[0] = {}) => {
  const answers = {
    ...{ 'GET /api/me': ok(signedIn()), [AT]: ok(body), 'POST /api/seats/s1/approve': ok(null) },
    ...{ 'POST /api/runs/r1/stage': ok(null), 'POST /api/runs/r1/publish': ok({ publishedAt: 1 }) },
    ...more,
  };
  const asked = serve(answers);
  renderAt('/runs/r1/paper', '/runs/:id/paper', <PaperBoardPage />);
  await screen.findByRole('heading', { name: /理论卷/ });
  return { asked, answers };
};
const result = (mark: number) => ({ mark, topics: [{ name: '价格', credit: mark / 10, of: 10 }] });

describe('a paper as its teacher sees it', () => {
  it('gives one trainee more time until it is over', async () => {
    const EXTRA = 'POST /api/seats/s1/extra-time';
    const { asked } = await openBoard(board(), { [EXTRA]: ok(null) });
    fireEvent.change(screen.getByLabelText('给甲加时'), { target: { value: '50' } });
    await waitFor(() => expect(asked.find(({ path }) => path === EXTRA)?.body).toEqual({ percent: 50 }));
    clean();
    forgetMe();
    await openBoard(board({ over: true }));
    expect(screen.queryByLabelText('给甲加时')).toBeNull();
  });

  it('is started by one button, with the code to come in by', async () => {
    const { asked } = await openBoard(board({}, { stage: 'join' }));
    screen.getByText('482 913');
    fireEvent.click(screen.getByRole('button', { name: '开考' }));
    await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/stage'))?.body).toEqual({ stage: 'drill' }));
  });

  it('shows who sits it, lets a second device go on, and ends it after one question', async () => {
    const { asked } = await openBoard(board({ seats: [seat(1, '甲', { begunAt: NOW, answered: 4, asking: true })] }));
    within(screen.getByRole('row', { name: /甲/ })).getByText('在答');
    screen.getByText('4 / 10');
    fireEvent.click(screen.getByRole('button', { name: '允许换设备' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/seats/s1/approve')).toBe(true));
    fireEvent.click(screen.getByRole('button', { name: '收卷' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText(/^还有 1 人在答/);
    fireEvent.click(within(dialog).getByRole('button', { name: '收卷' }));
    await waitFor(() => expect(asked.some(({ body }) => (body as { stage?: string })?.stage === 'debrief')).toBe(true));
  });

  it('has marks, topics and figures once it is over, and publishes them', async () => {
    const seats = [seat(1, '甲', { begunAt: NOW, satMs: 600_000, result: result(80) }), seat(2, '乙')];
    const items = [
      item('a', { facility: 0.5, discrimination: 0.15 }),
      item('b', { facility: 0.9, discrimination: 0.45 }),
    ];
    const { asked } = await openBoard(board({ over: true, seats, items }, { stage: 'debrief' }));
    within(screen.getByRole('row', { name: /甲/ })).getByText('价格 8/10');
    within(screen.getByRole('row', { name: /乙/ })).getByText('没来');
    const tab = screen.getByRole('tab', { name: '题目和答案' });
    fireEvent.mouseDown(tab);
    fireEvent.focus(tab);
    within(await screen.findByRole('row', { name: /题 a/ })).getByText('要改');
    within(screen.getByRole('row', { name: /题 b/ })).getByText('好');
    fireEvent.click(screen.getByRole('button', { name: '公布成绩' }));
    await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/publish'))?.body).toEqual({ published: true }));
  });

  it('says where keys wait for another paper, where nobody came, and where there is no paper', async () => {
    await openBoard(board({ over: true, keysWait: true, seats: [] }, { stage: 'debrief', publishedAt: 1 }));
    screen.getByText(/答案和解析等那份考完/);
    screen.getByText('还没有人进来');
    clean();
    serve({ 'GET /api/me': ok(signedIn()), [AT]: { ok: false, error: { code: 'paper-none', message: '' } } });
    renderAt('/runs/r1/paper', '/runs/:id/paper', <PaperBoardPage />);
    await screen.findByText('没有这份试卷');
  });

  it('changes nothing for a mentor', async () => {
    serve({ 'GET /api/me': ok(signedIn('mentor')), [AT]: ok(board({}, { stage: 'join' })) });
    renderAt('/runs/r1/paper', '/runs/:id/paper', <PaperBoardPage />);
    await screen.findByRole('heading', { name: /理论卷/ });
    expect(screen.queryByRole('button', { name: '开考' })).toBeNull();
  });
});
