import type { Logger } from 'pino';
import type { Attendance, ClassroomNotice, Peers, PeersListener } from '#classroom/lesson/peers.ts';
import type { Clock } from '#common/clock.ts';
import { ASLEEP_MS } from '#drills/runner/heartbeat.ts';
import type { Storage } from '#storage/storage.ts';
import type { Membership } from './membership.ts';
import type { NodeBus } from './node-bus.ts';
import { type NodeCalls, Unanswered } from './node-calls.ts';
import { createWallNotices } from './wall-notices.ts';

export type NodePeers = {
  peers: Peers;
  received(from: string, notice: ClassroomNotice): void;
  /** Another node follows the run from now on, `many` as in its question; gives who attends it here. */
  addFollower(from: string, run: string, many: boolean): Promise<readonly Attendance[]>;
  removeFollower(from: string, run: string): void;
  nodeJoined(node: string): void;
  nodeLeft(node: string): void;
  noticesLost(): void;
};

type Needs = {
  bus: NodeBus;
  calls: NodeCalls;
  membership: Membership;
  storage: Pick<Storage, 'locks'>;
  clock: Pick<Clock, 'setTimer'>;
  logger: Logger;
};

/** Milliseconds after which a node that lives and didn't answer is asked once more. */
const RETRY_MS = 1000;

/** What the classrooms of several nodes tell each other. What happens in a drill is told only to nodes with a wall on it. */
export const createNodePeers = ({ bus, calls, membership, storage, clock, logger }: Needs): NodePeers => {
  /** Other nodes that follow a run, and the runs that are followed here. */
  const followersByRun = new Map<string, Set<string>>();
  const followedRuns = new Set<string>();
  /** Nodes that counted as gone here: what they follow was dropped, which they may not know. */
  const goneNodes = new Set<string>();
  const forWalls = createWallNotices(bus, clock);
  let listener: PeersListener | null = null;

  /** Nodes to be asked once more, with the run. */
  const unanswered = new Set<string>();

  /** Who attends the run there; nobody where the node doesn't answer: a busy one is asked until it does. */
  const attendanceAt = async (node: string, run: string): Promise<readonly Attendance[]> => {
    try {
      const answer = await calls.ask(node, { kind: 'follow', run, many: true });
      // A node answers with what its classroom gave.
      return answer.ok ? (answer.value as readonly Attendance[]) : [];
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      askLater(node, run);
      return [];
    }
  };
  /** One that has left isn't asked, nor without Redis: it is asked when it joins, or Redis is back. */
  const askLater = (node: string, run: string): void => {
    const key = `${node} ${run}`;
    if (unanswered.has(key)) return;
    unanswered.add(key);
    clock.setTimer(RETRY_MS, () => {
      unanswered.delete(key);
      if (followedRuns.has(run) && bus.isUp() && membership.others().includes(node)) followAt(node, run);
    });
  };
  const followAt = (node: string, run: string): void => {
    attendanceAt(node, run).then(
      (attending) => {
        for (const attendance of attending)
          listener?.received(node, { kind: 'attending', run, attending: attendance, isThere: true });
      },
      (error: unknown) => logger.error({ err: error, node }, 'run not followed there'),
    );
  };
  const removeFollower = (node: string, run: string): void => {
    const nodes = followersByRun.get(run);
    nodes?.delete(node);
    if (nodes?.size === 0) followersByRun.delete(run);
  };

  return {
    peers: {
      isLeader: membership.isLeader,
      wasUnattended: (writtenAt, now) => now - writtenAt > ASLEEP_MS,
      withLock: storage.locks.hold,
      tellAll: (notice) => bus.tellAll({ kind: 'notice', notice }),
      tellFollowers: (run, notice) => {
        for (const node of followersByRun.get(run) ?? []) forWalls.tell(node, notice);
      },
      follow: async (run) => {
        followedRuns.add(run);
        const others = membership.others();
        const attending = await Promise.all(others.map((node) => attendanceAt(node, run)));
        return new Map(others.map((node, index) => [node, attending[index] ?? []]));
      },
      unfollow: (run) => {
        followedRuns.delete(run);
        bus.tellAll({ kind: 'unfollow', run });
      },
      listen: (to) => {
        listener = to;
      },
    },
    received: (from, notice) => listener?.received(from, notice),
    addFollower: async (from, run, many) => {
      forWalls.takesMany(from, many);
      const nodes = followersByRun.get(run) ?? new Set<string>();
      followersByRun.set(run, nodes.add(from));
      return (await listener?.attending(run)) ?? [];
    },
    removeFollower,
    nodeJoined: (node) => {
      // It may have lived all the time: it reads again what it follows, and asks to be told anew.
      if (goneNodes.delete(node)) void bus.send(node, { kind: 'back' });
      for (const run of followedRuns) followAt(node, run);
    },
    nodeLeft: (node) => {
      goneNodes.add(node);
      forWalls.drop(node);
      for (const run of [...followersByRun.keys()]) removeFollower(node, run);
      listener?.nodeLeft(node);
    },
    noticesLost: () => listener?.noticesLost(),
  };
};
