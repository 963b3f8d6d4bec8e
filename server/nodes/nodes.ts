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
  stopTakingOver(): void;
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

export const createNodes = ({ bus, storage, clock, logger, meter }: NodesNeeds): Nodes => {
  const { name } = bus;
  const leases = createDrillLeases(storage, name, clock, logger, meter.drillTakenOver);
  const calls = createNodeCalls(bus, clock, logger);
  let sharedRunner: SharedRunner | null = null;
  let drills: (NodeDrills & Pick<Runner, 'forget'>) | null = null;
  let hooks: NodeHooks = { sessionsEnded: () => {}, casesChanged: () => {}, drillsDeleted: () => {} };

  const membership = createMembership(name, { storage, bus, clock, logger }, leases, {
    onJoined: (node) => {
      logger.warn({ node }, 'another node is there');
      classrooms.nodeJoined(node);
    },
    onLeft: (node, lastSeen) => {
      logger.warn({ node }, 'a node is gone');
      calls.rejectAll(node);
      sharedRunner?.nodeLeft(node, lastSeen);
      classrooms.nodeLeft(node);
    },
  });
  const classrooms = createNodePeers({ bus, calls, membership, storage, clock, logger });

  const answer = async (from: string, question: Question): Promise<Answer> => {
    if (question.kind === 'follow')
      return { ok: true, value: await classrooms.addFollower(from, question.run, question.many === true) };
    return sharedRunner === null ? { ok: false, moved: null } : sharedRunner.answer(from, question);
  };

  const onMessage = (from: string, message: NodeMessage): void => {
    switch (message.kind) {
      case 'question':
        answer(from, message.question)
          .catch((error: unknown): Answer => {
            logger.error({ err: error, question: message.question.kind }, 'question of another node failed');
            return { ok: false, moved: null };
          })
          .then((reply) => bus.send(from, { kind: 'answer', id: message.id, answer: reply }));
        break;
      case 'answer':
        calls.resolve(message.id, message.answer);
        break;
      case 'viewer':
        sharedRunner?.tell(message.viewer, message.word);
        break;
      case 'viewer-left':
        sharedRunner?.viewerLeft(message.viewer, message.lostAt);
        break;
      case 'viewer-unwatched':
        sharedRunner?.viewerUnwatched(message.viewer, message.drill);
        break;
      case 'unfollow':
        classrooms.removeFollower(from, message.run);
        break;
      case 'notice':
        classrooms.received(from, message.notice);
        break;
      case 'notices':
        for (const notice of message.notices) classrooms.received(from, notice);
        break;
      case 'back':
        if (message.wasCut === true) sharedRunner?.nodeLeft(from, clock.now());
        classrooms.noticesLost();
        break;
      case 'drills-deleted':
        drills?.forget(message.drills);
        sharedRunner?.ownersChanged();
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
  const onConnectionBack = (): void => {
    hooks.sessionsEnded();
    hooks.casesChanged(null);
    drills?.readAgain().catch((error: unknown) => logger.error({ err: error }, 'drills not read again'));
    classrooms.noticesLost();
    // Who had Redis back before this node asked it in vain, and shows its trainees as lost.
    bus.tellAll({ kind: 'back', wasCut: true });
  };

  return {
    hold: leases,
    leased: (original) => leasedStorage(original, name),
    share: (local) => {
      drills = local;
      sharedRunner = createSharedRunner(local, { bus, calls, meter, clock, others: membership.others });
      membership.startTakingOver(local);
      return sharedRunner.runner;
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
        received: onMessage,
        connectionChanged: (isUp) => {
          if (isUp) return onConnectionBack();
          calls.rejectAll(null);
          sharedRunner?.cutOff(clock.now());
        },
      });
      await membership.start();
    },
    stopTakingOver: membership.stopTakingOver,
    close: async () => {
      try {
        await membership.leave();
      } finally {
        await bus.close();
      }
    },
  };
};
