import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { Peers } from './peers.ts';
import { runBody } from './run-body.ts';
import { isSeatOf, runView, seatBody } from './seat-body.ts';
import type { SeatViewer, WallViewer } from './viewers.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock; logger: Logger; peers: Pick<Peers, 'tellAll'> };
type Dirty = { run: boolean; all: boolean; seats: Set<string> };

/**
 * Who listens to which seat and which run, and what they are told: the newest state, sent once for all changes of one
 * turn of the event loop.
 */
export function createSubscriptions({ storage, catalogs, clock, logger, peers }: Needs) {
  const tabs = new Map<string, Map<string, SeatViewer>>();
  const walls = new Map<string, Map<string, WallViewer>>();
  let dirty = new Map<string, Dirty>();
  let isClosed = false;
  /** One change after the other: a page is never told an older state after a newer one. */
  let telling: Promise<void> = Promise.resolve();

  const mark = (runId: string): Dirty => {
    if (dirty.size === 0) setImmediate(sendChanges);
    const changes = dirty.get(runId) ?? { run: false, all: false, seats: new Set<string>() };
    dirty.set(runId, changes);
    return changes;
  };

  function sendChanges(): void {
    const due = dirty;
    dirty = new Map();
    if (isClosed) return;
    for (const [runId, what] of due) {
      // A page that missed this is told with the next change or when it connects again. A fault in one run must not
      // stop the others.
      telling = telling
        .then(() => tell(runId, what))
        .catch((error: unknown) => logger.error({ err: error, run: runId }, 'seats not told'));
    }
  }

  async function tell(runId: string, what: Dirty): Promise<void> {
    const run = await storage.runs.run(runId);
    if (run === null) return;
    const now = clock.now();
    const watching = walls.get(runId);
    if (what.run && watching !== undefined) {
      const body = await runBody(storage, await catalogs.of(run.school), run, now);
      for (const viewer of watching.values()) viewer.run(body);
    }
    const seats = await storage.runs.seats(runId);
    const listening = seats.filter(({ id }) => (what.all || what.seats.has(id)) && tabs.has(id));
    if (listening.length === 0) return;
    const view = await runView(storage, run, now);
    for (const seat of listening) {
      for (const viewer of tabs.get(seat.id)?.values() ?? []) {
        viewer.state(await seatBody(storage, view, seat, viewer.principal));
      }
    }
  }

  /** What other nodes changed is told to those who listen here. */
  const heard = {
    run: (runId: string): void => {
      mark(runId).run = true;
    },
    seat: (runId: string, seatId: string): void => void mark(runId).seats.add(seatId),
    all: (runId: string): void => {
      const changes = mark(runId);
      changes.run = true;
      changes.all = true;
    },
  };

  return {
    heard,
    /** The run as its teachers see it has changed. */
    runChanged: (runId: string): void => {
      heard.run(runId);
      peers.tellAll({ kind: 'run', run: runId });
    },
    seatChanged: (runId: string, seatId: string): void => {
      heard.seat(runId, seatId);
      peers.tellAll({ kind: 'seat', run: runId, seat: seatId });
    },
    /** Something all seats see: stage, freeze, words to all. */
    allChanged: (runId: string): void => {
      heard.all(runId);
      peers.tellAll({ kind: 'all', run: runId });
    },
    sit: (seatId: string, viewer: SeatViewer): void => put(tabs, seatId, viewer),
    watch: (runId: string, viewer: WallViewer): void => put(walls, runId, viewer),
    unwatch: (runId: string, viewerId: string): void => drop(walls, runId, viewerId),
    watchers: (runId: string): Iterable<WallViewer> => walls.get(runId)?.values() ?? [],
    isWatched: (runId: string): boolean => walls.has(runId),
    watchedRuns: (): string[] => [...walls.keys()],
    hasTab: (seatId: string): boolean => tabs.has(seatId),
    seatsWithTab: (): string[] => [...tabs.keys()],
    /** How many seats have a page open, be it of a device that only asks for the seat. */
    seatCount: (): number => tabs.size,
    /** Whether its own trainee listens; a device that only asks for the seat doesn't count. */
    isHere: (seat: Seat): boolean =>
      [...(tabs.get(seat.id)?.values() ?? [])].some(({ principal }) => isSeatOf(principal, seat)),
    /** Removes a tab that has gone; returns the seats and runs it listened to. */
    leave: (viewerId: string): { seats: string[]; runs: string[] } => {
      const heldKeys = (map: Map<string, Map<string, unknown>>): string[] =>
        [...map].filter(([, viewers]) => viewers.has(viewerId)).map(([key]) => key);
      const gone = { seats: heldKeys(tabs), runs: heldKeys(walls) };
      for (const key of gone.seats) drop(tabs, key, viewerId);
      for (const key of gone.runs) drop(walls, key, viewerId);
      return gone;
    },
    close: (): void => {
      isClosed = true;
    },
  };
}
export type Subscriptions = ReturnType<typeof createSubscriptions>;

function put<V extends { id: string }>(map: Map<string, Map<string, V>>, key: string, viewer: V): void {
  const viewers = map.get(key) ?? new Map<string, V>();
  viewers.set(viewer.id, viewer);
  map.set(key, viewers);
}

function drop(map: Map<string, Map<string, unknown>>, key: string, viewerId: string): void {
  const viewers = map.get(key);
  viewers?.delete(viewerId);
  if (viewers?.size === 0) map.delete(key);
}
