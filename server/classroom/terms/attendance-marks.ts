/** How somebody stands at each session of a term, and what that comes to: pure (RULES A1–A4). */
import type { AttendanceMark, AttendanceRules, AttendanceSums, LeaveSpan } from '#contract/terms/attendance.ts';
import type { Shift } from '#contract/terms/teams.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';

/** Five minutes are for finding one's seat; 旷训 costs its share of the sessions, 迟到 half of that (decision 480). */
export const DEFAULT_ATTENDANCE: AttendanceRules = { lateMinutes: 5, lateShare: 50, absentShare: null };

/** A session that is over. `half`: of the day, when it began. `shift` null: for everybody. */
export type Session = { run: string; name: string; day: string; half: 'am' | 'pm'; shift: Shift | null };
/** `lateMs`: after the start; 0 where nobody came. */
export type Presence = { there: boolean; lateMs: number };
/** Leave that was approved. */
export type ApprovedLeave = { day: string; span: LeaveSpan };
/** What counts besides who came. `correction` null: none. */
export type MarkedBy = {
  presence: Presence | null;
  shift: Shift | null;
  leaves: readonly ApprovedLeave[];
  correction: AttendanceMark | null;
};
/** `mark`: what counts; `byData`: before any correction. */
export type Marked = { mark: AttendanceMark; byData: AttendanceMark };

const isOnLeave = ({ day, half }: Session, leaves: readonly ApprovedLeave[]): boolean =>
  leaves.some((leave) => leave.day === day && (leave.span === 'day' || leave.span === half));

/**
 * Who was there was there, whatever the shift, and late only where they were expected: not on leave, and not of the
 * other shift. Who has no seat in the run (`presence` null) joined the class after it was planned, and isn't expected.
 */
export const markSession = (session: Session, standing: MarkedBy, { lateMinutes }: AttendanceRules): Marked => {
  const { presence, shift, leaves, correction } = standing;
  const isOfOtherShift = session.shift !== null && shift !== null && session.shift !== shift;
  const onLeave = isOnLeave(session, leaves);
  const byData = (): AttendanceMark => {
    if (presence?.there === true)
      return presence.lateMs > lateMinutes * MINUTE_MS && !isOfOtherShift && !onLeave ? 'late' : 'present';
    if (presence === null || isOfOtherShift) return 'none';
    return onLeave ? 'leave' : 'absent';
  };
  const mark = byData();
  return { mark: correction ?? mark, byData: mark };
};

export const sumsOf = (marks: readonly (AttendanceMark | null)[]): AttendanceSums => {
  const count = (mark: AttendanceMark): number => marks.filter((one) => one === mark).length;
  return { present: count('present'), late: count('late'), leave: count('leave'), absent: count('absent') };
};

/** Sessions that count for somebody: leave is no absence, and no presence either. */
export const expectedOf = ({ present, late, absent }: AttendanceSums): number => present + late + absent;

/**
 * weight × (1 − what 旷训 and 迟到 cost), to a tenth, never below nought. One 旷训 costs `absentShare` percent of the
 * column, or its share of the sessions that count; null: none counts.
 */
export const attendanceMark = (
  weight: number,
  sums: AttendanceSums,
  { lateShare, absentShare }: AttendanceRules,
): number | null => {
  const expected = expectedOf(sums);
  if (expected === 0) return null;
  const hundredths = 100 * sums.absent + lateShare * sums.late;
  const [lost, whole] = absentShare === null ? [hundredths, 100 * expected] : [hundredths * absentShare, 10_000];
  return Math.round((10 * weight * Math.max(0, whole - lost)) / whole) / 10;
};
