import type { Client } from 'pg';
import { namedQueue } from '#common/named-queue.ts';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import type { Locks } from '#storage/locks.ts';
import { isConnectionLoss } from './postgres-dialect.ts';

/**
 * Locks by name among all nodes of the database: PostgreSQL's advisory locks, each held by a connection of its own,
 * which a work that needs all of the pool can't take from it. `connect` opens one. `close` ends those that are open, so
 * that whoever holds a lock hears that it is lost.
 */
export const postgresLocks = (connect: () => Promise<Client>): Locks & { close(): Promise<void> } => {
  const enqueue = namedQueue();
  const openClients = new Set<Client>();

  const withAdvisoryLock = async <T>(
    kind: Kind,
    name: string,
    work: () => Promise<T>,
    outcome: Outcome<T>,
  ): Promise<void> => {
    const client = await connect();
    openClients.add(client);
    client.on('error', (error) => outcome.reject(new ConnectionLost(error)));
    client.on('end', () => outcome.reject(new ConnectionLost('it was closed')));
    try {
      // 64 bits of the name: two names that should share them only wait for each other.
      await client.query(`select pg_advisory_lock${kind}(hashtextextended($1, 0))`, [name]);
      // Told before the connection is ended, which would count as lost.
      await Promise.resolve().then(work).then(outcome.resolve, outcome.reject);
      await client.query(`select pg_advisory_unlock${kind}(hashtextextended($1, 0))`, [name]);
    } catch (error) {
      outcome.reject(isConnectionLoss(error) ? new ConnectionLost(error) : error);
    } finally {
      openClients.delete(client);
      await client.end().catch(() => {});
    }
  };

  return {
    // The next in the queue waits until the work is done, also where its lock was lost before.
    hold: (name, work) =>
      new Promise((resolve, reject) => {
        enqueue(name, () => withAdvisoryLock('', name, work, { resolve, reject })).catch(reject);
      }),
    share: (name, work) =>
      new Promise((resolve, reject) => {
        withAdvisoryLock('_shared', name, work, { resolve, reject }).catch(reject);
      }),
    close: async () => {
      await Promise.all([...openClients].map((client) => client.end().catch(() => {})));
    },
  };
};

/** The ending of PostgreSQL's function for each kind of lock. */
type Kind = '' | '_shared';

/** Only the first that is told counts. */
type Outcome<T> = { resolve(value: T): void; reject(error: unknown): void };
