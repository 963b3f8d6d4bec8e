import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ResultsPage } from '#client/features/results/results-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { OpenAppeal } from '#contract/discussion.ts';
import type { Role } from '#contract/people.ts';
import type { Report } from '#contract/report.ts';
import type { RunRuling } from '#contract/results.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { plan, runBody, signedIn } from '#tests/client/fixtures/people.ts';
import { report as fixture } from '#tests/client/fixtures/report.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { results } from './class.ts';

afterEach(() => {
  onDesktop();
  clean();
  forgetMe();
});

const report: Report = {
  ...fixture,
  desk: [
    {
      ...{ column: 'firstResponseS', name: '首次响应', unit: 's', value: 12.4 },
      ...{ formula: '首次回复秒数之和 ÷ 会话数', source: '报表的列', leftOut: '自动回复' },
      from: [{ conversation: 'c1', name: '老陈茶铺', at: 12_400, text: '12 秒' }],
    },
  ],
};
const PATH = '/api/runs/r1';
const rulings: RunRuling[] = [
  {
    ...{
      id: 'u1',
      finding: null,
      verdict: 'score',
      score: 70,
      reason: '断网两分钟',
      by: '王老师',
      at: 1,
      undone: null,
    },
    ...{ point: null, example: false, title: '总分 30', no: '02', name: '学员2', drill: 'd2' },
  },
  {
    ...{
      id: 'u2',
      finding: 'k',
      verdict: 'dismissed',
      score: null,
      reason: '客户先走',
      by: '周敏',
      at: 2,
      title: '含糊',
    },
    ...{ point: null, example: false, undone: { by: '王老师', at: 3 }, no: '02', name: '学员2', drill: 'd2' },
  },
];

const show = async (
  given = results(),
  { visible = 'published', role = 'teacher' }: { visible?: 'published' | 'at-once'; role?: Role } = {},
  answers: Parameters<typeof serve>[0] = {},
) => {
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    [`GET ${PATH}`]: ok(runBody({ id: 'r1', plan: plan({ results: visible }) })),
    [`GET ${PATH}/results`]: ok(given),
    [`GET ${PATH}/rulings`]: ok(rulings),
    [`POST ${PATH}/publish`]: ok({ publishedAt: 1 }),
    [`GET ${PATH}/export.xlsx`]: { ok: false, error: { code: 'unknown-run', message: '没有这个场次。' } },
    'GET /api/drills/d1/report': ok(report),
    ...answers,
  });
  renderAt(
    '/runs/r1/results',
    '/runs/:id/results',
    <>
      <ResultsPage />
      <Toasts />
    </>,
  );
  await screen.findByRole('heading', { name: '周五上午场' });
  return asked;
};
const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map((element) => element.textContent);
const row = (name: string) => {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (found === null) throw new Error(`no row ${name}`);
  return found;
};

describe('the results', () => {
  it('of a mock exam call it one and lead back to its board', async () => {
    const homework = { opensAt: 1, dueAt: 2, late: null, attempts: 1, counts: 'best' } as const;
    const given = results();
    await show({ ...given, run: { ...given.run, mode: 'exam', homework, parts: 3 } });
    expect(screen.getByRole('link', { name: '模拟考试' }).getAttribute('href')).toBe('/exams/runs/r1');
    expect(screen.queryByText(/作业/)).toBeNull();
  });

  it('have one row for each seat, with range, grade, dimensions, times, faults and why it can’t be compared', async () => {
    await show();
    expect(row('学员1').textContent).toBe('01学员18278–86及格75100—12.418.000020001');
    expect(row('学员2').textContent).toContain('不及格');
    expect(within(row('学员2')).getByRole('img', { name: '改判 2' })).toBeTruthy();
    expect(row('学员3').textContent).toContain('不计入平均迟到 4 分 12 秒');
    expect(row('学员4').textContent).toContain('没有进来');
    expect(row('可比 2 人平均').textContent).toContain('1 人不计入平均，1 人没有进来');
    expect(screen.getByText('入席 3 / 4')).toBeTruthy();
  });

  it('sort by any column, and the other way at a second press', async () => {
    await show();
    await press('总分');
    expect(names()).toEqual(['学员3', '学员1', '学员2', '学员4', '可比 2 人平均']);
    expect(screen.getByRole('columnheader', { name: '总分' }).getAttribute('aria-sort')).toBe('descending');
    await press('总分');
    expect(names().slice(0, 3)).toEqual(['学员2', '学员1', '学员3']);
  });

  it('lead from a name to its report, and arrow keys move from cell to cell', async () => {
    await show();
    const link = screen.getByRole('link', { name: '学员1' });
    expect(link.getAttribute('href')).toBe('/drills/d1/report');
    link.focus();
    await act(async () => fireEvent.keyDown(link, { key: 'ArrowRight' }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('学员1，总分 82，看出处');
    await act(async () => fireEvent.keyDown(document.activeElement ?? link, { key: 'ArrowDown' }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('学员2，总分 55，看出处');
  });

  it('show for a time its formula and every round it was counted from', async () => {
    await show();
    await press(/学员1，首次响应/);
    const desk = report.desk.find((figure) => figure.column === 'firstResponseS');
    const sheet = await screen.findByRole('dialog');
    expect(await within(sheet).findByText(desk?.formula ?? '?')).toBeTruthy();
    const links = within(sheet).getAllByRole('link', { name: desk?.from[0]?.name ?? '?' });
    expect(links[0]?.getAttribute('href')).toBe(
      `/drills/d1/report?at=${desk?.from[0]?.conversation}:${desk?.from[0]?.at}`,
    );
  });

  it('show for a score the figures it is made of', async () => {
    await show();
    await press(/学员1，总分/);
    const sheet = await screen.findByRole('dialog');
    expect(await within(sheet).findByText('机器评分')).toBeTruthy();
    expect(within(sheet).getAllByRole('row').length).toBeGreaterThanOrEqual(report.dimensions.length + 1);
  });

  it.each([
    ['red-line:offsite', 59, '封顶：red-line:offsite', '最高 59'],
    ['ended-early', 59, '封顶：没做完的一场不算及格', '最高 59'],
    ['unfinished', 59, '封顶：没做完，走到的太少', '最高 59'],
    ['walked-out', 49, '封顶：有客户后来没人理', '最高 49'],
    ['impatient', 55, '封顶：有难听的话', '最高 55'],
  ])('[M3] a score says what keeps it down and at what: %s', async (cappedBy, capAt, head, most) => {
    const capped = { ...report, cappedBy, capAt, capBites: true };
    await show(results(), {}, { 'GET /api/drills/d1/report': ok(capped) });
    await press(/学员1，总分/);
    const sheet = within(await screen.findByRole('dialog'));
    const row = (await sheet.findByRole('rowheader', { name: head })).closest('tr');
    expect(row?.textContent).toBe(`${head}${most}`);
    expect(sheet.queryByText(/^走完可能/) === null).toBe(cappedBy !== 'unfinished');
  });

  it('show for a dimension where its marks were lost, with links to the places', async () => {
    await show();
    const lost = report.dimensions
      .find((dimension) => dimension.id === 'solving')
      ?.lost.find((part) => part.finding !== null);
    await press(/学员1，问题解决/);
    const finding = report.findings.find((candidate) => candidate.id === lost?.finding);
    const links = await within(await screen.findByRole('dialog')).findAllByRole('link', { name: lost?.text ?? '?' });
    expect(links.map((link) => link.getAttribute('href'))).toContain(
      `/drills/d1/report?at=${finding?.conversation}:${finding?.at}`,
    );
  });

  it('are published after a dialog that says what trainees will see', async () => {
    const asked = await show();
    await press('发布给学员');
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('看不到别人的');
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: '发布给学员' })));
    expect(asked.find(({ path }) => path === `POST ${PATH}/publish`)?.body).toEqual({ published: true });
  });

  it('are taken back after a dialog too', async () => {
    const asked = await show(results({ publishedAt: 1_763_600_000_000 }));
    await press('收回');
    await act(async () => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '收回' })));
    expect(asked.find(({ path }) => path === `POST ${PATH}/publish`)?.body).toEqual({ published: false });
  });

  it('offer no publishing where trainees see them at once, and none to a mentor', async () => {
    await show(results(), { visible: 'at-once' });
    expect(await screen.findByText('学员演练完就能看报告')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '发布给学员' })).toBeNull();
    clean();
    forgetMe();
    await show(results(), { role: 'mentor' });
    expect(screen.queryByRole('button', { name: '发布给学员' })).toBeNull();
  });

  it('list every ruling, with undone ones struck through', async () => {
    await show();
    await press('改判记录');
    const dialog = await screen.findByRole('dialog');
    const [first, second] = await within(dialog).findAllByRole('listitem');
    expect(first?.textContent).toContain('已撤销');
    expect(first?.querySelector('.line-through')?.textContent).toBe('不算错：含糊客户先走');
    expect(second?.textContent).toContain('总分定为 70断网两分钟王老师');
    expect(second?.querySelector('.line-through')).toBeNull();
  });

  it('offer the examples from rulings on points as a patch, and say why a patch didn’t come', async () => {
    const onPoint: RunRuling = {
      ...{ id: 'u3', finding: null, point: { conversation: 'c1', point: 'p1', turn: 1 }, verdict: 'covered' },
      ...{ score: null, reason: '', example: true, by: '王老师', at: 9, undone: null, title: '包邮「不用您掏」' },
      ...{ no: '02', name: '学员2', drill: 'd2' },
    };
    const asked = await show(
      results(),
      {},
      {
        [`GET ${PATH}/rulings`]: ok([...rulings, onPoint]),
        [`GET ${PATH}/harvest`]: { ok: false, error: { code: 'unknown-run', message: '没有这个场次。' } },
      },
    );
    await press('改判记录');
    const dialog = within(await screen.findByRole('dialog'));
    expect((await dialog.findAllByRole('listitem'))[0]?.textContent).toContain(
      '02 学员2有效答到了：包邮「不用您掏」王老师',
    );
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: '导出例句补丁' })));
    expect(asked.at(-1)?.path).toBe(`GET ${PATH}/harvest`);
    expect(await dialog.findByText('没有导出。没有这个场次。')).toBeTruthy();
  });

  it('offer no patch without rulings on points', async () => {
    await show();
    await press('改判记录');
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findAllByRole('listitem');
    expect(dialog.queryByRole('button', { name: '导出例句补丁' })).toBeNull();
  });

  it('lead from each 待核 to the words and to the section where it is ruled on', async () => {
    const [row, ...rows] = report.ledger;
    const [point, ...points] = row?.points ?? [];
    if (row === undefined || point === undefined) throw new Error('the fixture has no point');
    const reply = {
      ...{ turn: 1, at: 12_000, customer: '', words: '您只管拍', heard: 'unsure' as const, doubtful: true },
      ...{ ruling: null, proposal: null },
    };
    const doubtful = { ...row, points: [{ ...point, state: 'unsure' as const, replies: [reply] }, ...points] };
    await show(results(), {}, { 'GET /api/drills/d1/report': ok({ ...report, ledger: [doubtful, ...rows] }) });
    await press(/学员1，待核/);
    const sheet = within(await screen.findByRole('dialog'));
    expect((await sheet.findByRole('link', { name: '您只管拍' })).getAttribute('href')).toBe(
      `/drills/d1/report?at=${row.conversation}:12000`,
    );
    expect(sheet.getByRole('link', { name: '去报告里改判' }).getAttribute('href')).toBe('/drills/d1/report#doubts');
  });

  it('say in a toast why the workbook didn’t come', async () => {
    await show();
    await press('导出 Excel');
    expect((await screen.findAllByText('没有导出。没有这个场次。')).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: '导出 Excel' })).toBeTruthy();
  });

  it('lead back to the run when nobody joined', async () => {
    const given = results();
    await show({ ...given, seats: given.seats.filter((seat) => !seat.joined) });
    expect(screen.getByText('没有人进来')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('are cards on a phone, with the same figures', async () => {
    onPhone();
    await show();
    expect(screen.queryByRole('table')).toBeNull();
    const card = screen.getByRole('link', { name: '学员1' }).closest('li');
    expect(card?.textContent).toContain('首次响应（秒）12.4');
    expect(card?.textContent).toContain('78–86');
    await act(async () => fireEvent.change(screen.getByLabelText('排序'), { target: { value: 'best' } }));
    expect(screen.getAllByRole('link', { name: /^学员/ })[0]?.textContent).toBe('学员3');
  });
});

describe('open appeals', () => {
  const appeal = (id: string, over: Partial<OpenAppeal> = {}): OpenAppeal => {
    const { seat, no, name } = results().seats[0] ?? { seat: '', no: '', name: '' };
    return { id, seat, no, name, drill: 'd1', title: '含糊「还行」', text: '我说了瓦数', at: 1, ...over };
  };

  it('are counted, listed with a link to each, and filter the table to those who appealed', async () => {
    const given = results();
    await show(given, {}, { [`GET ${PATH}/appeals`]: ok([appeal('q1'), appeal('q2', { text: '总分偏低' })]) });
    const toggle = await screen.findByText('申诉 2 条等你看');
    const rows = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    const all = rows().length;
    fireEvent.click(toggle);
    const list = within(screen.getByRole('region', { name: '等着看的申诉' }));
    expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/drills/d1/report#appeal-q1',
      '/drills/d1/report#appeal-q2',
    ]);
    expect(list.getByText('我说了瓦数')).toBeTruthy();
    expect(rows().length).toBeLessThan(all);
    expect(rows()).toContain(given.seats[0]?.name);
    expect(screen.getByTestId('where').textContent).toContain('appeals');
    fireEvent.click(screen.getByText('看全班'));
    expect(rows()).toHaveLength(all);
  });

  it('have no button when there are none', async () => {
    await show(results(), {}, { [`GET ${PATH}/appeals`]: ok([]) });
    expect(screen.queryByText(/申诉/)).toBeNull();
  });
});
