import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { NodeDrills } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import { type DrillLeases, LEASE_MS } from './drill-leases.ts';

/** Milliseconds between two beats, and between two looks for leases that ran out. */
const BEAT_MS = 1000;
const LOOK_MS = 500;
/** Drills of a dead node that are read at once. */
const AT_ONCE = 8;

export type Membership = {
  /** Names of the other living nodes, as of the last beat. */
  others(): readonly string[];
  /** Whether this node is the first of the living ones by name. */
  isFirst(): boolean;
  /** Says that this node is there, from now on. Leases are kept up from then on, drills of dead nodes taken after `takes`. */
  start(): Promise<void>;
  takes(drills: NodeDrills): void;
  /** Takes no more drills; goes on saying that it is there. */
  takesNoMore(): void;
  /** Says that this node is gone. */
  leave(): Promise<void>;
};

type Needs = { storage: Pick<Storage, 'nodes' | 'leases' | 'openDrills'>; clock: Clock; logger: Logger };
type Hooks = {
  joined(node: string): void;
  /** `lastSeen`: when it last said that it was there, epoch milliseconds. */
  left(node: string, lastSeen: number): void;
};

/** This node among the others: its beats, who else lives, and what is taken over from those who don't. */
export function createMembership(
  node: string,
  { storage, clock, logger }: Needs,
  leases: DrillLeases,
  { joined, left }: Hooks,
): Membership {
  /** Until when each other node lives. */
  let known = new Map<string, number>();
  let isFirst = false;
  let drills: NodeDrills | null = null;
  let isTaking = false;
  let isLeaving = false;
  let cancelBeat = (): void => {};
  let cancelLook = (): void => {};

  const beat = async (): Promise<void> => {
    // What was lost is dropped first: this node may have been asleep, and others have gone on.
    const lost = await leases.renew(drills?.inMemory() ?? []);
    for (const drillId of lost) {
      logger.warn({ drill: drillId }, 'another node has the drill');
      drills?.drop(drillId);
    }
    await storage.nodes.beat(node, '', clock.now() + LEASE_MS);
    const alive = await storage.nodes.alive(clock.now());
    isFirst = alive[0]?.node === node;
    const before = known;
    known = new Map(alive.filter((one) => one.node !== node).map((one) => [one.node, one.until]));
    for (const [name, until] of before) if (!known.has(name)) left(name, until - LEASE_MS);
    for (const name of known.keys()) if (!before.has(name)) joined(name);
  };

  const look = async (): Promise<void> => {
    const now = clock.now();
    const expired = (await storage.leases.expired(now)).filter((lease) => lease.node !== node);
    if (expired.length === 0) return;
    const running = new Set((await storage.openDrills(now)).map(({ id }) => id));
    const take = async (drillId: string): Promise<void> => {
      if (!running.has(drillId)) return tidy(drillId);
      await drills?.takeUp(drillId);
    };
    const takeNext = async (): Promise<void> => {
      for (let lease = expired.shift(); lease !== undefined && isTaking; lease = expired.shift()) {
        await take(lease.drill);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  };

  /** A drill that stood still is nobody's until somebody comes to it. */
  const tidy = async (drillId: string): Promise<void> => {
    if (drills?.has(drillId) !== false) return;
    try {
      await leases.take(drillId);
      if (!drills.has(drillId)) await leases.release(drillId);
    } catch (error) {
      if (!(error instanceof HeldElsewhere)) throw error;
    }
  };

  /** Again and again, one after the other, until it is stopped. A fault is logged once, until it is over. */
  const repeat = (work: () => Promise<void>, everyMs: number, hold: (cancel: () => void) => void, what: string) => {
    let hasFailed = false;
    const turn = async (): Promise<void> => {
      try {
        await work();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.error({ err: error }, what);
        hasFailed = true;
      }
      if (!isLeaving) hold(clock.setTimer(everyMs, () => void turn()));
    };
    hold(clock.setTimer(everyMs, () => void turn()));
  };

  return {
    others: () => [...known.keys()],
    isFirst: () => isFirst,
    start: async () => {
      await beat();
      const holdBeat = (cancel: () => void): void => {
        cancelBeat = cancel;
      };
      repeat(beat, BEAT_MS, holdBeat, 'node not heard of');
    },
    takes: (own) => {
      drills = own;
      isTaking = true;
      const holdLook = (cancel: () => void): void => {
        cancelLook = cancel;
      };
      repeat(async () => (isTaking ? look() : undefined), LOOK_MS, holdLook, 'dead nodes not looked for');
    },
    takesNoMore: () => {
      isTaking = false;
    },
    leave: async () => {
      isLeaving = true;
      cancelBeat();
      cancelLook();
      await storage.nodes.leave(node);
    },
  };
}
