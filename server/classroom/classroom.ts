/** The classroom: runs, their seats and the lesson's clock, seats that listen and walls that watch. */

import type { Logger } from 'pino';
import { type Contests, createContests } from '#classroom/contests/contests.ts';
import { createSeals, type Seals } from '#classroom/exams/seals.ts';
import type { ClassInspections } from '#classroom/inspections/class-inspections.ts';
import { createLeads, type Leads } from '#classroom/leads/leads.ts';
import { createDrillOpener } from '#classroom/lesson/drill-opener.ts';
import { createHomeworkWindows } from '#classroom/lesson/homework-window.ts';
import { createLesson } from '#classroom/lesson/lesson.ts';
import { noPeers, type Peers } from '#classroom/lesson/peers.ts';
import type { ReachabilityMonitor } from '#classroom/lesson/reachability.ts';
import { createReplayTasks } from '#classroom/lesson/replay-tasks.ts';
import { runBody } from '#classroom/lesson/run-body.ts';
import { createRunTimers } from '#classroom/lesson/run-timers.ts';
import { createRuns, type Runs } from '#classroom/lesson/runs.ts';
import { runView, seatBody } from '#classroom/lesson/seat-body.ts';
import { subscribeToPeers } from '#classroom/lesson/subscribe-to-peers.ts';
import { createSubscriptions } from '#classroom/lesson/subscriptions.ts';
import type { SeatViewer, WallViewer } from '#classroom/lesson/viewers.ts';
import { createWalls } from '#classroom/lesson/walls.ts';
import { createMockExams, type MockExams } from '#classroom/mock-exams/mock-exams.ts';
import { createPapers, type Papers } from '#classroom/papers/papers.ts';
import { createProjects, type Projects } from '#classroom/projects/projects.ts';
import { createRolePlays, type RolePlays } from '#classroom/role-plays/role-plays.ts';
import { createSeats, type Seats } from '#classroom/seats/seats.ts';
import { createTransfers, type Transfers } from '#classroom/transfers/transfers.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { RunWatched } from '#contract/sockets.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { inLanguage } from '#i18n/language.ts';
import type { Storage } from '#storage/storage.ts';

export type Classroom = {
  /** What teachers do with runs. */
  runs: Runs;
  /** Joining, and who may sit where. */
  seats: Seats;
  /** Written papers. */
  papers: Papers;
  /** Exams of parts. */
  exams: MockExams;
  /** Contests between classes and schools. */
  contests: Contests;
  /** Project tasks. */
  projects: Projects;
  /** Seats that lead others. */
  leads: Leads;
  /** Conversations that go from seat to seat. */
  transfers: Transfers;
  /** 质检 of a class, loaded with the first request. */
  inspections(): Promise<ClassInspections>;
  /** Drills whose customer a person plays. */
  rolePlays: RolePlays;
  /** Addresses of this machine, and who has reached it. */
  reachability: ReachabilityMonitor;
  /** Which cases exams keep from whom. */
  seals: Seals;
  /** Called when a run was changed elsewhere (published, ruled on): every page that shows it is told. */
  runChanged(runId: string): void;
  /** Drops what is kept of a run of which something was deleted, and tells every page that shows it. */
  forget(runId: string): Promise<void>;
  joinSeat(seatId: string, viewer: SeatViewer): Promise<Reply<SeatBody>>;
  watchRun(runId: string, viewer: WallViewer): Promise<Reply<RunWatched>>;
  unwatchRun(runId: string, viewerId: string): void;
  /** How many seats have a page open. */
  seatCount(): number;
  /** Called when a tab has gone: it is told nothing more. */
  leave(viewerId: string): Promise<void>;
  /** Stops the timers. Nothing is lost: the state is stored already. */
  close(): Promise<void>;
};

export type ClassroomNeeds = {
  storage: Storage;
  catalogs: Catalogs;
  runner: Runner;
  clock: Clock;
  logger: Logger;
  reachability: ReachabilityMonitor;
  /** The other nodes; left out: there are none. */
  peers?: Peers;
};

/** Takes up the runs that aren't over where the last process left them (RULES C4). */
export const createClassroom = async (options: ClassroomNeeds): Promise<Classroom> => {
  const needs = { ...options, peers: options.peers ?? noPeers };
  const { storage, catalogs, runner, clock, logger, peers } = needs;
  const subscriptions = createSubscriptions(needs);
  const walls = createWalls(needs, subscriptions);
  const opener = createDrillOpener(needs, (row) => {
    if (row.place === null) return;
    subscriptions.seatChanged(row.place.run, row.place.seat);
    walls.opened(row);
  });
  const runTimers = createRunTimers(
    needs,
    (runId) => lesson.endDrillStage(runId),
    (runId) => subscriptions.allChanged(runId),
  );
  const replayTasks = createReplayTasks(needs, opener, subscriptions);
  const homework = createHomeworkWindows(needs, subscriptions);
  const lesson = createLesson(needs, { runTimers, opener, replayTasks, subscriptions, homework });
  const runs = createRuns(needs, { runTimers, lesson, replayTasks, subscriptions, homework });
  const seats = createSeats(needs, {
    runTimers: runTimers,
    opener,
    replayTasks: replayTasks,
    subscriptions: subscriptions,
    walls,
    homework,
  });

  const projects = createProjects(needs, { opener, subscriptions, runTimers });
  const leads = createLeads(needs, { subscriptions, walls });
  const transfers = createTransfers(needs, { subscriptions, walls });
  const stopObserving = runner.observe({
    happened: (row, events, standing) => {
      if (row.place === null) return;
      walls.happened(row, events, standing);
      leads.happened(row, events, standing.drill);
      transfers.happened(row, events, standing.drill);
      projects.happened(row, events, standing.drill.opened?.project !== undefined);
      if (!events.some(({ kind }) => kind === 'drill-ended')) return;
      subscriptions.seatChanged(row.place.run, row.place.seat);
      if (row.place.redo !== null) subscriptions.runChanged(row.place.run);
    },
    attended: (row, isThere) => {
      if (row.place !== null) walls.attended(row, isThere);
    },
    scored: (row) => {
      if (row.place !== null) subscriptions.seatChanged(row.place.run, row.place.seat);
    },
  });
  const rolePlays = createRolePlays(needs, {
    ...{ seatChanged: subscriptions.seatChanged, playing: walls.playing },
    played: (drill) => peers.tellAll({ kind: 'played', drill }),
  });
  const forget = async (runId: string): Promise<void> => {
    walls.forget(runId);
    subscriptions.notifyHere.all(runId);
    const run = subscriptions.isWatched(runId) ? await storage.runs.run(runId) : null;
    if (run === null) return;
    for (const viewer of [...subscriptions.watchers(runId)])
      viewer.sendTiles(await inLanguage(viewer.language, () => walls.allTiles(run)));
  };
  const seals = createSeals({
    ...{ storage, clock },
    heardOf: (school, network) => peers.tellAll({ kind: 'network', school, network }),
  });
  subscribeToPeers(
    { peers, storage, logger },
    { subscriptions, walls, lesson, seals, forget, played: rolePlays.changed },
  );
  await lesson.resumeAll();
  // What was handed on just before the server stopped comes to the next seat now.
  for (const run of await storage.runs.openRuns()) {
    await projects.settle(run);
    await transfers.settle(run);
  }
  let inspecting: Promise<ClassInspections> | null = null;
  /** Tabs whose seat or run is being read. One that goes meanwhile isn't taken in. */
  const joiningViewers = new Set<string>();

  return {
    runs,
    seats,
    papers: createPapers(needs, { runTimers, subscriptions }),
    exams: createMockExams(needs, { runTimers, subscriptions, homework }),
    contests: createContests(needs, { subscriptions, homework }),
    projects,
    leads,
    transfers,
    inspections: () => {
      inspecting ??= openInspections(needs);
      return inspecting;
    },
    rolePlays,
    reachability: needs.reachability,
    seals,
    runChanged: subscriptions.allChanged,
    forget: async (runId) => {
      peers.tellAll({ kind: 'deleted', run: runId });
      await forget(runId);
    },
    joinSeat: async (seatId, viewer) => {
      await runTimers.checkForSleep();
      joiningViewers.add(viewer.id);
      const seat = await storage.runs.seat(seatId);
      const run = seat === null ? null : await storage.runs.run(seat.run);
      const isThere = joiningViewers.delete(viewer.id);
      if (seat === null || run === null || !isThere) return { ok: false, error: failure('unknown-seat') };
      subscriptions.addTab(seatId, viewer);
      walls.tabsChanged(seat);
      await seats.noteArrival(run, seat);
      return {
        ok: true,
        value: await seatBody(needs, await runView(storage, run, clock.now()), seat, viewer.principal),
      };
    },
    watchRun: async (runId, viewer) => {
      await runTimers.checkForSleep();
      joiningViewers.add(viewer.id);
      const run = await storage.runs.run(runId);
      const isThere = joiningViewers.delete(viewer.id);
      if (run === null || !isThere) return { ok: false, error: failure('unknown-run') };
      subscriptions.watch(runId, viewer);
      const body = await runBody(storage, await catalogs.of(run.school), run, clock.now());
      return { ok: true, value: { run: body, tiles: await walls.allTiles(run) } };
    },
    unwatchRun: subscriptions.unwatch,
    seatCount: subscriptions.seatCount,
    leave: async (viewerId) => {
      joiningViewers.delete(viewerId);
      rolePlays.leave(viewerId);
      for (const seatId of subscriptions.leave(viewerId).seats) {
        const seat = await storage.runs.seat(seatId);
        if (seat !== null) walls.tabsChanged(seat);
      }
    },
    close: async () => {
      stopObserving();
      await projects.settled();
      transfers.close();
      await transfers.settled();
      leads.close();
      rolePlays.close();
      await runTimers.close();
      homework.close();
      walls.close();
      opener.close();
      subscriptions.close();
    },
  };
};

/** Loaded once somebody marks: few classes do. */
const openInspections = async (needs: ClassroomNeeds): Promise<ClassInspections> => {
  const [{ createClassInspections }, { createDrillComplaints }] = await Promise.all([
    import('#classroom/inspections/class-inspections.ts'),
    import('#drills/inspections/drill-complaints.ts'),
  ]);
  return createClassInspections({ ...needs, complaintOf: createDrillComplaints(needs.catalogs) });
};
