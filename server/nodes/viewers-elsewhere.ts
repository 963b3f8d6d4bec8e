import type { Owner } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { DrillCalls } from './drill-calls.ts';
import type { NodeBus, Question, ViewerWord } from './node-bus.ts';

export type ViewersElsewhere = {
  /** Joins where the drill is in memory, and notes where that is. */
  join<T>(viewer: Viewer, drillId: string, here: () => Promise<Reply<T>>, question: Question): Promise<Reply<T>>;
  unwatch(drillId: string, viewerId: string): void;
  leave(viewerId: string, lostAt: number): void;
  /** The node at which a viewer has a place at a drill, or is getting one; undefined: here, or nowhere. */
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

/** `isUnsure`: the node didn't answer a join in time. It may have given the place all the same, or not be there any more. */
type Place = { node: string; isUnsure: boolean };

/** Viewers here whose drills are at other nodes. */
export const createViewersElsewhere = (
  bus: NodeBus,
  { replyWhereLoaded }: Pick<DrillCalls, 'replyWhereLoaded'>,
): ViewersElsewhere => {
  /** Each with its places, by drill. */
  const viewers = new Map<string, { viewer: Viewer; places: Map<string, Place> }>();
  /** Joins that aren't answered, each by its viewer. Who leaves meanwhile gets no place anywhere. */
  const joins = new Set<{ viewer: string }>();

  /** Of drills elsewhere, how many viewers here have them, and whose they are; null: not asked yet. */
  const drills = new Map<string, { viewers: number; owner: Owner | null }>();

  const countViewers = (drillId: string, change: 1 | -1): void => {
    const { viewers, owner } = drills.get(drillId) ?? { viewers: 0, owner: null };
    if (viewers + change <= 0) drills.delete(drillId);
    else drills.set(drillId, { viewers: viewers + change, owner });
  };

  const setPlace = (viewer: Viewer, drillId: string, place: Place | null): void => {
    const entry = viewers.get(viewer.id) ?? { viewer, places: new Map<string, Place>() };
    if (entry.places.has(drillId) !== (place !== null)) countViewers(drillId, place === null ? -1 : 1);
    if (place === null) entry.places.delete(drillId);
    else entry.places.set(drillId, place);
    if (entry.places.size === 0) viewers.delete(viewer.id);
    else viewers.set(viewer.id, entry);
  };
  const placeOf = (viewerId: string, drillId: string): Place | undefined => viewers.get(viewerId)?.places.get(drillId);

  return {
    join: async (viewer, drillId, here, question) => {
      const thisJoin = { viewer: viewer.id };
      joins.add(thisJoin);
      const nodeBefore = placeOf(viewer.id, drillId)?.node ?? null;
      let currentNode: string | null = null;
      const mayAsk = (node: string): boolean => {
        if (!joins.has(thisJoin)) return false;
        currentNode = node;
        // Before it is asked: the drill's events come ahead of the answer.
        setPlace(viewer, drillId, { node, isUnsure: false });
        return true;
      };
      const joinHere: typeof here = async () => {
        // It may have left while another node was asked, and nobody would take it out again.
        if (!joins.has(thisJoin)) return refused('drill-moving');
        const reply = await here();
        currentNode = null;
        return reply;
      };
      const reply = await replyWhereLoaded(joinHere, question, mayAsk);
      const hasLeft = !joins.delete(thisJoin);
      const isUnsure = !reply.ok && reply.error.code === 'drill-moving';
      if (currentNode === null || hasLeft || !(reply.ok || isUnsure)) setPlace(viewer, drillId, null);
      else if (isUnsure) setPlace(viewer, drillId, { node: currentNode, isUnsure });
      if (nodeBefore !== null && nodeBefore !== currentNode)
        void bus.send(nodeBefore, { kind: 'viewer-unwatched', viewer: viewer.id, drill: drillId });
      return reply;
    },
    unwatch: (drillId, viewerId) => {
      const entry = viewers.get(viewerId);
      const place = entry?.places.get(drillId);
      if (entry === undefined || place === undefined) return;
      setPlace(entry.viewer, drillId, null);
      void bus.send(place.node, { kind: 'viewer-unwatched', viewer: viewerId, drill: drillId });
    },
    leave: (viewerId, lostAt) => {
      for (const join of joins) if (join.viewer === viewerId) joins.delete(join);
      const left = viewers.get(viewerId)?.places ?? new Map<string, Place>();
      const nodes = new Set([...left.values()].map(({ node }) => node));
      for (const drillId of left.keys()) countViewers(drillId, -1);
      viewers.delete(viewerId);
      for (const node of nodes) void bus.send(node, { kind: 'viewer-left', viewer: viewerId, lostAt });
    },
    nodeOf: (viewerId, drillId) => {
      const place = placeOf(viewerId, drillId);
      return place?.isUnsure === true ? undefined : place?.node;
    },
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
      // Who wasn't let in asks again by itself.
      const isThere = ({ node: at, isUnsure }: Place): boolean => !isUnsure && (node === null || at === node);
      for (const { viewer, places } of [...viewers.values()])
        if ([...places.values()].some(isThere)) viewer.sendMoved?.();
    },
  };
};
