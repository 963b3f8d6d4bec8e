/** Project tasks of a class: setting them, who has which role, and the way of each conversation from seat to seat. */
import type { Logger } from 'pino';
import type { DrillOpener } from '#classroom/lesson/drill-opener.ts';
import { endAll } from '#classroom/lesson/end-drills.ts';
import type { Peers } from '#classroom/lesson/peers.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import { groupOfSeat, groupView, projectView } from '#classroom/project-groups/group-drills.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { DrillHandOvers, NewProject, ProjectBoard, ProjectChoice } from '#contract/plans/projects.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillControl, DrillOpening, DrillRecords } from '#drills/runner/ports.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { drillHandOvers, projectBoard } from './board.ts';
import { settleProject } from './hand-over.ts';
import { projectChoices, setProject } from './set-project.ts';

type Needs = {
  storage: Storage;
  catalogs: Catalogs;
  runner: DrillControl & DrillOpening & DrillRecords;
  clock: Clock;
  logger: Logger;
  peers: Pick<Peers, 'withLock'>;
};
type Parts = {
  opener: Pick<DrillOpener, 'open'>;
  subscriptions: Pick<Subscriptions, 'allChanged' | 'runChanged' | 'seatChanged'>;
  runTimers: Pick<RunTimers, 'checkForSleep'>;
};

export type Projects = {
  choices(): ProjectChoice[];
  set(staff: Pick<SignedIn, 'id' | 'school'>, project: NewProject): Promise<Reply<{ id: string }>>;
  board(runId: string): Promise<Reply<ProjectBoard>>;
  /** Gives a role to another seat of the group, or to one without a role. What was not begun goes with it. */
  giveRole(
    runId: string,
    staffId: string,
    given: { group: number; role: number; seat: string },
  ): Promise<Reply<ProjectBoard>>;
  ofDrill(drillId: string): Promise<Reply<DrillHandOvers | null>>;
  /** Brings every conversation to where it is due. May be called at any time. */
  settle(run: Run): Promise<void>;
  /** Called with all that happens in drills. */
  happened(row: DrillRow, events: readonly DrillEvent[], isProject: boolean): void;
  /** Waits until what happened by now is settled. */
  settled(): Promise<void>;
};

/** What of a drill's events changes where a conversation is. */
const MOVES: readonly DrillEvent['kind'][] = [
  ...(['customer-added', 'customer-arrived', 'ending-reached', 'conversation-closed', 'drill-ended'] as const),
];

export const createProjects = (needs: Needs, { opener, subscriptions, runTimers }: Parts): Projects => {
  const { storage, clock, logger, runner, peers } = needs;
  let settling: Promise<void> = Promise.resolve();

  const settle = (run: Run, group: number | null = null): Promise<void> =>
    peers.withLock(
      `project ${run.id}`,
      async () => await settleProject({ storage, runner, opener, logger }, run, group),
    );

  /** Settles the seat's group and tells its pages where its conversations are. */
  const settleGroupOf = async (runId: string, seat: string): Promise<void> => {
    const run = await storage.runs.run(runId);
    if (run === null) return;
    const before = await projectView(storage, run);
    const group = groupOfSeat(before, seat);
    if (group !== null) await settle(run, group);
    for (const member of new Set(before.groups[group ?? -1] ?? [seat]))
      if (member !== null) subscriptions.seatChanged(runId, member);
    subscriptions.runChanged(runId);
  };
  const settleSoon = (runId: string, seat: string): void => {
    settling = settling
      .then(() => settleGroupOf(runId, seat))
      .catch((error: unknown) => logger.error({ err: error, run: runId }, 'project task not settled'));
  };

  const boardOf = async (runId: string): Promise<Reply<ProjectBoard>> => {
    await runTimers.checkForSleep();
    const run = await storage.runs.run(runId);
    const board = run === null ? null : await projectBoard(needs, run, clock.now());
    return board === null ? refused('project-none') : { ok: true, value: board };
  };

  return {
    choices: () => projectChoices(needs.catalogs),
    set: async (staff, project) => {
      const reply = await setProject(needs, staff, project);
      return reply.ok ? { ok: true, value: { id: reply.value.id } } : reply;
    },
    board: boardOf,
    giveRole: async (runId, staffId, { group, role, seat }) => {
      const run = await storage.runs.run(runId);
      if (run?.plan.project === undefined) return refused('project-none');
      if (run.endedAt !== null) return refused('run-over');
      if (run.stage !== 'drill') return refused('run-not-drilling');
      const view = await projectView(storage, run);
      const current = view.groups[group];
      if (current === undefined || role >= run.plan.project.roles.length) return refused('bad-request', 'role');
      const target = view.seats.find(({ id }) => id === seat);
      const inGroup = groupOfSeat(view, seat);
      if (target?.guest == null || (inGroup !== null && inGroup !== group)) return refused('unknown-seat');
      const before = current[role] ?? null;
      if (before === seat) return await boardOf(runId);
      const { chains, drills } = await groupView(storage, view, group);
      const isAtWork = chains.some(({ parts }) => parts[role]?.state === 'here' || parts[role]?.state === 'over');
      const keepsOther = current.some((other, place) => other === before && place !== role);
      if (isAtWork && keepsOther) return refused('project-role-taken');
      await storage.runs.addLog(entryOf(run, clock.now(), staffId, 'role', seat, { group, role }));
      // Who has no role any more is done; their customer goes to the seat that has it now.
      if (!keepsOther)
        await endAll(
          runner,
          drills.filter((drill) => drill.seat === before).map(({ row }) => row),
          'teacher',
        );
      await settle(run);
      subscriptions.allChanged(runId);
      return await boardOf(runId);
    },
    ofDrill: async (drillId) => ({ ok: true, value: await drillHandOvers(needs, drillId) }),
    settle: (run) => settle(run),
    happened: ({ place }, events, isProject) => {
      if (isProject && place !== null && events.some(({ kind }) => MOVES.includes(kind)))
        settleSoon(place.run, place.seat);
    },
    settled: () => settling,
  };
};
