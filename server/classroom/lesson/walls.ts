import type { Logger } from 'pino';
import type { PlayerPlace } from '#classroom/role-plays/player-places.ts';
import type { Clock } from '#common/clock.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { DrillObserver, DrillRecords } from '#drills/runner/ports.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { inLanguage } from '#i18n/language.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Attendance, DrillMoment, Peers } from './peers.ts';
import { byPlaying, createPresence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';
import { type Board, createBoard } from './wall-board.ts';

type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; logger: Logger; peers: Peers };

/** What other nodes tell of the runs that are followed here. */
type PeerEvents = {
  opened(row: DrillRow): void;
  happened(row: DrillRow, events: readonly DrillEvent[], standing: DrillMoment): void;
  attending(node: string, run: string, attending: Attendance, isThere: boolean): void;
  /** Nobody attends at that node any more. */
  nodeLeft(node: string): void;
  /** Notices were lost: all followed runs are read again, and their watchers are sent the tiles. */
  noticesLost(): Promise<void>;
};

export type Walls = DrillObserver & {
  fromPeers: PeerEvents;
  /** Who attends the run's seats on this node. */
  attending(run: string): Promise<readonly Attendance[]>;
  isFollowed(run: string): boolean;
  /** All tiles of a run; from then on its changes are followed. */
  allTiles(run: Run): Promise<WallTiles>;
  opened(row: DrillRow): void;
  /** Called when a seat begins or ceases to play a customer from a page of this node (RULES J116). */
  playing(place: PlayerPlace, isThere: boolean): void;
  /** Called when a seat's tab has come or gone. */
  tabsChanged(seat: Seat): void;
  seatChanged(seat: Seat): void;
  /** Drops a run that is deleted, or of which something was. Whoever watches reads it anew. */
  forget(runId: string): void;
  close(): void;
};

/** Runs followed at once. Beyond that, runs nobody watches are forgotten; they are read again when somebody does. */
const MAX_FOLLOWED_RUNS = 20;

/** The walls of all runs. A run nobody has watched costs nothing. */
export const createWalls = (needs: Needs, subscriptions: Subscriptions): Walls => {
  const boards = new Map<string, Board>();
  const { peers, storage } = needs;
  const presence = createPresence(needs.clock, (seat) => subscriptions.isHere(seat));

  const dropUnwatched = (): void => {
    for (const [runId, board] of boards) {
      if (boards.size < MAX_FOLLOWED_RUNS) return;
      if (subscriptions.isWatched(runId)) continue;
      board.close();
      boards.delete(runId);
      peers.unfollow(runId);
    }
  };

  const followedBoard = (run: Pick<Run, 'id'>): Board => {
    const knownBoard = boards.get(run.id);
    if (knownBoard !== undefined) return knownBoard;
    dropUnwatched();
    // This comes before anything is read: from then on other nodes tell what happens there.
    const peersReady = peers.follow(run.id).then((others) => {
      for (const [node, attending] of others)
        for (const one of attending) presence.setAttendingElsewhere(node, one, true);
    });
    const board = createBoard(needs, run, presence, subscriptions, peersReady);
    boards.set(run.id, board);
    return board;
  };

  const seatChanged = (seat: Seat): void => {
    presence.tabsChanged(seat);
    boards.get(seat.run)?.markSeat(seat.id);
    const attending = { seat: seat.id, by: 'tab' };
    peers.tellFollowers(seat.run, { kind: 'attending', run: seat.run, attending, isThere: subscriptions.isHere(seat) });
  };

  const attends = (run: string, attending: Attendance, isThere: boolean): void => {
    presence.setAttending(attending, isThere);
    boards.get(run)?.markSeat(attending.seat);
    peers.tellFollowers(run, { kind: 'attending', run, attending, isThere });
  };

  const fromPeers: PeerEvents = {
    opened: (row) => {
      if (row.place !== null) boards.get(row.place.run)?.opened(row);
    },
    happened: (row, events, standing) => {
      if (row.place !== null) boards.get(row.place.run)?.happened(row, events, standing);
    },
    attending: (node, run, attending, isThere) => {
      presence.setAttendingElsewhere(node, attending, isThere);
      boards.get(run)?.markSeat(attending.seat);
    },
    nodeLeft: (node) => {
      for (const seatId of presence.nodeLeft(node)) for (const board of boards.values()) board.markSeat(seatId);
    },
    noticesLost: async () => {
      presence.nodeLeft(null);
      for (const [runId, board] of [...boards]) {
        board.close();
        boards.delete(runId);
        if (!subscriptions.isWatched(runId)) continue;
        const newBoard = followedBoard({ id: runId });
        for (const viewer of [...subscriptions.watchers(runId)]) {
          const all = await inLanguage(viewer.language, () => newBoard.allTiles());
          // Notices were lost again meanwhile: a newer board has taken this one's place.
          if (boards.get(runId) !== newBoard) break;
          viewer.sendTiles(all);
        }
      }
    },
  };

  return {
    allTiles: async (run) => {
      const board = followedBoard(run);
      try {
        return await board.allTiles();
      } catch (error) {
        // Whoever asks next has the run read again.
        if (boards.get(run.id) === board) boards.delete(run.id);
        throw error;
      }
    },
    fromPeers,
    attending: async (run) => (await storage.runs.seats(run)).flatMap(presence.attendingHere),
    isFollowed: (run) => boards.has(run),
    opened: (row) => {
      fromPeers.opened(row);
      if (row.place !== null) peers.tellFollowers(row.place.run, { kind: 'opened', row });
    },
    happened: (row, events, { drill: { seq }, map }) => {
      if (row.place === null) return;
      const standing = { drill: { seq }, map };
      fromPeers.happened(row, events, standing);
      peers.tellFollowers(row.place.run, { kind: 'happened', row, events, standing });
    },
    attended: (row, isThere) => {
      if (row.place !== null) attends(row.place.run, { seat: row.place.seat, by: row.id }, isThere);
    },
    playing: ({ run, seat, drill }, isThere) => attends(run, { seat, by: byPlaying(drill) }, isThere),
    tabsChanged: seatChanged,
    seatChanged: seatChanged,
    forget: (runId) => {
      boards.get(runId)?.close();
      boards.delete(runId);
    },
    close: () => {
      for (const board of boards.values()) board.close();
      boards.clear();
    },
  };
};
