import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ShortRoundPanel } from '#client/features/practice/short-round-panel.tsx';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const ids = (shop: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `order-change/${n}-${shop}`);
const ROUNDS = [
  { shop: 'suibu', shopName: '燧步运动', scenarios: ids('suibu', 12) },
  { shop: 'guchui', shopName: '谷炊小厨', scenarios: ids('guchui', 4) },
];
const open = (rounds: unknown = ROUNDS) => {
  serve({ 'GET /api/short-rounds': ok(rounds) });
  return renderAt('/', '/', <ShortRoundPanel />);
};
const addressOfStart = async (): Promise<string> =>
  decodeURIComponent((await screen.findByRole('link', { name: '接这一轮' })).getAttribute('href') ?? '');

describe('the panel that starts a round of short customers', () => {
  it('starts the first five of the first shop', async () => {
    open();
    expect(await addressOfStart()).toBe(`/start?scenarios=${ids('suibu', 5).join(',')}`);
  });

  it('takes another shop and another number, and offers a small shop no more than it has', async () => {
    open();
    fireEvent.click(await screen.findByRole('radio', { name: '12 位' }));
    expect(await addressOfStart()).toBe(`/start?scenarios=${ids('suibu', 12).join(',')}`);
    fireEvent.click(screen.getByRole('radio', { name: '谷炊小厨' }));
    expect(await addressOfStart()).toBe(`/start?scenarios=${ids('guchui', 4).join(',')}`);
    expect(screen.queryByRole('radio', { name: '5 位' })).toBeNull();
    expect(screen.getByRole('radio', { name: '3 位' })).toBeTruthy();
  });

  it('isn’t there where no shop has short customers', async () => {
    open([]);
    await new Promise((done) => setTimeout(done, 0));
    expect(screen.queryByRole('link')).toBeNull();
  });
});
