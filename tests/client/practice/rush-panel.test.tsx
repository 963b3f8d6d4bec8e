import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LEVELS } from '#client/drill/model/rush-choices.ts';
import { customersBetween } from '#client/drill/model/rush-forecast.ts';
import { RushPanel } from '#client/features/practice/rush/rush-panel.tsx';
import type { RushMenu } from '#contract/bodies.ts';
import { rushPlaces } from '#engine/customer/rush.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const day = (
  id: string,
  name: string,
  customers: [number, number, number],
  at: number[],
): RushMenu['profiles'][number] => ({
  ...{
    id,
    name,
    from: '2026-11-18 13:00',
    minutes: 15,
    rate: Array.from({ length: 15 }, () => 0.5),
    customers,
    types: [],
  },
  batches: at.map((second) => ({ at: second, count: 3 })),
});
const MENU: RushMenu = {
  profiles: [day('normal', '平日', [3, 5, 7], []), day('d618', '618', [9, 15, 21], [780, 60])],
  factors: [0.6, 1, 1.4],
  closingMinutes: 5,
  shops: [
    { shop: 'suibu', shopName: '燧步运动' },
    { shop: 'guchui', shopName: '谷炊小厨' },
  ],
};
const open = (answers: Parameters<typeof serve>[0] = { 'POST /api/drills': ok({ id: 'd9' }) }) => {
  const asked = serve({ 'GET /api/rush': ok(MENU), ...answers });
  renderAt('/', '/', <RushPanel />);
  return () => asked.find(({ path }) => path === 'POST /api/drills')?.body;
};
const start = async () => fireEvent.click(await screen.findByRole('button', { name: '接这一场' }));

describe('the door to a rush', () => {
  it('starts with one click: the first day on which several come together, level 1, with the dial', async () => {
    const body = open();
    await start();
    await screen.findByText('/drills/d9');
    expect(body()).toEqual({ rush: { profile: 'd618', shop: 'suibu', level: 1, dial: true }, mode: 'practice' });
  });

  it('says how many may come in how many minutes, when several come together, and how long it takes', async () => {
    open();
    // Two who come together are no crowd.
    expect(await screen.findByText(/15 分钟里来 7～11 位。/)).toBeTruthy();
    expect(
      screen.getByText(
        /^不再进人以后，手上的最多再接 5 分钟；要来的都接完了，就提前结束。还有没办完的，最后另留一分钟左右写交接。$/,
      ),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '3 档' }));
    expect(screen.getByText(/来 19～23 位，第 2、14 分钟一下来好几位。/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: 'normal' } });
    expect(screen.getByText(/15 分钟里来 9～12 位。/)).toBeTruthy();
  });

  it('[C9] names the range that nine rushes in ten fall into', () => {
    const without = { ...day('d618', '618', [0, 0, 0], [780, 60]), from: '2027-06-17 19:59', long: 30 };
    const dealt = {
      ...without,
      batches: without.batches.map((batch) => ({ ...batch, over: 25 })),
      types: { promotion: 100 },
    };
    // As the server tells them: the mean of forty seeds, to a whole one.
    const meanOf = (factor: number): number => {
      const came = Array.from({ length: 40 }, (_, seed) => rushPlaces(dealt, { factor, minutes: 15, seed }).length);
      return Math.round(came.reduce((sum, one) => sum + one, 0) / came.length);
    };
    const [low, middle, high] = MENU.factors.map(meanOf);
    const profile = { ...without, customers: [low ?? 0, middle ?? 0, high ?? 0] as [number, number, number] };
    for (const [i, factor] of MENU.factors.entries())
      for (const minutes of [8, 15]) {
        const [from, to] = customersBetween(MENU, profile, LEVELS[i] ?? 1, minutes);
        const came = Array.from({ length: 300 }, (_, seed) => rushPlaces(dealt, { factor, minutes, seed }).length);
        const share = (outside: (n: number) => boolean) => came.filter(outside).length / came.length;
        expect(share((n) => n < from)).toBeLessThan(0.08);
        expect(share((n) => n > to)).toBeLessThan(0.08);
        expect(share((n) => n > from && n < to)).toBeGreaterThan(0.5);
      }
  });

  it('takes a fixed number, a shop, a day and a greeting, and says what the number means', async () => {
    const body = open();
    expect(await screen.findByText(/回得过来就多给一位/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '8' }));
    expect(screen.getByText('一直同时接 8 位，接不下的排队。')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('哪家店'), { target: { value: 'guchui' } });
    fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: 'normal' } });
    const greeting = screen.getByLabelText<HTMLInputElement>('排队时自动回复（可不填）');
    expect(greeting.maxLength).toBe(120);
    fireEvent.change(greeting, { target: { value: ' 马上到您 ' } });
    await start();
    await screen.findByText('/drills/d9');
    expect(body()).toEqual({
      rush: { profile: 'normal', shop: 'guchui', level: 1, capacity: 8, greeting: '马上到您' },
      mode: 'practice',
    });
  });

  it('says in words why a rush wasn’t opened, and can be pressed again', async () => {
    open({
      'POST /api/drills': { ok: false, error: { code: 'rush-without-cases', message: '这家店没有能进线的客户' } },
    });
    await start();
    expect((await screen.findByRole('alert')).textContent).toContain('这家店没有能进线的客户（rush-without-cases）');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '接这一场' }).disabled).toBe(false);
  });

  it('offers to load the rushes again, and isn’t there where no shop has customers', async () => {
    open({ 'GET /api/rush': { ok: false, error: { code: 'internal', message: '服务器出错' } } });
    expect(await screen.findByText('大促没有取到')).toBeTruthy();
    clean();
    open({ 'GET /api/rush': ok({ ...MENU, shops: [] }) });
    await new Promise((done) => setTimeout(done, 0));
    expect(screen.queryByText('大促进线')).toBeNull();
  });
});
