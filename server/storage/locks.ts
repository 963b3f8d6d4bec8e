export type Locks = {
  /**
   * Does `work` while nobody else holds the lock of that name, on this node or any other that shares the database, and
   * answers with what it answered. Who comes meanwhile waits, in order of coming within a node. The lock ends with the
   * work, and with the process. Rejects with what the work threw, or with ConnectionLost when the lock was lost before
   * the work was done: the work goes on then, and another node may have begun the same. Not to be taken twice by the
   * same work: it would wait for itself.
   */
  hold<T>(name: string, work: () => Promise<T>): Promise<T>;
  /**
   * The same, but that others of `share` may do their work at the same time: only who holds the name by `hold` keeps
   * them out, and is kept out by them. On SQLite, which has one node, it is `hold`.
   */
  share<T>(name: string, work: () => Promise<T>): Promise<T>;
};
