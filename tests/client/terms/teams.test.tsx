import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  changeOf,
  dividedEvenly,
  draftOf,
  faultOf,
  type TeamsDraft,
  withoutTeam,
  withPerson,
  withShop,
  withTeams,
} from '#client/features/terms/model/teams-draft.ts';
import { stepIn } from '#client/features/terms/model/unveiling.ts';
import { TeamsBoardPage } from '#client/features/terms/teams-board-page.tsx';
import { TeamsEditPage } from '#client/features/terms/teams-edit-page.tsx';
import { TeamsPage } from '#client/features/terms/teams-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { RankedTeam, TermTeams } from '#contract/terms/teams.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { sheet } from './class-sheet.ts';

afterEach(() => {
  vi.useRealTimers();
  forgetMe();
  clean();
});

const roster = ['甲', '乙', '丙', '丁', '戊'].map((name, place) => ({
  person: `p${place}`,
  no: `0${place + 1}`,
  name,
}));
const team = (name: string, people: number[], over: Partial<RankedTeam> = {}): RankedTeam => ({
  ...{ name, score: null, measured: 0, rank: null, shared: false, award: null },
  members: people.flatMap((place) => {
    const one = roster[place];
    return one === undefined ? [] : [{ ...one, leader: false, shift: null }];
  }),
  figures: [
    { id: 'first-response', value: over.score == null ? null : 31.2, measured: over.measured ?? 0 },
    { id: 'workload', value: over.score == null ? null : 6.5, measured: over.measured ?? 0 },
  ],
  ...over,
});
const body: TermTeams = {
  ...{ class: sheet.class, term: sheet.term, version: 3, awards: [2000, 1500, 1000, 500], indicators: [] },
  ...{ roster, waiting: 1, people: [], shops: [{ id: 'guchui', name: '谷炊生活电器' }] },
  teams: [
    team('汀禾', [4]),
    team('谷炊', [0, 1], { score: 90, measured: 1, rank: 1, shared: true, award: 1750 }),
    team('坡上', [2], { score: 90, measured: 1, rank: 1, shared: true, award: 1750 }),
  ],
};
const none: TermTeams = { ...body, version: 0, teams: [] };
const BASE = '/classes/c1/terms/m1/teams';
const SAVE = `POST ${'/api'}${BASE}`;

const PAGES = { '': <TeamsPage />, '/edit': <TeamsEditPage />, '/board': <TeamsBoardPage /> };
const open = (page: keyof typeof PAGES, value = body, answers: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/me': ok(signedIn()), [`GET /api${BASE}`]: ok(value), ...answers });
  renderAt(`${BASE}${page}`, `/classes/:id/terms/:term/teams${page}`, PAGES[page]);
  return asked;
};

describe('the page of a term’s teams', () => {
  test('names the role plays in which too little was asked for a mark [J118]', async () => {
    const little = { name: '甲', run: '角色扮演', day: '2026-11-20', put: 1, of: 5 };
    open('', { ...body, askedLittle: [little] });
    expect(await screen.findByText('2026-11-20 角色扮演，甲：客户只问了 1 / 5，不计分')).toBeTruthy();
  });

  test('has the best team first, equal ones with the same rank, and says of how many a figure is [L2] [L4]', async () => {
    open('');
    const table = await screen.findByRole('table', { name: '名次' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual(['并列冠军', '并列冠军', '未排']);
    expect(rows[0]?.textContent).toContain('1 / 2 人有数');
    expect(rows[0]?.textContent).toContain('1,750 元');
    expect(rows[1]?.textContent).not.toContain('人有数');
    expect(screen.getByText('还有 1 场没结束或没发布，没算进去')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: '没进团队的' })).getByText('丁')).toBeTruthy();
  });

  test('says what comes next where there are no teams, and where there is no roster', async () => {
    open('', none);
    expect((await screen.findByRole('link', { name: '分团队' })).getAttribute('href')).toBe(`${BASE}/edit`);
    clean();
    open('', { ...none, roster: [] });
    expect(await screen.findByRole('link', { name: BUTTON.toClass })).toBeTruthy();
  });
});

describe('making teams', () => {
  test('divides the roster, undoes it, moves somebody and saves by the version [L1] [L5]', async () => {
    const asked = open('/edit', none, { [SAVE]: ok({ version: 1 }) });
    fireEvent.change(await screen.findByLabelText('分成几队'), { target: { value: '2' } });
    fireEvent.click(screen.getByRole('button', { name: '平均分' }));
    const of = (name: string) => screen.getByLabelText(`${name}在哪一队`) as HTMLSelectElement;
    expect(['甲', '乙', '丙', '丁', '戊'].map((name) => of(name).value)).toEqual(['0', '0', '0', '1', '1']);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(of('甲').value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: '平均分' }));
    fireEvent.change(screen.getByLabelText('第 1 队的名称'), { target: { value: '' } });
    expect(screen.getByText('每一队都要有名称')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('第 1 队的名称'), { target: { value: '谷炊' } });
    fireEvent.change(of('丙'), { target: { value: '1' } });
    fireEvent.change(screen.getByLabelText('丙的班次'), { target: { value: 'late' } });
    fireEvent.click(screen.getByLabelText('丙当班组长'));
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    const member = (person: string, over = {}) => ({ person, leader: false, shift: null, ...over });
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: SAVE,
        body: {
          version: 0,
          awards: [2000, 1500, 1000, 500],
          teams: [
            { name: '谷炊', members: [member('p0'), member('p1')] },
            {
              name: '品牌 2',
              members: [member('p2', { leader: true, shift: 'late' }), member('p3'), member('p4')],
            },
          ],
        },
      }),
    );
  });

  test('keeps what was made where it is refused', async () => {
    open('/edit', body, { [SAVE]: { ok: false, error: { code: 'teams-changed', message: '有同事刚改过。' } } });
    fireEvent.change(await screen.findByLabelText('第 1 队的名称'), { target: { value: '燧步' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    expect(await screen.findByText(/有同事刚改过/)).toBeTruthy();
    expect((screen.getByLabelText('第 1 队的名称') as HTMLInputElement).value).toBe('燧步');
  });
});

describe('the ranking on the projector', () => {
  test('has teams and no trainee, and is read anew on request and every minute', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const asked = open('/board');
    const rows = await screen.findAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('b')?.textContent)).toEqual(['并列冠军', '并列冠军', '未排']);
    for (const { name } of roster) expect(screen.queryByText(name)).toBeNull();
    const reads = () => asked.filter(({ path }) => path === `GET /api${BASE}`).length;
    expect(reads()).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: BUTTON.refresh }));
    await waitFor(() => expect(reads()).toBe(2));
    await vi.advanceTimersByTimeAsync(60_000);
    await waitFor(() => expect(reads()).toBe(3));
  });
});

describe('telling the places on the projector', () => {
  const told = () =>
    screen.getAllByRole('listitem').map((row) => {
      const [place, name] = [row.querySelector('b'), row.querySelector('b + span')];
      return `${place?.textContent} ${name?.textContent} ${row.lastElementChild?.textContent}`;
    });
  const ranks: Partial<RankedTeam>[] = [
    { score: 90, measured: 2, rank: 1, shared: false, award: 2000 },
    { score: 80, measured: 1, rank: 2, shared: false, award: 1500 },
  ];
  const ranking: TermTeams = {
    ...body,
    teams: [team('坡上', [2], ranks[1]), team('汀禾', [4]), team('谷炊', [0, 1], ranks[0])],
    people: [{ person: 'p1', name: '甲', team: '谷炊', score: 90, rank: 1, shared: false }],
  };

  test('goes from the last place upward, first the figures and then whose they are, by button or key [J90]', async () => {
    open('/board', ranking);
    fireEvent.click(await screen.findByRole('button', { name: '从最后一名揭晓' }));
    expect(told()).toEqual(['冠军 ？ 得分？', '亚军 ？ 得分？', '未排 汀禾 得分—']);
    expect(screen.queryByText('甲')).toBeNull();
    fireEvent.keyDown(window, { key: ' ' });
    expect(told().slice(0, 2)).toEqual(['冠军 ？ 得分？', '亚军 ？ 得分80']);
    fireEvent.keyDown(window, { key: 'ArrowRight' });
    expect(told().slice(0, 2)).toEqual(['冠军 ？ 得分？', '亚军 坡上 得分80']);
    fireEvent.click(screen.getByRole('button', { name: '下一队的数据' }));
    fireEvent.click(screen.getByRole('button', { name: '是哪一队' }));
    expect(told().slice(0, 2)).toEqual(['冠军 谷炊 得分90', '亚军 坡上 得分80']);
    expect(screen.getByText('甲')).toBeTruthy();
    // Nothing more to tell: a key does nothing, and the end is the ranking as ever.
    fireEvent.keyDown(window, { key: ' ' });
    fireEvent.click(screen.getByRole('button', { name: '结束揭晓' }));
    expect(screen.getByRole('button', { name: BUTTON.refresh })).toBeTruthy();
  });

  test('whose shop it is would tell the team, and waits with its name [J90] [J91]', async () => {
    const shop = { id: 'guchui', name: '谷炊生活电器' };
    open('/board', { ...ranking, teams: [team('坡上', [2], ranks[1]), team('甲队', [0, 1], { ...ranks[0], shop })] });
    expect((await screen.findByText(shop.name)).parentElement?.parentElement?.textContent).toContain('甲队');
    fireEvent.click(screen.getByRole('button', { name: '从最后一名揭晓' }));
    expect(screen.queryByText(shop.name)).toBeNull();
  });

  test('stands still meanwhile, and what can’t be in the address is nothing [J90]', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const asked = open('/board', ranking);
    fireEvent.click(await screen.findByRole('button', { name: '从最后一名揭晓' }));
    const reads = () => asked.filter(({ path }) => path === `GET /api${BASE}`).length;
    await vi.advanceTimersByTimeAsync(130_000);
    expect(reads()).toBe(1);
    expect([stepIn('2', 2), stepIn('5', 2), stepIn('-1', 2), stepIn('x', 2), stepIn('', 2), stepIn(null, 2)]).toEqual([
      ...[2, null, null, null, null, null],
    ]);
  });
});

describe('a draft of teams', () => {
  const draft = (names: string[]): TeamsDraft => withTeams(draftOf(none), names.length, (n) => names[n - 1] ?? '');
  const sizes = ({ names, people }: TeamsDraft) =>
    names.map((_, place) => people.filter(({ team: own }) => own === place).length);

  test('sizes differ by one at most, in the roster’s order or shuffled [L5]', () => {
    expect(sizes(dividedEvenly(draft(['a', 'b', 'c']), null))).toEqual([2, 2, 1]);
    expect(sizes(dividedEvenly(draft(['a', 'b', 'c', 'd', 'e', 'f']), null))).toEqual([1, 1, 1, 1, 1, 0]);
    // Always the first of those who are left: everybody moves down by one place.
    const shuffled = dividedEvenly(draft(['a', 'b']), () => 0);
    expect(sizes(shuffled)).toEqual([3, 2]);
    expect(shuffled.people.map(({ team: own }) => own)).toEqual([1, 0, 0, 0, 1]);
    expect(dividedEvenly(draft([]), null).people[0]?.team).toBeNull();
  });

  test('who moves leads no more, and a team has one leader [L1]', () => {
    const led = withPerson(dividedEvenly(draft(['a', 'b']), null), 'p0', { leader: true });
    const taken = withPerson(led, 'p1', { leader: true });
    expect(taken.people.map(({ leader }) => leader)).toEqual([false, true, false, false, false]);
    expect(withPerson(taken, 'p1', { team: 1 }).people[1]).toMatchObject({ team: 1, leader: false });
    expect(withoutTeam(taken, 0).people.map(({ team: own }) => own)).toEqual([null, null, null, 0, 0]);
  });

  test('a team nobody has named is called as its shop, one with a name of its own is not [J91]', () => {
    const shops = [
      { id: 'guchui', name: '谷炊生活电器' },
      { id: 'poshang', name: '坡上鲜果铺' },
    ];
    const known = { shops, unnamed: '品牌 1' };
    const first = withShop(draft(['品牌 1', '乙队']), 0, 'guchui', known);
    expect(first).toMatchObject({ names: ['谷炊生活电器', '乙队'], shops: ['guchui', null] });
    expect(withShop(first, 0, 'poshang', known).names[0]).toBe('坡上鲜果铺');
    expect(withShop(first, 0, null, known)).toMatchObject({ names: ['品牌 1', '乙队'], shops: [null, null] });
    // Its own name stays, and no two teams are called the same.
    const both = withShop(withShop(first, 1, 'poshang', known), 0, 'guchui', known);
    expect(both.names).toEqual(['谷炊生活电器', '乙队']);
    expect(withShop(draft(['谷炊生活电器', '品牌 1']), 1, 'guchui', known).names[1]).toBe('品牌 1');
    expect(changeOf(both, 1).teams.map(({ shop }) => shop)).toEqual(['guchui', 'poshang']);
    expect(withoutTeam(both, 0).shops).toEqual(['poshang']);
  });

  test('isn’t saved with a name twice, nor with awards that rise [L1] [L4]', () => {
    const right = draft(['a', 'b']);
    expect(faultOf(right)).toBeNull();
    expect(faultOf({ ...right, names: ['a', ' a'] })).toBe('twice');
    expect(faultOf({ ...right, awards: ['500', '600'] })).toBe('awards');
    expect(faultOf({ ...right, awards: ['很多'] })).toBe('awards');
    expect(changeOf({ ...right, awards: ['500', ''] }, 4)).toMatchObject({ version: 4, awards: [500, 0] });
  });
});
