import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { answersIn } from '#client/features/practice/self-test/answers.ts';
import { SelfTestPage } from '#client/features/practice/self-test/self-test-page.tsx';
import type { SelfTest, SelfTestCard } from '#contract/self-test.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { PRACTICE } from '#tests/support/labels.ts';

afterEach(clean);

const basis: SelfTestCard['basis'] = {
  section: 'policies',
  id: 's-ex',
  title: '首次换码',
  text: '首次换码来回运费店铺出。',
  source: '本店规定',
  date: '2026-11-01',
};
const product: SelfTestCard['basis'] = {
  section: 'products',
  id: 's01',
  title: '逐峰3 缓震跑鞋',
  text: '网布鞋面，不防水',
  source: null,
  date: null,
};
const cards: SelfTestCard[] = [
  { statement: { kind: 'policy', title: null, text: '首次换码来回运费买家出' }, holds: false, because: null, basis },
  { statement: { kind: 'price', product: product.title, price: 45900 }, holds: true, because: null, basis: product },
  {
    statement: { kind: 'fact', product: product.title, text: '网布鞋面，防水' },
    holds: false,
    because: null,
    basis: product,
  },
  {
    statement: { kind: 'phrase', title: '好评', text: '给个五星返您3元' },
    holds: false,
    because: '红线：好评返现。',
    basis: { ...basis, section: 'quickReplies', id: 'sf10', title: '好评' },
  },
  {
    statement: { kind: 'authority', amount: 3000, what: '退差', level: 'B' },
    holds: true,
    because: null,
    basis: { ...basis, section: 'authority', id: 'B', title: 'B', source: null, date: null },
  },
];
const test: SelfTest = { shop: { id: 'suibu', name: '燧步运动' }, seed: 7, cards };
const ASKED = 'GET /api/shops/suibu/self-test?seed=7';
const open = (address = '/shop/suibu/self-test?seed=7&scenarios=promotion/a') => {
  const asked = serve({ [ASKED]: ok(test) });
  renderAt(address, '/shop/:id/self-test', <SelfTestPage />);
  return asked;
};
/** What a screen reader is told after an answer. */
const verdict = () =>
  waitFor(() => {
    const said = document.querySelector('div[role=status]');
    if (said === null) throw new Error('no verdict');
    return said;
  });
const press = (code: string) => fireEvent.keyDown(document.body, { code });
const next = (name: string | RegExp = '下一道') => fireEvent.click(screen.getByRole('button', { name }));

describe('the self-test of a shop', () => {
  it('says after each answer whether it is so, and by which card, source and date', async () => {
    open();
    expect(await screen.findByText('首次换码来回运费买家出')).toBeTruthy();
    expect(screen.getByText('第 1 道，共 5 道')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不对' }));
    expect((await verdict()).textContent).toBe('答对了这句不对。');
    expect(screen.getByText('首次换码来回运费店铺出。')).toBeTruthy();
    expect(screen.getByText(/^本店规定\s更新于 2026-11-01$/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '去看这一条' }).getAttribute('href')).toBe(
      '/shop/suibu?scenarios=promotion/a#card-s-ex',
    );
  });

  it('is answered with the arrow keys, and a second press doesn’t answer an unread card', async () => {
    open();
    await screen.findByText('首次换码来回运费买家出');
    press('ArrowRight');
    await screen.findByText('答对了');
    press('ArrowRight');
    expect(screen.getByText('第 1 道，共 5 道')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '下一道' }));
    next();
    await screen.findByText('逐峰3 缓震跑鞋，标价 ¥459.00');
    press('ArrowLeft');
    expect((await verdict()).textContent).toBe('答对了这句是对的。');
  });

  it('asks whether a quick reply may be sent, and says why not only after the answer', async () => {
    open();
    await screen.findByText('首次换码来回运费买家出');
    for (const _ of [0, 1, 2]) {
      press('ArrowRight');
      await verdict();
      next();
    }
    await screen.findByText('给个五星返您3元');
    expect(screen.queryByText('红线：好评返现。')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '能直接发' }));
    expect(await screen.findByText('红线：好评返现。')).toBeTruthy();
    expect((await verdict()).textContent).toContain('答错了这句不能发。');
  });

  it('counts at the end, shows the missed cards, and offers the next five', async () => {
    open();
    await screen.findByText('首次换码来回运费买家出');
    for (const label of ['下一道', '下一道', '下一道', '下一道', '看结果']) {
      press('ArrowRight');
      await verdict();
      next(label);
    }
    expect(await screen.findByRole('heading', { name: '5 道对了 3 道' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: '去看这一条' }).map((link) => link.getAttribute('href'))).toEqual([
      '/shop/suibu?scenarios=promotion/a#card-s01',
      '/shop/suibu?scenarios=promotion/a#card-B',
    ]);
    expect(screen.getByRole('link', { name: '再来五道' }).getAttribute('href')).toBe(
      '/shop/suibu/self-test?seed=8&scenarios=promotion/a',
    );
    expect(screen.getByRole('link', { name: PRACTICE.toCard }).getAttribute('href')).toBe(
      '/start?scenarios=promotion/a',
    );
  });

  it('stores nothing', async () => {
    const asked = open();
    await screen.findByText('首次换码来回运费买家出');
    press('ArrowLeft');
    await screen.findByText('答错了');
    expect(asked.map(({ path }) => path)).toEqual([ASKED]);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it.each(['', '?seed=x', '?seed=1234567'])(
    'puts a seed of its own into an address without one (%s)',
    async (search) => {
      open(`/shop/suibu/self-test${search}`);
      await waitFor(() => expect(screen.getByTestId('where').textContent).toMatch(/self-test\?seed=\d{1,6}$/));
    },
  );

  it('says so where a shop’s texts are too few for questions', async () => {
    serve({ [ASKED]: ok({ ...test, cards: [] }) });
    renderAt('/shop/suibu/self-test?seed=7', '/shop/:id/self-test', <SelfTestPage />);
    expect(await screen.findByText('这家店的资料还不够出题')).toBeTruthy();
  });
});

describe('the answers kept in the history', () => {
  it.each([
    [null],
    ['x'],
    [{ given: [true] }],
    [{ given: [true, 'x'], at: 1 }],
    [{ given: [true, false], at: 0 }],
    [{ given: Array(6).fill(true), at: 5 }],
    [{ given: [], at: 3 }],
  ])('%j is none', (state) => {
    expect(answersIn(state, 5)).toEqual({ given: [], at: 0 });
  });

  it('show the card answered last, or the next one', () => {
    expect(answersIn({ given: [true], at: 0 }, 5)).toEqual({ given: [true], at: 0 });
    expect(answersIn({ given: [true], at: 1 }, 5)).toEqual({ given: [true], at: 1 });
  });
});
