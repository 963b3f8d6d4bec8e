import { describe, expect, test } from 'vitest';
import {
  attendanceMark,
  DEFAULT_ATTENDANCE,
  type MarkedBy,
  markSession,
  type Session,
  sumsOf,
} from '#classroom/terms/attendance-marks.ts';
import { DEFAULT_RULES } from '#classroom/terms/rules.ts';
import { computeRow, NO_FACTS } from '#classroom/terms/sheet-row.ts';
import {
  attendanceEntrySchema,
  attendanceRulesSchema,
  leaveDecisionSchema,
  leaveRequestSchema,
} from '#contract/terms/attendance.ts';

const MINUTE = 60_000;
const SESSION: Session = { run: 'r1', name: '第一节', day: '2026-11-20', half: 'am', shift: null };
const came = (lateMs = 0) => ({ there: true, lateMs });
const MISSING = { there: false, lateMs: 0 };
const mark = (standing: Partial<MarkedBy>, session: Partial<Session> = {}, lateMinutes = 5) =>
  markSession(
    { ...SESSION, ...session },
    { presence: MISSING, shift: null, leaves: [], correction: null, ...standing },
    { ...DEFAULT_ATTENDANCE, lateMinutes },
  );
const leave = (span: 'day' | 'am' | 'pm', day = SESSION.day) => ({ day, span });

describe('how somebody stands at a session', () => {
  test('follows from who was there; late is who came more than so many minutes after the start [A2]', () => {
    expect(mark({ presence: came() }).mark).toBe('present');
    expect(mark({ presence: came(5 * MINUTE) }).mark).toBe('present');
    expect(mark({ presence: came(5 * MINUTE + 1) }).mark).toBe('late');
    expect(mark({ presence: came(5 * MINUTE + 1) }, {}, 10).mark).toBe('present');
    expect(mark({}).mark).toBe('absent');
    expect(mark({ presence: null }).mark).toBe('none');
  });

  test('one shift isn’t expected at the other’s, and counts as there where it came [A2]', () => {
    expect(mark({ shift: 'late' }, { shift: 'early' }).mark).toBe('none');
    expect(mark({ shift: 'early' }, { shift: 'early' }).mark).toBe('absent');
    expect(mark({ shift: null }, { shift: 'early' }).mark).toBe('absent');
    expect(mark({ shift: 'late' }).mark).toBe('absent');
    expect(mark({ shift: 'late', presence: came(60 * MINUTE) }, { shift: 'early' }).mark).toBe('present');
  });

  test('approved leave of the day or of that half is no absence, and who came all the same was there [A2]', () => {
    expect(mark({ leaves: [leave('day')] }).mark).toBe('leave');
    expect(mark({ leaves: [leave('am')] }).mark).toBe('leave');
    expect(mark({ leaves: [leave('pm')] }).mark).toBe('absent');
    expect(mark({ leaves: [leave('pm')] }, { half: 'pm' }).mark).toBe('leave');
    expect(mark({ leaves: [leave('day', '2026-11-21')] }).mark).toBe('absent');
    expect(mark({ leaves: [leave('am')], presence: came(30 * MINUTE) }).mark).toBe('present');
  });

  test('a correction stands in place of all that, which stays readable [A3]', () => {
    expect(mark({ correction: 'late', leaves: [leave('day')] })).toEqual({ mark: 'late', byData: 'leave' });
    expect(mark({ correction: 'none' })).toEqual({ mark: 'none', byData: 'absent' });
    expect(mark({ correction: 'present', presence: null })).toEqual({ mark: 'present', byData: 'none' });
  });
});

describe('what attendance comes to', () => {
  const sums = (present: number, late = 0, absent = 0, onLeave = 0) => ({ present, late, absent, leave: onLeave });

  test('an absence costs its share, coming late half of that, and leave doesn’t count [A4]', () => {
    expect(attendanceMark(10, sums(2, 0, 1), DEFAULT_ATTENDANCE)).toBe(6.7);
    expect(attendanceMark(10, sums(4), DEFAULT_ATTENDANCE)).toBe(10);
    // 10 × (1 − (1 + 0.5) ÷ 5)
    expect(attendanceMark(10, sums(3, 1, 1), DEFAULT_ATTENDANCE)).toBe(7);
    expect(attendanceMark(10, sums(3, 1, 1, 4), DEFAULT_ATTENDANCE)).toBe(7);
    expect(attendanceMark(10, sums(0, 0, 3), DEFAULT_ATTENDANCE)).toBe(0);
    expect(attendanceMark(10, sums(0, 0, 0, 3), DEFAULT_ATTENDANCE)).toBeNull();
  });

  test('an absence costs a fixed part of the column where the term says so, down to nought [A4]', () => {
    const rules = { lateMinutes: 5, lateShare: 25, absentShare: 20 };
    expect(attendanceMark(10, sums(30, 0, 1), rules)).toBe(8);
    // 10 × (1 − (2 + 2 × 0.25) × 0.2)
    expect(attendanceMark(10, sums(30, 2, 2), rules)).toBe(5);
    expect(attendanceMark(10, sums(30, 0, 6), rules)).toBe(0);
    expect(attendanceMark(10, sums(1, 4), { ...rules, lateShare: 0 })).toBe(10);
  });

  test('the sheet goes by what is on record, and by who came where nothing is [A4]', () => {
    const session = { name: '第一节', day: '2026-11-20', lateMs: 0 };
    const attended = [
      { ...session, there: true },
      { ...session, there: false },
      { ...session, there: true },
    ];
    const cell = (facts: object) =>
      computeRow(DEFAULT_RULES, { ...NO_FACTS, ...facts }, new Map()).cells.find(({ item }) => item === 'attendance');
    expect(cell({ attended })?.value).toBe(6.7);
    const marked = (['present', 'leave', 'present'] as const).map((one) => ({
      ...{ ...session, mark: one, corrected: false },
    }));
    expect(cell({ attended, marked })?.value).toBe(10);
    expect(cell({ attended: [{ ...session, there: true, lateMs: 6 * MINUTE }] })?.value).toBe(5);
  });

  test('the sums count each mark, and who isn’t expected nowhere [A4]', () => {
    expect(sumsOf(['present', 'late', 'none', null, 'absent', 'present', 'leave'])).toEqual(sums(2, 1, 1, 1));
  });
});

describe('what is sent of attendance', () => {
  test('a correction and a refusal say why, and taking back needs no reason [A3] [A6]', () => {
    const entry = { person: 'p', run: 'r', mark: 'late', reason: '堵车' };
    expect(attendanceEntrySchema.safeParse(entry).success).toBe(true);
    expect(attendanceEntrySchema.safeParse({ ...entry, reason: ' a ' }).success).toBe(false);
    expect(attendanceEntrySchema.safeParse({ ...entry, mark: null, reason: '' }).success).toBe(true);
    expect(leaveDecisionSchema.safeParse({ approved: true, note: '' }).success).toBe(true);
    expect(leaveDecisionSchema.safeParse({ approved: false, note: '' }).success).toBe(false);
  });

  test('leave has a day, a part of it and a reason of 200 characters at most [A5]', () => {
    const isRight = (over: object) =>
      leaveRequestSchema.safeParse({ day: '2026-11-20', span: 'am', reason: '看病', ...over }).success;
    expect(isRight({})).toBe(true);
    expect(isRight({ day: '2026-11-31' })).toBe(false);
    expect(isRight({ span: 'night' })).toBe(false);
    expect(isRight({ reason: '' })).toBe(false);
    expect(isRight({ reason: '病'.repeat(201) })).toBe(false);
  });

  test('costs lie between nothing and the whole column [A4]', () => {
    const isRight = (over: object) => attendanceRulesSchema.safeParse({ ...DEFAULT_ATTENDANCE, ...over }).success;
    expect(isRight({})).toBe(true);
    expect(isRight({ absentShare: 101 })).toBe(false);
    expect(isRight({ absentShare: 0 })).toBe(false);
    expect(isRight({ lateShare: 101 })).toBe(false);
    expect(isRight({ lateMinutes: 121 })).toBe(false);
  });
});
