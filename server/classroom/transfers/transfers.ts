/** 转接 between seats of a lesson: brings offered conversations along, and tells who may get one and what came of it. */
import type { Logger } from 'pino';
import type { Peers } from '#classroom/lesson/peers.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import type { Walls } from '#classroom/lesson/walls.ts';
import type { Clock } from '#common/clock.ts';
import { createSingleTimer } from '#common/single-timer.ts';
import { MAX_CUSTOMERS } from '#contract/commands.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { DrillHandOvers } from '#contract/plans/projects.ts';
import type { Mate, MateBlock, TransferBoard } from '#contract/together/transfers.ts';
import type { WallTile } from '#contract/wall.ts';
import type { DrillControl, DrillRecords } from '#drills/runner/ports.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { drillTransfers, transfersOf } from './board.ts';
import { settlePasses } from './settle.ts';

type Needs = {
  storage: Storage;
  runner: DrillControl & DrillRecords;
  clock: Clock;
  logger: Logger;
  peers: Pick<Peers, 'withLock'>;
};
type Parts = { walls: Pick<Walls, 'allTiles'>; subscriptions: Pick<Subscriptions, 'runChanged'> };

export type Transfers = {
  /** The classmates of a seat, with how many customers each has. */
  mates(seatId: string): Promise<Reply<Mate[]>>;
  board(runId: string): Promise<Reply<TransferBoard>>;
  /** Null: its run has no transfers. */
  ofDrill(row: DrillRow): Promise<DrillHandOvers | null>;
  /** Brings every conversation to where it is due. May be called at any time. */
  settle(run: Run): Promise<void>;
  /** Called with all that happens in drills. */
  happened(row: DrillRow, events: readonly DrillEvent[], drill: Drill): void;
  /** Waits until what happened by now is settled. */
  settled(): Promise<void>;
  close(): void;
};

/** How long an offer waits until it is tried again. */
const RETRY_MS = 2000;
/** What changes where an offered conversation is. */
const MOVES: readonly DrillEvent['kind'][] = [
  ...(['pass-offered', 'pass-recalled', 'pass-declined', 'customer-arrived'] as const),
  ...(['clock-stopped', 'clock-started', 'drill-ended'] as const),
];
/** What the wall's list shows anew. */
const TOLD: readonly DrillEvent['kind'][] = [
  'pass-offered',
  'pass-returned',
  'customer-arrived',
  'conversation-closed',
];

export const createTransfers = (needs: Needs, { walls, subscriptions }: Parts): Transfers => {
  const { storage, clock, logger, peers } = needs;
  let settling: Promise<void> = Promise.resolve();
  let isClosed = false;

  /** By drill, its run: offers that wait for a clock to start. */
  const waiting = new Map<string, string>();
  const retry = createSingleTimer(clock);
  const askAgain = (): void => {
    const drills = [...waiting];
    waiting.clear();
    for (const [drill, run] of drills) settleSoon(run, drill);
  };
  const settleSoon = (run: string, drillId: string): void => {
    settling = settling
      .then(async () => {
        if (!(await peers.withLock(`transfers ${run}`, () => settlePasses(needs, drillId)))) return;
        waiting.set(drillId, run);
        if (!isClosed) retry.set(RETRY_MS, askAgain);
      })
      .catch((error: unknown) => logger.error({ err: error, drill: drillId }, 'transfer not settled'));
  };

  return {
    mates: async (seatId) => {
      const seat = await storage.runs.seat(seatId);
      const run = seat === null ? null : await storage.runs.run(seat.run);
      if (run === null) return refused('unknown-seat');
      if (run.plan.transfers !== true) return refused('transfers-off');
      const drills = await storage.drillsOfRun(run.id);
      const own = openDrill(drills, seatId);
      const { tiles } = await walls.allTiles(run);
      const others = tiles.filter(({ seat: id, link, leads }) => id !== seatId && link !== 'absent' && leads !== true);
      return {
        ok: true,
        value: others.map((tile) => ({
          ...{ seat: tile.seat, no: tile.no, name: tile.name, customers: customersOf(tile) },
          block: blockOf(tile, own, openDrill(drills, tile.seat)),
        })),
      };
    },
    board: async (runId) => {
      const run = await storage.runs.run(runId);
      return run === null ? refused('unknown-run') : { ok: true, value: { transfers: await transfersOf(needs, run) } };
    },
    ofDrill: async ({ id, place }) => {
      const run = place === null || place.redo !== null ? null : await storage.runs.run(place.run);
      return run?.plan.transfers === true ? await drillTransfers(needs, run, id) : null;
    },
    settle: async (run) => {
      if (run.plan.transfers !== true) return;
      for (const { id, place, state } of await storage.drillsOfRun(run.id))
        if (place !== null && place.redo === null && state !== 'ended') settleSoon(run.id, id);
      await settling;
    },
    happened: ({ id, place }, events, drill) => {
      if (place === null || drill.opened?.transfers !== true) return;
      if (events.some(({ kind }) => TOLD.includes(kind))) subscriptions.runChanged(place.run);
      if (events.some(({ kind }) => MOVES.includes(kind)))
        for (const giver of giversIn(id, events, drill)) settleSoon(place.run, giver);
    },
    settled: () => settling,
    close: () => {
      isClosed = true;
      retry.cancel();
    },
  };
};

/**
 * Drills whose offers may have come further: this one, and those that offered something to it. Where the clock stood for
 * the server's sake, another node may have it from one that told nobody who had come.
 */
const giversIn = (id: string, events: readonly DrillEvent[], { conversations }: Drill): Set<string> => {
  const touched = new Set(events.flatMap((event) => ('conversation' in event ? [event.conversation] : [])));
  const isComing = ({ key, status, visit }: Drill['conversations'][string]): boolean =>
    (visit === 0 && status === 'queued') || touched.has(key);
  const all = Object.values(conversations);
  const isTaken = events.some((event) => event.kind === 'clock-stopped' && event.why === 'server');
  return new Set([
    ...(all.some(({ passing }) => passing !== null) ? [id] : []),
    ...all.flatMap((conversation) =>
      conversation.passed !== null && (isTaken || isComing(conversation)) ? [conversation.passed.from] : [],
    ),
  ]);
};

const openDrill = (drills: readonly DrillRow[], seat: string): DrillRow | undefined =>
  drills.findLast(({ place, state }) => place?.seat === seat && place.redo === null && state !== 'ended');

const customersOf = ({ conversations }: WallTile): number =>
  conversations.filter(({ status }) => status === 'waiting' || status === 'active').length;

const blockOf = (tile: WallTile, own: DrillRow | undefined, theirs: DrillRow | undefined): MateBlock | null => {
  if (theirs === undefined || tile.state === 'ended' || tile.state === 'none') return 'none';
  if (tile.link !== 'online' || tile.state !== 'running') return 'away';
  if (own === undefined || theirs.contentHash !== own.contentHash) return 'other-round';
  return tile.conversations.length >= MAX_CUSTOMERS ? 'full' : null;
};
