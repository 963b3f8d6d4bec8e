import { describe, expect, test } from 'vitest';
import type { OwnTerms } from '#contract/terms/handover.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceOf, attendanceRoom, DAY, inTerm, marksIn } from './attendance-room.ts';

const ASKED = { day: DAY, span: 'day', reason: '感冒去医院' };
const askFor = (room: AttendanceRoom, cookie = room.yi, over: object = {}) =>
  post(room, `my-terms/${room.term}/leaves`, cookie, { ...ASKED, ...over });
const idOf = (answer: Awaited<ReturnType<typeof askFor>>): string => (valueIn(answer) as { id: string }).id;
const decide = (room: AttendanceRoom, id: string, cookie: string, over: object = {}) =>
  post(room, inTerm(room, `leaves/${id}/decision`), cookie, { approved: true, note: '', ...over });
const withdraw = (room: AttendanceRoom, id: string, cookie = room.yi) =>
  post(room, `my-terms/${room.term}/leaves/${id}/withdraw`, cookie);
const ownOf = async (room: AttendanceRoom, cookie: string): Promise<OwnTerms> =>
  valueIn(await get(room, 'my-terms', cookie)) as OwnTerms;

describe('leave in a term', () => {
  test('is asked for by its trainee and decided once by the mentor; approved it is no absence [A5] [A6]', async () => {
    const room = await attendanceRoom();
    const id = idOf(await askFor(room));
    const before = await attendanceOf(room, room.mentor);
    expect(valueIn(await get(room, `classes/c1/terms/${room.term}`, room.mentor))).toMatchObject({ leavesAsked: 1 });
    expect([marksIn(before), before.mayDecide]).toEqual([['present', 'absent'], true]);
    expect(before.leaves).toMatchObject([
      { id, name: '乙', day: DAY, state: 'asked', by: '乙', decidedBy: null, reason: '感冒去医院' },
    ]);
    expect((await attendanceOf(room)).mayDecide).toBe(false);
    expect(codeOf(await decide(room, id, room.teacher))).toBe('not-allowed');
    expect(codeOf(await decide(room, id, room.yi))).toBe('not-allowed');
    expect(codeOf(await decide(room, 'none', room.mentor))).toBe('unknown-leave');
    expect(valueIn(await decide(room, id, room.mentor))).toBe('approved');
    expect(codeOf(await decide(room, id, room.mentor, { approved: false, note: '不行' }))).toBe('leave-decided');
    const after = await attendanceOf(room);
    expect(marksIn(after)).toEqual(['present', 'leave']);
    expect(after.leaves).toMatchObject([{ state: 'approved', decidedBy: '周导师' }]);
    expect((await ownOf(room, room.yi)).terms[0]?.signed).toMatchObject({
      ...{ sums: { leave: 1, absent: 0 }, sessions: [{ run: 'r1', mark: 'leave' }] },
      leaves: [{ id, state: 'approved', decidedBy: '周导师' }],
    });
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'leave-decided');
    expect(trail).toMatchObject([{ subject: id, details: { state: 'approved' } }]);
  });

  test('is the teachers’ to decide where the school has no mentor, and a refusal says why [A6]', async () => {
    const room = await attendanceRoom(false);
    const id = idOf(await askFor(room));
    expect((await attendanceOf(room)).mayDecide).toBe(true);
    expect(codeOf(await decide(room, id, room.teacher, { approved: false }))).toBe('bad-request');
    const refusal = { approved: false, note: '当天考试，先来' };
    expect(valueIn(await decide(room, id, room.teacher, refusal))).toBe('refused');
    expect(marksIn(await attendanceOf(room))).toEqual(['present', 'absent']);
    expect((await ownOf(room, room.yi)).terms[0]?.signed?.leaves).toMatchObject([
      { state: 'refused', note: '当天考试，先来', decidedBy: '王老师' },
    ]);
    // Refused, the day is free to be asked for again.
    expect(codeOf(await askFor(room))).toBe('ok');
  });

  test('is withdrawn by its trainee until it is decided [A5]', async () => {
    const room = await attendanceRoom();
    const id = idOf(await askFor(room));
    expect(codeOf(await withdraw(room, id, room.jia))).toBe('unknown-leave');
    expect(codeOf(await withdraw(room, id))).toBe('ok');
    expect(codeOf(await withdraw(room, id))).toBe('leave-decided');
    expect(codeOf(await decide(room, id, room.mentor))).toBe('leave-decided');
    const again = idOf(await askFor(room));
    expect(valueIn(await decide(room, again, room.mentor))).toBe('approved');
    expect(codeOf(await withdraw(room, again))).toBe('leave-decided');
  });

  test('lies in the term, has a reason, and a day has no two that overlap [A5]', async () => {
    const room = await attendanceRoom();
    expect(codeOf(await askFor(room, room.yi, { day: '2026-12-01' }))).toBe('leave-outside');
    expect(codeOf(await askFor(room, room.yi, { reason: '' }))).toBe('bad-request');
    expect(codeOf(await askFor(room, room.yi, { span: 'am' }))).toBe('ok');
    expect(codeOf(await askFor(room, room.yi, { span: 'am' }))).toBe('leave-there');
    expect(codeOf(await askFor(room, room.yi, { span: 'day' }))).toBe('leave-there');
    const twice = await Promise.all([1, 2].map(() => askFor(room, room.yi, { span: 'pm' })));
    expect(twice.map(codeOf).toSorted()).toEqual(['leave-there', 'ok']);
    expect(codeOf(await askFor(room, room.jia))).toBe('ok');
  });

  test('is entered by a teacher for a trainee of the class, and approved with that [A5]', async () => {
    const room = await attendanceRoom();
    const enter = (over: object = {}, cookie = room.teacher) =>
      post(room, inTerm(room, 'leaves'), cookie, { ...ASKED, person: 'yi', ...over });
    expect(codeOf(await enter({}, room.mentor))).toBe('not-allowed');
    expect(codeOf(await enter({ person: 'bing' }))).toBe('unknown-person');
    expect(codeOf(await enter())).toBe('ok');
    const body = await attendanceOf(room);
    expect(marksIn(body)).toEqual(['present', 'leave']);
    expect(body.leaves).toMatchObject([{ name: '乙', by: '王老师', state: 'approved', decidedBy: '王老师' }]);
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'leave-entered');
    expect(trail).toMatchObject([{ subject: 'yi', details: { day: DAY } }]);
  });

  test('is one’s own business: no classmate, other class or school, nor a device that tapped the name [A7]', async () => {
    const room = await attendanceRoom();
    await askFor(room, room.jia);
    expect((await ownOf(room, room.yi)).terms[0]?.signed?.leaves).toEqual([]);
    expect(await ownOf(room, room.trainee)).toMatchObject({
      ...{ name: '甲', signedIn: false },
      terms: [{ term: { id: room.term }, place: { team: '谷炊', shift: 'early' }, signed: null }],
    });
    expect(await ownOf(room, room.stranger)).toMatchObject({ name: null, terms: [] });
    expect(await ownOf(room, room.elsewhere)).toMatchObject({ name: '丙', signedIn: true, terms: [] });
    expect(codeOf(await askFor(room, room.trainee))).toBe('not-signed-in');
    expect(codeOf(await askFor(room, room.elsewhere))).toBe('unknown-term');
    expect(codeOf(await askFor(room, room.teacher))).toBe('unknown-term');
    expect(codeOf(await askFor(room, room.foreign))).toBe('unknown-term');
    expect(codeOf(await decide(room, 'none', room.foreign))).toBe('unknown-class');
    const other = { ...room, term: 'elsewhere' };
    expect(codeOf(await askFor(other, room.yi))).toBe('unknown-term');
    expect(codeOf(await withdraw(other, 'none'))).toBe('unknown-leave');
    expect(codeOf(await decide(other, 'none', room.mentor))).toBe('unknown-term');
    expect(codeOf(await post(other, inTerm(other, 'leaves'), room.teacher, { ...ASKED, person: 'yi' }))).toBe(
      'unknown-term',
    );
  });
});
