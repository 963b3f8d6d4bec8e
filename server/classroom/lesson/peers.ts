/** The other nodes as the classroom knows them: what it tells them, and what it hears. */
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { DrillRow } from '#storage/storage.ts';

/** A drill as a wall goes on with it: how long its log is, and what its clock shows. */
export type DrillMoment = { drill: Pick<Drill, 'seq'>; now: DrillMs; running: boolean };

/** Somebody at a desk (`by`: the drill), or with the seat's page open (`by`: `tab`). */
export type Attending = { seat: string; by: string };

export type ClassroomNotice =
  /** The run, one of its seats, or all that its seats see was changed in the database. */
  | { kind: 'run' | 'all'; run: string }
  /** Something of the run was deleted for good: what is kept of it is dropped. */
  | { kind: 'deleted'; run: string }
  | { kind: 'seat'; run: string; seat: string }
  /** A school was heard of from a network: strangers there may be its people in an exam. */
  | { kind: 'network'; school: string; network: string }
  /** For walls: told only to nodes that follow the run. */
  | { kind: 'opened'; row: DrillRow }
  | { kind: 'happened'; row: DrillRow; events: readonly DrillEvent[]; standing: DrillMoment }
  | { kind: 'attending'; run: string; attending: Attending; isThere: boolean };

export type Peers = {
  /** Whether this node does what one node does for all: the first of the living ones. */
  isFirst(): boolean;
  /**
   * Whether nobody looked after a clock that was last written at that moment (epoch milliseconds): with several nodes
   * one of them writes it every other second. The only server there is looked after none before it came.
   */
  wasAlone(writtenAt: number, now: number): boolean;
  /** Does the work while no other node does work of that name. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
  tellAll(notice: ClassroomNotice): void;
  /** Tells the nodes that follow the run. */
  tellFollowers(run: string, notice: ClassroomNotice): void;
  /** Who attends the run's seats at other nodes, by node; from now on they tell what happens there. */
  follow(run: string): Promise<ReadonlyMap<string, readonly Attending[]>>;
  unfollow(run: string): void;
  listen(listener: PeersListener): void;
};

export type PeersListener = {
  heard(node: string, notice: ClassroomNotice): void;
  /** Who attends the run's seats here. */
  attending(run: string): Promise<readonly Attending[]>;
  /** A node died or stopped: nobody attends there any more, and what it was in the middle of is to be finished. */
  left(node: string): void;
  /** Notices were lost: everything followed is to be read again. */
  missed(): void;
};

/** The classroom of the only server there is. */
export const noPeers: Peers = {
  isFirst: () => true,
  wasAlone: () => true,
  inTurn: (_name, work) => work(),
  tellAll: () => {},
  tellFollowers: () => {},
  follow: async () => new Map(),
  unfollow: () => {},
  listen: () => {},
};
