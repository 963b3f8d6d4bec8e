import type { Reports } from '#drills/reports/reports.ts';
import type { Storage } from '#storage/storage.ts';
import { createAttendance } from './attendance.ts';
import { createDrillLoader, type LoadedDrill } from './drill-loader.ts';
import type { DrillHold, DrillNeeds } from './drill-needs.ts';
import { waitsInExam } from './exam-disconnect-budget.ts';
import { createFreezes, type Freezes } from './freezes.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { createLiveDrill, type StoredDrill } from './live-drill.ts';
import { createRecovery } from './recovery.ts';

export type Registry = Awaited<ReturnType<typeof createRegistry>>;

/** The drills in memory: read from the log when asked for, let go once they stand still and nobody is there. */
export const createRegistry = async (needs: DrillNeeds, reports: Pick<Reports, 'score'>) => {
  const { storage, clock, logger, observers, hold } = needs;
  const liveById = new Map<string, LoadedDrill>();
  const scoredIds = new Set<string>();
  const freezes = createFreezes(storage);

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

  const addLive = (stored: StoredDrill): LoadedDrill => {
    const drillId = stored.row.id;
    const isFrozen = (): boolean => freezes.isFrozen(drillId);
    // The hooks are called only later, when `live` is there.
    const drill = createLiveDrill(needs, stored, {
      beforeTick: () => heartbeat.check(),
      isFrozen: isFrozen,
      onLeaseLost: () => {
        if (liveById.get(drillId) === live) drop(drillId);
      },
      onIdle: (ended) => {
        if (ended) freezes.set(drillId, false);
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

  const { wake } = createDrillLoader(needs, freezes, { get: (drillId) => liveById.get(drillId), add: addLive });
  const { recover, recoverDrill } = createRecovery(needs, wake, unloadIfIdle);
  await recover();

  return {
    wake,
    unloadIfIdle,
    drop,
    takeUp: recoverDrill,
    readAgain: (): Promise<void> => readAgain(storage, freezes, liveById),
    get: (drillId: string): LoadedDrill | undefined => liveById.get(drillId),
    all: (): LoadedDrill[] => [...liveById.values()],
    /** Notices that the machine slept, before anything else is done. */
    check: heartbeat.check,
    setFrozen: freezes.set,
    /** Lets go of a drill that is deleted, whoever is there. */
    forget: (drillId: string): void => {
      const live = liveById.get(drillId);
      freezes.set(drillId, false);
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
      const liveDrills = [...liveById.values()];
      await stopClocks(liveDrills, clock.now());
      liveById.clear();
      if (hold !== undefined) await giveBack(liveDrills, hold);
    },
  };
};

/** Takes up what other nodes wrote of the drills in memory while they couldn't say so: whose they are, and freezes. */
const readAgain = async (
  storage: Pick<Storage, 'drill'>,
  freezes: Pick<Freezes, 'isFrozen' | 'read'>,
  liveById: ReadonlyMap<string, LoadedDrill>,
): Promise<void> => {
  for (const { drill, attendance } of liveById.values()) {
    const row = await storage.drill(drill.id);
    if (row === null || liveById.get(drill.id)?.drill !== drill) continue;
    if (row.guest !== drill.row().guest) {
      drill.giveTo(row.guest);
      attendance.dismiss();
    }
    const wasFrozen = freezes.isFrozen(drill.id);
    await freezes.read(row);
    if (freezes.isFrozen(drill.id) !== wasFrozen) attendance.frozenChanged(() => {});
  }
};

const stopClocks = async (liveDrills: readonly LoadedDrill[], now: number): Promise<void> => {
  const stop = ({ drill, attendance }: LoadedDrill): Promise<void> =>
    new Promise((stopped) => {
      attendance.stopForServer(now, () => {
        drill.dispose();
        attendance.dispose();
        stopped();
      });
    });
  await Promise.all(liveDrills.map(stop));
};

const giveBack = async (liveDrills: readonly LoadedDrill[], hold: Pick<DrillHold, 'release'>): Promise<void> => {
  await Promise.all(liveDrills.map(({ drill }) => hold.release(drill.id)));
  // Those at other nodes come back, and find the drill free.
  for (const { drill } of liveDrills) drill.drop();
};
