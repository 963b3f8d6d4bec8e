import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { entryOf, newId } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { newRunSchema } from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { planFault } from './plans.ts';
import { takeCode } from './run-codes.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock };
type Staff = Pick<SignedIn, 'id' | 'school'>;
type NewRunRequest = z.infer<typeof newRunSchema>;

/** Stores a run with the seats of its class, its code and the versions of the school's own cases it will play. */
export async function makeRun(
  { storage, catalogs, clock }: Needs,
  staff: Staff,
  { name, classId, plan }: NewRunRequest,
): Promise<Reply<Run>> {
  const { data, ownCases } = await catalogs.of(staff.school);
  const fault = planFault(plan, data.scenarios);
  if (fault !== null) return refused(fault.code, fault.detail);
  const id = newId('r');
  const seats = await seatsOf(storage, staff, classId, id);
  if (typeof seats === 'string') return refused(seats);
  const now = clock.now();
  const run = newRun(id, staff, { name, classId, plan }, now);
  const plannedIds = new Set([...plan.scenarios, ...plan.incidents]);
  const versions = ownCases.map(({ scenario, version }) => ({ scenario: scenario.id, version }));
  await storage.authored.setRunCases(
    id,
    versions.filter(({ scenario }) => plannedIds.has(scenario)),
  );
  const code = await takeCode((freeCode) => storage.runs.createRun({ ...run, code: freeCode }, seats));
  await storage.runs.addLog(entryOf(run, now, staff.id, 'stage', null, { stage: run.stage }));
  return { ok: true, value: { ...run, code } };
}

async function seatsOf(
  { people }: Storage,
  staff: Staff,
  classId: string | null,
  run: string,
): Promise<Seat[] | ErrorCode> {
  if (classId === null) return [];
  if ((await people.schoolClass(classId))?.school !== staff.school) return 'unknown-class';
  const members = await people.members(classId);
  if (members.length === 0) return 'class-empty';
  return members.map(({ person, no, name, place }) => ({ ...emptySeat(run, staff.school), person, no, name, place }));
}

const emptySeat = (run: string, school: string) => ({
  id: newId('s'),
  run,
  school,
  guest: null,
  joinedAt: null,
  askingGuest: null,
  refusedGuest: null,
});

const newRun = (id: string, staff: Staff, request: NewRunRequest, now: number): Omit<Run, 'code'> => ({
  ...request,
  id,
  school: staff.school,
  seed: randomInt(2_147_483_647),
  stage: 'join',
  createdBy: staff.id,
  createdAt: now,
  startedAt: null,
  endedAt: null,
  publishedAt: null,
  locked: false,
  frozen: false,
  totalMs: request.plan.minutes * 60_000,
  clockMs: 0,
  clockAt: now,
  clockRunning: false,
});
