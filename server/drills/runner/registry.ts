import type { Reports } from '#drills/reports/reports.ts';
import type { DrillRow } from '#storage/storage.ts';
import { type Attendance, createAttendance } from './attendance.ts';
import { type DrillNeeds, HeldElsewhere } from './drill-needs.ts';
import { waitsInExam } from './exam-disconnect-budget.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { createLiveDrill, type LiveDrill, type StoredDrill } from './live-drill.ts';

export type LoadedDrill = { drill: LiveDrill; attendance: Attendance };
export type Registry = Awaited<ReturnType<typeof createRegistry>>;

/** The drills in memory: read from the log when asked for, let go once they stand still and nobody is there. */
export async function createRegistry(needs: DrillNeeds, reports: Pick<Reports, 'score'>) {
  const { storage, contents, clock, logger, observers, hold } = needs;
  const liveById = new Map<string, LoadedDrill>();
  /** Drills being read: whoever asks meanwhile gets the same one. */
  const loadsById = new Map<string, Promise<LoadedDrill | null>>();
  const scoredIds = new Set<string>();
  /**
   * Ids of frozen drills. They outlast a drill's stay in memory: a trainee who comes back into a freeze stays frozen
   * (RULES C4).
   */
  const frozenIds = new Set<string>();

  const unloadIfIdle = (live: LoadedDrill): void => {
    const { drill, attendance } = live;
    if (drill.busy() || drill.running() || drill.isWatched() || attendance.isExpecting()) return;
    if (liveById.get(drill.id) !== live) return;
    drill.dispose();
    attendance.dispose();
    liveById.delete(drill.id);
    scoredIds.delete(drill.id);
    void hold?.release(drill.id);
  };

  /** Lets go of a drill that another node has, without a word to the storage. */
  const drop = (drillId: string): void => {
    const live = liveById.get(drillId);
    if (live === undefined) return;
    liveById.delete(drillId);
    scoredIds.delete(drillId);
    const { drill, attendance } = live;
    attendance.dispose();
    if (drill.desk.isTaken()) observers.attended(drill.row(), false);
    drill.drop();
  };

  /** Null when there is no such drill. Rejects with HeldElsewhere where another node has it. */
  const wake = async (drillId: string): Promise<LoadedDrill | null> => {
    const existing = liveById.get(drillId) ?? loadsById.get(drillId);
    if (existing !== undefined) return existing;
    const loading = loadLeased(drillId).finally(() => loadsById.delete(drillId));
    loadsById.set(drillId, loading);
    return loading;
  };

  const loadLeased = async (drillId: string): Promise<LoadedDrill | null> => {
    await hold?.take(drillId);
    let live: LoadedDrill | null = null;
    try {
      live = await loadFromStorage(drillId);
    } finally {
      if (live === null) void hold?.release(drillId);
    }
    return live;
  };

  const loadFromStorage = async (drillId: string): Promise<LoadedDrill | null> => {
    const row = await storage.drill(drillId);
    if (row === null) return null;
    if (hold !== undefined) await loadFreeze(row);
    const [content, log, aliveAt] = await Promise.all([
      contents.get(row.contentHash),
      storage.read(drillId, 0),
      hold === undefined ? null : storage.heartbeatOf(drillId),
    ]);
    // The row is read once more: while the log was read, the drill may have been given to another device.
    const live = addLive({ row: (await storage.drill(drillId)) ?? row, content, log });
    if (aliveAt !== null) await stopSinceDeath(live, aliveAt);
    return live;
  };

  /** A drill whose clock runs though no node had it was a dead node's: it stands from where that was last alive. */
  const stopSinceDeath = async ({ drill, attendance }: LoadedDrill, aliveAt: number): Promise<void> => {
    if (!drill.running() && !waitsInExam(drill.drill())) return;
    hold?.onTakeover();
    await new Promise<void>((done) => attendance.stopForServer(aliveAt, done));
  };

  /** A freeze made on another node stands in the run. */
  const loadFreeze = async ({ id, place }: DrillRow): Promise<void> => {
    const run = place === null ? null : await storage.runs.run(place.run);
    if (run?.frozen === true) frozenIds.add(id);
    else if (run !== null) frozenIds.delete(id);
  };

  const addLive = (stored: StoredDrill): LoadedDrill => {
    const drillId = stored.row.id;
    const isFrozen = (): boolean => frozenIds.has(drillId);
    // The hooks are called only later, when `live` is there.
    const drill = createLiveDrill(needs, stored, {
      beforeTick: () => heartbeat.check(),
      isFrozen: isFrozen,
      onLeaseLost: () => {
        if (liveById.get(drillId) === live) drop(drillId);
      },
      onIdle: (ended) => {
        if (ended) frozenIds.delete(drillId);
        if (ended && !scoredIds.has(drillId)) {
          scoredIds.add(drillId);
          reports.score(drillId);
        }
        const live = liveById.get(drillId);
        // One that runs stays, and what stops it is a command, after which this is asked again.
        if (live !== undefined && !live.drill.running()) setImmediate(unloadIfIdle, live);
      },
    });
    const attendance = createAttendance(drill, clock, {
      onLeft: () => unloadIfIdle(live),
      onAttended: (there) => observers.attended(drill.row(), there),
      isFrozen: isFrozen,
    });
    const live: LoadedDrill = { drill, attendance };
    liveById.set(drillId, live);
    return live;
  };

  const heartbeat: Heartbeat = startHeartbeat(
    clock,
    (now) => {
      const runningIds = [...liveById.values()].flatMap(({ drill }) =>
        drill.running() || waitsInExam(drill.drill()) ? [drill.id] : [],
      );
      if (runningIds.length === 0) return;
      storage.heartbeat(runningIds, now).catch((error: unknown) => logger.error({ err: error }, 'heartbeat failed'));
    },
    (aliveAt) => {
      logger.warn({ aliveAt }, 'the server was asleep');
      for (const { attendance } of liveById.values()) attendance.serverSlept(aliveAt);
    },
  );

  await recover();

  /** Drills that ran when the last process died, or a node did, stand still from its last heartbeat on (RULES C4). */
  async function recover(): Promise<void> {
    for (const { id, heartbeatAt } of await storage.openDrills(hold === undefined ? undefined : clock.now())) {
      await recoverDrill(id, hold === undefined ? heartbeatAt : null);
    }
  }

  /**
   * Whether it was taken up: another node may have been quicker. `aliveAt`: when the last process was alive (epoch
   * milliseconds); null: waking it has stopped its clock.
   */
  async function recoverDrill(drillId: string, aliveAt: number | null): Promise<boolean> {
    try {
      const live = await wake(drillId);
      if (live === null) return false;
      if (aliveAt === null) unloadIfIdle(live);
      else live.attendance.stopForServer(aliveAt, () => unloadIfIdle(live));
      return true;
    } catch (error) {
      if (!(error instanceof HeldElsewhere)) logger.error({ err: error, drill: drillId }, 'drill not recovered');
      return false;
    }
  }

  /** Takes up what other nodes wrote of the drills in memory while they couldn't say so: whose they are, and freezes. */
  async function readAgain(): Promise<void> {
    for (const { drill, attendance } of liveById.values()) {
      const row = await storage.drill(drill.id);
      if (row === null || liveById.get(drill.id)?.drill !== drill) continue;
      if (row.guest !== drill.row().guest) {
        drill.giveTo(row.guest);
        attendance.dismiss();
      }
      const wasFrozen = frozenIds.has(drill.id);
      await loadFreeze(row);
      if (frozenIds.has(drill.id) !== wasFrozen) attendance.frozenChanged(() => {});
    }
  }

  return {
    wake,
    unloadIfIdle,
    drop,
    takeUp: recoverDrill,
    readAgain,
    get: (drillId: string): LoadedDrill | undefined => liveById.get(drillId),
    all: (): LoadedDrill[] => [...liveById.values()],
    /** Notices that the machine slept, before anything else is done. */
    check: heartbeat.check,
    setFrozen: (drillId: string, isFrozen: boolean): void =>
      void (isFrozen ? frozenIds.add(drillId) : frozenIds.delete(drillId)),
    /** Lets go of a drill that is deleted, whoever is there. */
    forget: (drillId: string): void => {
      const live = liveById.get(drillId);
      frozenIds.delete(drillId);
      scoredIds.delete(drillId);
      if (live === undefined) return;
      liveById.delete(drillId);
      live.attendance.dismiss();
      live.drill.dispose();
      live.attendance.dispose();
    },
    /** Stops every clock where the server could last store something (RULES C4). */
    standSince: (wall: number): void => {
      for (const { attendance } of liveById.values()) attendance.serverSlept(wall);
    },
    /** Stops every clock now and waits until that is stored. */
    close: async (): Promise<void> => {
      heartbeat.stop();
      const now = clock.now();
      const stop = ({ drill, attendance }: LoadedDrill): Promise<void> =>
        new Promise((stopped) => {
          attendance.stopForServer(now, () => {
            drill.dispose();
            attendance.dispose();
            stopped();
          });
        });
      const liveDrills = [...liveById.values()];
      await Promise.all(liveDrills.map(stop));
      liveById.clear();
      if (hold === undefined) return;
      await Promise.all(liveDrills.map(({ drill }) => hold.release(drill.id)));
      // Those at other nodes come back, and find the drill free.
      for (const { drill } of liveDrills) drill.drop();
    },
  };
}
