import { describe, expect, test } from 'vitest';
import type { MentorTrainees } from '#contract/mentors/mentors.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { accept, invite, type MentorRoom, mentorRoom, shareTerm, withGuo } from './mentor-room.ts';

const trainees = (room: MentorRoom, cookie: string) => get(room, 'mentor/trainees', cookie);
const tableOf = async (room: MentorRoom, cookie = room.guo): Promise<MentorTrainees> =>
  valueIn(await trainees(room, cookie)) as MentorTrainees;

describe('a mentor’s trainees', () => {
  test('are those of terms that are shared at that moment, each with their figures [J88]', async () => {
    const room = await mentorRoom();
    await post(room, 'runs/r1/publish', room.teacher, { published: true });
    expect((await tableOf(room)).rows).toEqual([]);
    await withGuo(room);
    expect((await tableOf(room)).rows).toEqual([]);
    await shareTerm(room, true);
    const { rows, schools } = await tableOf(room);
    expect(schools).toHaveLength(2);
    expect(rows.map(({ name, class: of, school }) => [name, of.name, school])).toEqual([
      ['甲', '2403 班', schools[1]],
      ['乙', '2403 班', schools[1]],
    ]);
    const [jia, yi] = rows;
    // 甲 was there and has a published drill, 乙 wasn't.
    expect(jia).toMatchObject({ drills: 1, attendance: { there: 1, held: 1, absent: 0 } });
    expect(jia?.score).toBeGreaterThan(0);
    expect(jia?.lastDrillAt).toBeGreaterThan(0);
    expect(yi).toMatchObject({
      score: null,
      drills: 0,
      attendance: { there: 0, held: 1, absent: 1 },
      lastDrillAt: null,
    });
    // Attendance is 10 of the marks, key indicators 30; nobody has entered anything.
    expect([jia?.total.of, yi?.total.of]).toEqual([40, 10]);
    expect(yi?.total.value).toBe(0);
    await shareTerm(room, false);
    expect((await tableOf(room)).rows).toEqual([]);
  });

  test('of a school that only invites, or whose mentorship has ended, are none [J88]', async () => {
    const room = await mentorRoom();
    await shareTerm(room, true);
    const { id } = await invite(room, 'guo');
    expect((await tableOf(room)).rows).toEqual([]);
    await accept(room, id);
    expect((await tableOf(room)).rows).toHaveLength(2);
    await post(room, `mentor/schools/${id}/end`, room.guo);
    expect((await tableOf(room)).rows).toEqual([]);
  });

  test('of the own school are there unasked; nobody but mentors reads any [J88]', async () => {
    const room = await mentorRoom();
    expect((await tableOf(room, room.mentor)).rows.map(({ name }) => name)).toEqual(['甲', '乙']);
    // The figures of an unpublished run count nowhere.
    expect((await tableOf(room, room.mentor)).rows[0]).toMatchObject({ score: null, drills: 0 });
    for (const cookie of [room.teacher, room.admin]) expect(codeOf(await trainees(room, cookie))).toBe('not-allowed');
    expect(codeOf(await trainees(room, room.jia))).not.toBe('ok');
  });
});
