/** One of several servers on one database: its leases, its bus, and what it does for the others. */
import type { Logger } from 'pino';
import type { Peers } from '#classroom/lesson/peers.ts';
import type { Clock } from '#common/clock.ts';
import type { Meter } from '#common/meter.ts';
import type { ServerStatus } from '#contract/storage-status.ts';
import type { DrillHold } from '#drills/runner/drill-needs.ts';
import type { NodeDrills, Runner } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import { createDrillLeases, leasedStorage } from './drill-leases.ts';
import { createMembership } from './membership.ts';
import type { Answer, NodeBus, NodeMessage, Question } from './node-bus.ts';
import { createNodeCalls } from './node-calls.ts';
import { createNodePeers } from './node-peers.ts';
import { createSharedRunner, type SharedRunner } from './shared-runner.ts';

export type Nodes = {
  hold: DrillHold;
  /** The storage as the runner is to have it: its appends are refused where another node has the drill. */
  leased(storage: Storage): Storage;
  /** The runner that all others are to use; `local` is made with `hold` and `leased`. */
  share(local: Runner & NodeDrills): Runner;
  peers: Peers;
  /** Tells the other nodes what their memory may have wrong now. */
  tell: { sessionsEnded(): void; casesChanged(school: string): void };
  status(): NonNullable<ServerStatus['node']>;
  /** To call before drills are taken up; the functions hear what other nodes tell. */
  start(hooks: NodeHooks): Promise<void>;
  /** To call before the clocks are stopped: no more drills are taken over. */
  closing(): void;
  close(): Promise<void>;
};

/** `school` null: any school's cases may have changed. */
export type NodeHooks = { sessionsEnded(): void; casesChanged(school: string | null): void; drillsDeleted(): void };
export type NodesNeeds = {
  bus: NodeBus;
  storage: Storage;
  clock: Clock;
  logger: Logger;
  meter: Pick<Meter, 'drillForwarded' | 'drillTakenOver'>;
};

export function createNodes({ bus, storage, clock, logger, meter }: NodesNeeds): Nodes {
  const { name } = bus;
  const leases = createDrillLeases(storage, name, clock, logger, meter.drillTakenOver);
  const calls = createNodeCalls(bus, clock, logger);
  let shared: SharedRunner | null = null;
  let drills: (NodeDrills & Pick<Runner, 'forget'>) | null = null;
  let hooks: NodeHooks = { sessionsEnded: () => {}, casesChanged: () => {}, drillsDeleted: () => {} };

  const membership = createMembership(name, { storage, clock, logger }, leases, {
    joined: (node) => {
      logger.warn({ node }, 'another node is there');
      classrooms.joined(node);
    },
    left: (node, lastSeen) => {
      logger.warn({ node }, 'a node is gone');
      calls.lost(node);
      shared?.nodeLeft(node, lastSeen);
      classrooms.left(node);
    },
  });
  const classrooms = createNodePeers({ bus, calls, membership, storage, clock, logger });

  const answer = async (from: string, question: Question): Promise<Answer> => {
    if (question.kind === 'follow') return { ok: true, value: await classrooms.followed(from, question.run) };
    return shared === null ? { ok: false, moved: null } : shared.answer(from, question);
  };

  const heard = (from: string, message: NodeMessage): void => {
    switch (message.kind) {
      case 'question':
        answer(from, message.question)
          .catch((error: unknown): Answer => {
            logger.error({ err: error, question: message.question.kind }, 'question of another node failed');
            return { ok: false, moved: null };
          })
          .then((said) => bus.send(from, { kind: 'answer', id: message.id, answer: said }));
        break;
      case 'answer':
        calls.answered(message.id, message.answer);
        break;
      case 'viewer':
        shared?.tell(message.viewer, message.word);
        break;
      case 'viewer-left':
        shared?.viewerLeft(message.viewer, message.lostAt);
        break;
      case 'viewer-unwatched':
        shared?.viewerUnwatched(message.viewer, message.drill);
        break;
      case 'unfollow':
        classrooms.unfollowed(from, message.run);
        break;
      case 'notice':
        classrooms.heard(from, message.notice);
        break;
      case 'back':
        classrooms.missed();
        break;
      case 'drills-deleted':
        drills?.forget(message.drills);
        hooks.drillsDeleted();
        return;
      case 'sessions-ended':
        hooks.sessionsEnded();
        break;
      case 'cases-changed':
        hooks.casesChanged(message.school);
        break;
    }
  };

  /** What was said while Redis was away is lost: everything it may have been about is read again. */
  const back = (): void => {
    hooks.sessionsEnded();
    hooks.casesChanged(null);
    drills?.readAgain().catch((error: unknown) => logger.error({ err: error }, 'drills not read again'));
    classrooms.missed();
    // Who had Redis back before this node asked it in vain, and shows its trainees as lost.
    bus.tellAll({ kind: 'back' });
  };

  return {
    hold: leases,
    leased: (under) => leasedStorage(under, name),
    share: (local) => {
      drills = local;
      shared = createSharedRunner(local, { bus, calls, meter, clock, others: membership.others });
      membership.takes(local);
      return shared.runner;
    },
    peers: classrooms.peers,
    tell: {
      sessionsEnded: () => bus.tellAll({ kind: 'sessions-ended' }),
      casesChanged: (school) => bus.tellAll({ kind: 'cases-changed', school }),
    },
    status: () => ({ name, others: membership.others().length, hearsOthers: bus.isUp() }),
    start: async (to) => {
      hooks = to;
      bus.listen({
        heard,
        changed: (isUp) => {
          if (isUp) return back();
          calls.lost(null);
          shared?.cutOff(clock.now());
        },
      });
      await membership.start();
    },
    closing: membership.takesNoMore,
    close: async () => {
      try {
        await membership.leave();
      } finally {
        await bus.close();
      }
    },
  };
}
