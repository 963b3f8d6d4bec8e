import type { Clock } from '#common/clock.ts';
import type { DrillDesk } from '#drills/runner/ports.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { NodeBus, ViewerWord } from './node-bus.ts';

export type RemoteViewers = {
  /** The viewer of that id, whose socket is at that node. */
  of(node: string, viewerId: string): Viewer;
  /** Whether the viewer has joined a drill here, and was not taken out since. */
  has(viewerId: string): boolean;
  left(viewerId: string, lostAt: number): void;
  /** The node counts as gone. Where it lives all the same, its pages are told to connect again. */
  nodeLeft(node: string, lostAt: number): void;
  allLeft(lostAt: number): void;
};

/** Viewers of drills here whose sockets are at other nodes. */
export const createRemoteViewers = (
  bus: NodeBus,
  drills: Pick<DrillDesk, 'leave'>,
  clock: Pick<Clock, 'now'>,
): RemoteViewers => {
  const viewers = new Map<string, { node: string; viewer: Viewer }>();
  const removeViewer = (viewerId: string, lostAt: number): void => {
    viewers.delete(viewerId);
    drills.leave(viewerId, lostAt);
  };
  const sendWord = (node: string, viewer: string, word: ViewerWord): void => {
    void bus.send(node, { kind: 'viewer', viewer, word }).then((isHeard) => {
      // Its node hears nothing any more, though it may live: nobody sits at this desk.
      if (!isHeard && viewers.has(viewer)) removeViewer(viewer, clock.now());
    });
  };

  return {
    of: (node, id) => {
      const entry = viewers.get(id);
      if (entry !== undefined) return entry.viewer;
      const viewer: Viewer = {
        id,
        sendEvents: (message) => sendWord(node, id, { kind: 'events', message }),
        sendTyping: (message) => sendWord(node, id, { kind: 'typing', message }),
        sendTaken: (message) => sendWord(node, id, { kind: 'taken', message }),
        sendMoved: () => sendWord(node, id, { kind: 'moved' }),
      };
      viewers.set(id, { node, viewer });
      return viewer;
    },
    has: (viewerId) => viewers.has(viewerId),
    left: removeViewer,
    nodeLeft: (node, lostAt) => {
      for (const [id, { node: nodeOfViewer, viewer }] of [...viewers]) {
        if (nodeOfViewer !== node) continue;
        removeViewer(id, lostAt);
        // The page would go on as the desk of a drill that tells it nothing any more.
        viewer.sendMoved?.();
      }
    },
    allLeft: (lostAt) => {
      for (const id of [...viewers.keys()]) removeViewer(id, lostAt);
    },
  };
};
