import type { DrillRow, Storage } from '#storage/storage.ts';

export type Freezes = {
  isFrozen(drillId: string): boolean;
  set(drillId: string, isFrozen: boolean): void;
  /** A freeze made on another node stands in the run. */
  read(row: DrillRow): Promise<void>;
};

/**
 * Which drills a teacher has stopped. It outlasts a drill's stay in memory: a trainee who comes back into a freeze stays
 * frozen (RULES C4).
 */
export const createFreezes = (storage: Pick<Storage, 'runs'>): Freezes => {
  const frozenIds = new Set<string>();
  const set = (drillId: string, isFrozen: boolean): void =>
    void (isFrozen ? frozenIds.add(drillId) : frozenIds.delete(drillId));
  return {
    isFrozen: (drillId) => frozenIds.has(drillId),
    set,
    read: async ({ id, place }) => {
      const run = place === null ? null : await storage.runs.run(place.run);
      if (run !== null) set(id, run.frozen);
    },
  };
};
