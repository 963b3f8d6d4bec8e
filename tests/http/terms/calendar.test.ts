import { describe, expect, test } from 'vitest';
import { dayAndMinuteInChina } from '#classroom/homework/window.ts';
import type { CalendarEntry, OwnCalendar, TermCalendar } from '#contract/terms/calendar.ts';
import { STARTED_AT } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom, DAY, inTerm } from './attendance-room.ts';

const calendarOf = async (room: AttendanceRoom, cookie = room.teacher): Promise<TermCalendar> =>
  valueIn(await get(room, inTerm(room, 'calendar'), cookie)) as TermCalendar;
const ownOf = async (room: AttendanceRoom, cookie = room.jia): Promise<OwnCalendar> =>
  valueIn(await get(room, `my-terms/${room.term}/calendar`, cookie)) as OwnCalendar;
const file = async (room: Room, path: string, cookie: string) => {
  const response = await fetch(`${room.url}/api/${path}`, { headers: { cookie } });
  return { type: response.headers.get('content-type'), text: await response.text() };
};
const PRICE = { event: 'd1111@2026-11-11', step: 'price', day: '2026-11-17' };
const plan = (room: AttendanceRoom, over: object = {}, cookie = room.teacher) =>
  post(room, inTerm(room, 'calendar'), cookie, { ...PRICE, ...over });
const change = (room: AttendanceRoom, id: string, body: object, cookie = room.teacher) =>
  post(room, inTerm(room, `calendar/${id}`), cookie, body);
const planned = (entries: readonly CalendarEntry[]) => entries.filter(({ kind }) => kind === 'planned');

describe('a term’s calendar', () => {
  test('has its runs with shift, leave and handover by day, and for each trainee what is theirs [J68]', async () => {
    const room = await attendanceRoom();
    const leave = { day: '2026-11-24', span: 'am', reason: '感冒去医院' };
    await post(room, `my-terms/${room.term}/leaves`, room.yi, leave);
    await post(room, `my-terms/${room.term}/handover`, room.jia, { text: '退款没查' });
    await post(room, inTerm(room, 'attendance/shifts'), room.teacher, { run: 'r1', shift: 'early' });
    const { entries, mayPlan } = await calendarOf(room);
    expect(mayPlan).toBe(true);
    const [day, time] = dayAndMinuteInChina(STARTED_AT).split(' ');
    const kinds = entries.filter(({ kind }) => kind !== 'handover');
    expect(kinds).toMatchObject([
      {
        kind: 'run',
        day,
        time,
        run: 'r1',
        item: 'lesson',
        moment: null,
        shift: 'early',
      },
      { kind: 'leave', day: '2026-11-24', time: null, name: '乙', span: 'am', state: 'asked' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('感冒');
    expect(entries.filter(({ kind }) => kind === 'handover')).toEqual([
      { kind: 'handover', day: expect.any(String), time: null, team: '谷炊', shift: 'early', notes: 1, open: 1 },
    ]);
    const kindsOf = async (cookie: string) => (await ownOf(room, cookie)).entries.map(({ kind }) => kind).toSorted();
    expect(await kindsOf(room.jia)).toEqual(['handover', 'run']);
    // The lesson is the early shift's, 乙 is of the late one.
    expect(await kindsOf(room.yi)).toEqual(['handover', 'leave']);
    expect(codeOf(await get(room, `my-terms/${room.term}/calendar`, room.elsewhere))).toBe('unknown-term');
    expect(codeOf(await get(room, `my-terms/${room.term}/calendar`, room.stranger))).toBe('unknown-term');
    expect(codeOf(await get(room, inTerm(room, 'calendar'), room.foreign))).toBe('unknown-class');
    expect((await calendarOf(room, room.mentor)).suggested).toEqual([]);
  });

  test('has what belongs before and after a promotion, as far as its cases are there [J69]', async () => {
    const room = await attendanceRoom();
    const { suggested, source } = await calendarOf(room);
    expect(source).toBe('编者设定');
    expect(suggested).toEqual([
      {
        ...{ event: 'd1111@2026-11-11', eventName: '双11', eventDay: '2026-11-11', step: 'price', name: '价保和差价' },
        ...{ days: 5, day: '2026-11-16', planned: false },
        drill: { cases: [{ id: 'promotion/coupon-stack', title: expect.any(String) }] },
      },
    ]);
  });

  test('takes a step once, moves it, takes it away and puts it back [J69]', async () => {
    const room = await attendanceRoom();
    const { id } = valueIn(await plan(room)) as { id: string };
    const [entry] = planned((await calendarOf(room)).entries);
    expect(entry).toMatchObject({ id, day: '2026-11-17', name: '双11', step: '价保和差价' });
    expect((await calendarOf(room)).suggested).toMatchObject([{ planned: true }]);
    expect(planned((await ownOf(room)).entries)).toEqual([entry]);
    expect(codeOf(await plan(room))).toBe('planned-there');
    expect(codeOf(await plan(room, { step: 'none' }))).toBe('unknown-planned');
    expect(codeOf(await plan(room, { event: 'd1111@1999-11-11' }))).toBe('unknown-planned');
    expect(codeOf(await plan(room, { step: 'offers', day: '2026-10-21' }))).toBe('planned-outside');
    expect(codeOf(await change(room, id, { day: '2026-12-01', removed: false }))).toBe('planned-outside');
    expect(codeOf(await change(room, 'none', { day: DAY, removed: false }))).toBe('unknown-planned');
    await change(room, id, { day: DAY, removed: false });
    expect(planned((await calendarOf(room)).entries)).toMatchObject([{ id, day: DAY }]);
    await change(room, id, { day: DAY, removed: true });
    expect(planned((await calendarOf(room)).entries)).toEqual([]);
    const again = valueIn(await plan(room)) as { id: string };
    expect(codeOf(await change(room, id, { day: DAY, removed: false }))).toBe('planned-there');
    await change(room, again.id, { day: DAY, removed: true });
    await change(room, id, { day: DAY, removed: false });
    expect(planned((await calendarOf(room)).entries)).toMatchObject([{ id, day: DAY }]);
    expect(codeOf(await plan(room, {}, room.mentor))).toBe('not-allowed');
    expect(codeOf(await change(room, id, { day: DAY, removed: true }, room.foreign))).toBe('unknown-class');
    expect(codeOf(await post(room, `classes/c2/terms/${room.term}/calendar`, room.teacher, PRICE))).toBe(
      'unknown-term',
    );
    const inOther = `classes/c2/terms/${room.term}/calendar/${id}`;
    expect(codeOf(await post(room, inOther, room.teacher, { day: DAY, removed: true }))).toBe('unknown-term');
  });

  test('is taken along as a file, of staff with everybody’s, of a trainee with their own [J70]', async () => {
    const room = await attendanceRoom();
    await plan(room);
    await post(room, `my-terms/${room.term}/leaves`, room.yi, { day: '2026-11-24', span: 'am', reason: '家里有事' });
    const all = await file(room, inTerm(room, 'calendar.ics'), room.teacher);
    expect(all.type).toBe('text/calendar; charset=utf-8');
    const start = new Date(STARTED_AT).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    expect(all.text).toContain(`DTSTART:${start}Z`);
    expect(all.text).toContain('SUMMARY:双11：价保和差价');
    expect(all.text).toContain('SUMMARY:乙请假，上午');
    expect(all.text).not.toContain('家里');
    const own = await file(room, `my-terms/${room.term}/calendar.ics`, room.jia);
    expect(own.text).toContain('SUMMARY:双11：价保和差价');
    expect(own.text).not.toContain('乙');
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'data-exported');
    expect(trail).toMatchObject([{ subject: room.term, details: { what: 'calendar' } }]);
  });
});

describe('a lesson planned for a day', () => {
  test('lies there with its hour and length until it begins, and is moved until then [J87]', async () => {
    const room = await attendanceRoom();
    const at = Date.parse('2026-11-24T14:05:00+08:00');
    const planOf = { ...(await room.storage.runs.run('r1'))?.plan, startsAt: at, minutes: 12, stages: [] };
    const made = (name: string, plan: object) => post(room, 'runs', room.teacher, { name, classId: 'c1', plan });
    const { id } = valueIn(await made('周二下午', planOf)) as { id: string };
    const entryOf = async (cookie = room.teacher) =>
      (await calendarOf(room, cookie)).entries.find((one) => one.kind === 'run' && one.run === id);
    expect(await entryOf()).toMatchObject({ day: '2026-11-24', time: '14:05', moment: null, state: 'planned' });
    expect((await ownOf(room)).entries).toContainEqual(await entryOf());
    const shifts = inTerm(room, 'attendance/shifts');
    expect(codeOf(await post(room, shifts, room.teacher, { run: id, shift: 'late' }))).toBe('ok');
    expect(await entryOf()).toMatchObject({ shift: 'late' });
    const ics = await file(room, inTerm(room, 'calendar.ics'), room.teacher);
    expect(ics.text).toContain('DTSTART:20261124T060500Z');
    expect(ics.text).toContain('DTEND:20261124T061700Z');
    const move = (startsAt: number | null, cookie = room.teacher, run = id) =>
      post(room, `runs/${run}/starts`, cookie, { startsAt });
    expect(codeOf(await move(at + 24 * 3_600_000))).toBe('ok');
    expect(await entryOf()).toMatchObject({ day: '2026-11-25', time: '14:05' });
    expect(codeOf(await move(at, room.mentor))).toBe('not-allowed');
    expect(codeOf(await move(at, room.foreign))).toBe('unknown-run');
    // One that has begun lies where it began, and homework has its window.
    expect(codeOf(await move(at, room.teacher, 'r1'))).toBe('stage-order');
    const homework = { opensAt: at, dueAt: at + 3_600_000, attempts: 1, counts: 'best', late: null };
    expect(codeOf(await made('作业', { ...planOf, homework }))).toBe('bad-request');
    expect(codeOf(await move(null))).toBe('ok');
    expect((await room.storage.runs.run(id))?.plan.startsAt).toBeUndefined();
  });
});
