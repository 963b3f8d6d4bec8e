import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { Peers } from './peers.ts';
import { runBody } from './run-body.ts';
import { isSeatOf, runView, seatBody } from './seat-body.ts';
import type { SeatViewer, WallViewer } from './viewers.ts';

type Needs = {
  storage: Storage;
  catalogs: Catalogs;
  runner: Pick<DrillRecords, 'content'>;
  clock: Clock;
  logger: Logger;
  peers: Pick<Peers, 'tellAll'>;
};
type PendingChanges = { run: boolean; all: boolean; seats: Set<string> };

/**
 * Which tabs show which seat and which run. They are sent the newest state, once for all changes of one turn of the
 * event loop.
 */
export const createSubscriptions = ({ storage, catalogs, runner, clock, logger, peers }: Needs) => {
  const seatViewers = new Map<string, Map<string, SeatViewer>>();
  const wallViewers = new Map<string, Map<string, WallViewer>>();
  let pending = new Map<string, PendingChanges>();
  let isClosed = false;
  /** One change after the other: a page is never told an older state after a newer one. */
  let sending: Promise<void> = Promise.resolve();

  const changesToSend = (runId: string): PendingChanges => {
    if (pending.size === 0) setImmediate(sendChanges);
    const changes = pending.get(runId) ?? { run: false, all: false, seats: new Set<string>() };
    pending.set(runId, changes);
    return changes;
  };

  const sendChanges = (): void => {
    const changesByRun = pending;
    pending = new Map();
    if (isClosed) return;
    for (const [runId, changes] of changesByRun) {
      // A page that missed this is told with the next change or when it connects again. A fault in one run must not
      // stop the others.
      sending = sending
        .then(() => send(runId, changes))
        .catch((error: unknown) => logger.error({ err: error, run: runId }, 'seats not told'));
    }
  };

  const send = async (runId: string, changes: PendingChanges): Promise<void> => {
    const run = await storage.runs.run(runId);
    if (run === null) return;
    const now = clock.now();
    const watchers = wallViewers.get(runId);
    if (changes.run && watchers !== undefined) {
      const body = await runBody(storage, await catalogs.of(run.school), run, now);
      for (const viewer of watchers.values()) viewer.sendRun(body);
    }
    const seats = await storage.runs.seats(runId);
    const seatsToTell = seats.filter(({ id }) => (changes.all || changes.seats.has(id)) && seatViewers.has(id));
    if (seatsToTell.length === 0) return;
    const view = await runView(storage, run, now);
    for (const seat of seatsToTell) {
      for (const viewer of seatViewers.get(seat.id)?.values() ?? []) {
        viewer.sendState(await seatBody({ storage, catalogs, runner }, view, seat, viewer.principal));
      }
    }
  };

  /** Sends a change to the pages of this node only; other nodes know it already. */
  const notifyHere = {
    run: (runId: string): void => {
      changesToSend(runId).run = true;
    },
    seat: (runId: string, seatId: string): void => void changesToSend(runId).seats.add(seatId),
    all: (runId: string): void => {
      const changes = changesToSend(runId);
      changes.run = true;
      changes.all = true;
    },
  };

  return {
    notifyHere,
    /** The run as its teachers see it has changed. */
    runChanged: (runId: string): void => {
      notifyHere.run(runId);
      peers.tellAll({ kind: 'run', run: runId });
    },
    seatChanged: (runId: string, seatId: string): void => {
      notifyHere.seat(runId, seatId);
      peers.tellAll({ kind: 'seat', run: runId, seat: seatId });
    },
    /** Something all seats see: stage, freeze, words to all. */
    allChanged: (runId: string): void => {
      notifyHere.all(runId);
      peers.tellAll({ kind: 'all', run: runId });
    },
    addTab: (seatId: string, viewer: SeatViewer): void => addViewer(seatViewers, seatId, viewer),
    watch: (runId: string, viewer: WallViewer): void => addViewer(wallViewers, runId, viewer),
    unwatch: (runId: string, viewerId: string): void => removeViewer(wallViewers, runId, viewerId),
    watchers: (runId: string): Iterable<WallViewer> => wallViewers.get(runId)?.values() ?? [],
    isWatched: (runId: string): boolean => wallViewers.has(runId),
    watchedRuns: (): string[] => [...wallViewers.keys()],
    hasTab: (seatId: string): boolean => seatViewers.has(seatId),
    seatsWithTab: (): string[] => [...seatViewers.keys()],
    /** How many seats have a page open, be it of a device that only asks for the seat. */
    seatCount: (): number => seatViewers.size,
    /** Whether its own trainee listens; a device that only asks for the seat doesn't count. */
    isHere: (seat: Seat): boolean =>
      [...(seatViewers.get(seat.id)?.values() ?? [])].some(({ principal }) => isSeatOf(principal, seat)),
    /** Removes a tab that has gone; returns the seats and runs it listened to. */
    leave: (viewerId: string): { seats: string[]; runs: string[] } => {
      const keysWithViewer = (map: Map<string, Map<string, unknown>>): string[] =>
        [...map].filter(([, viewers]) => viewers.has(viewerId)).map(([key]) => key);
      const left = { seats: keysWithViewer(seatViewers), runs: keysWithViewer(wallViewers) };
      for (const key of left.seats) removeViewer(seatViewers, key, viewerId);
      for (const key of left.runs) removeViewer(wallViewers, key, viewerId);
      return left;
    },
    close: (): void => {
      isClosed = true;
    },
  };
};
export type Subscriptions = ReturnType<typeof createSubscriptions>;

const addViewer = <V extends { id: string }>(map: Map<string, Map<string, V>>, key: string, viewer: V): void => {
  const viewers = map.get(key) ?? new Map<string, V>();
  viewers.set(viewer.id, viewer);
  map.set(key, viewers);
};

const removeViewer = (map: Map<string, Map<string, unknown>>, key: string, viewerId: string): void => {
  const viewers = map.get(key);
  viewers?.delete(viewerId);
  if (viewers?.size === 0) map.delete(key);
};
