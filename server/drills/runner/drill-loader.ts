import type { Attendance } from './attendance.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { waitsInExam } from './exam-disconnect-budget.ts';
import type { Freezes } from './freezes.ts';
import type { LiveDrill, StoredDrill } from './live-drill.ts';

export type LoadedDrill = { drill: LiveDrill; attendance: Attendance };

export type DrillLoader = {
  /** Null when there is no such drill. Rejects with HeldElsewhere where another node has it. */
  wake(drillId: string): Promise<LoadedDrill | null>;
};

type Memory = { get(drillId: string): LoadedDrill | undefined; add(stored: StoredDrill): LoadedDrill };

/** Reads drills from the log into `memory`. */
export const createDrillLoader = (
  { storage, contents, hold }: Pick<DrillNeeds, 'storage' | 'contents' | 'hold'>,
  freezes: Pick<Freezes, 'read'>,
  memory: Memory,
): DrillLoader => {
  /** Drills being read: whoever asks meanwhile gets the same one. */
  const loadsById = new Map<string, Promise<LoadedDrill | null>>();

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
    if (hold !== undefined) await freezes.read(row);
    const [content, log, aliveAt] = await Promise.all([
      contents.get(row.contentHash),
      storage.read(drillId, 0),
      hold === undefined ? null : storage.heartbeatOf(drillId),
    ]);
    // The row is read once more: while the log was read, the drill may have been given to another device.
    const live = memory.add({ row: (await storage.drill(drillId)) ?? row, content, log });
    if (aliveAt !== null) await stopSinceDeath(live, aliveAt);
    return live;
  };

  /** A drill whose clock runs though no node had it was a dead node's: it stands from where that was last alive. */
  const stopSinceDeath = async ({ drill, attendance }: LoadedDrill, aliveAt: number): Promise<void> => {
    if (!drill.running() && !waitsInExam(drill.drill())) return;
    hold?.onTakeover();
    await new Promise<void>((done) => attendance.stopForServer(aliveAt, done));
  };

  return {
    wake: async (drillId) => {
      const existing = memory.get(drillId) ?? loadsById.get(drillId);
      if (existing !== undefined) return existing;
      const loading = loadLeased(drillId).finally(() => loadsById.delete(drillId));
      loadsById.set(drillId, loading);
      return loading;
    },
  };
};
