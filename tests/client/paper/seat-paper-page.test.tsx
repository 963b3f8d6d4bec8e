import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SeatPaperPage } from '#client/features/paper/seat-paper-page.tsx';
import type { PaperQuestion, PaperSeat } from '#contract/papers/papers.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(() => {
  localStorage.clear();
  clean();
});

const question = (id: string, over: Partial<PaperQuestion>): PaperQuestion => ({
  ...{
    id,
    kind: 'single',
    topicName: '退换货',
    shopName: null,
    stem: `题 ${id}`,
    options: ['甲', '乙', '丙'],
    unit: null,
  },
  ...over,
});
const QUESTIONS = [
  question('q1', {}),
  question('q2', { kind: 'multiple' }),
  question('q3', { kind: 'calculate', options: [], unit: '元' }),
];
const clock = { elapsedMs: 60_000, totalMs: 1_800_000, running: true };
const seat = (over: Partial<PaperSeat> = {}): PaperSeat => ({
  ...{ phase: 'open', asking: false, seat: { id: 's1', no: '01', name: '林可欣' }, clock, count: 3 },
  run: {
    ...{ id: 'r1', code: '482913', name: '理论卷', className: '一班', stage: 'drill', minutes: 30, ended: false },
    ...{ isPart: false, mayBegin: true },
  },
  ...{ begunAt: 1, handedInAt: null, questions: QUESTIONS, answers: [], answered: 0, result: null, now: 1 },
  ...over,
});
const AT = '/api/seats/s1/paper';
const stored = ok({ at: 1, answered: 1, clock, now: 1 });
const open = (body: PaperSeat, more: Parameters<typeof serve>[0] = {}) => {
  const answers = { [`GET ${AT}`]: ok(body), [`POST ${AT}/answers`]: stored, ...more };
  const asked = serve(answers);
  renderAt('/seats/s1/paper', '/seats/:id/paper', <SeatPaperPage />);
  return {
    answers,
    asked,
    sent: () => asked.filter(({ path }) => path === `POST ${AT}/answers`).map(({ body }) => body),
  };
};

describe('a seat’s paper', () => {
  it('tells that it was hidden where it is a part of an exam, and only there [O23]', async () => {
    const hide = () => {
      const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      fireEvent(document, new Event('visibilitychange'));
      hidden.mockRestore();
    };
    // The page hears of it once its effects have run, which a slow machine does after the question stands.
    const shown = async () => {
      await screen.findByText('题 q1');
      await act(async () => {});
    };
    const body = seat();
    const more = { 'POST /api/seats/s1/left': ok(null) };
    const { asked } = open(body, more);
    await shown();
    hide();
    clean();
    const part = open({ ...body, run: { ...body.run, isPart: true } }, more);
    await shown();
    hide();
    fireEvent(document, new Event('visibilitychange'));
    const told = (list: typeof asked) => list.filter(({ path }) => path === 'POST /api/seats/s1/left');
    await waitFor(() => expect(told(part.asked)).toMatchObject([{ body: { part: 'paper' } }]));
    expect(told(asked)).toEqual([]);
  });

  it('sends each answer as it is given, and shows that it is stored [X8]', async () => {
    const { sent } = open(seat());
    await screen.findByText('题 q1');
    fireEvent.click(screen.getByRole('button', { name: 'B 乙' }));
    fireEvent.click(screen.getByRole('button', { name: '待查' }));
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()).toEqual([
      { question: 'q1', answer: { chosen: [1] }, flagged: false },
      { question: 'q1', answer: { chosen: [1] }, flagged: true },
    ]);
    await waitFor(() => expect(screen.getAllByText(/^已存/).length).toBeGreaterThan(0));
    const map = screen.getByRole('navigation', { name: '题目' });
    expect(within(map).getByRole('button', { name: '第 1 题，已答，待查' })).toBeTruthy();
    fireEvent.click(within(map).getByRole('button', { name: '第 2 题，没答' }));
    fireEvent.click(screen.getByRole('button', { name: 'C 丙' }));
    fireEvent.click(screen.getByRole('button', { name: 'A 甲' }));
    await waitFor(() => expect(sent().at(-1)).toEqual({ question: 'q2', answer: { chosen: [0, 2] }, flagged: false }));
    fireEvent.click(screen.getByRole('button', { name: 'A 甲' }));
    fireEvent.click(screen.getByRole('button', { name: 'C 丙' }));
    await waitFor(() => expect(sent().at(-1)).toEqual({ question: 'q2', answer: null, flagged: false }));
  });

  it('keeps an answer given in the moment the questions are drawn, before anything else is ready [X8]', async () => {
    const { sent } = open(seat());
    const clicked = new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        const option = screen.queryByRole('button', { name: 'A 甲' });
        if (option === null) return;
        observer.disconnect();
        option.click();
        done();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    await clicked;
    await waitFor(() => expect(sent()).toEqual([{ question: 'q1', answer: { chosen: [0] }, flagged: false }]));
    const map = screen.getByRole('navigation', { name: '题目' });
    expect(within(map).getByRole('button', { name: /^第 1 题，已答/ })).toBeTruthy();
  });

  it('stores a figure when its field is left or its page goes, and none that is no number [J98]', async () => {
    const { sent } = open(seat({ answers: [{ question: 'q1', answer: { chosen: [0] }, flagged: false }] }));
    fireEvent.click(await screen.findByRole('button', { name: '第 3 题，没答' }));
    const field = screen.getByRole('textbox');
    fireEvent.change(field, { target: { value: '九十' } });
    fireEvent.blur(field);
    screen.getByText('写一个数，才能存');
    fireEvent.change(field, { target: { value: '￥92.83' } });
    fireEvent.blur(field);
    const first = { question: 'q3', answer: { figure: 92.83 }, flagged: false };
    await waitFor(() => expect(sent()).toEqual([first]));
    fireEvent.change(field, { target: { value: '93' } });
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(sent()).toEqual([first, { ...first, answer: { figure: 93 } }]));
  });

  it('goes on without the server, keeps what was given and doesn’t hand in before it is sent [X8]', async () => {
    const { answers } = open(seat(), { [`POST ${AT}/answers`]: 'offline' });
    await screen.findByText('题 q1');
    fireEvent.click(screen.getByRole('button', { name: 'A 甲' }));
    await screen.findByText(/^网断了，接着答。还有 1 道没送到/);
    fireEvent.click(screen.getByRole('button', { name: '交卷' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('还有 2 道没答完。');
    fireEvent.click(within(dialog).getByRole('button', { name: '交卷' }));
    await within(dialog).findByText(/^网断着，答案还没都送到/);
    Object.assign(answers, {
      [`POST ${AT}/answers`]: stored,
      [`POST ${AT}/hand-in`]: ok(seat({ phase: 'over', questions: [], handedInAt: 9, answered: 1 })),
    });
    fireEvent.click(within(dialog).getByRole('button', { name: '交卷' }));
    await screen.findByText('交卷了，答案都存好了');
    screen.getByText(/3 题答了 1 题/);
  });

  it('waits for the start, begins on a press, and asks the teacher where another device has it', async () => {
    const { answers } = open(seat({ phase: 'before', questions: [], begunAt: null }), { [`POST ${AT}`]: ok(seat()) });
    fireEvent.click(await screen.findByRole('button', { name: '开始答题' }));
    await screen.findByText('题 q1');
    clean();
    Object.assign(answers, {});
    const ask = open(seat({ phase: 'elsewhere', questions: [] }), {
      'POST /api/join/482913': { ok: false, error: { code: 'join-wait', message: '等一等' } },
    });
    fireEvent.click(await screen.findByRole('button', { name: '请老师允许换设备' }));
    await screen.findByText(/等一等/);
    expect(ask.sent()).toEqual([]);
  });

  it('shows the mark, the topics and what is right once published', async () => {
    const verdict = { credit: 0 as const, why: '签收次日起算。', citations: [] };
    const verdicts = QUESTIONS.map(({ id }) => ({ question: id, key: { chosen: [1] }, ...verdict }));
    const result = { mark: 33.3, topics: [{ name: '退换货', credit: 1, of: 3 }], verdicts, disputes: [] };
    open(seat({ phase: 'over', result, answers: [{ question: 'q1', answer: { chosen: [0] }, flagged: false }] }));
    await screen.findByText('33.3');
    screen.getByText('1 / 3 题');
    expect(screen.getAllByText('签收次日起算。')).toHaveLength(3);
    expect(screen.getAllByText(/没有答$/)).toHaveLength(2);
  });

  it('says so where there is none, and offers another try where it couldn’t be loaded', async () => {
    const asked = serve({ [`GET ${AT}`]: { ok: false, error: { code: 'unknown-seat', message: '' } } });
    renderAt('/seats/s1/paper', '/seats/:id/paper', <SeatPaperPage />);
    await screen.findByText('这台设备上没有这份试卷');
    expect(asked).toHaveLength(1);
    clean();
    const answers: Parameters<typeof serve>[0] = { [`GET ${AT}`]: 'offline' };
    serve(answers);
    renderAt('/seats/s1/paper', '/seats/:id/paper', <SeatPaperPage />);
    await screen.findByText('试卷没有取到');
    answers[`GET ${AT}`] = ok(seat());
    fireEvent.click(screen.getByRole('button', { name: /重试|再试/ }));
    await screen.findByText('题 q1');
  });
});
