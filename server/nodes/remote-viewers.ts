import type { Clock } from '#common/clock.ts';
import type { Viewer } from '#drills/runner/desk.ts';
import type { DrillDesk } from '#drills/runner/ports.ts';
import type { NodeBus, ViewerWord } from './node-bus.ts';

export type RemoteViewers = {
  /** The viewer of that id, whose socket is at that node. */
  of(node: string, viewerId: string): Viewer;
  left(viewerId: string, lostAt: number): void;
  nodeLeft(node: string, lostAt: number): void;
  allLeft(lostAt: number): void;
};

/** Viewers of drills here whose sockets are at other nodes. */
export function createRemoteViewers(
  bus: NodeBus,
  drills: Pick<DrillDesk, 'leave'>,
  clock: Pick<Clock, 'now'>,
): RemoteViewers {
  const viewers = new Map<string, { node: string; viewer: Viewer }>();
  const left = (viewerId: string, lostAt: number): void => {
    viewers.delete(viewerId);
    drills.leave(viewerId, lostAt);
  };
  const tell = (node: string, viewer: string, word: ViewerWord): void => {
    void bus.send(node, { kind: 'viewer', viewer, word }).then((isHeard) => {
      // Its node hears nothing any more, though it may live: nobody sits at this desk.
      if (!isHeard && viewers.has(viewer)) left(viewer, clock.now());
    });
  };

  return {
    of: (node, id) => {
      const known = viewers.get(id);
      if (known !== undefined) return known.viewer;
      const viewer: Viewer = {
        id,
        sendEvents: (message) => tell(node, id, { kind: 'events', message }),
        sendTyping: (message) => tell(node, id, { kind: 'typing', message }),
        sendTaken: (message) => tell(node, id, { kind: 'taken', message }),
        sendMoved: () => tell(node, id, { kind: 'moved' }),
      };
      viewers.set(id, { node, viewer });
      return viewer;
    },
    left,
    nodeLeft: (node, lostAt) => {
      for (const [id, one] of [...viewers]) if (one.node === node) left(id, lostAt);
    },
    allLeft: (lostAt) => {
      for (const id of [...viewers.keys()]) left(id, lostAt);
    },
  };
}
