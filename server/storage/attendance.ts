/**
 * What a term keeps of attendance beside who came: rules, shifts of its sessions, corrections, leave, and the notes that
 * one shift leaves the next. Times are epoch milliseconds, days 2026-11-20.
 */
import type { AttendanceMark, AttendanceRules, LeaveSpan, LeaveState } from '#contract/terms/attendance.ts';
import type { Shift } from '#contract/terms/teams.ts';

/** A session that is for one shift; one that is for everybody has no row. */
export type StoredShift = { run: string; shift: Shift };
/** One correction: nothing is written over, the last one counts. `mark` null: taken back. `by`: a person's id. */
export type StoredAttendanceEntry = {
  id: string;
  term: string;
  run: string;
  person: string;
  mark: AttendanceMark | null;
  reason: string;
  by: string;
  at: number;
};
/** `by`: who asked or entered it, `decider`: who decided or withdrew it; people's ids. */
export type StoredLeave = {
  id: string;
  term: string;
  person: string;
  day: string;
  span: LeaveSpan;
  reason: string;
  by: string;
  at: number;
  state: LeaveState;
  decider: string | null;
  decided: number | null;
  note: string;
};
export type LeaveEnd = { state: Exclude<LeaveState, 'asked'>; decider: string; decided: number; note: string };
/** `team`: its name. `by`, `taker`: people's ids. */
export type StoredNote = {
  id: string;
  term: string;
  team: string;
  day: string;
  shift: Shift;
  text: string;
  by: string;
  at: number;
  taker: string | null;
  taken: number | null;
};

/** The tables, whose columns are the fields above. `body`: JSON; null: what ships. */
export type AttendanceTables = {
  attendance_rules: { term: string; version: number; body: string | null };
  session_shifts: StoredShift & { term: string };
  attendance_entries: StoredAttendanceEntry;
  leaves: StoredLeave;
  handover_notes: StoredNote;
};

export type AttendanceStorage = {
  /** `rules` null: what ships. Version 0 where nobody has changed them. */
  rules(term: string): Promise<{ version: number; rules: AttendanceRules | null }>;
  /** False where the version isn't the next one: somebody else has saved meanwhile, and nothing is stored. */
  putRules(term: string, version: number, rules: AttendanceRules | null): Promise<boolean>;
  shifts(term: string): Promise<StoredShift[]>;
  /** `shift` null: for everybody. */
  putShift(term: string, run: string, shift: Shift | null): Promise<void>;
  addEntry(entry: StoredAttendanceEntry): Promise<void>;
  /** In the order in which they were entered. */
  entries(term: string): Promise<StoredAttendanceEntry[]>;
  /** Of all terms, in the same order. */
  entriesOf(person: string): Promise<StoredAttendanceEntry[]>;
  addLeave(leave: StoredLeave): Promise<void>;
  /** In the order in which they were asked for. */
  leaves(term: string): Promise<StoredLeave[]>;
  /** Of all terms, in the same order. */
  leavesOf(person: string): Promise<StoredLeave[]>;
  /** False where it was decided or withdrawn before, or isn't there: nothing is stored. */
  endLeave(id: string, end: LeaveEnd): Promise<boolean>;
  addNote(note: StoredNote): Promise<void>;
  /** In the order in which they were written. */
  notes(term: string): Promise<StoredNote[]>;
  /** Of all terms: what the person wrote or took. */
  notesOf(person: string): Promise<StoredNote[]>;
  /** False where it was taken before, or isn't there. */
  takeNote(id: string, taker: string, taken: number): Promise<boolean>;
  /** False where it was taken, or isn't there. */
  removeNote(id: string): Promise<boolean>;
  /** Terms of the classes that the person is in, the one that begins last first. */
  termsOf(person: string): Promise<{ term: string; classId: string }[]>;
};
