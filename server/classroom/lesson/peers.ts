/** The other nodes as the classroom knows them: what it tells them, and what it hears. */
import type { ClockMap } from '#drills/reports/clock-map.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow } from '#storage/storage.ts';

/** A drill as a wall goes on with it: how long its log is, and how its clock goes. */
export type DrillMoment = { drill: Pick<Drill, 'seq'>; map: ClockMap };

/**
 * Somebody attends a seat: at a desk (`by`: the drill's id), with the seat's page open (`tab`), or playing the customer of
 * another seat's drill (`plays:` and its id).
 */
export type Attendance = { seat: string; by: string };

export type ClassroomNotice =
  /** The run, one of its seats, or all that its seats see was changed in the database. */
  | { kind: 'run' | 'all'; run: string }
  /** Something of the run was deleted for good: what is kept of it is dropped. */
  | { kind: 'deleted'; run: string }
  | { kind: 'seat'; run: string; seat: string }
  /** A school was heard of from a network: strangers there may be its people in an exam. */
  | { kind: 'network'; school: string; network: string }
  /** Something happened in a role play: whoever plays in it may look on here. */
  | { kind: 'played'; drill: string }
  /** For walls: told only to nodes that follow the run. */
  | { kind: 'opened'; row: DrillRow }
  | { kind: 'happened'; row: DrillRow; events: readonly DrillEvent[]; standing: DrillMoment }
  | { kind: 'attending'; run: string; attending: Attendance; isThere: boolean };

export type Peers = {
  /** Whether this node does the work that only one of the living nodes does. */
  isLeader(): boolean;
  /**
   * Whether no node looked after a clock that was last written at `writtenAt` (epoch milliseconds). With several nodes
   * one of them writes it every other second; a single server looked after no clock before it started.
   */
  wasUnattended(writtenAt: number, now: number): boolean;
  /** Runs `work` while no other node runs work of that name. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
  tellAll(notice: ClassroomNotice): void;
  /** Tells the nodes that follow the run. */
  tellFollowers(run: string, notice: ClassroomNotice): void;
  /** Who attends the run's seats at other nodes, by node; from now on they tell what happens there. */
  follow(run: string): Promise<ReadonlyMap<string, readonly Attendance[]>>;
  unfollow(run: string): void;
  listen(listener: PeersListener): void;
};

export type PeersListener = {
  received(node: string, notice: ClassroomNotice): void;
  /** Who attends the run's seats here. */
  attending(run: string): Promise<readonly Attendance[]>;
  /** A node died or stopped: nobody attends seats there any more, and work it left half done must be finished. */
  nodeLeft(node: string): void;
  /** Notices were lost: everything that is followed here must be read again. */
  noticesLost(): void;
};

/** The classroom of the only server there is. */
export const noPeers: Peers = {
  isLeader: () => true,
  wasUnattended: () => true,
  withLock: (_name, work) => work(),
  tellAll: () => {},
  tellFollowers: () => {},
  follow: async () => new Map(),
  unfollow: () => {},
  listen: () => {},
};
