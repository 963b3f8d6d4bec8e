import type { DrillLoader, LoadedDrill } from './drill-loader.ts';
import { type DrillNeeds, HeldElsewhere } from './drill-needs.ts';

export type Recovery = {
  /** Drills that ran when the last process died, or a node did, stand still from its last heartbeat on (RULES C4). */
  recover(): Promise<void>;
  /**
   * Whether it was taken up: another node may have been quicker. `aliveAt`: when the last process was alive (epoch
   * milliseconds); null: waking it has stopped its clock.
   */
  recoverDrill(drillId: string, aliveAt: number | null): Promise<boolean>;
};

/** Takes up the drills of a process or node that died. */
export const createRecovery = (
  { storage, clock, logger, hold }: Pick<DrillNeeds, 'storage' | 'clock' | 'logger' | 'hold'>,
  wake: DrillLoader['wake'],
  unloadIfIdle: (live: LoadedDrill) => void,
): Recovery => {
  const recoverDrill = async (drillId: string, aliveAt: number | null): Promise<boolean> => {
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
  };
  return {
    recover: async () => {
      for (const { id, heartbeatAt } of await storage.openDrills(hold === undefined ? undefined : clock.now())) {
        await recoverDrill(id, hold === undefined ? heartbeatAt : null);
      }
    },
    recoverDrill,
  };
};
