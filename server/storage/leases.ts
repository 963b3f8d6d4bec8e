/**
 * Which node has a drill in memory, and which nodes there are. A node is one server process; several may share a
 * PostgreSQL database, SQLite has one. Times are epoch milliseconds of the node's own clock, which the machine keeps
 * right: a lease must be longer than what two nodes' clocks may differ by.
 */

/** `node`: who has the drill; null: there is no such drill. */
export type LeaseTaken = { ok: true } | { ok: false; node: string | null };
export type Lease = { drill: string; node: string; until: number };

export type LeasesStorage = {
  /**
   * Takes the drill for `node` until `until`, in one atomic statement: when nobody has it, when the node has it
   * already, or when the lease of who has it ran out by `now`.
   */
  take(drill: string, node: string, until: number, now: number): Promise<LeaseTaken>;
  /** Makes all leases that the node has last until `until`. Returns the drills it has; one that is gone was taken over. */
  renew(node: string, until: number): Promise<string[]>;
  /** Gives the drill back. Nothing happens when another node has it by now. */
  release(drill: string, node: string): Promise<void>;
  /** Who has the drill, its lease run out or not; null: nobody, or no such drill. */
  of(drill: string): Promise<Lease | null>;
  /** Leases that ran out by `now` and that nobody has taken over or given back, the longest ago first. */
  expired(now: number): Promise<Lease[]>;
};

/** `url`: where the other nodes reach it, such as http://10.0.0.7:3000. `until`: till when it counts as alive. */
export type NodeRow = { node: string; url: string; until: number };

export type NodesStorage = {
  /** Says that the node is there, in place of what it said before. */
  beat(node: string, url: string, until: number): Promise<void>;
  /** Nodes whose `until` is later than `now`, by name. */
  alive(now: number): Promise<NodeRow[]>;
  /**
   * Says that another node is dead: it counts as alive no more by `now`, and its leases have run out. False, and nothing
   * changes, where it has said that it is there since it lived until `until`.
   */
  end(node: string, until: number, now: number): Promise<boolean>;
  /** Says that the node stops. */
  leave(node: string): Promise<void>;
};
