import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { groupFigures } from '#client/features/analysis/model/service-data.ts';
import { TablePage } from '#client/features/analysis/tables/table-page.tsx';
import { TablesPage } from '#client/features/analysis/tables/tables-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';
import type { TablePreview } from '#contract/service-data/tables.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { serviceRow } from '#tests/fixtures/service-row.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
});

const NO_SPOTS = { weeks: [], topics: [], complaints: [], byMonth: { months: [], topics: [], complaints: [] } };
const LIST = {
  tables: [{ id: 'v1', name: '双11', rows: 3, first: '2026-11-03', last: '2026-11-12', by: '王老师', at: 1 }],
  ...{ most: 20, mostRows: 2000 },
};
const PREVIEW: TablePreview = {
  columns: [
    { column: 'A', head: '日期', as: 'at', unit: null },
    { column: 'B', head: '买家昵称', as: 'private', unit: null },
    { column: 'C', head: '询单转化率', as: 'conversion', unit: 'fraction' },
  ],
  ...{ faults: [], faultCount: 0, rows: 3, sums: 1, agents: 2, first: '2026-11-03', last: '2026-11-12' },
};
const open = (role: 'teacher' | 'trainee', more: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    'GET /api/service-tables': ok(LIST),
    'GET /api/hot-spots': ok(NO_SPOTS),
    'POST /api/service-tables/preview': ok(PREVIEW),
    'POST /api/service-tables': ok(LIST),
    'POST /api/service-tables/v1/remove': ok({ ...LIST, tables: [] }),
    ...more,
  });
  renderAt('/analysis/tables', '/analysis/tables', <TablesPage />);
  return asked;
};
const choose = async () => {
  const input = await screen.findByLabelText('服务数据表');
  fireEvent.change(input, { target: { files: [new File(['x'], '双11.csv')] } });
};

describe('the shop’s own data', () => {
  it('is read and shown column by column before it is stored', async () => {
    const asked = open('teacher');
    await choose();
    expect(await screen.findByText('可能认得出客户或订单，不存')).toBeTruthy();
    expect(screen.getByText(/3 行，2026-11-03 到 2026-11-12，2 位客服/)).toBeTruthy();
    expect(screen.getByText(/0.35 算 35%/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '存 3 行' }));
    await waitFor(() => expect(asked.filter(({ path }) => path === 'POST /api/service-tables')).toHaveLength(1));
  });

  it('names the cells that keep a table from being stored, and can’t be stored then', async () => {
    const faults = [{ cell: 'D7', line: 7, message: '有电话号码' }];
    open('teacher', { 'POST /api/service-tables/preview': ok({ ...PREVIEW, faults, faultCount: 60 }) });
    await choose();
    expect(await screen.findByText('D7：有电话号码')).toBeTruthy();
    expect(screen.getByText('只列前 1 处')).toBeTruthy();
    const save = screen.getByRole('button', { name: /存 3 行/ });
    expect(save.hasAttribute('disabled') || save.getAttribute('aria-disabled') === 'true').toBe(true);
  });

  it('asks for the days of a table without any, and only fills in what its file says [J100]', async () => {
    const period = { suggested: { first: '2026-11-01', last: '2026-11-20', from: 'file' as const } };
    const read = { ...PREVIEW, first: null, last: null, period };
    const at = 'POST /api/service-tables?first=2026-11-02&last=2026-11-20';
    const asked = open('teacher', { 'POST /api/service-tables/preview': ok(read), [at]: ok(LIST) });
    await choose();
    await screen.findByText('先照文件名填了，核对一下。');
    const first = screen.getByLabelText('第一天') as HTMLInputElement;
    expect([first.value, (screen.getByLabelText('最后一天') as HTMLInputElement).value]).toEqual([
      ...['2026-11-01', '2026-11-20'],
    ]);
    fireEvent.change(first, { target: { value: '2026-11-21' } });
    screen.getByText('最后一天不能早于第一天，也不能晚于今天。');
    const save = screen.getByRole('button', { name: /存 3 行/ });
    expect(save.hasAttribute('disabled') || save.getAttribute('aria-disabled') === 'true').toBe(true);
    fireEvent.change(first, { target: { value: '2026-11-02' } });
    fireEvent.click(screen.getByRole('button', { name: /存 3 行/ }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain(at));
  });

  it('is deleted after a question, and says so where there is none', async () => {
    const asked = open('teacher');
    fireEvent.click(await screen.findByRole('button', { name: '删除 双11' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: '删除' }));
    await waitFor(() =>
      expect(asked.filter(({ path }) => path === 'POST /api/service-tables/v1/remove')).toHaveLength(1),
    );
  });

  it('gives a trainee the tables alone, and says where there is none yet or it failed', async () => {
    open('trainee', { 'GET /api/service-tables': ok({ ...LIST, tables: [] }) });
    expect(await screen.findByText('老师传了表以后，这里就有。')).toBeTruthy();
    expect(screen.queryByText('传一张表')).toBeNull();
    cleanup();
    open('trainee', { 'GET /api/service-tables': { ok: false, error: { code: 'internal', message: '出错了' } } });
    expect(await screen.findByText('本店数据没有取来')).toBeTruthy();
  });
});

const AGENT_DAY: Partial<ServiceRow> = {
  ...{ title: '', outcome: '', rating: null, rounds: null, questions: null, answered: null, faults: null },
  ...{ windows: null, taken: null, mood: null, slowestS: null, customer: '' },
};
const row = (id: string, over: Partial<ServiceRow>) => serviceRow({ id, ...AGENT_DAY, ...over });
const ROWS = [
  row('a', { who: '客服1', served: 10, firstS: 30, conversion: 20 }),
  row('b', { who: '客服1', served: 30, firstS: 10, conversion: 40 }),
  row('c', { who: '客服2', served: 20, firstS: 60, conversion: 35, complaint: '破损' }),
];
const TABLE: Analysis = { kind: 'agent-days', run: '双11', rows: ROWS, questions: [], passS: 30, hotSpots: NO_SPOTS };

describe('[J26] a table’s page', () => {
  it('weighs each row by the customers it is of', () => {
    expect(groupFigures(ROWS, 'who', 'firstS').map(({ name, value }) => [name, value])).toEqual([
      ['客服2', 60],
      ['客服1', 15],
    ]);
    expect(groupFigures(ROWS, 'who', 'conversion').map(({ value }) => value)).toEqual([35, 35]);
  });

  it('has only what the table says, and its topics by week [J93]', async () => {
    const topics = [{ name: '物流催件', counts: [3, 0], total: 3 }];
    const byMonth = { months: ['2026-10', '2026-11'], topics, complaints: [] };
    const hotSpots = { weeks: ['2026-11-02', '2026-11-09'], topics, complaints: [], byMonth };
    const ofDrills = { ...hotSpots, complaints: [{ name: '破损', counts: [1, 0], total: 1 }], uncounted: 2 };
    serve({
      'GET /api/hot-spots': ok(ofDrills),
      'GET /api/service-tables/v1/analysis': ok({ ...TABLE, hotSpots }),
      'GET /api/me': ok(signedIn('teacher')),
    });
    renderAt('/analysis/tables/v1', '/analysis/tables/:table', <TablePage />);
    expect(await screen.findByText('本店数据：双11')).toBeTruthy();
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(expect.arrayContaining(['接待', '转化率%', '11-02', '11-09']));
    expect(heads).not.toContain('心情');
    expect(screen.getByText('没有投诉类型。')).toBeTruthy();
    // The drills' own stand below, and say how many aren't in them.
    const drills = within(await screen.findByRole('region', { name: '本校演练里的咨询热点' }));
    expect(drills.getByRole('rowheader', { name: '破损' })).toBeTruthy();
    expect(drills.getByText(/有 2 个会话的案例里没有投诉/)).toBeTruthy();
    fireEvent.click(drills.getByRole('radio', { name: '按月' }));
    expect(drills.getAllByRole('columnheader').map((head) => head.textContent)).toContain('2026-10');
    fireEvent.change(screen.getAllByLabelText('谁')[0] as HTMLElement, { target: { value: '客服2' } });
    expect(screen.getByText('1 行，共 3 行')).toBeTruthy();
  });

  it('of a period says so, and spreads it over no weeks [J100]', async () => {
    const period = { first: '2026-11-02', last: '2026-11-20' };
    const until = new Date(2026, 10, 20).getTime();
    const at = new Date(2026, 10, 2).getTime();
    const rows = ROWS.map((one) => ({ ...one, at, until, perDay: 35.5 }));
    const topics = [{ name: '物流催件', counts: [3], total: 3 }];
    const hotSpots = { ...NO_SPOTS, weeks: ['2026-11-02'], topics, period };
    serve({
      'GET /api/hot-spots': ok(NO_SPOTS),
      'GET /api/service-tables/v1/analysis': ok({ ...TABLE, rows, hotSpots }),
      'GET /api/me': ok(signedIn('teacher')),
    });
    renderAt('/analysis/tables/v1', '/analysis/tables/:table', <TablePage />);
    await screen.findByText(/^一行是一位客服从 2026-11-02 到 2026-11-20 的合计/);
    screen.getByText('2026-11-02 到 2026-11-20 合在一起，表里不分天，看不出变化');
    expect(screen.queryByRole('radio', { name: '按月' })).toBeNull();
    expect(screen.getAllByText('11-02 – 11-20')).toHaveLength(3);
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toContain('日均');
  });

  it('of one week says that there is nothing to follow yet', async () => {
    const hotSpots = {
      weeks: ['2026-11-02'],
      topics: [{ name: '物流催件', counts: [3], total: 3 }],
      complaints: [],
      byMonth: NO_SPOTS.byMonth,
    };
    serve({
      'GET /api/hot-spots': ok(NO_SPOTS),
      'GET /api/service-tables/v1/analysis': ok({ ...TABLE, hotSpots }),
      'GET /api/me': ok(signedIn('teacher')),
    });
    renderAt('/analysis/tables/v1', '/analysis/tables/:table', <TablePage />);
    expect(await screen.findByText(/只有一周（2026-11-02 起）/)).toBeTruthy();
  });
});
