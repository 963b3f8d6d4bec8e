import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { plannedCases, sealedCases } from '#classroom/exams/sealed-cases.ts';
import { teamsOfRun } from '#classroom/own-shops/run-teams.ts';
import { ownShop, shopCases } from '#classroom/own-shops/shop-cases.ts';
import { entryOf, newId } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { OwnShop } from '#contract/plans/own-shops.ts';
import type { newRunSchema, Plan } from '#contract/runs.ts';
import type { Catalogs, SchoolCatalog } from '#drills/catalog/catalog.ts';
import { rushCandidates } from '#drills/catalog/rush-opening.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { planFault } from './plans.ts';
import { takeCode } from './run-codes.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock };
type Staff = Pick<SignedIn, 'id' | 'school'>;
type NewRunRequest = z.infer<typeof newRunSchema>;

/** Stores a run with the seats of its class, its code and the versions of the school's own cases it will play. */
export const makeRun = async (
  { storage, catalogs, clock }: Needs,
  staff: Staff,
  { name, classId, plan }: NewRunRequest,
): Promise<Reply<Run>> => {
  const catalog = await catalogs.of(staff.school);
  const fault = planFault(plan, catalog);
  if (fault !== null) return refused(fault.code, fault.detail);
  const now = clock.now();
  if (plan.homework !== undefined && plan.homework.dueAt <= now) return refused('due-past');
  const candidates = await candidatesOf(storage, staff.school, plan, { catalog, catalogs, now });
  if (candidates?.length === 0) return refused('rush-without-cases');
  const ofTeams = await teamCases({ storage, clock }, catalog, staff.school, { classId, plan });
  const planned = {
    ...{ name, classId, plan, ...(candidates !== null && { candidates }) },
    ...(plan.ownShops && {
      shopCases: ofTeams.flatMap(({ shop, cases }) => (cases === null ? [] : [{ shop, cases }])),
    }),
  };
  return await storeRun({ storage, clock }, staff, planned, async (run) => {
    await pinOwnCases(storage, catalog, run);
  });
};

/** The run keeps the versions of the school's own cases that are published now. */
export const pinOwnCases = async (
  { authored }: Pick<Storage, 'authored'>,
  { ownCases }: Pick<SchoolCatalog, 'ownCases'>,
  run: Pick<Run, 'id' | 'plan' | 'candidates' | 'shopCases'>,
): Promise<void> => {
  const plannedIds = new Set(plannedCases(run));
  const versions = ownCases.map(({ scenario, version }) => ({ scenario: scenario.id, version }));
  await authored.setRunCases(
    run.id,
    versions.filter(({ scenario }) => plannedIds.has(scenario)),
  );
};

type PlannedRun = Pick<Run, 'name' | 'classId' | 'plan' | 'candidates' | 'shopCases'> & {
  /** Who sits there, where that isn't the class. */
  seats?: (run: string) => Seat[];
};

/** Stores a run with the seats of its class and a code. `beforehand`: stores what the run hangs on, before it is found. */
export const storeRun = async (
  { storage, clock }: Pick<Needs, 'storage' | 'clock'>,
  staff: Staff,
  planned: PlannedRun,
  beforehand: (run: Omit<Run, 'code'>) => Promise<void>,
): Promise<Reply<Run>> => {
  const id = newId('r');
  const seats = planned.seats?.(id) ?? (await seatsOf(storage, staff, planned.classId, id));
  if (typeof seats === 'string') return refused(seats);
  const now = clock.now();
  const run = newRun(id, staff, planned, now);
  await beforehand(run);
  const code = await takeCode((freeCode) => storage.runs.createRun({ ...run, code: freeCode }, seats));
  await storage.runs.addLog(entryOf(run, now, staff.id, 'stage', null, { stage: run.stage }));
  return { ok: true, value: { ...run, code } };
};

/** What each team would play, were a run of these cases made now. */
export const teamShops = async (
  needs: Pick<Needs, 'storage' | 'catalogs' | 'clock'>,
  school: string,
  classId: string,
  scenarios: readonly string[],
): Promise<OwnShop[]> => {
  const catalog = await needs.catalogs.of(school);
  const plan = { scenarios: [...scenarios], ownShops: true as const };
  const dealt = await teamCases(needs, catalog, school, { classId, plan });
  return (await teamsOfRun(needs.storage, { classId, createdAt: needs.clock.now() })).map((team) =>
    ownShop(catalog, team, dealt.find(({ shop }) => shop === team.shop)?.cases ?? null),
  );
};

/** What the seats of each team's shop would get were the run made now; a lesson gets no case that an exam seals. */
export const teamCases = async (
  { storage, clock }: Pick<Needs, 'storage' | 'clock'>,
  catalog: SchoolCatalog,
  school: string,
  { classId, plan }: Pick<Run, 'classId'> & { plan: Pick<Plan, 'scenarios' | 'ownShops'> },
): Promise<{ shop: string; cases: string[] | null }[]> => {
  if (plan.ownShops === undefined) return [];
  const now = clock.now();
  const teams = await teamsOfRun(storage, { classId, createdAt: now });
  const sealed = await sealedIn(storage.runs, school, now);
  const shops = teams.map(({ shop }) => shop);
  return shopCases(catalog, plan.scenarios, shops, (id) => sealed.has(id));
};

/**
 * Ids of the cases that may come to the plan's rush; null without one. A lesson has none that an exam of the school
 * seals, since nobody has chosen its cases; two exams may share theirs.
 */
const candidatesOf = async (
  { runs }: Pick<Storage, 'runs'>,
  school: string,
  { rush, mode }: Plan,
  { catalog, catalogs, now }: { catalog: SchoolCatalog; catalogs: Catalogs; now: number },
): Promise<string[] | null> => {
  if (rush === undefined) return null;
  // Those of the shop's moments may come, too.
  const ofMoments = catalogs.momentCases.filter(({ shop }) => shop === rush.shop);
  const ids = [...rushCandidates(catalog, rush.shop, catalogs), ...ofMoments].map(({ id }) => id);
  if (mode === 'exam') return ids;
  const sealed = await sealedIn(runs, school, now);
  return ids.filter((id) => !sealed.has(id));
};

const sealedIn = async (runs: Storage['runs'], school: string, now: number): Promise<ReadonlySet<string>> =>
  new Set((await sealedCases(runs, now)).flatMap((seal) => (seal.school === school ? [seal.scenario] : [])));

const seatsOf = async (
  { people }: Storage,
  staff: Staff,
  classId: string | null,
  run: string,
): Promise<Seat[] | ErrorCode> => {
  if (classId === null) return [];
  if ((await people.schoolClass(classId))?.school !== staff.school) return 'unknown-class';
  const members = await people.members(classId);
  if (members.length === 0) return 'class-empty';
  return members.map(({ person, no, name, place }) => ({ ...emptySeat(run, staff.school), person, no, name, place }));
};

export const emptySeat = (run: string, school: string) => ({
  id: newId('s'),
  run,
  school,
  guest: null,
  joinedAt: null,
  askingGuest: null,
  refusedGuest: null,
});

const newRun = (id: string, staff: Staff, { seats: _, ...request }: PlannedRun, now: number): Omit<Run, 'code'> => ({
  ...request,
  id,
  school: staff.school,
  seed: randomInt(2_147_483_647),
  // Homework has no stages: its window says when a drill may be begun.
  stage: request.plan.homework === undefined ? 'join' : 'drill',
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
