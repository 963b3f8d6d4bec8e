import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PersonPortfolioPage, PortfolioPage } from '#client/features/portfolio/portfolio-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { PortfolioBody, PortfolioRow, SkillRow } from '#contract/portfolio.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { entry, family } from '#tests/scoring/support/portfolio-entries.ts';
import { BUTTON } from '#tests/support/labels.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  forgetMe();
  clean();
});

const NOW = Date.now();
const DAY = 86_400_000;
const row = (drill: string, days: number, over: Partial<PortfolioRow> = {}): PortfolioRow => ({
  ...entry(drill, { endedAt: NOW - days * DAY }),
  runName: null,
  reached: null,
  ...over,
});
const late = (count: number, marks: number) => ({ ...family('late', count, 4, marks), name: '响应慢' });
const vague = (count: number, marks: number) => ({ ...family('evading', count, 3, marks), name: '回避问题' });
const response = (marks: number | null) => ({ id: 'response' as const, name: '响应时效', weight: 20, marks });
const map: SkillRow[] = [
  {
    type: 'promotion',
    name: '促销活动咨询',
    stage: 'before',
    levels: [
      { level: 1, cases: 1, done: 2, best: 88, grade: 'excellent' },
      { level: 2, cases: 1, done: 0, best: null, grade: null },
      { level: 3, cases: 0, done: 0, best: null, grade: null },
    ],
  },
];
const body = (over: Partial<PortfolioBody> = {}): PortfolioBody => ({
  name: null,
  entries: [],
  waiting: 0,
  map,
  suggestion: null,
  claim: null,
  ...over,
});
const two = [
  row('new', 1, { score: 88, grade: 'excellent', families: [late(1, 4), vague(2, 9)], dimensions: [response(20)] }),
  row('old', 20, {
    mode: 'lesson',
    runName: '周三上午场',
    score: 52,
    grade: 'fail',
    families: [late(4, 20), vague(0, 0)],
    dimensions: [response(5)],
    goal: { family: 'late', title: '第一句就碰到问题', advice: '', codes: ['late-first'] },
  }),
];
const suggestion: PortfolioBody['suggestion'] = {
  ...{ scenario: 'promotion/b', title: '膨胀金', typeName: '促销活动咨询', level: 1, minutes: 6 },
  reason: { kind: 'weak', family: 'late', name: '响应慢', count: 5, of: 2, lastAt: NOW },
};
const open = (value: PortfolioBody, address = '/portfolio') => {
  const asked = serve({ 'GET /api/portfolio': ok(value), 'POST /api/portfolio/claim': ok({ claimed: 1 }) });
  renderAt(address, '/portfolio', <PortfolioPage />);
  return asked;
};

describe('the portfolio', () => {
  it('offers a newcomer one thing to do', async () => {
    open(body({ suggestion }));
    expect(await screen.findByText('还没有练过')).toBeTruthy();
    expect(screen.getByRole('link', { name: '开始第一场' }).getAttribute('href')).toBe('/start?scenarios=promotion/b');
    expect(screen.queryByRole('button', { name: BUTTON.print })).toBeNull();
  });

  it('says that one drill shows no trend yet', async () => {
    open(body({ entries: two.slice(0, 1) }));
    expect(await screen.findByText('只有一场，还看不出走势。再做一场就有了。')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('这一场丢分最多的是「回避问题」，2 次，共 9 分；其次是「响应慢」，1 次。')).toBeTruthy();
  });

  it('takes no weak spot from a drill that was left while customers waited, and says so', async () => {
    const faults = [{ code: 'ended-early', family: 'late', title: '没接完', count: 1, marks: 100 }];
    const left = row('left', 0, {
      score: 0,
      grade: 'fail',
      families: [late(1, 100)],
      dimensions: [response(0)],
      faults,
    });
    open(body({ entries: [left] }));
    expect(await screen.findByText('这一场没接完就结束了，还看不出哪里弱。接完一场再看。')).toBeTruthy();
    clean();
    open(body({ entries: [left, ...two.slice(0, 1)] }));
    expect(await screen.findByText(/^最近接完的 1 场丢分最多的是「回避问题」/)).toBeTruthy();
  });

  it('names the weak spots, shows every trend with its words, and leads to each report', async () => {
    open(body({ entries: two, suggestion }));
    expect(
      await screen.findByText('最近 2 场丢分最多的是「响应慢」，5 次，共 24 分；其次是「回避问题」，2 次。'),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: '练「膨胀金」' }).getAttribute('href')).toBe(
      '/start?scenarios=promotion/b',
    );
    expect(screen.getByRole('img', { name: '响应时效：2 场，最低 25%，最高 100%，最近 100%' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '响应慢：2 场，最低 1 次，最高 4 次，最近 1 次' })).toBeTruthy();
    expect(screen.queryByText('星级')).toBeNull();
    const drills = within(screen.getByRole('table', { name: '每一场' }));
    expect(drills.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/drills/new/report',
      '/drills/old/report',
    ]);
    expect(drills.getByText('周三上午场')).toBeTruthy();
    expect(drills.getByText('第一句就碰到问题')).toBeTruthy();
  });

  it('says beside each drill whether the goal it was begun with was met', async () => {
    const goal = { title: '第一句就碰到问题', advice: '', family: 'late', from: { drill: 'old', endedAt: NOW } };
    const counts = { before: { count: 4, chances: 4 }, now: { count: 0, chances: 4 } };
    const text = '上次 4 次里 4 次，这次 4 次里一次也没有。';
    const reached = (met: 'met' | 'not-met') => ({ ...goal, ...counts, met, text });
    open(
      body({
        entries: [
          row('new', 1, { reached: reached('met') }),
          row('mid', 2, { reached: reached('not-met') }),
          row('old', 3),
        ],
      }),
    );
    const table = within(await screen.findByRole('table', { name: '每一场' }));
    const heads = table.getAllByRole('columnheader').map(({ textContent }) => textContent);
    const at = heads.indexOf('上次的目标');
    const lines = table.getAllByRole('row').slice(1);
    expect(at).toBeGreaterThan(0);
    expect(lines.map((line) => line.children[at]?.textContent)).toEqual([
      '上次的目标达到第一句就碰到问题',
      '上次的目标没达到第一句就碰到问题',
      '—',
    ]);
    expect(table.getAllByTitle(text)).toHaveLength(2);
  });

  it('says that typing was not timed instead of leaving the figure out or drawing an empty chart', async () => {
    const { figures } = row('x', 0);
    const untimed = { figures: { ...figures, charactersPerMinute: null } };
    open(body({ entries: [row('new', 1, untimed), row('old', 2, untimed)] }));
    expect(await screen.findByText('没有计时')).toBeTruthy();
    expect(screen.getByText('浏览器没有传来按键的时间')).toBeTruthy();
    expect(screen.queryByRole('img', { name: /^打字/ })).toBeNull();
    clean();
    open(body({ entries: [row('new', 1, untimed), row('mid', 2), row('old', 3)] }));
    expect(await screen.findByText('没有计时')).toBeTruthy();
    expect(screen.queryByText('浏览器没有传来按键的时间')).toBeNull();
    expect(screen.getByRole('img', { name: /^打字：2 场/ })).toBeTruthy();
  });

  it('says in words what the colours of the map mean', async () => {
    open(body({ entries: two }));
    const table = within(await screen.findByRole('table', { name: '练到哪里' }));
    const cells = table.getAllByRole('cell').map(({ textContent }) => textContent);
    expect(cells).toEqual(['88优秀', '没做过', '·没有案例']);
    expect(screen.getByText(/最低的是「促销活动咨询」1 级，最好 88 分。有案例的还有 1 格没做过。/)).toBeTruthy();
  });

  it('is filtered by mode and period, kept in the address', async () => {
    open(body({ entries: two }));
    fireEvent.click(await screen.findByRole('radio', { name: '课堂' }));
    expect(screen.getByTestId('where').textContent).toBe('/portfolio?mode=lesson');
    const rows = () => within(screen.getByRole('table', { name: '每一场' })).getAllByRole('link').length;
    expect(rows()).toBe(1);
    fireEvent.click(screen.getByRole('radio', { name: '近 7 天' }));
    expect(screen.getByText('这样选没有演练')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '看全部' }));
    expect(rows()).toBe(2);
  });

  it('opens filtered from its address', async () => {
    open(body({ entries: two }), '/portfolio?period=week');
    expect(within(await screen.findByRole('table', { name: '每一场' })).getAllByRole('link')).toHaveLength(1);
  });

  it('says how many drills wait to be published, and that it could not be loaded', async () => {
    open(body({ waiting: 2 }));
    expect(await screen.findByText('还有 2 场等老师发布，发布后才算进来。')).toBeTruthy();
    clean();
    serve({ 'GET /api/portfolio': 'offline' });
    renderAt('/portfolio', '/portfolio', <PortfolioPage />);
    expect(await screen.findByText('档案没有取到')).toBeTruthy();
  });
});

describe('the device’s practice', () => {
  const claim: PortfolioBody['claim'] = {
    person: { id: 'lin', name: '林可欣' },
    drills: [
      { drill: 'd2', endedAt: NOW, titles: ['满减叠定金'], score: 88 },
      { drill: 'd1', endedAt: NOW - DAY, titles: ['膨胀金'], score: 52 },
    ],
  };

  it('moves to a person’s portfolio on their yes, without the unticked drills', async () => {
    const asked = open(body({ entries: two, claim }));
    expect(await screen.findByText('把这台设备上的练习并入「林可欣」的档案（2 场）')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /膨胀金，52 分/ }));
    fireEvent.click(screen.getByRole('button', { name: '并入 1 场' }));
    await waitFor(() => expect(asked.filter(({ path }) => path === 'GET /api/portfolio')).toHaveLength(2));
    expect(asked.find(({ path }) => path === 'POST /api/portfolio/claim')?.body).toEqual({
      person: 'lin',
      drills: ['d2'],
    });
  });

  it('can’t be moved with nothing ticked, and says why', async () => {
    open(body({ entries: two, claim: { ...claim, drills: claim.drills.slice(0, 1) } }));
    fireEvent.click(await screen.findByRole('checkbox'));
    expect(screen.getByText('一场也没勾')).toBeTruthy();
  });

  it('is asked about once, and can still be found after a no', async () => {
    const asked = open(body({ entries: two, claim }));
    fireEvent.click(await screen.findByRole('button', { name: '不并入' }));
    clean();
    open(body({ entries: two, claim }));
    fireEvent.click(await screen.findByRole('button', { name: '这台设备上还有 2 场没有并入' }));
    expect(screen.getByRole('button', { name: '并入 2 场' })).toBeTruthy();
    expect(asked.some(({ path }) => path.startsWith('POST'))).toBe(false);
  });
});

it('staff see a trainee’s drills from runs only, and are told so', async () => {
  serve({
    'GET /api/me': ok(signedIn('mentor')),
    'GET /api/people/lin/portfolio': ok(body({ name: '林可欣', entries: two })),
  });
  renderAt('/people/lin/portfolio', '/people/:id/portfolio', <PersonPortfolioPage />);
  expect(await screen.findByText('林可欣')).toBeTruthy();
  expect(screen.getByText(/单独的练习只有学员自己看得到/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '下载 .xlsx' })).toBeNull();
});
