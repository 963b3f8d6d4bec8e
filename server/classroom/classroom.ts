/** The classroom's live side: seats that listen and walls that watch. What changes a run comes in over HTTP. */

import type { Logger } from 'pino';
import type { RunWatched } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { Runner } from '#drills/runner.ts';
import type { Shelf } from '#drills/shelf.ts';
import type { Clock } from '#server/clock.ts';
import type { Storage } from '#storage/storage.ts';

/** A trainee's tab that has its seat. */
export type SeatViewer = { id: string; state(body: SeatBody): void };
/** A teacher's tab that shows the wall. */
export type WallViewer = { id: string; tiles(message: WallTiles): void; run(body: RunBody): void };

export type Classroom = {
  joinSeat(seatId: string, viewer: SeatViewer): Reply<SeatBody>;
  watchRun(runId: string, viewer: WallViewer): Reply<RunWatched>;
  unwatchRun(runId: string, viewerId: string): void;
  /** The tab is gone. */
  leave(viewerId: string): void;
  /** Stops timers; state is stored. */
  close(): void;
};

export type ClassroomNeeds = { storage: Storage; shelf: Shelf; runner: Runner; clock: Clock; logger: Logger };

export function createClassroom(_needs: ClassroomNeeds): Classroom {
  const notBuilt = (): never => {
    throw new Error('not built');
  };
  return { joinSeat: notBuilt, watchRun: notBuilt, unwatchRun: notBuilt, leave: () => {}, close: () => {} };
}
