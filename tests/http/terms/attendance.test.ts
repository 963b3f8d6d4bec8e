import { describe, expect, test } from 'vitest';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceOf, attendanceRoom, DAY, inTerm, marksIn } from './attendance-room.ts';

const correct = (room: AttendanceRoom, over: object = {}, cookie = room.teacher) =>
  post(room, inTerm(room, 'attendance/entries'), cookie, {
    ...{ person: 'yi', run: 'r1', mark: 'late', reason: '断网，人在教室' },
    ...over,
  });
const setShift = (room: AttendanceRoom, shift: string | null, cookie = room.teacher, run = 'r1') =>
  post(room, inTerm(room, 'attendance/shifts'), cookie, { run, shift });
/** The sheet's attendance cells, 甲’s and 乙’s. */
const cellsOf = async (room: AttendanceRoom) =>
  (valueIn(await get(room, inTerm(room, 'sheet'), room.teacher)) as TermSheet).rows.map(({ cells }: SheetRow) =>
    cells.find(({ item }) => item === 'attendance'),
  );

describe('a term’s attendance', () => {
  test('has each session that is over and each trainee’s mark, with the sums both ways [A1] [A2]', async () => {
    const room = await attendanceRoom();
    const body = await attendanceOf(room, room.mentor);
    expect(body.sessions).toMatchObject([
      { run: 'r1', kind: 'lesson', day: DAY, state: 'ended', shift: null, sums: { present: 1, absent: 1, late: 0 } },
    ]);
    expect(body.rows).toMatchObject([
      { no: '01', name: '甲', shift: 'early', sums: { present: 1, absent: 0 } },
      { no: '02', name: '乙', shift: 'late', sums: { present: 0, absent: 1 } },
    ]);
    expect(marksIn(body)).toEqual(['present', 'absent']);
    expect(body).toMatchObject({ version: 0, own: false, rules: { lateMinutes: 5 }, leaves: [] });
  });

  test('a session is for a shift by the teacher’s word, and the other shift isn’t expected there [A1]', async () => {
    const room = await attendanceRoom();
    expect(codeOf(await setShift(room, 'early', room.mentor))).toBe('not-allowed');
    expect(codeOf(await setShift(room, 'night'))).toBe('bad-request');
    expect(codeOf(await setShift(room, 'early', room.teacher, 'r9'))).toBe('unknown-run');
    expect(codeOf(await setShift(room, 'early'))).toBe('ok');
    const body = await attendanceOf(room);
    expect(marksIn(body)).toEqual(['present', 'none']);
    expect(body.sessions[0]).toMatchObject({ shift: 'early', sums: { present: 1, absent: 0 } });
    // Nothing counts for 乙 any more, and nothing is no nought.
    expect(await cellsOf(room)).toMatchObject([{ value: 10 }, { value: null }]);
    await setShift(room, null);
    expect(marksIn(await attendanceOf(room))).toEqual(['present', 'absent']);
  });

  test('is corrected by teachers with a reason, on record, until that is taken back [A3]', async () => {
    const room = await attendanceRoom();
    expect(codeOf(await correct(room, {}, room.mentor))).toBe('not-allowed');
    expect(codeOf(await correct(room, { reason: '' }))).toBe('bad-request');
    expect(codeOf(await correct(room, { person: 'bing' }))).toBe('unknown-person');
    expect(codeOf(await correct(room, { run: 'r9' }))).toBe('unknown-run');
    expect(codeOf(await correct(room))).toBe('ok');
    expect(codeOf(await correct(room, { mark: 'present', reason: '点名时在' }))).toBe('ok');
    const { rows } = await attendanceOf(room);
    expect(rows[1]?.cells[0]).toMatchObject({
      ...{ mark: 'present', byData: 'absent' },
      entries: [
        { mark: 'late', reason: '断网，人在教室', by: '王老师' },
        { mark: 'present', reason: '点名时在', by: '王老师' },
      ],
    });
    expect(await cellsOf(room)).toMatchObject([
      { value: 10 },
      { value: 10, because: expect.arrayContaining([expect.stringContaining('老师改记到')]) },
    ]);
    expect(codeOf(await correct(room, { mark: null, reason: '' }))).toBe('ok');
    expect(marksIn(await attendanceOf(room))).toEqual(['present', 'absent']);
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'attendance-corrected');
    expect(trail.map(({ subject, details }) => [subject, details.run, details.mark])).toEqual([
      ['yi', 'r1', 'late'],
      ['yi', 'r1', 'present'],
      ['yi', 'r1', null],
    ]);
  });

  test('a session that isn’t over has no marks, and none is corrected [A1] [A3]', async () => {
    const room = await attendanceRoom();
    const run = await room.storage.runs.run('r1');
    if (run === null) throw new Error('no run');
    await room.storage.runs.changeRun({ ...run, stage: 'drill', endedAt: null });
    const body = await attendanceOf(room);
    expect([marksIn(body), body.sessions[0]?.state]).toEqual([[null, null], 'going']);
    expect(codeOf(await correct(room))).toBe('attendance-not-over');
  });

  test('what absence and coming late cost is the term’s own, by the version that was read [A4]', async () => {
    const room = await attendanceRoom();
    const save = (rules: object | null, version = 0, cookie = room.teacher) =>
      post(room, inTerm(room, 'attendance/rules'), cookie, { version, rules });
    const rules = { lateMinutes: 10, lateShare: 50, absentShare: 20 };
    expect(await cellsOf(room)).toMatchObject([{ value: 10 }, { value: 0 }]);
    expect(codeOf(await save(rules, 0, room.mentor))).toBe('not-allowed');
    expect(codeOf(await save({ ...rules, absentShare: 0 }))).toBe('bad-request');
    expect(valueIn(await save(rules))).toEqual({ version: 1 });
    expect(codeOf(await save(rules))).toBe('attendance-changed');
    expect(await cellsOf(room)).toMatchObject([
      { value: 10 },
      { value: 8, because: expect.arrayContaining([expect.stringContaining('扣满分的 20%')]) },
    ]);
    await correct(room);
    expect(await cellsOf(room)).toMatchObject([{ value: 10 }, { value: 9 }]);
    expect(valueIn(await save(null, 1))).toEqual({ version: 2 });
    expect(await attendanceOf(room)).toMatchObject({ version: 2, own: false, rules: { absentShare: null } });
  });

  test('its file has the table with sums that can be reckoned again, corrections, leave and rules [A10]', async () => {
    const room = await attendanceRoom();
    await correct(room);
    const url = `${room.url}/api/${inTerm(room, 'attendance.xlsx')}`;
    const got = await fetch(url, { headers: { cookie: room.mentor } });
    expect(decodeURIComponent(got.headers.get('content-disposition') ?? '')).toContain('考勤表-双 11 实训周');
    const bytes = Buffer.from(await got.arrayBuffer());
    // 学号, 姓名 and 班次, the session, then 到, 迟到, 请假, 旷训.
    const table = zipPart(bytes, 'xl/worksheets/sheet1.xml');
    expect(table).toMatch(/<c r="F4"[^>]*><f>COUNTIF\(D4:D4,"迟到"\)<\/f><v>1<\/v>/);
    const strings = zipPart(bytes, 'xl/sharedStrings.xml');
    for (const said of ['迟到', '早班', '断网，人在教室', '应到场次里的一份']) expect(strings).toContain(said);
    expect((await fetch(url, { headers: { cookie: room.jia } })).status).toBe(403);
    const trail = await room.storage.audit.after(0, 99);
    expect(trail.at(-1)).toMatchObject({ kind: 'data-exported', details: { what: 'attendance' } });
  });

  test('is read by no trainee and no other school, and another class’s term is none [A1]', async () => {
    const room = await attendanceRoom();
    for (const [cookie, code] of [
      [room.jia, 'not-allowed'],
      [room.trainee, 'not-signed-in'],
      [room.foreign, 'unknown-class'],
    ] as const) {
      expect(codeOf(await get(room, inTerm(room, 'attendance'), cookie))).toBe(code);
      expect(codeOf(await correct(room, {}, cookie))).toBe(code);
    }
    const other = { ...room, term: 'elsewhere' };
    expect(codeOf(await get(other, inTerm(other, 'attendance'), room.teacher))).toBe('unknown-term');
    expect(codeOf(await get(other, inTerm(other, 'attendance.xlsx'), room.teacher))).toBe('unknown-term');
    expect(codeOf(await correct(other))).toBe('unknown-term');
    expect(codeOf(await setShift(other, 'early'))).toBe('unknown-term');
    const rules = { version: 0, rules: null };
    expect(codeOf(await post(other, inTerm(other, 'attendance/rules'), room.teacher, rules))).toBe('unknown-term');
    const here = { ...room, term: room.term };
    expect(codeOf(await get(here, `classes/c2/terms/${room.term}/attendance`, room.teacher))).toBe('unknown-term');
  });
});
