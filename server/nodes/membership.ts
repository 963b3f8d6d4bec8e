import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { NodeDrills } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import { type DrillLeases, LEASE_MS } from './drill-leases.ts';
import type { NodeBus } from './node-bus.ts';

/** Milliseconds between two beats, and between two looks for leases that ran out. */
const BEAT_MS = 1000;
const CHECK_LEASES_MS = 500;
/**
 * A node that hasn't beaten for so long and that nobody listens for at Redis is dead, though its leases would last
 * longer: one beat is missing, and its connections are closed. Where only one of the two fails it lives.
 */
const SILENT_MS = 2000;
/** Drills of a dead node that are read at once. */
const MAX_PARALLEL_READS = 8;

export type Membership = {
  /** Names of the other living nodes, as of the last beat. */
  others(): readonly string[];
  /** Whether this node is the first of the living ones by name. */
  isLeader(): boolean;
  /** Says that this node is there, from now on. Leases are kept up from then on, drills of dead nodes taken after `takes`. */
  start(): Promise<void>;
  startTakingOver(drills: NodeDrills): void;
  /** Takes no more drills; goes on saying that it is there. */
  stopTakingOver(): void;
  /** Says that this node is gone. */
  leave(): Promise<void>;
};

type Needs = {
  storage: Pick<Storage, 'nodes' | 'leases' | 'openDrills'>;
  bus: Pick<NodeBus, 'isListening'>;
  clock: Clock;
  logger: Logger;
};
type Hooks = {
  onJoined(node: string): void;
  /** `lastSeen`: when it last said that it was there, epoch milliseconds. */
  onLeft(node: string, lastSeen: number): void;
};

/** This node among the others: its beats, who else lives, and what is taken over from those who don't. */
export const createMembership = (
  node: string,
  { storage, bus, clock, logger }: Needs,
  leases: DrillLeases,
  { onJoined, onLeft }: Hooks,
): Membership => {
  /** Until when each other node lives. */
  let aliveUntil = new Map<string, number>();
  let isFirst = false;
  let drills: NodeDrills | null = null;
  let isTakingOver = false;
  let isLeaving = false;
  let cancelBeat = (): void => {};
  let cancelCheck = (): void => {};

  const beat = async (): Promise<void> => {
    // What was lost is dropped first: this node may have been asleep, and others have gone on.
    const lostIds = await leases.renew(drills?.inMemory() ?? []);
    for (const drillId of lostIds) {
      logger.warn({ drill: drillId }, 'another node has the drill');
      drills?.drop(drillId);
    }
    await storage.nodes.beat(node, '', clock.now() + LEASE_MS);
    await lookWhoLives();
  };

  /** Whether the node is dead. Where it is, its leases have run out from now on. */
  const endIfDead = async (name: string, until: number): Promise<boolean> => {
    const now = clock.now();
    if (now - (until - LEASE_MS) < SILENT_MS || (await bus.isListening(name))) return false;
    return storage.nodes.end(name, until, now);
  };

  const readWhoLives = async (): Promise<void> => {
    const alive = await storage.nodes.alive(clock.now());
    const others = alive.filter((one) => one.node !== node);
    const areDead = await Promise.all(others.map((one) => endIfDead(one.node, one.until)));
    const aliveBefore = aliveUntil;
    aliveUntil = new Map(others.filter((_, index) => !areDead[index]).map((one) => [one.node, one.until]));
    isFirst = [...aliveUntil.keys()].every((name) => node < name);
    for (const [name, until] of aliveBefore) if (!aliveUntil.has(name)) onLeft(name, until - LEASE_MS);
    for (const name of aliveUntil.keys()) if (!aliveBefore.has(name)) onJoined(name);
  };
  /** One look after the other: what an earlier one read may not be noted after a later one's. */
  let lastLook: Promise<void> = Promise.resolve();
  const lookWhoLives = (): Promise<void> => {
    lastLook = lastLook.catch(() => {}).then(readWhoLives);
    return lastLook;
  };

  const takeOverExpired = async (): Promise<void> => {
    await lookWhoLives();
    const now = clock.now();
    const expired = (await storage.leases.expired(now)).filter((lease) => lease.node !== node);
    if (expired.length === 0) return;
    const running = new Set((await storage.openDrills(now)).map(({ id }) => id));
    const take = async (drillId: string): Promise<void> => {
      if (!running.has(drillId)) return clearLease(drillId);
      await drills?.takeUp(drillId);
    };
    const takeNext = async (): Promise<void> => {
      for (let lease = expired.shift(); lease !== undefined && isTakingOver; lease = expired.shift()) {
        await take(lease.drill);
      }
    };
    await Promise.all(Array.from({ length: MAX_PARALLEL_READS }, takeNext));
  };

  /** A drill that stood still is nobody's until somebody comes to it. */
  const clearLease = async (drillId: string): Promise<void> => {
    if (drills?.has(drillId) !== false) return;
    try {
      await leases.take(drillId);
      if (!drills.has(drillId)) await leases.release(drillId);
    } catch (error) {
      if (!(error instanceof HeldElsewhere)) throw error;
    }
  };

  /** Again and again, one after the other, until it is stopped. A fault is logged once, until it is over. */
  const repeat = (
    work: () => Promise<void>,
    everyMs: number,
    keepCancel: (cancel: () => void) => void,
    faultText: string,
  ) => {
    let hasFailed = false;
    const runOnce = async (): Promise<void> => {
      try {
        await work();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.error({ err: error }, faultText);
        hasFailed = true;
      }
      if (!isLeaving) keepCancel(clock.setTimer(everyMs, () => void runOnce()));
    };
    keepCancel(clock.setTimer(everyMs, () => void runOnce()));
  };

  return {
    others: () => [...aliveUntil.keys()],
    isLeader: () => isFirst,
    start: async () => {
      await beat();
      const keepCancelBeat = (cancel: () => void): void => {
        cancelBeat = cancel;
      };
      repeat(beat, BEAT_MS, keepCancelBeat, 'node not heard of');
    },
    startTakingOver: (nodeDrills) => {
      drills = nodeDrills;
      isTakingOver = true;
      const keepCancelCheck = (cancel: () => void): void => {
        cancelCheck = cancel;
      };
      repeat(
        async () => (isTakingOver ? takeOverExpired() : undefined),
        CHECK_LEASES_MS,
        keepCancelCheck,
        'dead nodes not looked for',
      );
    },
    stopTakingOver: () => {
      isTakingOver = false;
    },
    leave: async () => {
      isLeaving = true;
      cancelBeat();
      cancelCheck();
      await storage.nodes.leave(node);
    },
  };
};
