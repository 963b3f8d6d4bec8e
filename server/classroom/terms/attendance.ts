/** 考勤 of a term's class: made anew from who came and from what is on record, and corrected (RULES A1–A5). */
import { newId } from '#classroom/accounts/ids.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type {
  AttendanceCell,
  AttendanceEntry,
  AttendanceMark,
  AttendanceRow,
  AttendanceRules,
  AttendanceSession,
  TermAttendance,
} from '#contract/terms/attendance.ts';
import type { Shift } from '#contract/terms/teams.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { type Presence, sumsOf } from './attendance-marks.ts';
import { type AttendanceRecord, attendanceRecord, sessionOf, standAt } from './attendance-record.ts';
import { leaveRows } from './leaves.ts';
import { mayDecide, namesOf } from './people-of-term.ts';
import { isHeld, isSession, presenceIn } from './presence.ts';
import { dayIn, kindOf, runsIn, stateOf, termRow } from './term-items.ts';
import type { ClassTerm } from './terms.ts';

export type AttendanceNeeds = {
  storage: Pick<Storage, 'attendance' | 'teams' | 'people' | 'mentors' | 'runs'>;
  clock: Pick<Clock, 'now'>;
};
/** A session of the term and who came; `presence` null: it isn't over. */
type Held = { run: Run; presence: ReadonlyMap<string, Presence> | null };

const sessionsOf = ({ term, runs }: Pick<ClassTerm, 'term' | 'runs'>): Run[] => runsIn(term, runs).filter(isSession);

export const heldIn = async (
  { storage, clock }: Pick<AttendanceNeeds, 'storage' | 'clock'>,
  found: Pick<ClassTerm, 'term' | 'runs'>,
): Promise<Held[]> => {
  const held: Held[] = [];
  for (const run of sessionsOf(found))
    held.push({ run, presence: isHeld(run, clock.now()) ? await presenceIn(storage, run) : null });
  return held;
};

export const termAttendance = async (
  needs: AttendanceNeeds,
  found: ClassTerm,
  reader: Pick<SignedIn, 'role' | 'isVisiting'>,
): Promise<TermAttendance> => {
  const { storage, clock } = needs;
  const { schoolClass, term, runs } = found;
  const record = await attendanceRecord(storage, term.id);
  const held = await heldIn(needs, found);
  const members = await storage.people.members(schoolClass.id);
  const nameOf = await namesOf(needs, [
    ...record.entries.map(({ by }) => by),
    ...record.leaves.flatMap(({ by, decider }) => (decider === null ? [by] : [by, decider])),
  ]);
  const rows = members.map(({ person, no, name }): AttendanceRow => {
    const cells = held.map((one) => cellOf(record, one, person, nameOf));
    const sums = sumsOf(cells.map(({ mark }) => mark));
    return { person, no, name, shift: record.shifts.get(person) ?? null, cells, sums };
  });
  const { version, own, rules } = record;
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    term: termRow(term, runs),
    ...{ version, own, rules, rows },
    sessions: held.map(
      ({ run }, place): AttendanceSession => ({
        ...{ run: run.id, name: run.name, kind: kindOf(run) === 'exam' ? 'exam' : 'lesson', day: dayIn(run) },
        ...{ startedAt: run.startedAt, state: stateOf(run, clock.now()) },
        shift: record.sessionShifts.get(run.id) ?? null,
        sums: sumsOf(rows.map(({ cells }) => cells[place]?.mark ?? null)),
      }),
    ),
    leaves: leaveRows(record.leaves, members, nameOf),
    mayDecide: await mayDecide(needs, term, reader),
    ...(reader.isVisiting === true && { visiting: true as const }),
  };
};

export const cellOf = (
  record: AttendanceRecord,
  { run, presence }: Held,
  person: string,
  nameOf: (person: string) => string,
): AttendanceCell => {
  const { startedAt } = run;
  if (presence === null || startedAt === null) return { run: run.id, mark: null, byData: null, lateMs: 0, entries: [] };
  const own = presence.get(person) ?? null;
  const { mark, byData, entries } = standAt(record, sessionOf({ ...run, startedAt }, record), person, own);
  return {
    ...{ run: run.id, mark, byData, lateMs: own?.lateMs ?? 0 },
    entries: entries.map(
      ({ by, mark: entered, reason, at }): AttendanceEntry => ({
        ...{ mark: entered, reason, at, by: nameOf(by) },
      }),
    ),
  };
};

/** `rules` null: what ships. */
export const changeAttendance = async (
  { storage }: Pick<AttendanceNeeds, 'storage'>,
  { term }: Pick<ClassTerm, 'term'>,
  { version, rules }: { version: number; rules: AttendanceRules | null },
): Promise<Reply<{ version: number }>> => {
  const isStored = await storage.attendance.putRules(term.id, version + 1, rules);
  return isStored ? { ok: true, value: { version: version + 1 } } : refused('attendance-changed');
};

/** Also before it begins. */
export const setShift = async (
  { storage }: Pick<AttendanceNeeds, 'storage'>,
  found: ClassTerm,
  { run, shift }: { run: string; shift: Shift | null },
): Promise<Reply<null>> => {
  if (!sessionsOf(found).some(({ id }) => id === run)) return refused('unknown-run');
  await storage.attendance.putShift(found.term.id, run, shift);
  return { ok: true, value: null };
};

/** Stores the correction behind those there are. */
export const correctAttendance = async (
  { storage, clock }: AttendanceNeeds,
  found: ClassTerm,
  by: Pick<SignedIn, 'id'>,
  { person, run, mark, reason }: { person: string; run: string; mark: AttendanceMark | null; reason: string },
): Promise<Reply<null>> => {
  const members = await storage.people.members(found.schoolClass.id);
  if (!members.some((one) => one.person === person)) return refused('unknown-person');
  const session = sessionsOf(found).find(({ id }) => id === run);
  if (session === undefined) return refused('unknown-run');
  const now = clock.now();
  if (!isHeld(session, now)) return refused('attendance-not-over');
  const entry = { id: newId('a'), term: found.term.id, run, person, mark, reason, by: by.id, at: now };
  await storage.attendance.addEntry(entry);
  return { ok: true, value: null };
};
