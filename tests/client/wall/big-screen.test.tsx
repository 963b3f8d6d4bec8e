import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CardPage } from '#client/features/wall/big-screen/card-page.tsx';
import { ClosingPage } from '#client/features/wall/big-screen/closing-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { initialRun, useRun } from '#client/lib/run/run-store.ts';
import type { ClosingPage as Closing, RunCard, RunCards } from '#contract/big-screen/pages.ts';
import type { RunBody } from '#contract/runs.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { runBody } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  clean();
  forgetMe();
  act(() => useRun.setState(initialRun));
});

const CARD: RunCard = {
  id: 'a/b',
  title: '改地址遇上限电',
  typeName: '订单修改与取消',
  level: 1,
  minutes: 6,
  trains: '要改订单的客户，怎么核、怎么改',
  shop: { id: 'guchui', name: '谷炊生活电器', platformName: '京东', hours: ['08:00', '24:00'] },
  customer: {
    name: '老陈茶铺',
    isRegular: true,
    goods: [{ id: 'g1', name: '小炊电煮锅', price: 15900, picture: null }],
  },
};

const at = async (page: 'card' | 'closing', answer: RunCards | Closing, over: Partial<RunBody> = {}) => {
  const path = page === 'card' ? 'cards' : 'closing';
  act(() => useRun.setState({ ...initialRun, runId: 'r1', run: runBody({ id: 'r1', startedAt: 1, ...over }) }));
  serve({ [`GET /api/runs/r1/${path}`]: ok(answer) });
  renderAt(`/runs/r1/${page}`, `/runs/:id/${page}`, page === 'card' ? <CardPage /> : <ClosingPage />);
  await act(async () => {});
};

describe('the cards on the big screen', () => {
  it('have title, what it trains, customer, shop and goods, and the code for who comes late [Z23]', async () => {
    await at('card', { cards: [CARD], unnamed: null }, { stage: 'card', code: '482913' });
    const card = within(await screen.findByRole('listitem'));
    for (const words of ['改地址遇上限电', CARD.trains, '老陈茶铺', '谷炊生活电器', '小炊电煮锅', '¥159.00'])
      expect(card.getByText(words)).toBeTruthy();
    expect(screen.getByText('482 913')).toBeTruthy();
  });

  it('say why nobody is named where customers differ', async () => {
    await at('card', { cards: [{ ...CARD, customer: null }], unnamed: 'own-customers' }, { stage: 'card' });
    expect(await screen.findByText(/每人的客户和商品不一样/)).toBeTruthy();
    expect(screen.queryByText('客户')).toBeNull();
  });
});

const CLOSING: Closing = {
  people: [
    { seat: 's1', name: '林可欣' },
    { seat: 's2', name: '陈思远' },
  ],
  unscored: 0,
  customers: 6,
  messages: 41,
  firstResponseS: 12,
  passed: 1,
  of: 2,
  well: [{ kind: 'no-red-line' }, { kind: 'dimension', id: 'solving', name: '解决问题', percent: 88 }],
  takeAway: { title: '含糊', advice: '给准数。拿不准就去查，说几分钟内回。' },
};

describe('the closing page', () => {
  it('tells what the class did, what went well and what to take away, and nobody beside a figure [Z24]', async () => {
    await at('closing', CLOSING, { stage: 'close' });
    for (const words of [
      '2 人',
      '6 位',
      '41 条',
      '12 秒',
      '1 / 2 人',
      '全班没有人碰红线',
      '含糊',
      CLOSING.takeAway?.advice,
    ])
      expect(await screen.findByText(words ?? '')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      '全班没有人碰红线',
      '「解决问题」全班拿到了 88% 的分',
      '林可欣',
      '陈思远',
    ]);
  });

  it('says when nothing was shared, and before the drill that it comes later', async () => {
    await at('closing', { ...CLOSING, takeAway: null }, { stage: 'close' });
    expect(await screen.findByText('没有大家都犯的错')).toBeTruthy();
    clean();
    await at('closing', { ...CLOSING, of: 1, well: [], takeAway: null }, { stage: 'close' });
    expect(await screen.findByText('看不出共同的错')).toBeTruthy();
    expect(screen.getByText('这一场没有人回过客户。')).toBeTruthy();
    clean();
    await at('closing', { ...CLOSING, people: [] }, { stage: 'join', startedAt: null });
    expect(await screen.findByText('演练还没有开始')).toBeTruthy();
  });
});
