import type { Durability } from '#common/config.ts';
import { say } from '#i18n/say.ts';
import { nameOf } from '#storage/files/place-name.ts';
import type { Storage } from '#storage/storage.ts';
import { type Holding, holdDatabase } from './hold-database.ts';
import { openSqlite } from './open-sqlite.ts';

export type StorageOptions = {
  /** Folder of the SQLite database; only looked at where no `databaseUrl` is given. */
  dataDir: string;
  durability: Durability;
  /** postgres://user:password@host:port/database; null: SQLite. */
  databaseUrl?: string | null;
  /** Whether other servers may share the PostgreSQL database; left out: none. */
  holding?: Holding;
  /** Connections to PostgreSQL, besides one for each lock that is held. */
  connections?: number;
  /** Bytes that should be left on the data folder's disk; PostgreSQL's disk isn't known. */
  minFreeBytes?: number;
  /**
   * Told when the thread that has SQLite's file dies, after which nothing can be read or stored any more. Left out: the
   * file is in this thread.
   */
  onLost?: (error: Error) => void;
  /** Is told, in the set language, what the operator should know of and the start goes on with. */
  warn?: (text: string) => void;
};

/** Opens the database, or makes it, and holds it against other servers. Throws a StartError when it can't. */
export const openStorage = async (options: StorageOptions): Promise<Storage> => {
  const { dataDir, durability, databaseUrl = null, connections = 10, minFreeBytes = 0, warn = () => {} } = options;
  if (databaseUrl === null) {
    const inThread = options.onLost === undefined ? {} : { inThread: { onLost: options.onLost } };
    return openSqlite(dataDir, durability, { minFreeBytes, warn, ...inThread });
  }
  // Loaded only where it is wanted.
  const { openPostgres } = await import('./open-postgres.ts');
  const storage = await openPostgres(databaseUrl, durability, { connections, warn });
  return holdDatabase(storage, nameOf(databaseUrl), options.holding ?? 'alone', () =>
    warn(say('server:storage.postgres-lost', { database: nameOf(databaseUrl) })),
  );
};
