import type { Reports } from '#drills/reports/reports.ts';
import { type Attendance, createAttendance } from './attendance.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { waitsInExam } from './exam-disconnect-budget.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { createLiveDrill, type LiveDrill, type StoredDrill } from './live-drill.ts';

export type Live = { drill: LiveDrill; attendance: Attendance };
export type Registry = Awaited<ReturnType<typeof createRegistry>>;

/** The drills in memory: read from the log when asked for, let go once they stand still and nobody is there. */
export async function createRegistry(needs: DrillNeeds, reports: Pick<Reports, 'score'>) {
  const { storage, contents, clock, logger, observers } = needs;
  const lives = new Map<string, Live>();
  /** Drills being read: whoever asks meanwhile gets the same one. */
  const waking = new Map<string, Promise<Live | null>>();
  const scored = new Set<string>();
  /**
   * Ids of frozen drills. They outlast a drill's stay in memory: a trainee who comes back into a freeze stays frozen
   * (RULES C4).
   */
  const frozen = new Set<string>();

  const letGo = (live: Live): void => {
    const { drill, attendance } = live;
    if (drill.busy() || drill.running() || drill.isWatched() || attendance.expects()) return;
    if (lives.get(drill.id) !== live) return;
    drill.dispose();
    attendance.dispose();
    lives.delete(drill.id);
    scored.delete(drill.id);
  };

  /** Null when there is no such drill. */
  const wake = async (drillId: string): Promise<Live | null> => {
    const known = lives.get(drillId) ?? waking.get(drillId);
    if (known !== undefined) return known;
    const woken = readDrill(drillId).finally(() => waking.delete(drillId));
    waking.set(drillId, woken);
    return woken;
  };

  const readDrill = async (drillId: string): Promise<Live | null> => {
    const row = await storage.drill(drillId);
    if (row === null) return null;
    const [content, log] = [await contents.get(row.contentHash), await storage.read(drillId, 0)];
    // The row is read once more: while the log was read, the drill may have been given to another device.
    return takeIn({ row: (await storage.drill(drillId)) ?? row, content, log });
  };

  const takeIn = (stored: StoredDrill): Live => {
    const drillId = stored.row.id;
    const isFrozen = (): boolean => frozen.has(drillId);
    // The hooks are called only later, when `live` is there.
    const drill = createLiveDrill(needs, stored, {
      woken: () => pulse.check(),
      frozen: isFrozen,
      settled: (ended) => {
        if (ended) frozen.delete(drillId);
        if (ended && !scored.has(drillId)) {
          scored.add(drillId);
          reports.score(drillId);
        }
        const live = lives.get(drillId);
        if (live !== undefined) setImmediate(letGo, live);
      },
    });
    const attendance = createAttendance(drill, clock, {
      left: () => letGo(live),
      attended: (there) => observers.attended(drill.row(), there),
      frozen: isFrozen,
    });
    const live: Live = { drill, attendance };
    lives.set(drillId, live);
    return live;
  };

  const pulse: Heartbeat = startHeartbeat(
    clock,
    (now) => {
      const beating = [...lives.values()].flatMap(({ drill }) =>
        drill.running() || waitsInExam(drill.drill()) ? [drill.id] : [],
      );
      if (beating.length === 0) return;
      storage.heartbeat(beating, now).catch((error: unknown) => logger.error({ err: error }, 'heartbeat failed'));
    },
    (aliveAt) => {
      logger.warn({ aliveAt }, 'the server was asleep');
      for (const { attendance } of lives.values()) attendance.slept(aliveAt);
    },
  );

  await recover();

  /** Drills that ran when the last process died stand still from its last heartbeat on (RULES C4). */
  async function recover(): Promise<void> {
    for (const { id, heartbeatAt } of await storage.openDrills()) {
      try {
        const live = await wake(id);
        live?.attendance.stopForServer(heartbeatAt, () => letGo(live));
      } catch (error) {
        logger.error({ err: error, drill: id }, 'drill not recovered');
      }
    }
  }

  return {
    wake,
    letGo,
    get: (drillId: string): Live | undefined => lives.get(drillId),
    all: (): Live[] => [...lives.values()],
    /** Notices that the machine slept, before anything else is done. */
    check: pulse.check,
    freeze: (drillId: string, cold: boolean): void => void (cold ? frozen.add(drillId) : frozen.delete(drillId)),
    /** Stops every clock where the server could last store something (RULES C4). */
    standSince: (wall: number): void => {
      for (const { attendance } of lives.values()) attendance.slept(wall);
    },
    /** Stops every clock now and waits until that is stored. */
    close: async (): Promise<void> => {
      pulse.stop();
      const now = clock.now();
      const stop = ({ drill, attendance }: Live): Promise<void> =>
        new Promise((stopped) => {
          attendance.stopForServer(now, () => {
            drill.dispose();
            attendance.dispose();
            stopped();
          });
        });
      await Promise.all([...lives.values()].map(stop));
      lives.clear();
    },
  };
}
