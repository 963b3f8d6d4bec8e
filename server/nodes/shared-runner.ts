/** The runner of one of several nodes: what is asked of a drill is done where the drill is in memory. */
import type { Clock } from '#common/clock.ts';
import type { Meter } from '#common/meter.ts';
import { inReadersLanguage, refused } from '#contract/errors.ts';
import { HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { NodeDrills, Runner } from '#drills/runner/ports.ts';
import { carryOut } from './carry-out.ts';
import { createDrillCalls } from './drill-calls.ts';
import type { Answer, NodeBus, Question, ViewerWord } from './node-bus.ts';
import type { NodeCalls } from './node-calls.ts';
import { createRemoteViewers } from './remote-viewers.ts';
import { createViewersElsewhere } from './viewers-elsewhere.ts';

export type SharedRunner = {
  runner: Runner;
  /** What another node asks of this one's drills. Rejects where this node failed. */
  answer(from: string, question: Exclude<Question, { kind: 'follow' }>): Promise<Answer>;
  /** What a viewer here is told by the node that has its drill. */
  tell(viewerId: string, word: ViewerWord): void;
  viewerLeft(viewerId: string, lostAt: number): void;
  viewerUnwatched(viewerId: string, drillId: string): void;
  /** Drills may be somebody else's now, or nobody's. */
  ownersChanged(): void;
  /** A node is gone, or was cut off, since `lastSeen` (epoch milliseconds): its viewers have left, and those of its drills come again. */
  nodeLeft(node: string, lastSeen: number): void;
  /** No message gets through: viewers of drills elsewhere come again, and viewers elsewhere have left. */
  cutOff(now: number): void;
};

type Needs = {
  bus: NodeBus;
  calls: NodeCalls;
  meter: Pick<Meter, 'drillForwarded'>;
  others(): readonly string[];
  clock: Pick<Clock, 'now'>;
};

export const createSharedRunner = (
  local: Runner & NodeDrills,
  { bus, calls, meter, others, clock }: Needs,
): SharedRunner => {
  const remote = createRemoteViewers(bus, local, clock);
  const drills = createDrillCalls(calls, meter);
  const viewersElsewhere = createViewersElsewhere(bus, drills);

  const runner: Runner = {
    ...local,
    join: (drillId, viewer, after, take) =>
      viewersElsewhere.join(viewer, drillId, () => local.join(drillId, viewer, after, take), {
        ...{ kind: 'join', drill: drillId, viewer: viewer.id, after, take },
      }),
    watch: (drillId, viewer, after) =>
      viewersElsewhere.join(viewer, drillId, () => local.watch(drillId, viewer, after), {
        ...{ kind: 'watch', drill: drillId, viewer: viewer.id, after },
      }),
    unwatch: (drillId, viewerId) => {
      local.unwatch(drillId, viewerId);
      viewersElsewhere.unwatch(drillId, viewerId);
    },
    leave: (viewerId, lostAt) => {
      local.leave(viewerId, lostAt);
      viewersElsewhere.leave(viewerId, lostAt);
    },
    submit: async (drillId, viewerId, commandId, request) => {
      const node = viewersElsewhere.nodeOf(viewerId, drillId);
      if (node === undefined) return local.submit(drillId, viewerId, commandId, request);
      const answer = await drills.ask(node, { kind: 'submit', drill: drillId, viewer: viewerId, commandId, request });
      if (answer === null || !answer.ok) return refused('drill-moving');
      return inReadersLanguage(answer.value as Awaited<ReturnType<Runner['submit']>>);
    },
    setFrozen: async (drillId, frozen) => {
      // Where nobody answers, whoever takes the drill over finds the freeze in its run.
      await drills.whereLoaded(() => local.setFrozen(drillId, frozen), { kind: 'freeze', drill: drillId, frozen });
    },
    end: (drillId, why) => drills.replyWhereLoaded(() => local.end(drillId, why), { kind: 'end', drill: drillId, why }),
    inject: (drillId, scenario) =>
      drills.replyWhereLoaded(() => local.inject(drillId, scenario), { kind: 'inject', drill: drillId, scenario }),
    project: (drillId, request) =>
      drills.replyWhereLoaded(() => local.project(drillId, request), { kind: 'project', drill: drillId, request }),
    transfer: (drillId, request) =>
      drills.replyWhereLoaded(() => local.transfer(drillId, request), { kind: 'transfer', drill: drillId, request }),
    answerAsLead: (drillId, request) =>
      drills.replyWhereLoaded(() => local.answerAsLead(drillId, request), {
        kind: 'lead-answer',
        drill: drillId,
        request,
      }),
    play: (drillId, commandId, act) =>
      drills.replyWhereLoaded(() => local.play(drillId, commandId, act), {
        kind: 'play',
        drill: drillId,
        commandId,
        act,
      }),
    /** For a trainee whose socket is at another node than their drill each word would otherwise ask the database. */
    ownerOf: async (drillId) => {
      const owner = await local.ownerOf(drillId);
      viewersElsewhere.noteOwner(drillId, owner);
      return owner;
    },
    ownerInMemory: (drillId) => local.ownerInMemory(drillId) ?? viewersElsewhere.ownerOf(drillId),
    forget: (drillIds) => {
      local.forget(drillIds);
      viewersElsewhere.forgetOwners();
      bus.tellAll({ kind: 'drills-deleted', drills: drillIds });
    },
    handOver: async (seat, guest) => {
      await local.handOver(seat, guest);
      viewersElsewhere.forgetOwners();
      // A node that doesn't answer reads it when it is heard of again.
      await Promise.all(others().map((node) => drills.ask(node, { kind: 'handed-over', seat, guest })));
    },
  };

  return {
    runner,
    answer: async (from, question) => {
      if (question.kind === 'handed-over') viewersElsewhere.forgetOwners();
      try {
        return { ok: true, value: (await carryOut(local, remote, from, question)) ?? null };
      } catch (error) {
        if (error instanceof HeldElsewhere) return { ok: false, moved: error.node };
        throw error;
      }
    },
    tell: viewersElsewhere.tell,
    viewerLeft: remote.left,
    viewerUnwatched: (viewerId, drillId) => local.unwatch(drillId, viewerId),
    ownersChanged: viewersElsewhere.forgetOwners,
    nodeLeft: (node, lastSeen) => {
      remote.nodeLeft(node, lastSeen);
      viewersElsewhere.sendAway(node);
    },
    cutOff: (now) => {
      // That a drill is another device's now may be said meanwhile, and heard by nobody.
      viewersElsewhere.forgetOwners();
      remote.allLeft(now);
      viewersElsewhere.sendAway(null);
    },
  };
};
