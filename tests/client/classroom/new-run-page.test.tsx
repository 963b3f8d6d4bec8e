import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewRunPage } from '#client/features/classroom/new-run/new-run-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Plan } from '#contract/runs.ts';
import { card } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { classRow, plan, run, signedIn, template } from '#tests/client/fixtures/people.ts';
import { BUTTON, RUN } from '#tests/support/labels.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const CARDS = [
  card({ id: 'promotion/a', title: '满减叠定金' }),
  card({ id: 'promotion/b', title: '到底多少钱', level: 2 }),
  card({ id: 'return-dispute/c', title: '腰包早送人了', typeName: '退换货纠纷', level: 3 }),
  card({ id: 'return-dispute/d', title: '拆洗过的四件套', typeName: '退换货纠纷' }),
  card({ id: 'bargain/e', title: '别家便宜', shop: 'other', shopName: '别家' }),
];

const INCIDENTS = [
  { id: 'incident/x', title: '怒气冲冲的客户', notice: '大促进线多', shop: 'suibu', shopName: '燧步运动' },
  { id: 'incident/y', title: '别家断货', notice: null, shop: 'other', shopName: '别家' },
];

const open = async (more: Parameters<typeof serve>[0] = {}, address = '/runs/new') => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/scenarios': ok(CARDS),
    'GET /api/classes': ok([classRow()]),
    'GET /api/templates': ok([template({ id: 'own', name: '只练退货', builtIn: false }), template()]),
    'GET /api/incidents': ok(INCIDENTS),
    'POST /api/runs': ok(run({ id: 'r9' })),
    ...more,
  });
  renderAt(address, '/runs/new', <NewRunPage />);
  await screen.findByRole('button', { name: RUN.open });
  return asked;
};
const sent = (asked: Awaited<ReturnType<typeof open>>, path = '/api/runs') =>
  asked
    .filter((request) => request.path === `POST ${path}`)
    .map(({ body }) => body as { name: string; classId: string; plan: Plan });
const go = () => fireEvent.click(screen.getByRole('button', { name: RUN.open }));
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('new run', () => {
  it('stands ready with the lesson that comes with the product: one press opens it', async () => {
    const asked = await open({}, '/runs/new?class=c1');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toMatch(/^周.(上午|下午|晚上)场$/);
    expect(screen.getByText(/还富余 5 分/)).toBeTruthy();
    go();
    go();
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/runs/r9/lobby'));
    expect(sent(asked)).toHaveLength(1);
    expect(sent(asked)[0]).toMatchObject({ classId: 'c1', plan: plan() });
    expect(sessionStorage.getItem('kefu.new-run')).toBeNull();
  });

  it('offers each team its own shop’s cases, says who has too few, and sends it for cases alone [J92]', async () => {
    const teams = [
      { team: '甲队', shopName: '谷炊生活电器', titles: ['还没到货'] },
      { team: '乙队', shopName: '坡上鲜果铺', titles: null },
      { team: '丙队', shopName: null, titles: null },
    ];
    const path = `GET ${'/api'}/classes/c1/own-shops?scenarios=`;
    const asked = await open(
      { [`${path}promotion%2Fa`]: ok(teams), [path]: ok(teams), [path.slice(0, -'?scenarios='.length)]: ok(teams) },
      '/runs/new?class=c1',
    );
    fireEvent.click(await screen.findByRole('checkbox', { name: '各队演自己的店' }));
    const list = screen.getByRole('list', { name: '各队演自己的店' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '甲队 谷炊生活电器：还没到货',
      '乙队 坡上鲜果铺的案例不够，演选好的案例',
      '丙队 没定店铺，演选好的案例',
    ]);
    go();
    await waitFor(() => expect(sent(asked)[0]?.plan.ownShops).toBe(true));
  });

  it('names the shop of an incident’s customer where it isn’t the cases’ shop', async () => {
    await open();
    fireEvent.click(box(/到底多少钱/));
    expect(box(/别家断货/).closest('label')?.textContent).toBe('别家断货别家');
    expect(box(/怒气冲冲的客户/).closest('label')?.textContent).not.toContain('燧步');
  });

  it('takes one to three cases of one shop, in order', async () => {
    const asked = await open();
    // The first is chosen already: another shop's can't be, and isn't listed.
    expect(screen.queryByRole('checkbox', { name: /别家便宜/ })).toBeNull();
    expect(screen.getByText('只列出「燧步运动」的案例：一场里的客户要同一家店')).toBeTruthy();
    fireEvent.click(box(/到底多少钱/));
    fireEvent.click(box(/腰包早送人了/));
    expect(box(/拆洗过的四件套/).disabled).toBe(true);
    expect(screen.getByText('已经选了三个')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '腰包早送人了提前' }));
    fireEvent.click(screen.getByRole('button', { name: '去掉满减叠定金' }));
    go();
    await waitFor(() => expect(sent(asked)[0]?.plan.scenarios).toEqual(['return-dispute/c', 'promotion/b']));
  });

  it('finds cases by words, type and level', async () => {
    await open();
    fireEvent.change(screen.getByLabelText('搜案例'), { target: { value: '退换货' } });
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: /到底多少钱/ })).toBeNull());
    fireEvent.change(screen.getByLabelText('级别'), { target: { value: '3' } });
    expect(screen.queryByRole('checkbox', { name: /拆洗过的四件套/ })).toBeNull();
    expect(box(/腰包早送人了/)).toBeTruthy();
    expect(fireEvent.keyDown(screen.getByLabelText('搜案例'), { key: 'Enter' })).toBe(false);
  });

  it('says at each field what is missing, and sends nothing', async () => {
    const asked = await open();
    fireEvent.click(screen.getByRole('button', { name: '去掉满减叠定金' }));
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: ' ' } });
    go();
    expect(screen.getByText('写上名称')).toBeTruthy();
    expect(screen.getByText('选 1–3 个案例')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '名称' }));
    expect(sent(asked)).toEqual([]);
  });

  it('shows the server’s refusal at the class it is about, and can be sent again', async () => {
    await open(
      { 'POST /api/runs': { ok: false, error: { code: 'class-empty', message: '这个班还没有名单，先导入。' } } },
      '/runs/new?class=c1',
    );
    go();
    await screen.findByText('这个班还没有名单，先导入。');
    expect(screen.getByRole('combobox', { name: '班级' }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('button', { name: RUN.open }).hasAttribute('disabled')).toBe(false);
  });

  it('compares the timetable with the length of the period, and has one length of the drill', async () => {
    await open();
    const table = within(screen.getByRole('group', { name: '时间表' }));
    fireEvent.change(table.getByLabelText('演练'), { target: { value: '20' } });
    expect(screen.getByText(/超 3 分/)).toBeTruthy();
    const length = within(screen.getByRole('group', { name: '时长' }));
    expect(length.getByLabelText<HTMLInputElement>('演练').value).toBe('20');
  });

  it('holds an exam’s results back until they are published', async () => {
    const asked = await open();
    fireEvent.click(screen.getByRole('radio', { name: '考试' }));
    fireEvent.click(box(/怒气冲冲的客户/));
    go();
    await waitFor(() =>
      expect(sent(asked)[0]?.plan).toMatchObject({ mode: 'exam', results: 'published', incidents: ['incident/x'] }),
    );
  });

  it('keeps the draft over a reload, and begins anew for another class', async () => {
    await open();
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '公开课' } });
    cleanup();
    await open();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe('公开课');
    cleanup();
    await open({}, '/runs/new?class=c1');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).not.toBe('公开课');
  });
});

describe('templates', () => {
  it('offers the built-in one first, and picking one fills in the plan and leaves the name', async () => {
    const own = template({
      id: 'own',
      name: '只练退货',
      builtIn: false,
      plan: plan({ scenarios: ['return-dispute/c'], minutes: 20, arrivals: 'together', stages: [] }),
    });
    const asked = await open({ 'GET /api/templates': ok([own, template()]) });
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: '模板' });
    expect([...select.options].map(({ text }) => text)).toEqual(['一节课 45 分钟', '只练退货', '不用模板']);
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '公开课' } });
    fireEvent.change(select, { target: { value: 'own' } });
    go();
    await waitFor(() => expect(sent(asked)[0]).toMatchObject({ name: '公开课', plan: own.plan }));
  });

  it('saves the plan as one, without opening the run, and removes an own one', async () => {
    const saved = template({ id: 'new', name: '公开课', builtIn: false });
    const asked = await open({ 'POST /api/templates': ok(saved), 'POST /api/templates/own/remove': ok(null) });
    fireEvent.click(screen.getByRole('button', { name: '存为模板' }));
    fireEvent.change(screen.getByLabelText('模板名称'), { target: { value: '公开课' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(asked, '/api/templates')).toEqual([{ name: '公开课', plan: plan() }]);
    expect(sent(asked)).toEqual([]);
    fireEvent.change(screen.getByRole('combobox', { name: '模板' }), { target: { value: 'own' } });
    fireEvent.click(screen.getByRole('button', { name: '删掉这个模板' }));
    await waitFor(() => expect(sent(asked, '/api/templates/own/remove')).toHaveLength(1));
  });
});
