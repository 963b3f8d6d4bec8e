import { describe, expect, test } from 'vitest';
import type { OwnRanking } from '#contract/terms/ranking.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom, inTerm } from './attendance-room.ts';

const change = (room: AttendanceRoom, joins: boolean, cookie = room.jia) =>
  post(room, `my-terms/${room.term}/ranking`, cookie, { joins });
const own = (room: AttendanceRoom, cookie = room.jia) => get(room, `my-terms/${room.term}/ranking`, cookie);
const ownOf = async (room: AttendanceRoom, cookie = room.jia): Promise<OwnRanking> =>
  valueIn(await own(room, cookie)) as OwnRanking;
const teamsOf = async (room: AttendanceRoom): Promise<TermTeams> =>
  valueIn(await get(room, inTerm(room, 'teams'), room.teacher)) as TermTeams;

describe('the individual ranks of a term', () => {
  test('name who joined alone, and nobody any more who left [J86]', async () => {
    const room = await attendanceRoom();
    await post(room, 'runs/r1/publish', room.teacher, { published: true });
    expect((await teamsOf(room)).people).toEqual([]);
    expect(valueIn(await change(room, true))).toEqual({ step: 'joined' });
    expect(valueIn(await change(room, true))).toEqual({ step: 'joined' });
    const { people } = await teamsOf(room);
    expect(people.map(({ name }) => name)).toEqual(['甲']);
    expect(people[0]).toMatchObject({ rank: 1, shared: false, score: expect.any(Number) });
    // 乙 hasn't joined: how many have is all they are told.
    const ofYi = await ownOf(room, room.yi);
    expect(ofYi).toMatchObject({ people: null, others: 1, steps: [] });
    expect(JSON.stringify(ofYi)).not.toContain('甲');
    await change(room, true, room.yi);
    const both = await ownOf(room, room.yi);
    expect(both.people?.map(({ name, mine }) => [name, mine])).toEqual([
      ['甲', false],
      ['乙', true],
    ]);
    expect(valueIn(await change(room, false))).toEqual({ step: 'left' });
    expect((await teamsOf(room)).people.map(({ name }) => name)).toEqual(['乙']);
    expect((await ownOf(room)).steps.map(({ step }) => step)).toEqual(['joined', 'left']);
    expect(JSON.stringify(await ownOf(room, room.yi))).not.toContain('甲');
  });

  test('a trainee reads the teams without their members, and a name that was tapped reads and joins none [J86]', async () => {
    const room = await attendanceRoom();
    const member = (person: string) => ({ person, leader: false, shift: null });
    const teams = [
      { name: '谷炊', members: [member('jia')] },
      { name: '汀禾', members: [member('yi')] },
    ];
    await post(room, inTerm(room, 'teams'), room.teacher, { version: 1, awards: [300], teams });
    await post(room, 'runs/r1/publish', room.teacher, { published: true });
    const ofJia = await ownOf(room);
    expect(ofJia.teams.map(({ name, people, mine }) => [name, people, mine])).toEqual([
      ['谷炊', 1, true],
      ['汀禾', 1, false],
    ]);
    expect(ofJia.teams[0]).toMatchObject({ rank: 1, award: 300 });
    expect(JSON.stringify(ofJia)).not.toContain('"members"');
    expect(codeOf(await own(room, room.trainee))).toBe('not-signed-in');
    expect(codeOf(await change(room, true, room.trainee))).toBe('not-signed-in');
    for (const cookie of [room.teacher, room.mentor]) {
      expect(codeOf(await own(room, cookie))).toBe('unknown-term');
      expect(codeOf(await change(room, true, cookie))).toBe('unknown-term');
    }
  });
});
