import { teamsOfRun } from '#classroom/own-shops/run-teams.ts';
import { ownShop } from '#classroom/own-shops/shop-cases.ts';
import type { RunRush } from '#contract/commands.ts';
import type { OwnShop } from '#contract/plans/own-shops.ts';
import { type ResponseTier, type RunBody, type RunRow, STAGES, type Stage } from '#contract/runs.ts';
import type { SchoolCatalog } from '#drills/catalog/catalog.ts';
import { say } from '#i18n/say.ts';
import { tierFor } from '#scoring/facts/concurrency.ts';
import { nameOfRush, nameOfType } from '#scoring/facts/trade-texts.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { incidentOf } from './plans.ts';
import { clockBody } from './run-clock.ts';

type RunCounts = { seats: number; joined: number; className: string | null };

/** A run in a list. */
export const runRow = (run: Run, { seats, joined, className }: RunCounts): RunRow => ({
  id: run.id,
  name: run.name,
  className,
  createdAt: run.createdAt,
  startedAt: run.startedAt,
  endedAt: run.endedAt,
  stage: run.stage,
  mode: run.plan.mode,
  seats,
  joined,
  published: run.publishedAt !== null,
  ...(run.plan.homework && { homework: run.plan.homework }),
  ...(run.plan.paper && { paper: run.plan.paper.questions }),
  ...(run.plan.exam && { parts: run.plan.exam.parts.length }),
  ...(run.plan.contest && { contest: run.plan.contest.id }),
});

/**
 * A run as its teachers see it. `catalog`: its school's. Titles are today's; a case that no longer exists is shown by
 * its id.
 */
export const runBody = async (storage: Storage, catalog: SchoolCatalog, run: Run, now: number): Promise<RunBody> => {
  const { rubric } = catalog.data;
  const seats = await storage.runs.seats(run.id);
  return {
    ...runRow(run, {
      seats: seats.length,
      joined: seats.filter(({ joinedAt }) => joinedAt !== null).length,
      className: await classNameOf(storage, run),
    }),
    code: run.code,
    locked: run.locked,
    frozen: run.frozen,
    plan: run.plan,
    ...(run.plan.rush && { rush: rushNames(catalog, run.plan.rush) }),
    ...(run.plan.ownShops && { ownShops: await ownShopsOf(storage, catalog, run) }),
    titles: run.plan.scenarios.map((id) => titleOf(catalog, id)),
    incidents: run.plan.incidents.map((id) => {
      const scenario = catalog.find(id);
      const incident = scenario === null ? null : incidentOf(scenario);
      return incident ?? { id, title: scenario?.title ?? id, notice: null };
    }),
    tiers: rubric.tiers.map(({ upTo, ...seconds }) => ({ upTo, ...secondsOf(seconds) })),
    tier: secondsOf(tierFor(rubric, run.plan.rush?.capacity ?? Math.max(1, run.plan.scenarios.length))),
    clock: clockBody(run, now),
    log: (await storage.runs.log(run.id)).flatMap(stageOf),
    now,
    redo: await replayTaskOf(storage, run, seats),
    publishedAt: run.publishedAt,
    by: (await storage.people.person(run.createdBy))?.name ?? say('data:deleted'),
  };
};

const secondsOf = ({ excellentS, passS, failS }: ResponseTier): ResponseTier => ({ excellentS, passS, failS });

export const classNameOf = async (storage: Pick<Storage, 'people'>, { classId }: Run): Promise<string | null> =>
  classId === null ? null : ((await storage.people.schoolClass(classId))?.name ?? null);

/** The teams as they are now, with the cases that were chosen when the run was made. */
const ownShopsOf = async (storage: Storage, catalog: SchoolCatalog, run: Run): Promise<OwnShop[]> => {
  return (await teamsOfRun(storage, run)).map(({ name, shop }) =>
    ownShop(catalog, { name, ...(shop && { shop }) }, run.shopCases?.find((one) => one.shop === shop)?.cases ?? null),
  );
};

/** Names are today's; a profile or shop that no longer exists is shown by its id. */
const rushNames = ({ data, rush }: SchoolCatalog, { profile: id, shop }: RunRush): NonNullable<RunBody['rush']> => {
  const profile = rush.profiles.find((one) => one.id === id);
  return {
    profileName: profile === undefined ? id : nameOfRush(profile),
    shopName: data.shops.find((one) => one.id === shop)?.name ?? shop,
  };
};

const titleOf = ({ data, find }: SchoolCatalog, id: string): RunBody['titles'][number] => {
  const scenario = find(id);
  const type = data.types.find((one) => one.id === scenario?.type);
  return {
    id,
    title: scenario?.title ?? id,
    typeName: type === undefined ? '' : nameOfType(type),
    minutes: scenario?.minutes ?? 0,
    level: scenario?.level ?? 1,
  };
};

const stageOf = ({ kind, at, body }: RunEntry): { stage: Stage; at: number }[] => {
  const stage = STAGES.find((one) => one === body.stage);
  return kind === 'stage' && stage !== undefined ? [{ stage, at }] : [];
};

/** The latest replay task, and how many of the seats that have it have answered. */
const replayTaskOf = async (storage: Storage, run: Run, seats: readonly Seat[]): Promise<RunBody['redo']> => {
  const task = (await storage.runs.replayTasks(run.id)).at(-1);
  if (task === undefined) return null;
  const answers = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.redo === task.id);
  return {
    id: task.id,
    answered: answers.filter(isOver).length,
    of: Math.max(answers.length, task.closedAt === null ? seats.filter(({ guest }) => guest !== null).length : 0),
    open: task.closedAt === null,
  };
};

const isOver = ({ state }: DrillRow): boolean => state === 'ended';
