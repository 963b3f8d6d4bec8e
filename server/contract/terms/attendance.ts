/** 考勤 of a term: who was at each lesson and exam, on leave or missing, and the requests for leave. */
import { z } from 'zod';
import { SHIFTS, type Shift } from './teams.ts';
import type { TermRow } from './term.ts';

/** 到, 迟到, 请假, 旷训; `none`: not expected there. */
export const ATTENDANCE_MARKS = ['present', 'late', 'leave', 'absent', 'none'] as const;
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number];
/** `am` ends at noon by the school's clock, `pm` holds the rest of the day. */
export const LEAVE_SPANS = ['day', 'am', 'pm'] as const;
export type LeaveSpan = (typeof LEAVE_SPANS)[number];
export const LEAVE_STATES = ['asked', 'approved', 'refused', 'withdrawn'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

const SHORTEST_REASON = 2;
const LONGEST_REASON = 200;
const id = z.string().max(64);
const reason = z.string().trim().max(LONGEST_REASON);

/**
 * `lateMinutes`: who comes later than this after the start is late. `lateShare`: percent of what 旷训 costs.
 * `absentShare`: percent of the column that one 旷训 costs; null: its share of the sessions that count.
 */
export const attendanceRulesSchema = z.strictObject({
  lateMinutes: z.int().min(0).max(120),
  lateShare: z.int().min(0).max(100),
  absentShare: z.int().min(1).max(100).nullable(),
});
export type AttendanceRules = z.infer<typeof attendanceRulesSchema>;

/** `version`: the one that was read, so that a colleague's change isn't written over. `rules` null: what ships. */
export const attendanceChangeSchema = z.strictObject({
  version: z.int().min(0),
  rules: attendanceRulesSchema.nullable(),
});
/** `shift` null: for everybody. */
export const sessionShiftSchema = z.strictObject({ run: id, shift: z.enum(SHIFTS).nullable() });
/** `mark` null takes the correction back; every other one asks for a reason. */
export const attendanceEntrySchema = z
  .strictObject({ person: id, run: id, mark: z.enum(ATTENDANCE_MARKS).nullable(), reason })
  .refine(({ mark, reason: why }) => mark === null || why.length >= SHORTEST_REASON, { path: ['reason'] });

const leave = { day: z.iso.date(), span: z.enum(LEAVE_SPANS), reason: reason.min(SHORTEST_REASON) };
export const leaveRequestSchema = z.strictObject(leave);
export type LeaveRequest = z.infer<typeof leaveRequestSchema>;
export const enteredLeaveSchema = z.strictObject({ ...leave, person: id });
/** A refusal says why. */
export const leaveDecisionSchema = z
  .strictObject({ approved: z.boolean(), note: reason })
  .refine(({ approved, note }) => approved || note.length >= SHORTEST_REASON, { path: ['note'] });

export type AttendanceSums = Record<Exclude<AttendanceMark, 'none'>, number>;
/** `startedAt`: epoch milliseconds; null: not yet. `shift` null: for everybody. */
export type AttendanceSession = {
  run: string;
  name: string;
  kind: 'lesson' | 'exam';
  day: string;
  startedAt: number | null;
  state: 'planned' | 'going' | 'ended';
  shift: Shift | null;
  sums: AttendanceSums;
};
/** One correction on record. `mark` null: taken back. `by`: a name. */
export type AttendanceEntry = { mark: AttendanceMark | null; reason: string; by: string; at: number };
/**
 * `mark`: what counts. `byData`: before any correction. Both null while the session isn't over. `lateMs`: after the
 * start; 0 where nobody came. `entries`: oldest first; the last one counts unless it was taken back.
 */
export type AttendanceCell = {
  run: string;
  mark: AttendanceMark | null;
  byData: AttendanceMark | null;
  lateMs: number;
  entries: AttendanceEntry[];
};
/** `cells`: in the order of the sessions. */
export type AttendanceRow = {
  person: string;
  no: string;
  name: string;
  shift: Shift | null;
  cells: AttendanceCell[];
  sums: AttendanceSums;
};
/** `by`, `decidedBy`: names. `note`: of whoever decided. */
export type Leave = LeaveRequest & {
  id: string;
  state: LeaveState;
  by: string;
  at: number;
  decidedBy: string | null;
  decidedAt: number | null;
  note: string;
};
export type LeaveRow = Leave & { person: string; no: string; name: string };
/**
 * `own`: the rules differ from what ships. `sessions`: oldest first. `leaves`: those to decide first, then by day, the
 * latest first. `mayDecide`: whoever asks decides on leave.
 */
export type TermAttendance = {
  class: { id: string; name: string };
  term: TermRow;
  version: number;
  own: boolean;
  rules: AttendanceRules;
  sessions: AttendanceSession[];
  rows: AttendanceRow[];
  leaves: LeaveRow[];
  mayDecide: boolean;
  /** Present: a mentor of another school reads it, who is given no file of it (RULES J119). */
  visiting?: true;
};
