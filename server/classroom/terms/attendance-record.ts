/** What a term keeps of attendance, and how each trainee stands by it at its sessions. */
import { halfOf } from '#classroom/exports/local-time.ts';
import type { AttendanceMark, AttendanceRules } from '#contract/terms/attendance.ts';
import type { Shift } from '#contract/terms/teams.ts';
import type { StoredAttendanceEntry, StoredLeave } from '#storage/attendance.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { DEFAULT_ATTENDANCE, type Marked, markSession, type Presence, type Session } from './attendance-marks.ts';
import { dayIn } from './term-items.ts';

export type AttendanceRecord = {
  version: number;
  own: boolean;
  rules: AttendanceRules;
  /** By run. */
  sessionShifts: ReadonlyMap<string, Shift>;
  /** By person, from the teams. */
  shifts: ReadonlyMap<string, Shift>;
  entries: readonly StoredAttendanceEntry[];
  leaves: readonly StoredLeave[];
};

export const attendanceRecord = async (
  { attendance, teams }: Pick<Storage, 'attendance' | 'teams'>,
  term: string,
): Promise<AttendanceRecord> => {
  const { version, rules } = await attendance.rules(term);
  const members = ((await teams.teams(term))?.teams ?? []).flatMap((team) => team.members);
  return {
    ...{ version, own: rules !== null, rules: rules ?? DEFAULT_ATTENDANCE },
    sessionShifts: new Map((await attendance.shifts(term)).map(({ run, shift }) => [run, shift])),
    shifts: new Map(members.flatMap(({ person, shift }) => (shift === null ? [] : [[person, shift] as const]))),
    entries: await attendance.entries(term),
    leaves: await attendance.leaves(term),
  };
};

export const sessionOf = (run: Run & { startedAt: number }, { sessionShifts }: AttendanceRecord): Session => ({
  ...{ run: run.id, name: run.name, day: dayIn(run), half: halfOf(run.startedAt) },
  shift: sessionShifts.get(run.id) ?? null,
});

/** `presence` null: no seat there. */
export const standAt = (
  record: AttendanceRecord,
  session: Session,
  person: string,
  presence: Presence | null,
): Marked & { entries: StoredAttendanceEntry[] } => {
  const entries = record.entries.filter((one) => one.person === person && one.run === session.run);
  const correction: AttendanceMark | null = entries.at(-1)?.mark ?? null;
  const leaves = record.leaves.filter((one) => one.person === person && one.state === 'approved');
  const standing = { presence, shift: record.shifts.get(person) ?? null, leaves, correction };
  return { ...markSession(session, standing, record.rules), entries };
};
