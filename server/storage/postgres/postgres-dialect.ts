import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { ConnectionLost } from '#storage/health/storage-errors.ts';

/**
 * Kysely's dialect over a pool of connections. An error that ended a connection, or kept one from being made, is
 * thrown as ConnectionLost, and that connection isn't used again. Ending the pool is its owner's.
 */
export const postgresDialect = (pool: Pool): Dialect => {
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => driverOf(pool),
  };
};

class PooledConnection implements DatabaseConnection {
  readonly client: PoolClient;
  isLost = false;
  constructor(client: PoolClient) {
    this.client = client;
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, rowCount } = await this.client.query(sql, parameters.map(withoutNul));
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      this.isLost = true;
      throw new ConnectionLost(error);
    }
  }
  streamQuery(): never {
    throw new Error('nothing is read as a stream');
  }
}

const driverOf = (pool: Pool): Driver => {
  const pooled = (connection: DatabaseConnection): PooledConnection => {
    if (connection instanceof PooledConnection) return connection;
    throw new Error('a connection of another pool');
  };
  const send = async (connection: DatabaseConnection, sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => {
      try {
        return new PooledConnection(await pool.connect());
      } catch (error) {
        throw new ConnectionLost(error);
      }
    },
    beginTransaction: (connection, { isolationLevel }) =>
      send(connection, isolationLevel === undefined ? 'begin' : `start transaction isolation level ${isolationLevel}`),
    commitTransaction: (connection) => send(connection, 'commit'),
    rollbackTransaction: async (connection) => {
      // The server rolls back by itself when a connection ends; the error that ended it is the one to tell.
      if (!pooled(connection).isLost) await send(connection, 'rollback');
    },
    releaseConnection: async (connection) => {
      const { client, isLost } = pooled(connection);
      client.release(isLost);
    },
    destroy: async () => {},
  };
};

/**
 * Whether the connection is over with this error. By PostgreSQL's codes: class 08 the connection failed, 57P01 to
 * 57P05 the server stops, starts or ended the session, 25P03 it ended a transaction that stood idle, 28 and 3D000 it
 * doesn't let us in. What has no such code is the network's, or the driver's own.
 */
export const isConnectionLoss = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if ('severity' in error) return /^(?:08|57P|28)/.test(code) || ['25P03', '3D000', '53300'].includes(code);
  return (
    /^E[A-Z]+$/.test(code) ||
    /^(?:Connection terminated|Client (?:has|was)|Query read timeout|timeout)/.test(error.message)
  );
};

/** PostgreSQL's texts can't hold U+0000, which nobody types; it becomes the sign for what can't be shown. */
const withoutNul = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD');
  return Array.isArray(value) ? value.map(withoutNul) : value;
};
