import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { DrillObserver, DrillRecords } from '#drills/runner/ports.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { inLanguage } from '#i18n/language.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Attending, DrillMoment, Peers } from './peers.ts';
import { createPresence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';
import { type Board, createBoard } from './wall-board.ts';

type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; logger: Logger; peers: Peers };

/** What other nodes tell of the runs that are followed here. */
type Heard = {
  opened(row: DrillRow): void;
  happened(row: DrillRow, events: readonly DrillEvent[], standing: DrillMoment): void;
  attending(node: string, run: string, attending: Attending, isThere: boolean): void;
  /** Nobody attends at that node any more. */
  nodeLeft(node: string): void;
  /** Something was missed: all that is followed is read again, and those who watch are told. */
  missed(): Promise<void>;
};

export type Walls = DrillObserver & {
  heard: Heard;
  /** Who attends the run's seats on this node. */
  attending(run: string): Promise<readonly Attending[]>;
  isFollowed(run: string): boolean;
  /** All tiles of a run; from then on its changes are followed. */
  all(run: Run): Promise<WallTiles>;
  opened(row: DrillRow): void;
  /** Called when a seat's tab has come or gone. */
  presence(seat: Seat): void;
  seatChanged(seat: Seat): void;
  /** Drops a run that is deleted, or of which something was. Whoever watches reads it anew. */
  forget(runId: string): void;
  close(): void;
};

/** Runs followed at once. Beyond that, runs nobody watches are forgotten; they are read again when somebody does. */
const MAX_FOLLOWED_RUNS = 20;

/** The walls of all runs. A run nobody has watched costs nothing. */
export function createWalls(needs: Needs, audience: Subscriptions): Walls {
  const boards = new Map<string, Board>();
  const { peers, storage } = needs;
  const presence = createPresence(needs.clock, (seat) => audience.isHere(seat));

  const forget = (): void => {
    for (const [runId, board] of boards) {
      if (boards.size < MAX_FOLLOWED_RUNS) return;
      if (audience.isWatched(runId)) continue;
      board.close();
      boards.delete(runId);
      peers.unfollow(runId);
    }
  };

  const followedBoard = (run: Pick<Run, 'id'>): Board => {
    const ownBoard = boards.get(run.id);
    if (ownBoard !== undefined) return ownBoard;
    forget();
    // Before anything is read: what happens from then on at other nodes is told here.
    const isToldBy = peers.follow(run.id).then((others) => {
      for (const [node, attending] of others) for (const one of attending) presence.elsewhere(node, one, true);
    });
    const board = createBoard(needs, run, presence, audience, isToldBy);
    boards.set(run.id, board);
    return board;
  };

  const tellTab = (seat: Seat): void => {
    presence.tab(seat);
    boards.get(seat.run)?.mark(seat.id);
    const attending = { seat: seat.id, by: 'tab' };
    peers.tellFollowers(seat.run, { kind: 'attending', run: seat.run, attending, isThere: audience.isHere(seat) });
  };

  const heard: Heard = {
    opened: (row) => {
      if (row.place !== null) boards.get(row.place.run)?.opened(row);
    },
    happened: (row, events, standing) => {
      if (row.place !== null) boards.get(row.place.run)?.happened(row, events, standing);
    },
    attending: (node, run, attending, isThere) => {
      presence.elsewhere(node, attending, isThere);
      boards.get(run)?.mark(attending.seat);
    },
    nodeLeft: (node) => {
      for (const seatId of presence.nodeLeft(node)) for (const board of boards.values()) board.mark(seatId);
    },
    missed: async () => {
      presence.nodeLeft(null);
      for (const [runId, board] of [...boards]) {
        board.close();
        boards.delete(runId);
        if (!audience.isWatched(runId)) continue;
        const anew = followedBoard({ id: runId });
        for (const { language, tiles } of [...audience.watchers(runId)]) {
          const all = await inLanguage(language, () => anew.all());
          // Something was missed again meanwhile: that board tells newer tiles, and this one hears of no change.
          if (boards.get(runId) !== anew) break;
          tiles(all);
        }
      }
    },
  };

  return {
    all: async (run) => {
      const board = followedBoard(run);
      try {
        return await board.all();
      } catch (error) {
        // Whoever asks next has the run read again.
        if (boards.get(run.id) === board) boards.delete(run.id);
        throw error;
      }
    },
    heard,
    attending: async (run) => (await storage.runs.seats(run)).flatMap(presence.here),
    isFollowed: (run) => boards.has(run),
    opened: (row) => {
      heard.opened(row);
      if (row.place !== null) peers.tellFollowers(row.place.run, { kind: 'opened', row });
    },
    happened: (row, events, { drill: { seq }, now, running }) => {
      if (row.place === null) return;
      const standing = { drill: { seq }, now, running };
      heard.happened(row, events, standing);
      peers.tellFollowers(row.place.run, { kind: 'happened', row, events, standing });
    },
    attended: (row, isThere) => {
      if (row.place === null) return;
      const { run, seat } = row.place;
      presence.desk(seat, row.id, isThere);
      boards.get(run)?.mark(seat);
      peers.tellFollowers(run, { kind: 'attending', run, attending: { seat, by: row.id }, isThere });
    },
    presence: tellTab,
    seatChanged: tellTab,
    forget: (runId) => {
      boards.get(runId)?.close();
      boards.delete(runId);
    },
    close: () => {
      for (const board of boards.values()) board.close();
      boards.clear();
    },
  };
}
