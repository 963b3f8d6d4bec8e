import type { OrLater, SqliteConnection } from './sqlite-connection.ts';

/**
 * Who uses the one connection when. Nobody's statement comes between those of another's transaction; what is no part
 * of one is asked at once where none is under way, else after it, in the order of the calls. Where the file is in this
 * thread all of it is done in the turn of the event loop in which it was asked for: nothing waits for more than promises
 * that are kept already.
 */
export type SqliteTurns = {
  /** Asks for one thing, in the same step where no transaction is under way. */
  next<T>(work: (connection: SqliteConnection) => OrLater<T>): Promise<T>;
  /** Asks for the first of several things, and keeps everybody else waiting until `release`, also where it fails. */
  hold<T>(work: (connection: SqliteConnection) => OrLater<T>): Promise<T>;
  release(): void;
  /** Asks by who holds the connection. */
  held<T>(work: (connection: SqliteConnection) => OrLater<T>): Promise<T>;
};

type Waiting = { isHolder: boolean; begin(): void };

export const sqliteTurns = (connection: SqliteConnection): SqliteTurns => {
  const waiting: Waiting[] = [];
  let isHeld = false;

  const take = <T>(isHolder: boolean, work: (connection: SqliteConnection) => OrLater<T>): Promise<T> => {
    const begin = async (): Promise<T> => work(connection);
    if (isHeld) return new Promise((resolve) => waiting.push({ isHolder, begin: () => resolve(begin()) }));
    isHeld = isHolder;
    return begin();
  };
  return {
    next: (work) => take(false, work),
    hold: (work) => take(true, work),
    held: async (work) => work(connection),
    release: () => {
      isHeld = false;
      while (!isHeld) {
        const first = waiting.shift();
        if (first === undefined) return;
        isHeld = first.isHolder;
        first.begin();
      }
    },
  };
};

/** Holds the connection for several things. */
export const alone = async <T>(turns: SqliteTurns, work: (connection: SqliteConnection) => Promise<T>): Promise<T> => {
  try {
    return await turns.hold(work);
  } finally {
    turns.release();
  }
};
