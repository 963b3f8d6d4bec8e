import type { SocketDevice } from './socket-device.ts';

/** A desk, a seat's page, a wall and a few more tabs; sockets that a phone lost stay for nine seconds. */
export const MAX_PER_DEVICE = 8;
/** Pages without a cookie can do nothing; all of one address count together. */
const MAX_PER_UNKNOWN_DEVICE = 60;
/** Two pages for each device of a school of a thousand. */
const MAX_PER_ADDRESS = 2000;

export type Connection = {
  /** When it last sent a command; at first when it was made. Epoch milliseconds. */
  usedAt: number;
  /** Closes it because another page of the device needs its place. */
  giveWay(): void;
};

export type Connections = {
  /** Whether another connection from there may be made. */
  hasRoom(device: SocketDevice): boolean;
  /**
   * Takes in a connection. Of too many, the device's one that sent no command for the longest time gives way: a stale tab
   * or what a phone has left behind, and never the page that a person has just opened.
   */
  add(device: SocketDevice, connection: Connection): void;
  remove(device: SocketDevice, connection: Connection): void;
};

export const createConnections = (): Connections => {
  const connectionsByDevice = new Map<string, Set<Connection>>();
  const countByAddress = new Map<string, number>();
  const countAtAddress = (address: string, change: 1 | -1): void => {
    const open = (countByAddress.get(address) ?? 0) + change;
    if (open === 0) countByAddress.delete(address);
    else countByAddress.set(address, open);
  };
  const longestUnused = (open: Iterable<Connection>, except: Connection): Connection | null => {
    let found: Connection | null = null;
    for (const one of open) if (one !== except && (found === null || one.usedAt < found.usedAt)) found = one;
    return found;
  };
  const remove: Connections['remove'] = ({ key, address }, connection) => {
    const open = connectionsByDevice.get(key);
    if (open?.delete(connection) !== true) return;
    if (open.size === 0) connectionsByDevice.delete(key);
    countAtAddress(address, -1);
  };
  return {
    hasRoom: ({ address }) => (countByAddress.get(address) ?? 0) < MAX_PER_ADDRESS,
    add: (device, connection) => {
      const open = connectionsByDevice.get(device.key) ?? new Set();
      connectionsByDevice.set(device.key, open.add(connection));
      countAtAddress(device.address, 1);
      if (open.size <= (device.isKnown ? MAX_PER_DEVICE : MAX_PER_UNKNOWN_DEVICE)) return;
      const evicted = longestUnused(open, connection);
      if (evicted === null) return;
      // Removed at once: it counts no more, even while its last packets are on their way.
      remove(device, evicted);
      evicted.giveWay();
    },
    remove,
  };
};
