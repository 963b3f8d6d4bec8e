import { fireEvent, screen, waitFor } from '@testing-library/react';
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
let asked: ReturnType<typeof serve> = [];
const open = (rounds: unknown = ROUNDS) => {
  asked = serve({ 'GET /api/short-rounds': ok(rounds), 'GET /api/drills': ok([]) });
  return renderAt('/', '/', <ShortRoundPanel />);
};
/** The customers that a press asks for; the server here refuses, so that the panel stays. */
const customersOfStart = async (): Promise<unknown> => {
  const before = asked.length;
  fireEvent.click(await screen.findByRole('button', { name: '接这一轮' }));
  await screen.findByText(/没有这场演练/);
  await waitFor(() => expect(asked.slice(before).some(({ path }) => path === 'POST /api/drills')).toBe(true));
  await screen.findByRole('button', { name: '接这一轮' });
  return asked.at(-1)?.body;
};

describe('the panel that starts a round of short customers', () => {
  it('starts the first five of the first shop', async () => {
    open();
    expect(await customersOfStart()).toEqual({ scenarios: ids('suibu', 5), mode: 'practice' });
  });

  it('takes another shop and another number, and offers a small shop no more than it has', async () => {
    open();
    fireEvent.click(await screen.findByRole('radio', { name: '12 位' }));
    expect(await customersOfStart()).toEqual({ scenarios: ids('suibu', 12), mode: 'practice' });
    fireEvent.click(screen.getByRole('radio', { name: '谷炊小厨' }));
    expect(await customersOfStart()).toEqual({ scenarios: ids('guchui', 4), mode: 'practice' });
    expect(screen.queryByRole('radio', { name: '5 位' })).toBeNull();
    expect(screen.getByRole('radio', { name: '3 位' })).toBeTruthy();
  });

  it('isn’t there where no shop has short customers', async () => {
    open([]);
    await new Promise((done) => setTimeout(done, 0));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
