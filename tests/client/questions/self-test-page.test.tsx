import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SelfTestPage } from '#client/features/questions/self-test-page.tsx';
import type { AskedQuestion, Paper, Verdict } from '#contract/questions.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { PRACTICE } from '#tests/support/labels.ts';

afterEach(clean);

const statement = (id: number, stem: string, options = ['对', '不对']): AskedQuestion => ({
  ...{
    id: `suibu-${id}`,
    kind: 'judge',
    level: 1,
    topicName: null,
    shop: 'suibu',
    shopName: '燧步运动',
    stem,
    options,
    unit: null,
  },
});
const questions = [
  statement(0, '这家店的规定是这样吗？\n首次换码来回运费买家出'),
  statement(1, '客户问到这件事，这句话术能直接发吗？\n「给个五星返您3元」', ['能直接发', '不能发']),
];
const paper: Paper = { id: 'bank=x&seed=7&shop=suibu', questions };
const GET = 'GET /api/questions/paper?shop=suibu&seed=7';
const POST = 'POST /api/questions/answers';
const verdict = (question: number, credit: Verdict['credit']): Verdict => ({
  ...{ question, credit, key: { chosen: [1] }, why: question === 1 ? '红线：好评返现。' : null },
  citations: [
    {
      ...{ section: 'policies', id: 's-ex', title: '首次换码', text: '首次换码来回运费店铺出。' },
      ...{ source: '本店规定', date: '2026-11-01', shop: 'suibu' },
    },
  ],
});
const ADDRESS = '/shop/suibu/self-test?seed=7&scenarios=promotion/a';
const open = (verdicts: Verdict[], address = ADDRESS) => {
  const calls = serve({ [GET]: ok(paper), [POST]: ok(verdicts) });
  renderAt(address, '/shop/:id/self-test', <SelfTestPage />);
  return calls;
};
const press = (code: string) => fireEvent.keyDown(document.body, { code });

describe('the self-test of a shop', () => {
  it('is answered by one arrow key, and says after it whether it is so and by which card', async () => {
    const calls = open([verdict(0, 1)]);
    await screen.findByText(/首次换码来回运费买家出/);
    expect(screen.getByRole('heading', { name: '自测：燧步运动' })).toBeTruthy();
    press('ArrowRight');
    expect(await screen.findByText('首次换码来回运费店铺出。')).toBeTruthy();
    expect(calls.at(-1)?.body).toEqual({ paper: paper.id, answers: [{ question: 0, answer: { chosen: [1] } }] });
    expect(screen.getByRole('link', { name: '去看这一条' }).getAttribute('href')).toBe(
      '/shop/suibu?scenarios=promotion/a#card-s-ex',
    );
    // A second press answers no unread statement.
    press('ArrowRight');
    expect(screen.getByText('第 1 题，共 2 题')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '下一题' }));
  });

  it('counts at the end, shows what was missed, and offers the next five and the start card', async () => {
    const calls = serve({ [GET]: ok(paper), [POST]: ok([verdict(0, 1), verdict(1, 0)]) });
    const state = { given: [{ chosen: [1] }, { chosen: [0] }], at: 2 };
    const [pathname = '', search = ''] = ADDRESS.split('?');
    renderAt({ pathname, search: `?${search}`, state }, '/shop/:id/self-test', <SelfTestPage />);
    expect(await screen.findByRole('heading', { name: '2 题对了 1 题' })).toBeTruthy();
    expect(screen.getByText('红线：好评返现。')).toBeTruthy();
    expect(screen.getByRole('link', { name: '再来五道' }).getAttribute('href')).toBe(
      '/shop/suibu/self-test?seed=8&scenarios=promotion/a',
    );
    expect(screen.getByRole('link', { name: PRACTICE.toCard }).getAttribute('href')).toBe(
      '/start?scenarios=promotion/a',
    );
    expect(calls.map(({ path }) => path)).toEqual([GET, POST]);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it.each(['', '?seed=x', '?seed=1234567'])(
    'puts a seed of its own into an address without one (%s)',
    async (search) => {
      open([], `/shop/suibu/self-test${search}`);
      await waitFor(() => expect(screen.getByTestId('where').textContent).toMatch(/self-test\?seed=\d{1,6}$/));
    },
  );

  it('says so where a shop’s texts are too few for questions', async () => {
    serve({ [GET]: ok({ ...paper, questions: [] }) });
    renderAt('/shop/suibu/self-test?seed=7', '/shop/:id/self-test', <SelfTestPage />);
    expect(await screen.findByText('这家店的资料还不够出题')).toBeTruthy();
  });
});
