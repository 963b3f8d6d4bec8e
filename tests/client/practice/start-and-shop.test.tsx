import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ShopPage } from '#client/features/practice/shop-page.tsx';
import { StartPage } from '#client/features/practice/start-page.tsx';
import { drill, shop, startCard } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { PRACTICE } from '#tests/support/labels.ts';

afterEach(clean);

const CARD = 'GET /api/start-card?scenarios=promotion%2Fa';
const openCard = () => renderAt('/start?scenarios=promotion/a', '/start', <StartPage />);

describe('start card', () => {
  it('shows the response limits in seconds, and the pace in words', async () => {
    serve({ [CARD]: ok(startCard) });
    openCard();
    expect(await screen.findByRole('heading', { level: 1, name: '满减叠定金' })).toBeTruthy();
    for (const line of ['≤18 秒', '≤30 秒', '31–60 秒', '>60 秒']) expect(screen.getByText(line)).toBeTruthy();
    expect(screen.getByText(/案例里的 30 分钟，这里约 90 秒/)).toBeTruthy();
  });

  it('[M45] of a case in an exam says so and until when, and doesn’t start', async () => {
    const backAt = new Date(2026, 10, 24, 10, 45).getTime();
    const sealed = { ...startCard, scenarios: startCard.scenarios.map((one) => ({ ...one, sealed: { backAt } })) };
    serve({ [CARD]: ok(sealed) });
    openCard();
    expect(await screen.findByText('这个案例正在考试，11-24 10:45 考完再练。')).toBeTruthy();
    expect(screen.getByRole('button', { name: PRACTICE.start }).hasAttribute('disabled')).toBe(true);
  });

  it('opens a drill and goes to its desk', async () => {
    const asked = serve({ [CARD]: ok(startCard), 'POST /api/drills': ok(drill({ id: 'new', state: 'opened' })) });
    openCard();
    fireEvent.click(await screen.findByRole('button', { name: PRACTICE.start }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/drills/new'));
    expect(asked.at(-1)?.body).toEqual({ scenarios: ['promotion/a'], mode: 'practice' });
  });

  it('says why it could not open and can be pressed again', async () => {
    serve({
      [CARD]: ok(startCard),
      'POST /api/drills': { ok: false, error: { code: 'too-many-requests', message: '操作太快了，过几秒再试。' } },
    });
    openCard();
    fireEvent.click(await screen.findByRole('button', { name: PRACTICE.start }));
    expect((await screen.findByRole('alert')).textContent).toContain('操作太快了');
    expect(screen.getByRole('button', { name: PRACTICE.start }).hasAttribute('disabled')).toBe(false);
  });

  it('sends one with an unknown case back to the library', async () => {
    serve({ [CARD]: { ok: false, error: { code: 'unknown-scenario', message: '没有这个案例' } } });
    openCard();
    expect((await screen.findByRole('link', { name: '去案例库选' })).getAttribute('href')).toBe('/library');
  });
});

describe('the way back from the start card', () => {
  const back = async (state: unknown) => {
    serve({ [CARD]: ok(startCard) });
    renderAt({ pathname: '/start', search: '?scenarios=promotion/a', state }, '/start', <StartPage />);
    return (await screen.findByRole('link', { name: '回案例库' })).getAttribute('href');
  };

  it('leads to the library with the filters it had', async () => {
    expect(await back({ from: '/library?type=promotion&with=promotion/a' })).toBe(
      '/library?type=promotion&with=promotion/a',
    );
  });

  it.each([[null], [{ from: 'https://elsewhere.example' }], [{ from: 7 }]])(
    'leads to the whole library after %j',
    async (state) => {
      expect(await back(state)).toBe('/library');
    },
  );
});

describe('shop to study', () => {
  const open = () => {
    serve({ 'GET /api/shops/suibu': ok(shop) });
    return renderAt('/shop/suibu?scenarios=promotion/a', '/shop/:id', <ShopPage />);
  };

  it('keeps the way back to the start card', async () => {
    open();
    const [back] = await screen.findAllByRole('link', { name: PRACTICE.toCard });
    expect(back?.getAttribute('href')).toBe('/start?scenarios=promotion/a');
  });

  it('shows a picture of each product, loaded when it comes into view', async () => {
    open();
    const picture = await screen.findByRole('img', { name: '逐峰3 缓震跑鞋' });
    expect(picture.getAttribute('src')).toBe('/pictures/suibu/s01.svg');
    expect(picture.getAttribute('loading')).toBe('lazy');
  });

  it('finds what is asked for and hides the rest', async () => {
    open();
    const field = await screen.findByRole('searchbox', { name: '在这家店里找' });
    fireEvent.change(field, { target: { value: '换码' } });
    expect(await screen.findByRole('heading', { name: '店规' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '商品' })).toBeNull();
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('换码');
    fireEvent.change(field, { target: { value: '没有的字' } });
    expect(await screen.findByText('没有找到「没有的字」')).toBeTruthy();
  });

  it('leads to the self-test, which leads back to the same start card', async () => {
    open();
    expect((await screen.findByRole('link', { name: '自测五道' })).getAttribute('href')).toBe(
      '/shop/suibu/self-test?scenarios=promotion/a',
    );
  });

  it('moves to the row that the address names', async () => {
    serve({ 'GET /api/shops/suibu': ok(shop) });
    renderAt('/shop/suibu#card-s-ex', '/shop/:id', <ShopPage />);
    await screen.findByText('首次换码');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('首次换码来回运费店铺出'));
  });

  it('says which rule is law and which the shop’s promise', async () => {
    open();
    await screen.findByText('首次换码');
    expect(screen.getByText('法定')).toBeTruthy();
    expect(screen.getByText('店铺承诺')).toBeTruthy();
  });
});
