import { describe, expect, test } from 'vitest';
import type { TermSheet } from '#contract/terms/sheet.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import type { TermRow } from '#contract/terms/term.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { termRoom } from './term-room.ts';

const WEEK = { name: '双 11 实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' };
const member = (person: string, over = {}) => ({ person, leader: false, shift: null, ...over });
const CHANGE = {
  version: 0,
  awards: [300, 100],
  teams: [
    { name: '坡上鲜果铺', members: [member('yi')] },
    { name: '谷炊生活电器', members: [member('jia', { leader: true, shift: 'early' })] },
  ],
};

const teamsRoom = async () => {
  const server = await termRoom();
  const { id } = valueIn(await post(server, 'classes/c1/terms', server.teacher, WEEK)) as TermRow;
  const path = `classes/c1/terms/${id}/teams`;
  const read = async (cookie = server.teacher) => valueIn(await get(server, path, cookie)) as TermTeams;
  return {
    ...server,
    path,
    read,
    save: (change: object, cookie = server.teacher) => post(server, path, cookie, change),
  };
};

describe('a term’s teams', () => {
  test('begin without one, are saved all at once, and by the version that was read [L1]', async () => {
    const { read, save, mentor, storage } = await teamsRoom();
    expect(await read()).toMatchObject({ version: 0, awards: [2000, 1500, 1000, 500], teams: [], waiting: 1 });
    expect((await read()).roster.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(valueIn(await save(CHANGE))).toEqual({ version: 1 });
    const { teams, awards } = await read(mentor);
    expect(teams.map(({ name, members }) => [name, members])).toEqual([
      ['坡上鲜果铺', [{ person: 'yi', no: '02', name: '乙', leader: false, shift: null }]],
      ['谷炊生活电器', [{ person: 'jia', no: '01', name: '甲', leader: true, shift: 'early' }]],
    ]);
    expect(awards).toEqual([300, 100]);
    expect(codeOf(await save(CHANGE))).toBe('teams-changed');
    expect((await storage.audit.after(0, 99)).map(({ kind }) => kind)).toContain('teams-changed');
  });

  test('rank by what is published, and a team without a mark has neither rank nor award [L2] [L3] [L4]', async () => {
    const server = await teamsRoom();
    await server.save(CHANGE);
    expect((await server.read()).teams.map(({ rank }) => rank)).toEqual([null, null]);
    await post(server, 'runs/r1/publish', server.teacher, { published: true });
    const { teams, waiting } = await server.read();
    expect(waiting).toBe(0);
    expect(teams).toMatchObject([
      { name: '坡上鲜果铺', score: null, measured: 0, rank: null, award: null },
      { name: '谷炊生活电器', measured: 1, rank: 1, shared: false, award: 300 },
    ]);
    expect(teams[1]?.figures).toContainEqual({ id: 'workload', value: 1, measured: 1 });
  });

  test('stand for a shop of the library, on the sheet too, and for none that isn’t there [J91]', async () => {
    const server = await teamsRoom();
    const { read, save, path, teacher } = server;
    const [shop] = (await read()).shops;
    if (shop === undefined) throw new Error('no shop');
    const [first, second] = CHANGE.teams;
    const change = { ...CHANGE, teams: [{ ...first, shop: shop.id }, second] };
    expect(codeOf(await save({ ...change, teams: [{ ...first, shop: 'nowhere' }] }))).toBe('unknown-shop');
    expect(valueIn(await save(change))).toEqual({ version: 1 });
    expect((await read()).teams.map((team) => team.shop)).toEqual([shop, undefined]);
    const sheet = valueIn(await get(server, path.replace(/teams$/, 'sheet'), teacher)) as TermSheet;
    expect(sheet.teams).toEqual({ yi: { team: '坡上鲜果铺', shop }, jia: { team: '谷炊生活电器' } });
  });

  test('what each would play of its own shop is told to the school’s teachers alone [J92]', async () => {
    const server = await termRoom();
    const { teacher, mentor, storage } = server;
    await storage.terms.create({
      ...{ id: 'm1', school: 's1', classId: 'c1', name: '实训周', firstDay: '2000-01-01', lastDay: '2999-12-31' },
      ...{ rules: null, version: 0, createdBy: 'wang', createdAt: 1 },
    });
    const [first, second] = CHANGE.teams;
    if (first === undefined || second === undefined) throw new Error('no teams');
    await storage.teams.putTeams('m1', { version: 1, awards: [], teams: [{ ...first, shop: 'gone' }, second] });
    const ask = (id: string, cookie: string) =>
      get(server, `classes/${id}/own-shops?scenarios=another-school/own`, cookie);
    expect(valueIn(await ask('c1', teacher))).toEqual([
      { team: '坡上鲜果铺', shopName: 'gone', titles: null },
      { team: '谷炊生活电器', shopName: null, titles: null },
    ]);
    expect(codeOf(await ask('c1', mentor))).toBe('not-allowed');
    expect(codeOf(await ask('c9', teacher))).toBe('unknown-class');
  });

  test('who has left the class is in none, and somebody of another class is refused [L1]', async () => {
    const { read, save, storage } = await teamsRoom();
    await save(CHANGE);
    await storage.people.changeMember('c1', 'yi', { name: null, no: null, left: true }, 1);
    expect((await read()).teams[0]?.members).toEqual([]);
    expect(codeOf(await save({ ...CHANGE, version: 1 }))).toBe('unknown-person');
  });

  test('a mentor changes none, and another class’s term is none [L1]', async () => {
    const server = await teamsRoom();
    expect(codeOf(await server.save(CHANGE, server.mentor))).toBe('not-allowed');
    expect(codeOf(await server.save({ ...CHANGE, awards: [1, 2] }))).toBe('bad-request');
    await server.storage.people.createClass({
      ...{ id: 'c2', school: 's1', name: '2404 班', createdAt: 1, archivedAt: null },
    });
    const elsewhere = server.path.replace('/c1/', '/c2/');
    expect(codeOf(await get(server, elsewhere, server.teacher))).toBe('unknown-term');
    expect(codeOf(await post(server, elsewhere, server.teacher, CHANGE))).toBe('unknown-term');
    expect(codeOf(await get(server, server.path, server.stranger))).toBe('not-signed-in');
  });
});
