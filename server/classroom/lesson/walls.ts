import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { DrillObserver, DrillRecords } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { createPresence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';
import { type Board, createBoard } from './wall-board.ts';

type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; logger: Logger };

export type Walls = DrillObserver & {
  /** All tiles of a run; from then on its changes are followed. */
  all(run: Run): Promise<WallTiles>;
  opened(row: DrillRow): void;
  /** Called when a seat's tab has come or gone. */
  presence(seat: Seat): void;
  seatChanged(seat: Seat): void;
  close(): void;
};

/** Runs followed at once. Beyond that, runs nobody watches are forgotten; they are read again when somebody does. */
const MOST = 20;

/** The walls of all runs. A run nobody has watched costs nothing. */
export function createWalls(needs: Needs, audience: Subscriptions): Walls {
  const boards = new Map<string, Board>();
  const presence = createPresence(needs.clock, (seat) => audience.isHere(seat));

  const forget = (): void => {
    for (const [runId, board] of boards) {
      if (boards.size < MOST) return;
      if (audience.isWatched(runId)) continue;
      board.close();
      boards.delete(runId);
    }
  };

  const followedBoard = (run: Run): Board => {
    const ownBoard = boards.get(run.id);
    if (ownBoard !== undefined) return ownBoard;
    forget();
    const board = createBoard(needs, run, presence, audience);
    boards.set(run.id, board);
    return board;
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
    opened: (row) => {
      if (row.place !== null) boards.get(row.place.run)?.opened(row);
    },
    happened: (row, events, standing) => {
      if (row.place !== null) boards.get(row.place.run)?.happened(row, events, standing);
    },
    attended: (row, isThere) => {
      if (row.place === null) return;
      presence.desk(row.place.seat, row.id, isThere);
      boards.get(row.place.run)?.mark(row.place.seat);
    },
    presence: (seat) => {
      presence.tab(seat);
      boards.get(seat.run)?.mark(seat.id);
    },
    seatChanged: (seat) => {
      presence.tab(seat);
      boards.get(seat.run)?.mark(seat.id);
    },
    close: () => {
      for (const board of boards.values()) board.close();
      boards.clear();
    },
  };
}
