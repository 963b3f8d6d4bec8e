import { describe, expect, test } from 'vitest';
import type { OwnHandover, OwnTerms, TermHandover } from '#contract/terms/handover.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom, inTerm } from './attendance-room.ts';

const path = ({ term }: Pick<AttendanceRoom, 'term'>, rest = ''): string => `my-terms/${term}/handover${rest}`;
const write = (room: AttendanceRoom, cookie: string, text = '订单 8 的退款还没到账，晚班盯一下') =>
  post(room, path(room), cookie, { text });
const idOf = (answer: Awaited<ReturnType<typeof write>>): string => (valueIn(answer) as { id: string }).id;
const read = async (room: AttendanceRoom, cookie: string): Promise<OwnHandover> =>
  valueIn(await get(room, path(room), cookie)) as OwnHandover;
const take = (room: AttendanceRoom, id: string, cookie: string) => post(room, path(room, `/${id}/take`), cookie);
const remove = (room: AttendanceRoom, id: string, cookie: string) => post(room, path(room, `/${id}/remove`), cookie);
/** 甲 and 乙 in teams of their own, or without shifts. */
const saveTeams = (room: AttendanceRoom, teams: object[]) =>
  post(room, inTerm(room, 'teams'), room.teacher, { version: 1, awards: [], teams });
const member = (person: string, shift: string | null) => ({ person, leader: false, shift });

describe('handover notes', () => {
  test('are written by one shift, read by its team and taken once by the other [A8] [A9]', async () => {
    const room = await attendanceRoom();
    expect(await read(room, room.yi)).toMatchObject({ notes: [], left: 0, open: 0, place: { shift: 'late' } });
    // Written at the shared machine where 甲 sits, without an account.
    const id = idOf(await write(room, room.trainee));
    expect(await read(room, room.jia)).toMatchObject({
      open: 0,
      notes: [{ id, shift: 'early', by: '甲', mine: true, mayTake: false, taken: null }],
    });
    expect(await read(room, room.yi)).toMatchObject({ open: 1, notes: [{ id, mine: false, mayTake: true }] });
    expect((valueIn(await get(room, 'my-terms', room.yi)) as OwnTerms).terms[0]?.open).toBe(1);
    expect(codeOf(await take(room, id, room.jia))).toBe('not-next-shift');
    expect(codeOf(await take(room, id, room.yi))).toBe('ok');
    expect(codeOf(await take(room, id, room.yi))).toBe('note-taken');
    expect((await read(room, room.jia)).notes).toMatchObject([{ taken: { by: '乙' }, mayTake: false }]);
    expect(codeOf(await remove(room, id, room.jia))).toBe('note-taken');
  });

  test('are taken back by who wrote them until somebody takes them [A9]', async () => {
    const room = await attendanceRoom();
    const id = idOf(await write(room, room.jia));
    expect(codeOf(await remove(room, id, room.yi))).toBe('unknown-note');
    expect(codeOf(await remove(room, id, room.jia))).toBe('ok');
    expect(codeOf(await take(room, id, room.yi))).toBe('unknown-note');
    expect((await read(room, room.jia)).notes).toEqual([]);
  });

  test('have a length and a number, and are written by nobody without a shift [A8]', async () => {
    const room = await attendanceRoom();
    expect(codeOf(await write(room, room.jia, 'x'))).toBe('bad-request');
    expect(codeOf(await write(room, room.jia, '客'.repeat(301)))).toBe('bad-request');
    expect(codeOf(await write(room, room.jia, '第 0 件'))).toBe('ok');
    const [first] = await room.storage.attendance.notes(room.term);
    if (first === undefined) throw new Error('no note');
    for (let n = 1; n < 20; n++) await room.storage.attendance.addNote({ ...first, id: `n${n}` });
    expect(codeOf(await write(room, room.jia))).toBe('handover-full');
    expect(codeOf(await write(room, room.yi))).toBe('ok');
    await saveTeams(room, [{ name: '谷炊', members: [member('jia', null), member('yi', 'late')] }]);
    expect(codeOf(await write(room, room.jia))).toBe('no-shift');
    expect((await read(room, room.jia)).notes).toHaveLength(21);
    expect((await read(room, room.jia)).notes.some(({ mayTake }) => mayTake)).toBe(false);
  });

  test('stay within the team: another team, class or school reads and takes none, staff read all [A8]', async () => {
    const room = await attendanceRoom();
    const id = idOf(await write(room, room.jia));
    await saveTeams(room, [
      { name: '谷炊', members: [member('jia', 'early')] },
      { name: '汀禾', members: [member('yi', 'late')] },
    ]);
    expect(await read(room, room.yi)).toMatchObject({ notes: [], open: 0, place: { team: '汀禾' } });
    expect(codeOf(await take(room, id, room.yi))).toBe('unknown-note');
    for (const cookie of [room.elsewhere, room.foreign, room.stranger, room.teacher]) {
      expect(codeOf(await get(room, path(room), cookie))).toBe('unknown-term');
      expect(codeOf(await write(room, cookie))).toBe('unknown-term');
      expect(codeOf(await take(room, id, cookie))).toBe('unknown-term');
      expect(codeOf(await remove(room, id, cookie))).toBe('unknown-term');
    }
    const ofTerm = (cookie: string, term = room.term) => get(room, inTerm({ term }, 'handover'), cookie);
    expect(valueIn(await ofTerm(room.mentor)) as TermHandover).toMatchObject({
      teams: [
        { team: '谷炊', notes: [{ id, by: '甲', mine: false, mayTake: false }] },
        { team: '汀禾', notes: [] },
      ],
    });
    expect(codeOf(await ofTerm(room.jia))).toBe('not-allowed');
    expect(codeOf(await ofTerm(room.foreign))).toBe('unknown-class');
    expect(codeOf(await ofTerm(room.teacher, 'elsewhere'))).toBe('unknown-term');
    // A team that was renamed keeps its notes where staff read them.
    await post(room, inTerm(room, 'teams'), room.teacher, { version: 2, awards: [], teams: [] });
    expect((valueIn(await ofTerm(room.teacher)) as TermHandover).teams).toMatchObject([{ team: '谷炊' }]);
    expect((await read(room, room.jia)).place).toBeNull();
  });
});
