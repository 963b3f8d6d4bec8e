/** The runner of one of several nodes: what is asked of a drill is done where the drill is in memory. */
import type { Clock } from '#common/clock.ts';
import type { Meter } from '#common/meter.ts';
import { inReadersLanguage, type Reply, refused } from '#contract/errors.ts';
import { HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { NodeDrills, Runner } from '#drills/runner/ports.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { Answer, NodeBus, Question, ViewerWord } from './node-bus.ts';
import { type NodeCalls, Unanswered } from './node-calls.ts';
import { createRemoteViewers } from './remote-viewers.ts';

/** A drill changes nodes once in a lesson; one that is somewhere else each time it is looked for isn't pursued. */
const MAX_TRIES = 3;

export type SharedRunner = {
  runner: Runner;
  /** What another node asks of this one's drills. Rejects where this node failed. */
  answer(from: string, question: Exclude<Question, { kind: 'follow' }>): Promise<Answer>;
  /** What a viewer here is told by the node that has its drill. */
  tell(viewerId: string, word: ViewerWord): void;
  viewerLeft(viewerId: string, lostAt: number): void;
  viewerUnwatched(viewerId: string, drillId: string): void;
  /** A node is gone, since `lastSeen` (epoch milliseconds): its viewers have left, and those of its drills come again. */
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
/** A viewer here, and the nodes at which its drills are. */
type ViewerElsewhere = { viewer: Viewer; nodes: Map<string, string> };

export function createSharedRunner(
  local: Runner & NodeDrills,
  { bus, calls, meter, others, clock }: Needs,
): SharedRunner {
  const remote = createRemoteViewers(bus, local, clock);
  const viewersElsewhere = new Map<string, ViewerElsewhere>();
  /** Viewers who are joining. Who leaves meanwhile gets no place anywhere. */
  const joiningViewers = new Set<string>();

  const setNodeOfDrill = (viewer: Viewer, drillId: string, node: string | null): void => {
    const entry = viewersElsewhere.get(viewer.id) ?? { viewer, nodes: new Map<string, string>() };
    if (node === null) entry.nodes.delete(drillId);
    else entry.nodes.set(drillId, node);
    if (entry.nodes.size === 0) viewersElsewhere.delete(viewer.id);
    else viewersElsewhere.set(viewer.id, entry);
  };

  const ask = async (node: string, question: Question): Promise<Answer | null> => {
    meter.drillForwarded();
    try {
      return await calls.ask(node, question);
    } catch (error) {
      if (error instanceof Unanswered) return null;
      throw error;
    }
  };

  /** Null: it can't be reached now. `goes` is called before another node is asked; false: it is not to be asked. */
  const whereLoaded = async <T>(
    here: () => Promise<T>,
    question: Question,
    mayAsk: (node: string) => boolean = () => true,
  ): Promise<T | null> => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      try {
        return await here();
      } catch (error) {
        if (!(error instanceof HeldElsewhere)) throw error;
        if (!mayAsk(error.node)) return null;
        const answer = await ask(error.node, question);
        if (answer === null) return null;
        // A node answers as this one would have.
        if (answer.ok) return answer.value as T;
      }
    }
    return null;
  };
  const inLanguageOfReader = <T>(reply: Reply<T> | null): Reply<T> =>
    reply === null ? refused('drill-moving') : inReadersLanguage(reply);

  const joinWhereLoaded = async <T>(
    viewer: Viewer,
    drillId: string,
    here: () => Promise<Reply<T>>,
    question: Question,
  ): Promise<Reply<T>> => {
    joiningViewers.add(viewer.id);
    const nodeBefore = viewersElsewhere.get(viewer.id)?.nodes.get(drillId) ?? null;
    let currentNode: string | null = null;
    const mayAsk = (node: string): boolean => {
      if (!joiningViewers.has(viewer.id)) return false;
      currentNode = node;
      // Before it is asked: the drill's events come ahead of the answer.
      setNodeOfDrill(viewer, drillId, node);
      return true;
    };
    const reply = inLanguageOfReader(await whereLoaded(here, question, mayAsk));
    joiningViewers.delete(viewer.id);
    if (currentNode === null || !reply.ok) setNodeOfDrill(viewer, drillId, null);
    if (nodeBefore !== null && nodeBefore !== currentNode)
      void bus.send(nodeBefore, { kind: 'viewer-unwatched', viewer: viewer.id, drill: drillId });
    return reply;
  };

  const runner: Runner = {
    ...local,
    join: (drillId, viewer, after, take) =>
      joinWhereLoaded(viewer, drillId, () => local.join(drillId, viewer, after, take), {
        ...{ kind: 'join', drill: drillId, viewer: viewer.id, after, take },
      }),
    watch: (drillId, viewer, after) =>
      joinWhereLoaded(viewer, drillId, () => local.watch(drillId, viewer, after), {
        ...{ kind: 'watch', drill: drillId, viewer: viewer.id, after },
      }),
    unwatch: (drillId, viewerId) => {
      local.unwatch(drillId, viewerId);
      const entry = viewersElsewhere.get(viewerId);
      const node = entry?.nodes.get(drillId);
      if (entry === undefined || node === undefined) return;
      setNodeOfDrill(entry.viewer, drillId, null);
      void bus.send(node, { kind: 'viewer-unwatched', viewer: viewerId, drill: drillId });
    },
    leave: (viewerId, lostAt) => {
      joiningViewers.delete(viewerId);
      local.leave(viewerId, lostAt);
      const nodes = new Set(viewersElsewhere.get(viewerId)?.nodes.values() ?? []);
      viewersElsewhere.delete(viewerId);
      for (const node of nodes) void bus.send(node, { kind: 'viewer-left', viewer: viewerId, lostAt });
    },
    submit: async (drillId, viewerId, commandId, request) => {
      const node = viewersElsewhere.get(viewerId)?.nodes.get(drillId);
      if (node === undefined) return local.submit(drillId, viewerId, commandId, request);
      const answer = await ask(node, { kind: 'submit', drill: drillId, viewer: viewerId, commandId, request });
      if (answer === null || !answer.ok) return refused('drill-moving');
      return inReadersLanguage(answer.value as Awaited<ReturnType<Runner['submit']>>);
    },
    setFrozen: async (drillId, frozen) => {
      // Where nobody answers, whoever takes the drill over finds the freeze in its run.
      await whereLoaded(() => local.setFrozen(drillId, frozen), { kind: 'freeze', drill: drillId, frozen });
    },
    end: async (drillId, why) =>
      inLanguageOfReader(await whereLoaded(() => local.end(drillId, why), { kind: 'end', drill: drillId, why })),
    inject: async (drillId, scenario) =>
      inLanguageOfReader(
        await whereLoaded(() => local.inject(drillId, scenario), { kind: 'inject', drill: drillId, scenario }),
      ),
    project: async (drillId, request) =>
      inLanguageOfReader(
        await whereLoaded(() => local.project(drillId, request), { kind: 'project', drill: drillId, request }),
      ),
    transfer: async (drillId, request) =>
      inLanguageOfReader(
        await whereLoaded(() => local.transfer(drillId, request), { kind: 'transfer', drill: drillId, request }),
      ),
    answerAsLead: async (drillId, request) =>
      inLanguageOfReader(
        await whereLoaded(() => local.answerAsLead(drillId, request), { kind: 'lead-answer', drill: drillId, request }),
      ),
    play: async (drillId, commandId, act) =>
      inLanguageOfReader(
        await whereLoaded(() => local.play(drillId, commandId, act), { kind: 'play', drill: drillId, commandId, act }),
      ),
    forget: (drillIds) => {
      local.forget(drillIds);
      bus.tellAll({ kind: 'drills-deleted', drills: drillIds });
    },
    handOver: async (seat, guest) => {
      await local.handOver(seat, guest);
      // A node that doesn't answer reads it when it is heard of again.
      await Promise.all(others().map((node) => ask(node, { kind: 'handed-over', seat, guest })));
    },
  };

  const carryOut = async (from: string, question: Exclude<Question, { kind: 'follow' }>): Promise<unknown> => {
    switch (question.kind) {
      case 'join':
        return local.join(question.drill, remote.of(from, question.viewer), question.after, question.take);
      case 'watch':
        return local.watch(question.drill, remote.of(from, question.viewer), question.after);
      case 'submit': {
        if (!local.has(question.drill)) throw new HeldElsewhere('');
        return local.submit(question.drill, question.viewer, question.commandId, question.request);
      }
      case 'freeze':
        return local.setFrozen(question.drill, question.frozen);
      case 'end':
        return local.end(question.drill, question.why);
      case 'inject':
        return local.inject(question.drill, question.scenario);
      case 'project':
        return local.project(question.drill, question.request);
      case 'transfer':
        return local.transfer(question.drill, question.request);
      case 'lead-answer':
        return local.answerAsLead(question.drill, question.request);
      case 'play':
        return local.play(question.drill, question.commandId, question.act);
      case 'handed-over':
        return local.handedOver(question.seat, question.guest);
    }
  };

  return {
    runner,
    answer: async (from, question) => {
      try {
        return { ok: true, value: (await carryOut(from, question)) ?? null };
      } catch (error) {
        if (error instanceof HeldElsewhere) return { ok: false, moved: error.node };
        throw error;
      }
    },
    tell: (viewerId, word) => {
      const viewer = viewersElsewhere.get(viewerId)?.viewer;
      if (word.kind === 'events') viewer?.sendEvents(word.message);
      else if (word.kind === 'typing') viewer?.sendTyping(word.message);
      else if (word.kind === 'taken') viewer?.sendTaken(word.message);
      else viewer?.sendMoved?.();
    },
    viewerLeft: remote.left,
    viewerUnwatched: (viewerId, drillId) => local.unwatch(drillId, viewerId),
    nodeLeft: (node, lastSeen) => {
      remote.nodeLeft(node, lastSeen);
      for (const { viewer, nodes } of [...viewersElsewhere.values()])
        if ([...nodes.values()].includes(node)) viewer.sendMoved?.();
    },
    cutOff: (now) => {
      remote.allLeft(now);
      for (const { viewer } of [...viewersElsewhere.values()]) viewer.sendMoved?.();
    },
  };
}
