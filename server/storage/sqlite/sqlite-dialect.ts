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
import type { SqlValue } from './sqlite-file.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/** Kysely's dialect over the calls that both programs have. Closing the connection is its owner's. */
export const sqliteDialect = (turns: SqliteTurns): Dialect => {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => driverOf(turns),
  };
};

/** What Kysely takes for a connection is a caller: it holds the one there is only from its `begin` on. */
const driverOf = ({ next, hold, held, release }: SqliteTurns): Driver => {
  const holders = new Set<DatabaseConnection>();
  const connect = (): DatabaseConnection => {
    const connection: DatabaseConnection = {
      executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
        const values = parameters.map(sqlValue);
        const ask = holders.has(connection) ? held : next;
        const { rows, changes } = await ask((one) => one.query(sql, values));
        // The cast is safe as far as the tables' types are: Kysely made the statement from them.
        return { rows: rows as R[], numAffectedRows: BigInt(changes) };
      },
      streamQuery: () => {
        throw new Error('nothing is read as a stream');
      },
    };
    return connection;
  };
  return {
    init: async () => {},
    acquireConnection: async () => connect(),
    beginTransaction: async (connection) => {
      await hold((one) => {
        holders.add(connection);
        return one.query('begin', []);
      });
    },
    commitTransaction: async (connection) => void (await connection.executeQuery(CompiledQuery.raw('commit'))),
    rollbackTransaction: async (connection) => {
      try {
        await connection.executeQuery(CompiledQuery.raw('rollback'));
      } catch (error) {
        // A full disk, and some other errors, end the transaction by themselves.
        if (!(error instanceof Error) || !/no transaction is active/.test(error.message)) throw error;
      }
    },
    releaseConnection: async (connection) => {
      if (holders.delete(connection)) release();
    },
    destroy: async () => {},
  };
};

const sqlValue = (value: unknown): SqlValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`no value of SQLite: ${typeof value}`);
};
