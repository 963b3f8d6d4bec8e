import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { type DrillHold, HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * Milliseconds that a lease lasts from each beat. Three beats may fail; a drill of a node that died is free after it,
 * and its trainee goes on within five seconds.
 */
export const LEASE_MS = 3500;

export type DrillLeases = DrillHold & {
  /**
   * Makes the leases last longer. Returns which of these drills are another node's by now. `held`: in memory when it
   * was asked.
   */
  renew(heldIds: readonly string[]): Promise<string[]>;
};

/** This node's leases. What is asked of one drill is done in the order in which it was asked. */
export const createDrillLeases = (
  { leases }: Pick<Storage, 'leases'>,
  node: string,
  clock: Pick<Clock, 'now'>,
  logger: Logger,
  onTakeover: () => void,
): DrillLeases => {
  const lastByDrill = new Map<string, Promise<void>>();
  const inOrder = (drillId: string, work: () => Promise<void>): Promise<void> => {
    const done = (lastByDrill.get(drillId) ?? Promise.resolve()).then(work);
    const settled = done.catch(() => {});
    lastByDrill.set(drillId, settled);
    void settled.then(() => {
      if (lastByDrill.get(drillId) === settled) lastByDrill.delete(drillId);
    });
    return done;
  };

  return {
    onTakeover,
    take: (drillId) =>
      inOrder(drillId, async () => {
        const now = clock.now();
        const taken = await leases.take(drillId, node, now + LEASE_MS, now);
        if (!taken.ok && taken.node !== null) throw new HeldElsewhere(taken.node);
      }),
    release: (drillId) =>
      inOrder(drillId, () => leases.release(drillId, node)).catch((error: unknown) => {
        // It runs out by itself once this node renews it no more; until then this node is asked for it.
        logger.warn({ err: error, drill: drillId }, 'lease not given back');
      }),
    renew: async (heldIds) => {
      const renewedIds = new Set(await leases.renew(node, clock.now() + LEASE_MS));
      const missing = heldIds.filter((drillId) => !renewedIds.has(drillId));
      // One that was given back and taken again in the meantime is still this node's.
      const leased = await Promise.all(missing.map((drillId) => leases.of(drillId)));
      return missing.filter((_, index) => leased[index]?.node !== node);
    },
  };
};

/** The same storage, whose appends are refused where another node has the drill. */
export const leasedStorage = (storage: Storage, node: string): Storage => {
  const leased: Storage = Object.create(storage);
  leased.appendAll = (batch) => storage.appendAll(batch.map((append) => ({ ...append, lease: node })));
  return leased;
};
