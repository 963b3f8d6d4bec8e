import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteFile, SqlValue } from './sqlite-file.ts';

/**
 * The one connection, whose holders come one after another. Everything is done in the turn of the event loop in which
 * it was asked for: nothing waits for more than promises that are kept already, so nothing else of the program comes
 * between the parts of a transaction.
 */
export type SqliteTurns = {
  file: SqliteFile;
  /** Does something with the file alone, which is no part of a transaction. */
  inTurn<T>(work: (file: SqliteFile) => T): Promise<T>;
  acquire(): Promise<void>;
  release(): void;
};

export function sqliteTurns(file: SqliteFile): SqliteTurns {
  const waiting: (() => void)[] = [];
  let isAcquired = false;
  const acquire = (): Promise<void> => {
    if (isAcquired) return new Promise((resolve) => waiting.push(resolve));
    isAcquired = true;
    return Promise.resolve();
  };
  const release = (): void => {
    const next = waiting.shift();
    if (next === undefined) isAcquired = false;
    else next();
  };
  return {
    file,
    acquire,
    release,
    inTurn: async (work) => {
      await acquire();
      try {
        return work(file);
      } finally {
        release();
      }
    },
  };
}

/** Kysely's dialect over the calls that both programs have. Closing the connection is its owner's. */
export function sqliteDialect(turns: SqliteTurns): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => driverOf(turns),
  };
}

function driverOf({ file, acquire, release }: SqliteTurns): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, changes } = file.query(sql, parameters.map(sqlValue));
      // The cast is safe as far as the tables' types are: Kysely made the statement from them.
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    streamQuery: () => {
      throw new Error('nothing is read as a stream');
    },
  };
  const send = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
  return {
    init: async () => {},
    acquireConnection: async () => {
      await acquire();
      return connection;
    },
    beginTransaction: async () => void (await send('begin')),
    commitTransaction: async () => void (await send('commit')),
    rollbackTransaction: async () => {
      try {
        await send('rollback');
      } catch (error) {
        // A full disk, and some other errors, end the transaction by themselves.
        if (!(error instanceof Error) || !/no transaction is active/.test(error.message)) throw error;
      }
    },
    releaseConnection: async () => release(),
    destroy: async () => {},
  };
}

function sqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`no value of SQLite: ${typeof value}`);
}
