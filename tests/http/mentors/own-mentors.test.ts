/** What a school's own mentors see of a class that shows them only what is shared. */
import { describe, expect, test } from 'vitest';
import type { ClassBody } from '#contract/people.ts';
import type { RunRow } from '#contract/runs.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { inTerm } from '#tests/http/terms/attendance-room.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import { homeOf, type MentorRoom, mentorRoom, share, shareTerm } from './mentor-room.ts';

const see = (room: MentorRoom, mentorsSee: string, cookie = room.teacher) =>
  post(room, 'classes/c1', cookie, { mentorsSee });
const codes = async (room: MentorRoom, paths: readonly string[], cookie = room.mentor) =>
  new Set(await Promise.all(paths.map(async (path) => codeOf(await get(room, path, cookie)))));
const RUN = ['runs/r1', 'runs/r1/results', 'runs/r1/class-report', 'runs/r1/export.xlsx', 'drills/d1-1/report'];
const OF_CLASS = ['classes/c1', 'classes/c1/terms', 'classes/c1/report', 'classes/c1/path', 'people/jia/portfolio'];
const termPaths = (room: MentorRoom) => ['', 'sheet', 'teams', 'attendance', 'sides'].map((path) => inTerm(room, path));

describe('[J94] a class that shows the school’s own mentors only what is shared', () => {
  test('keeps runs, drills, terms, roster and people from them, and nothing from teachers', async () => {
    const room = await mentorRoom();
    const all = [...RUN, ...OF_CLASS, ...termPaths(room).map((path) => path.replace(/\/$/, ''))];
    // A class from before shows everything.
    expect((valueIn(await get(room, 'classes/c1', room.teacher)) as ClassBody).mentorsSee).toBe('all');
    for (const path of all)
      expect([path, codeOf(await get(room, path, room.mentor))]).not.toEqual([path, 'not-shared']);
    expect(codeOf(await see(room, 'shared', room.mentor))).toBe('not-allowed');
    expect(codeOf(await see(room, 'shared'))).toBe('ok');
    expect(await codes(room, all)).toEqual(new Set(['not-shared']));
    expect(valueIn(await get(room, 'runs', room.mentor))).toEqual([]);
    expect((valueIn(await get(room, 'runs', room.teacher)) as RunRow[]).map(({ id }) => id)).toEqual(['r1']);
    expect(await codes(room, RUN, room.teacher)).toEqual(new Set(['ok']));
    expect(codeOf(await post(room, 'runs/r1/say', room.mentor, { seat: null, text: '好' }))).toBe('not-shared');
    expect((await homeOf(room, room.mentor)).schools).toMatchObject([{ terms: [], kept: { terms: 1, runs: 1 } }]);
    const trail = await room.storage.audit.after(0, 99);
    expect(trail.filter(({ kind }) => kind === 'class-mentors').map(({ subject }) => subject)).toEqual(['c1']);
    expect(codeOf(await see(room, 'all'))).toBe('ok');
    expect(await codes(room, RUN)).toEqual(new Set(['ok']));
  });

  test('opens a run that is shared and a term that is, each by itself, until it is taken back', async () => {
    const room = await mentorRoom();
    await see(room, 'shared');
    expect(valueIn(await share(room, true))).toMatchObject({ shared: true, mentors: 0, own: 1 });
    expect(await codes(room, RUN)).toEqual(new Set(['ok']));
    expect((valueIn(await get(room, 'runs', room.mentor)) as RunRow[]).map(({ id }) => id)).toEqual(['r1']);
    expect(await codes(room, termPaths(room).slice(1))).toEqual(new Set(['not-shared']));
    await shareTerm(room, true);
    expect(await codes(room, termPaths(room).slice(1))).toEqual(new Set(['ok']));
    expect(await codes(room, OF_CLASS)).toEqual(new Set(['not-shared']));
    await share(room, false);
    expect(await codes(room, RUN)).toEqual(new Set(['not-shared']));
  });

  test('has teachers stand in for them while the term is kept', async () => {
    const room = await mentorRoom();
    const enter = async (cookie: string) =>
      codeOf(
        await post(room, inTerm(room, 'entries'), cookie, { person: 'jia', item: 'mentor', value: 6, reason: '' }),
      );
    expect([await enter(room.teacher), await enter(room.mentor)]).toEqual(['not-allowed', 'ok']);
    await see(room, 'shared');
    expect([await enter(room.teacher), await enter(room.mentor)]).toEqual(['ok', 'not-shared']);
    await shareTerm(room, true);
    expect([await enter(room.teacher), await enter(room.mentor)]).toEqual(['not-allowed', 'ok']);
  });

  test('keeps the wall of a run, and what a class that is made shows is what is shared', async () => {
    const room = await mentorRoom();
    const wall = await connected(room, room.mentor);
    await see(room, 'shared');
    expect(await emit(wall, 'run:watch', { runId: 'r1' })).toMatchObject({ error: { code: 'not-shared' } });
    await share(room, true);
    expect(await emit(wall, 'run:watch', { runId: 'r1' })).toMatchObject({ ok: true });
    const made = valueIn(await post(room, 'classes', room.teacher, { name: '新班' })) as ClassBody;
    expect(made).toMatchObject({ mentorsSee: 'shared', mentors: 1 });
  });
});
