import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewRunPage } from '#client/features/classroom/new-run/new-run-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { RushMenu } from '#contract/bodies.ts';
import type { Plan } from '#contract/runs.ts';
import { card } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { classRow, plan, run, signedIn, template } from '#tests/client/fixtures/people.ts';
import { RUN } from '#tests/support/labels.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const PROFILE: RushMenu['profiles'][number] = {
  ...{ id: 'd618', name: '618', from: '2027-06-17 19:59', minutes: 15, rate: Array.from({ length: 15 }, () => 0.6) },
  ...{ batches: [{ at: 780, count: 3 }], customers: [7, 12, 17] as [number, number, number] },
  types: [{ type: 'promotion', name: '优惠活动', share: 60 }],
};
const MENU: RushMenu = {
  profiles: [{ ...PROFILE, id: 'normal', name: '平日', batches: [] }, PROFILE],
  factors: [0.6, 1, 1.4],
  closingMinutes: 5,
  shops: [
    { shop: 'suibu', shopName: '燧步运动' },
    { shop: 'linen', shopName: '棉麻家' },
  ],
};
const RUSH_PLAN = plan({ scenarios: [], rush: { profile: 'd618', level: 2, minutes: 8, shop: 'linen', capacity: 5 } });

const open = async (more: Parameters<typeof serve>[0] = {}, address = '/runs/new') => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/scenarios': ok([card({ id: 'promotion/a' }), card({ id: 'bargain/e', shop: 'other', shopName: '别家' })]),
    'GET /api/classes': ok([classRow()]),
    'GET /api/templates': ok([template({ id: 'own', name: '大促一节', builtIn: false, plan: RUSH_PLAN }), template()]),
    'GET /api/incidents': ok([
      { id: 'i/linen', title: '断货', notice: null, shop: 'linen', shopName: '棉麻家' },
      { id: 'i/suibu', title: '怒气冲冲', notice: null, shop: 'suibu', shopName: '燧步运动' },
    ]),
    'GET /api/rush': ok(MENU),
    'POST /api/runs': ok(run({ id: 'r9' })),
    ...more,
  });
  renderAt(address, '/runs/new', <NewRunPage />);
  await screen.findByRole('button', { name: RUN.open });
  return asked;
};
const press = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const go = () => fireEvent.click(screen.getByRole('button', { name: RUN.open }));
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input, select' });
const choose = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const sentPlan = async (asked: Awaited<ReturnType<typeof open>>): Promise<Plan> => {
  go();
  await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/runs')).toBe(true));
  const [first] = asked.flatMap(({ path, body }) => (path === 'POST /api/runs' ? [body as { plan: Plan }] : []));
  if (first === undefined) throw new Error('no run was sent');
  return first.plan;
};

describe('a new run with a rush', () => {
  it('[Q20] is a shop’s, on a day and level, for so long, and sends no cases', async () => {
    const asked = await open();
    press('大促进线');
    expect(screen.queryByLabelText('搜案例')).toBeNull();
    expect(screen.queryByRole('group', { name: '来客' })).toBeNull();
    choose('店铺', 'linen');
    choose('哪一天', 'd618');
    press('2 档');
    press('8 分');
    choose('排队自动回复', ' 前面还有两位 ');
    const { scenarios, rush, minutes, stages } = await sentPlan(asked);
    expect(scenarios).toEqual([]);
    expect(rush).toEqual({
      ...{ profile: 'd618', level: 2, minutes: 8, shop: 'linen', dial: true, greeting: '前面还有两位' },
    });
    expect(minutes).toBe(13);
    expect(stages.find(({ kind }) => kind === 'drill')?.minutes).toBe(13);
  });

  it('is of the chosen cases’ shop at first, and brings that shop’s incidents alone', async () => {
    const own = template({ plan: plan({ scenarios: ['promotion/a'], incidents: ['i/suibu', 'i/linen'] }) });
    const asked = await open({ 'GET /api/templates': ok([own]) });
    press('大促进线');
    expect(field('店铺').value).toBe('suibu');
    expect(screen.queryByRole('checkbox', { name: /断货/ })).toBeNull();
    expect((await sentPlan(asked)).incidents).toEqual(['i/suibu']);
  });

  it('[Q21] has no dial in an exam, which is given a fixed number', async () => {
    const asked = await open();
    press('大促进线');
    expect(screen.getByRole('radio', { name: '跟着各人调' }).getAttribute('aria-checked')).toBe('true');
    press('考试');
    expect(screen.queryByRole('radio', { name: '跟着各人调' })).toBeNull();
    const { rush, mode } = await sentPlan(asked);
    expect({ mode, capacity: rush?.capacity, dial: rush?.dial }).toEqual({
      mode: 'exam',
      capacity: 3,
      dial: undefined,
    });
  });

  it('[Q22] says how many will come and when, by its minutes, and not who', async () => {
    await open();
    press('大促进线');
    choose('哪一天', 'd618');
    press('15 分');
    expect(screen.getByText(/15 分钟里来 5～9 位/)).toBeTruthy();
    expect(screen.queryByText(/一下来好几位$/)).toBeNull();
    press('3 档');
    expect(screen.getByText('第 14 分钟一下来好几位')).toBeTruthy();
    press('1 档');
    press('5 分');
    expect(screen.getByText(/5 分钟里来 1～4 位/)).toBeTruthy();
    expect(screen.queryByText(/一下来好几位$/)).toBeNull();
    fireEvent.change(screen.getAllByLabelText('演练')[0] as HTMLElement, { target: { value: '6' } });
    expect(screen.getByText(/6 分钟就打铃/)).toBeTruthy();
  });

  it('isn’t sent with a bell that rings while customers still come', async () => {
    const asked = await open();
    press('大促进线');
    fireEvent.change(screen.getAllByLabelText('演练')[0] as HTMLElement, { target: { value: '4' } });
    go();
    expect(screen.getByText('演练不能比进线的时间短')).toBeTruthy();
    expect(asked.some(({ path }) => path === 'POST /api/runs')).toBe(false);
  });

  it('is filled in by a template, goes back to cases, and says beside it why the shop has nobody', async () => {
    const refusal = { ok: false as const, error: { code: 'rush-without-cases' as const, message: '没有能进线的客户' } };
    const asked = await open({ 'POST /api/runs': refusal }, '/runs/new?template=own');
    expect(screen.getByRole('radio', { name: '5' }).getAttribute('aria-checked')).toBe('true');
    expect(field('店铺').value).toBe('linen');
    expect((await sentPlan(asked)).rush).toMatchObject({ level: 2, minutes: 8, shop: 'linen', capacity: 5 });
    expect((await screen.findByRole('alert')).textContent).toBe('没有能进线的客户');
    press('选案例');
    expect(screen.getByLabelText('搜案例')).toBeTruthy();
  });

  it('isn’t offered where there is none', async () => {
    await open({ 'GET /api/rush': ok({ ...MENU, shops: [] }) });
    expect(screen.queryByRole('radio', { name: '大促进线' })).toBeNull();
  });
});
