/** What the walls of other nodes are told, several notices in one message. */
import type { ClassroomNotice } from '#classroom/lesson/peers.ts';
import type { Clock } from '#common/clock.ts';
import type { NodeBus } from './node-bus.ts';

/**
 * Milliseconds for which notices are gathered. A wall shows a change four times a second at most (`wall/coalesce.ts`), and a
 * message by itself costs both nodes and Redis more processor time than what it says.
 */
export const GATHER_MS = 50;

export type WallNotices = {
  /** Says it to the node with what else happens until then, in order. */
  tell(node: string, notice: ClassroomNotice): void;
  /** Whether the node knows several notices in one message; one that has not said so is told each by itself, at once. */
  takesMany(node: string, many: boolean): void;
  /** The node is gone: what it was to be told is dropped. */
  drop(node: string): void;
};

export const createWallNotices = (bus: Pick<NodeBus, 'send'>, clock: Pick<Clock, 'setTimer'>): WallNotices => {
  const takers = new Set<string>();
  const waiting = new Map<string, ClassroomNotice[]>();

  const flush = (node: string): void => {
    const notices = waiting.get(node);
    waiting.delete(node);
    if (notices !== undefined) void bus.send(node, { kind: 'notices', notices });
  };

  return {
    tell: (node, notice) => {
      if (!takers.has(node)) {
        void bus.send(node, { kind: 'notice', notice });
        return;
      }
      const own = waiting.get(node);
      if (own !== undefined) {
        own.push(notice);
        return;
      }
      waiting.set(node, [notice]);
      clock.setTimer(GATHER_MS, () => flush(node));
    },
    takesMany: (node, many) => {
      if (many) takers.add(node);
      else takers.delete(node);
    },
    drop: (node) => {
      takers.delete(node);
      waiting.delete(node);
    },
  };
};
