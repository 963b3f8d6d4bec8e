import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardPage } from '#client/features/contest/board-page.tsx';
import { CheckFilePage } from '#client/features/contest/check-page.tsx';
import { ContestPage } from '#client/features/contest/contest-page.tsx';
import { ContestsPage } from '#client/features/contest/contests-page.tsx';
import { EnterPage } from '#client/features/contest/enter-page.tsx';
import { NewContestPage } from '#client/features/contest/new-contest-page.tsx';
import { ContestSeat } from '#client/features/contest/seat-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { ContestBoard, ContestRow } from '#contract/contests/board.ts';
import type { ContestBody } from '#contract/contests/contests.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { joinBody, seatBody, seatLine } from '#tests/client/fixtures/seat.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const row = (place: number, label: string, over: Partial<ContestRow> = {}): ContestRow => ({
  ...{ key: label, place, label, team: '城东一班', total: 100 - place, redLines: 0, firstS: 12, rounds: 2 },
  ...{ told: true, mine: false, listed: true, replay: false, ...over },
});
const board = (over: Partial<ContestBoard> = {}): ContestBoard => ({
  contest: {
    ...{
      id: 'k1',
      name: '城东杯',
      host: '城东职校',
      kind: 'arena',
      counted: 2,
      rounds: null,
      minutes: 10,
      customers: 2,
    },
    ...{ teamBest: 3, teamsBy: 'entry', opensAt: NOW - MINUTE, closesAt: NOW + 60 * MINUTE, freezeMinutes: 10 },
    ...{ lateEntry: true, replays: true, rulesCode: '3F2A-09C1' },
  },
  ...{
    phase: 'open',
    unlisted: 0,
    now: NOW,
    rows: [row(1, '快嘴'), row(2, '城西二班 · 03')],
    entered: 5,
    playing: 2,
    unveiled: null,
  },
  teams: [
    { ...{ key: 't0', place: 1, team: '城东一班', total: 88, redLines: 0, firstS: 9, of: 3, people: 7 }, mine: true },
  ],
  ...over,
});
const rules = {
  ...board().contest,
  scenarios: ['promotion/a'],
  arrivals: 'spaced' as const,
  seed: '省赛',
  hash: '3f2a09c1',
};
const body = (over: Partial<ContestBody> = {}): ContestBody => ({
  ...{ id: 'k1', name: '城东杯', rules, titles: ['到底多少钱'], board: board(), fingerprint: '3F2A-09C1' },
  entries: [
    {
      ...{ team: '城东一班', school: '城东职校', people: 7, entered: 5, left: false },
      own: { run: 'r1', code: '482913', locked: false },
    },
    { team: '城西二班', school: '城西职校', people: 6, entered: 0, left: false, own: null },
  ],
  host: { codes: [], merged: [], live: { rows: board().rows, teams: board().teams }, settled: true },
  ...over,
});

describe('the board', () => {
  const open = async (over: Partial<ContestBoard> = {}) => {
    serve({ 'GET /api/contests/k1/board': ok(board(over)) });
    renderAt('/contests/k1/board', '/contests/:id/board', <BoardPage />);
    await screen.findByRole('heading', { name: '城东杯' });
  };

  it('has places, teams, how it is counted, and who is at it now [J53]', async () => {
    await open();
    const people = screen.getByRole('region', { name: '个人排名' });
    expect(
      within(people)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([expect.stringMatching(/^1快嘴城东一班99红线 0 · 首响 12/), expect.stringMatching(/^2城西二班 · 03/)]);
    expect(screen.getByText(/总分相同，红线少的在前；再相同，首次响应快的在前；都相同，名次并列/)).toBeDefined();
    expect(screen.getByText('取最好的 2 场，分数相加。')).toBeDefined();
    expect(screen.getByText('规则码 3F2A-09C1')).toBeDefined();
    expect(screen.getByText('5 人入场，2 人正在接待')).toBeDefined();
  });

  it('says that it stands still, and hides the place of who isn’t told yet [J55] [J56]', async () => {
    await open({ phase: 'closed' });
    expect(screen.getByText(/排行榜停在封榜的时候/)).toBeDefined();
    clean();
    const rows = [row(1, '快嘴', { told: false }), row(2, '稳住')];
    await open({ phase: 'unveiling', rows, unveiled: { done: 1, of: 2 } });
    const [first, last] = within(screen.getByRole('region', { name: '个人排名' })).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/^？快嘴.*封榜时$/);
    expect(last?.textContent).toMatch(/^2稳住/);
    expect(screen.getByText(/正从最后一名往上揭晓：1 \/ 2/)).toBeDefined();
  });

  it('is empty before the first round, and says so where it can’t be opened', async () => {
    await open({ rows: [], teams: [] });
    expect(screen.getAllByText('还没有成绩')).toHaveLength(2);
    clean();
    serve({});
    renderAt('/contests/k9/board', '/contests/:id/board', <BoardPage />);
    expect(await screen.findByText('排行榜没有打开')).toBeDefined();
  });
});

describe('a contestant', () => {
  it('comes in by six digits; a lesson’s are told from a contest’s [J54]', async () => {
    const joined = joinBody();
    const run = { ...joined.run, contest: 'k1' };
    serve({
      'GET /api/join/482913': ok({ ...joined, run }),
      'GET /api/join/111111': ok(joined),
      'GET /api/join/222222': ok({ ...joined, run, mine: 's1' }),
    });
    renderAt('/contest', '/contest', <EnterPage />);
    const type = (code: string) => {
      fireEvent.change(screen.getByLabelText('参赛码'), { target: { value: code } });
      fireEvent.click(screen.getByRole('button', { name: '入场' }));
    };
    type('111111');
    expect(await screen.findByText(/这个码是课堂的/)).toBeDefined();
    type('４８２ ９１３');
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/join/482913'));
    clean();
    serve({ 'GET /api/join/222222': ok({ ...joined, run, mine: 's1' }) });
    renderAt('/contest', '/contest', <EnterPage />);
    type('222222');
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/contest/seats/s1'));
  });

  const sit = async (over: Partial<ContestBoard>, seat: Parameters<typeof seatBody>[0] = {}) => {
    const asked = serve({
      'GET /api/contests/k1/board': ok(board(over)),
      'GET /api/seats/s1/contest': ok({
        ...{
          contest: 'k1',
          team: '城东一班',
          label: '城东一班 · 01',
          usual: '城东一班 · 01',
          chosen: null,
          left: false,
        },
      }),
      'POST /api/seats/s1/contest/name': ok({
        ...{ contest: 'k1', team: '城东一班', label: '快嘴', usual: '城东一班 · 01', chosen: '快嘴', left: false },
      }),
      'POST /api/seats/s1/again': ok(seatBody()),
    });
    const { run, ...rest } = seat;
    const line = seatLine(ok(seatBody({ attemptsLeft: null, ...rest, run: { mode: 'exam', contest: 'k1', ...run } })));
    renderAt('/contest/seats/s1', '/contest/seats/:id', <ContestSeat id="s1" createTransport={() => line.transport} />);
    line.line.up();
    await screen.findByRole('heading', { name: '城东杯' });
    return asked;
  };

  it('waits in the lobby with the time left, and begins once it opens [J54]', async () => {
    await sit({ phase: 'before', contest: { ...board().contest, opensAt: NOW + 5 * MINUTE } });
    expect(screen.getByText(/^(5:00|4:5\d) 后开始$/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '开始第一场' })).toBeNull();
    clean();
    const asked = await sit({});
    fireEvent.click(screen.getByRole('button', { name: '开始第一场' }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain('POST /api/seats/s1/again'));
  });

  it('chooses the name that others see [J57]', async () => {
    const asked = await sit({});
    fireEvent.change(await screen.findByLabelText(/^参赛名/), { target: { value: ' 快嘴 ' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/name'))?.body).toEqual({ name: '快嘴' }));
  });

  it('has no more to begin once all rounds are played, and none after the end', async () => {
    await sit({}, { attemptsLeft: 0 });
    expect(screen.getByText('你的场次都打完了。')).toBeDefined();
    clean();
    await sit({ phase: 'closed' });
    expect(screen.getByText('已结束，等待揭晓')).toBeDefined();
    expect(screen.queryByRole('button', { name: '开始第一场' })).toBeNull();
  });
});

describe('a contest’s page', () => {
  const open = async (over: Partial<ContestBody> = {}, role?: 'mentor') => {
    const asked = serve({
      'GET /api/me': ok(signedIn(role)),
      'GET /api/classes': ok([]),
      'GET /api/contests/k1': ok(body(over)),
      'POST /api/contests/k1/unveil': ok(body(over)),
      'POST /api/contests/k1/codes': ok(body(over)),
    });
    renderAt('/contests/k1', '/contests/:id', <ContestPage />);
    await screen.findByRole('heading', { name: '城东杯' });
    return asked;
  };

  it('shows the own team’s code and of the others how many they are; a code is made for a school [J54] [J57]', async () => {
    const asked = await open();
    expect(screen.getByText('482913')).toBeDefined();
    expect(screen.getByText('入场 0 / 6 人')).toBeDefined();
    expect(screen.getAllByRole('link', { name: '本校名单' })).toHaveLength(1);
    fireEvent.change(screen.getByLabelText('给哪所学校'), { target: { value: '城西职校' } });
    fireEvent.click(screen.getByRole('button', { name: '生成一个码' }));
    await waitFor(() => expect(asked.at(-1)?.path).toBe('GET /api/contests/k1'));
    expect(asked.find(({ path }) => path.endsWith('/codes'))?.body).toEqual({ forWhom: '城西职校' });
  });

  it('tells one place at a tap, from the last upward [J56]', async () => {
    const asked = await open({ board: board({ phase: 'closed' }) });
    expect(screen.getByText('下一个：第 2 名 城西二班 · 03（还有 2 个）')).toBeDefined();
    expect(screen.getByText(/只有主办学校的老师看得到/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '揭晓一名' }));
    await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/unveil'))?.body).toEqual({ to: 1 }));
  });

  it('gives a school that only entered neither codes nor the unveiling', async () => {
    await open({ host: null, board: board({ phase: 'closed' }) });
    expect(screen.queryByText('学校参赛码')).toBeNull();
    expect(screen.queryByRole('button', { name: '揭晓一名' })).toBeNull();
    expect(screen.getByText('结果公布以后可以下载。')).toBeDefined();
  });

  it('is read by a mentor and changed by a teacher', async () => {
    await open({}, 'mentor');
    expect(screen.queryByRole('button', { name: '生成一个码' })).toBeNull();
    expect(screen.queryByRole('button', { name: '退出' })).toBeNull();
  });
});

describe('contests', () => {
  it('are listed, and another school’s is entered by its code [J54]', async () => {
    const asked = serve({
      'GET /api/me': ok(signedIn()),
      'GET /api/classes': ok([{ id: 'c1', name: '一班', archived: false }]),
      'GET /api/contests': ok([]),
      'POST /api/contest-entries': ok(body()),
    });
    renderAt('/contests', '/contests', <ContestsPage />);
    expect(await screen.findByText('还没有比赛')).toBeDefined();
    fireEvent.change(screen.getByLabelText('学校参赛码'), { target: { value: '4F7K-92QX-M3TD' } });
    await screen.findByRole('option', { name: '一班' });
    fireEvent.change(screen.getByLabelText('班级'), { target: { value: 'c1' } });
    fireEvent.click(screen.getByRole('button', { name: '报名' }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/contests/k1'));
    expect(asked.find(({ path }) => path.includes('contest-entries'))?.body).toEqual({
      ...{ code: '4F7K-92QX-M3TD', classId: 'c1', team: '一班' },
    });
  });

  it('are made from a form that says what is missing [J52]', async () => {
    const card = { id: 'promotion/a', title: '到底多少钱', typeName: '促销', level: 2, shopName: '岁步', short: false };
    const asked = serve({
      'GET /api/me': ok(signedIn()),
      'GET /api/scenarios': ok([card]),
      'POST /api/contests': ok(body()),
    });
    renderAt('/contests/new', '/contests/new', <NewContestPage />);
    const make = await screen.findByRole('button', { name: '办这场比赛' });
    expect(make.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('先写名称')).toBeDefined();
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '城东杯' } });
    fireEvent.change(screen.getByRole('textbox', { name: '封榜' }), { target: { value: '99' } });
    expect(screen.getByText('封榜要短于比赛时间')).toBeDefined();
    fireEvent.change(screen.getByRole('textbox', { name: '封榜' }), { target: { value: '15' } });
    fireEvent.click(screen.getByRole('radio', { name: '只打一场' }));
    fireEvent.click(make);
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/contests/k1'));
    expect(asked.find(({ path }) => path === 'POST /api/contests')?.body).toMatchObject({
      ...{ name: '城东杯', scenarios: ['promotion/a'], kind: 'sitting', counted: 1, rounds: 1, freezeMinutes: 15 },
    });
  });
});

it('a file of results is checked by this server alone, and an unknown key’s fingerprint is shown [J58]', async () => {
  const file = { contest: '城东杯', host: '城西职校', rulesCode: '3F2A-09C1', signedAt: NOW, rows: 2, first: ['快嘴'] };
  serve({
    'GET /api/me': ok(signedIn()),
    'POST /api/contest-files': ok({ verdict: 'unknown', fingerprint: 'AAAA-BBBB', own: 'CCCC-DDDD', file }),
  });
  const { container } = renderAt('/contests/check', '/contests/check', <CheckFilePage />);
  await screen.findByRole('heading', { name: '核对成绩文件' });
  const input = container.querySelector('input[type=file]');
  if (input === null) throw new Error('no field for a file');
  fireEvent.change(input, { target: { files: [new File(['{}'], 'a.json', { type: 'application/json' })] } });
  expect(await screen.findByText(/这把密钥没见过/)).toBeDefined();
  expect(screen.getByText('AAAA-BBBB')).toBeDefined();
  expect(screen.getByText('CCCC-DDDD')).toBeDefined();
});
