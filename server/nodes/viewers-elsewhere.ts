import type { Owner } from '#common/access.ts';
import type { Reply } from '#contract/errors.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { DrillCalls } from './drill-calls.ts';
import type { NodeBus, Question, ViewerWord } from './node-bus.ts';

export type ViewersElsewhere = {
  /** Joins where the drill is in memory, and notes where that is. */
  join<T>(viewer: Viewer, drillId: string, here: () => Promise<Reply<T>>, question: Question): Promise<Reply<T>>;
  unwatch(drillId: string, viewerId: string): void;
  leave(viewerId: string, lostAt: number): void;
  /** The node at which a viewer's drill is; undefined: here, or nowhere. */
  nodeOf(viewerId: string, drillId: string): string | undefined;
  /** Notes whose drill it is, where a viewer here has it elsewhere. */
  noteOwner(drillId: string, owner: Owner | null): void;
  /** As noted, while a viewer here has the drill elsewhere. */
  ownerOf(drillId: string): Owner | null;
  /** Drills may be somebody else's now: what was noted is dropped. */
  forgetOwners(): void;
  /** What the viewer is told by the node that has its drill. */
  tell(viewerId: string, word: ViewerWord): void;
  /** Those whose drills are at this node, or at any, connect again. */
  sendAway(node: string | null): void;
};

/** Viewers here whose drills are at other nodes. */
export const createViewersElsewhere = (
  bus: NodeBus,
  { replyWhereLoaded }: Pick<DrillCalls, 'replyWhereLoaded'>,
): ViewersElsewhere => {
  /** Each with the nodes at which its drills are. */
  const viewers = new Map<string, { viewer: Viewer; nodes: Map<string, string> }>();
  /** Viewers who are joining. Who leaves meanwhile gets no place anywhere. */
  const joiningViewers = new Set<string>();

  /** Of drills elsewhere, how many viewers here have them, and whose they are; null: not asked yet. */
  const drills = new Map<string, { viewers: number; owner: Owner | null }>();

  const countViewers = (drillId: string, change: 1 | -1): void => {
    const { viewers, owner } = drills.get(drillId) ?? { viewers: 0, owner: null };
    if (viewers + change <= 0) drills.delete(drillId);
    else drills.set(drillId, { viewers: viewers + change, owner });
  };

  const setNodeOfDrill = (viewer: Viewer, drillId: string, node: string | null): void => {
    const entry = viewers.get(viewer.id) ?? { viewer, nodes: new Map<string, string>() };
    if (entry.nodes.has(drillId) !== (node !== null)) countViewers(drillId, node === null ? -1 : 1);
    if (node === null) entry.nodes.delete(drillId);
    else entry.nodes.set(drillId, node);
    if (entry.nodes.size === 0) viewers.delete(viewer.id);
    else viewers.set(viewer.id, entry);
  };
  const nodeOf = (viewerId: string, drillId: string): string | undefined => viewers.get(viewerId)?.nodes.get(drillId);

  return {
    join: async (viewer, drillId, here, question) => {
      joiningViewers.add(viewer.id);
      const nodeBefore = nodeOf(viewer.id, drillId) ?? null;
      let currentNode: string | null = null;
      const mayAsk = (node: string): boolean => {
        if (!joiningViewers.has(viewer.id)) return false;
        currentNode = node;
        // Before it is asked: the drill's events come ahead of the answer.
        setNodeOfDrill(viewer, drillId, node);
        return true;
      };
      const reply = await replyWhereLoaded(here, question, mayAsk);
      joiningViewers.delete(viewer.id);
      if (currentNode === null || !reply.ok) setNodeOfDrill(viewer, drillId, null);
      if (nodeBefore !== null && nodeBefore !== currentNode)
        void bus.send(nodeBefore, { kind: 'viewer-unwatched', viewer: viewer.id, drill: drillId });
      return reply;
    },
    unwatch: (drillId, viewerId) => {
      const entry = viewers.get(viewerId);
      const node = entry?.nodes.get(drillId);
      if (entry === undefined || node === undefined) return;
      setNodeOfDrill(entry.viewer, drillId, null);
      void bus.send(node, { kind: 'viewer-unwatched', viewer: viewerId, drill: drillId });
    },
    leave: (viewerId, lostAt) => {
      joiningViewers.delete(viewerId);
      const left = viewers.get(viewerId)?.nodes ?? new Map<string, string>();
      const nodes = new Set(left.values());
      for (const drillId of left.keys()) countViewers(drillId, -1);
      viewers.delete(viewerId);
      for (const node of nodes) void bus.send(node, { kind: 'viewer-left', viewer: viewerId, lostAt });
    },
    nodeOf,
    noteOwner: (drillId, owner) => {
      const entry = drills.get(drillId);
      if (entry !== undefined) entry.owner = owner;
    },
    ownerOf: (drillId) => drills.get(drillId)?.owner ?? null,
    forgetOwners: () => {
      for (const entry of drills.values()) entry.owner = null;
    },
    tell: (viewerId, word) => {
      const viewer = viewers.get(viewerId)?.viewer;
      if (word.kind === 'events') viewer?.sendEvents(word.message);
      else if (word.kind === 'typing') viewer?.sendTyping(word.message);
      else if (word.kind === 'taken') viewer?.sendTaken(word.message);
      else viewer?.sendMoved?.();
    },
    sendAway: (node) => {
      for (const { viewer, nodes } of [...viewers.values()])
        if (node === null || [...nodes.values()].includes(node)) viewer.sendMoved?.();
    },
  };
};
