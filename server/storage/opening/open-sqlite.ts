import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { Durability } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { createDatabaseIfMissing, databaseIn, markFirstStart } from '#storage/files/data-files.ts';
import { checkIntegrity } from '#storage/files/file-integrity.ts';
import { lockFolder } from '#storage/files/folder-lock.ts';
import { keepPrivate } from '#storage/files/private-files.ts';
import { rememberFiles } from '#storage/health/file-identity.ts';
import { createStorageHealth, type StorageHealth } from '#storage/health/storage-health.ts';
import { isNewerDatabaseError } from '#storage/migrations/all.ts';
import { isMissing } from '#storage/sqlite/better-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { connectionOn, pragmaBy, type SqliteConnection } from '#storage/sqlite/sqlite-connection.ts';
import type { SqliteProgram } from '#storage/sqlite/sqlite-file.ts';
import { createSqliteStorage } from '#storage/sqlite/sqlite-storage.ts';
import { alone, type SqliteTurns, sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';
import { openInThread } from '#storage/sqlite/thread-connection.ts';
import type { Storage } from '#storage/storage.ts';
import { migrateConnection, migrateSqlite } from './migrate-sqlite.ts';

const SYNCHRONOUS = { normal: 1, full: 2 } as const;
/** Milliseconds that another program's lock on the file is waited for, at the start only. */
const WAIT_MS = 1000;
/** Bytes written and deleted to see whether writing works: more than a row of the log, and than SQLite keeps spare. */
const TRIAL_BYTES = 262_144;

export type OpeningOptions = {
  /** Bytes that should be left on the disk; below, the storage's health is `storage-low`. Left out: not looked at. */
  minFreeBytes?: number;
  /** Is told, in the set language, what the operator should know of and the start goes on with. */
  warn?: (text: string) => void;
  /** Left out: better-sqlite3 where it can be loaded, else Node's own. */
  program?: SqliteProgram | undefined;
  /**
   * The file is in a thread of its own, so that nothing but what was written waits for the disk (RULES N20); told when
   * that thread dies. Left out: in this thread, where a call's work is done in the turn of the loop it was asked in.
   */
  inThread?: { onLost(error: Error): void; start?: () => Worker };
};

/**
 * Opens (or makes) the database in `dataDir`, for this process alone (RULES N4, S1). Throws a StartError when it can't,
 * after two seconds at most.
 */
export const openSqlite = async (
  dataDir: string,
  durability: Durability,
  { minFreeBytes = 0, warn = () => {}, program, inThread }: OpeningOptions = {},
): Promise<Storage> => {
  const file = databaseIn(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    markFirstStart(dataDir);
    const unlock = lockFolder(dataDir, program);
    try {
      await createDatabaseIfMissing(dataDir, migrateSqlite, program);
      keepPrivate(dataDir, warn);
      checkIntegrity(file, { waitMs: WAIT_MS, program }, warn);
      let health: StorageHealth | null = null;
      const options = { waitMs: WAIT_MS, mustExist: true, program };
      const connection =
        inThread === undefined
          ? connectionOn(openFile(file, options))
          : await openInThread(file, {
              ...options,
              ...inThread,
              onLost: (error) => {
                health?.noteError(error);
                inThread.onLost(error);
              },
            });
      await holdExclusively(connection, durability);
      dropSharedIndex(file);
      const turns = sqliteTurns(connection);
      health = createStorageHealth({
        isThere: rememberFiles(file),
        tryWrite: writeTrialOf(turns),
        freeBytes: () => freeBytesIn(dataDir),
        minFreeBytes,
      });
      return createSqliteStorage(turns, health, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw sqliteStartError(error, dataDir);
  }
};

/**
 * Makes the connection hold the file against every other program until it is closed. SQLite waits for a lock with the
 * whole thread, so another program's lock would stop every drill; with the file held there is none to wait for. The mode
 * must be set before the file is first read: only then does SQLite keep the log's index in memory.
 */
const holdExclusively = async (connection: SqliteConnection, durability: Durability): Promise<void> => {
  try {
    await pragmaBy(connection, 'locking_mode = exclusive');
    await pragmaBy(connection, 'journal_mode = wal');
    await migrateConnection(connection);
    await makeDurable(connection, durability);
    await pragmaBy(connection, 'busy_timeout = 0');
  } catch (error) {
    await connection.close();
    throw error;
  }
};

/**
 * Deletes the file with the log's index, which the check at the start makes: a connection that may only read leaves it behind
 * when it is closed. Only while the file is held exclusively: no other program can have it open then.
 */
const dropSharedIndex = (file: string): void => {
  try {
    rmSync(`${file}-shm`, { force: true });
  } catch {
    // It is in nobody's way.
  }
};

/**
 * Sets how safely commits are written. better-sqlite3's build silently drops from FULL to NORMAL at the first write
 * after entering WAL, so the level is set after that and read back after a write. In WAL, NORMAL may lose the last
 * commits in a power cut, even acknowledged ones.
 */
const makeDurable = async (connection: SqliteConnection, durability: Durability): Promise<void> => {
  await pragmaBy(connection, `synchronous = ${durability}`);
  if (process.platform === 'darwin' && durability === 'full') await pragmaBy(connection, 'fullfsync = 1');
  await connection.exec('create table if not exists first_write (at integer); delete from first_write');
  await connection.exec('insert into first_write values (1)');
  const level = await pragmaBy(connection, 'synchronous');
  if (level !== SYNCHRONOUS[durability]) {
    throw new Error(`synchronous is ${String(level)}, wanted ${SYNCHRONOUS[durability]}`);
  }
};

/** A write that needs room in the file and in its log, and leaves nothing behind. */
export const writeTrialOf = (turns: SqliteTurns): (() => Promise<void>) => {
  return () =>
    alone(turns, async (connection) => {
      try {
        await connection.query('insert into first_write values (zeroblob(?))', [TRIAL_BYTES]);
      } finally {
        await connection.exec("delete from first_write where typeof(at) = 'blob'");
      }
    });
};

/** Null where the file system doesn't say. */
const freeBytesIn = async (dataDir: string): Promise<number | null> => {
  const { bavail, bsize, blocks } = await statfs(dataDir);
  return blocks === 0 ? null : bavail * bsize;
};

/** The error as a start or a command tells it; another one as it is. */
export const sqliteStartError = (error: unknown, dataDir: string): unknown => {
  const file = databaseIn(dataDir);
  if (error instanceof StartError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new StartError('database-broken', () => say('server:storage.broken', { file }), error);
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new StartError('database-in-use', () => say('server:storage.file-in-use', { file }), error);
  }
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|SQLITE_(READONLY|CANTOPEN|PERM|IOERR|FULL))/.test(code)) {
    return new StartError(
      'data-folder-unwritable',
      () => say('server:storage.unwritable', { folder: dataDir, code }),
      error,
    );
  }
  if (isMissing(error)) {
    return new StartError('sqlite-missing', () => say('server:storage.sqlite-missing'), error);
  }
  if (isNewerDatabaseError(error)) {
    return new StartError('database-newer', () => say('server:storage.newer', { file }), error);
  }
  return error;
};
