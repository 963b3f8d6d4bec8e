import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { figureTyped } from '#client/drill/questions/figure-typed.ts';
import { givenIn } from '#client/features/questions/model/given-answers.ts';
import { PaperPage } from '#client/features/questions/paper-page.tsx';
import type { AskedQuestion, Paper, Verdict } from '#contract/questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(clean);

const asked = (over: Partial<AskedQuestion>): AskedQuestion => ({
  ...{
    id: 'a',
    kind: 'single',
    level: 1,
    topicName: '退换货',
    shop: null,
    shopName: null,
    stem: '',
    options: [],
    unit: null,
  },
  ...over,
});
const questions = [
  asked({ id: 'q1', stem: '七天从哪天算？', options: ['下单次日', '签收次日', '发货次日', '当天'] }),
  asked({ id: 'q2', kind: 'multiple', stem: '哪些不能退？', options: ['草莓', '特价', '定作'] }),
  asked({ id: 'q3', kind: 'calculate', stem: '应退多少元？', unit: '元' }),
  asked({ id: 'q4', kind: 'order', stem: '按顺序怎么办？', options: ['再办', '先查', '后记'] }),
  asked({ id: 'q5', kind: 'judge', stem: '特价一律不退。', options: ['对', '不对'] }),
];
const paper: Paper = { id: 'bank=x&seed=7', questions };
const GET = 'GET /api/questions/paper?count=5&seed=7';
const POST = 'POST /api/questions/answers';
const verdict = (question: number, over: Partial<Verdict> = {}): Verdict => ({
  question,
  credit: 1,
  key: { chosen: [1] },
  why: '签收次日算第1天。',
  citations: [
    {
      ...{ section: 'policies', id: 's-ex', title: '首次换码', text: '来回店铺出。' },
      ...{ source: '本店规定', date: '2026-11-01', shop: 'suibu' },
    },
  ],
  ...over,
});
const press = (code: string) => fireEvent.keyDown(document.body, { code });
const open = (verdicts: Verdict[], state?: unknown) => {
  const answers = { [GET]: ok(paper), [POST]: ok(verdicts) };
  const calls = serve(answers);
  const to = { pathname: '/questions/paper', search: '?count=5&seed=7' };
  renderAt(state === undefined ? to : { ...to, state }, '/questions/paper', <PaperPage />);
  return { calls, answers };
};

describe('a paper of the question bank', () => {
  it('sends an answer when it is handed in, and shows what is right and where it stands after that', async () => {
    const { calls } = open([verdict(0)]);
    await screen.findByText('七天从哪天算？');
    press('KeyB');
    expect(screen.getByRole('button', { name: /签收次日/ }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByText('签收次日算第1天。')).toBeNull();
    expect(calls).toHaveLength(1);
    press('Enter');
    expect(await screen.findByText('签收次日算第1天。')).toBeTruthy();
    expect(calls[1]?.body).toEqual({ paper: paper.id, answers: [{ question: 0, answer: { chosen: [1] } }] });
    expect(screen.getByRole('link', { name: '去看这一条' }).getAttribute('href')).toBe('/shop/suibu#card-s-ex');
    const next = screen.getByRole('button', { name: '下一题' });
    expect(document.activeElement).toBe(next);
    fireEvent.click(next);
    expect(await screen.findByText('哪些不能退？')).toBeTruthy();
  });

  it('takes no answer that is empty', async () => {
    const { calls } = open([verdict(0)]);
    await screen.findByText('七天从哪天算？');
    press('Enter');
    expect((await screen.findByRole('alert')).textContent).toBe('先选一个');
    expect(calls).toHaveLength(1);
  });

  it('goes on after a reload at the question it stood at, and asks anew what was answered [B6]', async () => {
    const given = [{ chosen: [1] }, { chosen: [0, 2] }];
    const { calls } = open([verdict(0), verdict(1, { key: { chosen: [0, 2] } })], { given, at: 2 });
    expect(await screen.findByText('应退多少元？')).toBeTruthy();
    expect(screen.getByText('第 3 题，共 5 题')).toBeTruthy();
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.body).toEqual({
      paper: paper.id,
      answers: given.map((answer, question) => ({ question, answer })),
    });
  });

  it('keeps an answer that couldn’t be marked, and marks it on another try [B6]', async () => {
    const calls = serve({ [GET]: ok(paper), [POST]: 'offline' });
    renderAt('/questions/paper?count=5&seed=7', '/questions/paper', <PaperPage />);
    await screen.findByText('七天从哪天算？');
    press('Digit2');
    press('Enter');
    expect(await screen.findByText('还没判出来，你的答案还在')).toBeTruthy();
    serve({ [POST]: ok([verdict(0)]) });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.again }));
    expect(await screen.findByText('签收次日算第1天。')).toBeTruthy();
    expect(calls.filter(({ path }) => path === POST)).toHaveLength(1);
  });

  it('takes a figure as people write it, and nothing that is none', async () => {
    const { calls: before } = open([verdict(0), verdict(1)], { given: [{ chosen: [1] }, { chosen: [0] }], at: 2 });
    // On a slow machine what was answered before would be sent once more with the next answer.
    await waitFor(() => expect(before.some(({ path }) => path === POST)).toBe(true));
    const field = await screen.findByLabelText('答案，单位：元');
    const calls = serve({ [POST]: ok([verdict(2, { key: { figure: 92.83 } })]) });
    const submit = (text: string) => {
      fireEvent.change(field, { target: { value: text } });
      fireEvent.click(screen.getByRole('button', { name: '提交' }));
    };
    submit('九十');
    expect(screen.getByText('写一个数')).toBeTruthy();
    submit('￥92.83元');
    await waitFor(() =>
      expect(calls.at(-1)?.body).toEqual({ paper: paper.id, answers: [{ question: 2, answer: { figure: 92.83 } }] }),
    );
  });

  it('asks for every step of an order, in the order they are pressed', async () => {
    const given = [{ chosen: [1] }, { chosen: [0] }, { figure: 1 }];
    const { calls: before } = open(
      [0, 1, 2].map((place) => verdict(place)),
      { given, at: 3 },
    );
    // On a slow machine what was answered before would be sent once more with the next answer.
    await waitFor(() => expect(before.some(({ path }) => path === POST)).toBe(true));
    await screen.findByText('按顺序怎么办？');
    const calls = serve({ [POST]: ok([verdict(3)]) });
    press('KeyB');
    press('KeyA');
    press('Enter');
    expect((await screen.findByRole('alert')).textContent).toBe('每一步都排上');
    press('KeyC');
    expect(screen.getByRole('button', { name: /后记/ }).textContent).toContain('第 3 步');
    press('Enter');
    await waitFor(() =>
      expect(calls.at(-1)?.body).toEqual({
        paper: paper.id,
        answers: [{ question: 3, answer: { chosen: [1, 0, 2] } }],
      }),
    );
  });

  it('shows what was missed at the end, and offers it again', async () => {
    const given = [{ chosen: [1] }, { chosen: [0] }, { figure: 90 }, { chosen: [1, 0, 2] }, { chosen: [1] }];
    open(
      [
        verdict(0),
        verdict(1, { credit: 0.5, key: { chosen: [0, 2] } }),
        verdict(2, { credit: 0, key: { figure: 92.83 } }),
        verdict(3),
        verdict(4),
      ],
      { given, at: 5 },
    );
    expect(await screen.findByRole('heading', { name: '5 题对了 3 题，另有 1 题对了一部分' })).toBeTruthy();
    expect(screen.getByText('92.83元')).toBeTruthy();
    expect(screen.getByRole('link', { name: '再练错题' }).getAttribute('href')).toBe('/questions/paper?only=q2,q3');
    expect(screen.getByRole('link', { name: '再来一份' }).getAttribute('href')).toBe('/questions/paper?count=5&seed=8');
  });

  it('says so where nothing can be drawn, and puts a seed into an address without one', async () => {
    serve({ [GET]: ok({ ...paper, questions: [] }) });
    renderAt('/questions/paper?count=5&seed=7', '/questions/paper', <PaperPage />);
    expect(await screen.findByText('题库里还没有题')).toBeTruthy();
    clean();
    serve({});
    renderAt('/questions/paper?count=5', '/questions/paper', <PaperPage />);
    await waitFor(() => expect(screen.getByTestId('where').textContent).toMatch(/count=5&seed=\d{1,6}$/));
  });
});

describe('what is kept and typed', () => {
  it.each([[null], ['x'], [{ given: [1], at: 0 }], [{ given: [{ chosen: ['a'] }], at: 1 }], [{ given: [], at: 3 }]])(
    '%j is no progress',
    (state) => {
      expect(givenIn(state, 5)).toEqual({ given: [], at: 0 });
    },
  );

  it.each([
    ['92.83', 92.83],
    ['￥92.83 元', 92.83],
    ['1,092.8', 1092.8],
    ['９２', 92],
    ['-3', -3],
    ['九十', null],
    ['', null],
    ['1.2.3', null],
  ])('%s is %j', (text, figure) => {
    expect(figureTyped(text)).toBe(figure);
  });
});
