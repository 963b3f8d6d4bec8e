import { accessSync, constants, mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Durability } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { createDatabaseIfMissing, databaseIn, markFirstStart } from '#storage/files/data-files.ts';
import { checkIntegrity } from '#storage/files/file-integrity.ts';
import { lockFolder } from '#storage/files/folder-lock.ts';
import { keepPrivate } from '#storage/files/private-files.ts';
import { rememberFiles } from '#storage/health/file-identity.ts';
import { createStorageHealth } from '#storage/health/storage-health.ts';
import { isNewerDatabaseError } from '#storage/migrations/all.ts';
import { isMissing } from '#storage/sqlite/better-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { pragma, type SqliteFile, type SqliteProgram } from '#storage/sqlite/sqlite-file.ts';
import { createSqliteStorage } from '#storage/sqlite/sqlite-storage.ts';
import type { Storage } from '#storage/storage.ts';
import { migrateSqlite } from './migrate-sqlite.ts';

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
};

/**
 * Opens (or makes) the database in `dataDir`, for this process alone (RULES N4, S1). Throws a StartError when it can't,
 * after two seconds at most.
 */
export async function openSqlite(
  dataDir: string,
  durability: Durability,
  { minFreeBytes = 0, warn = () => {}, program }: OpeningOptions = {},
): Promise<Storage> {
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
      const database = await openExclusively(file, durability, program);
      const health = createStorageHealth({
        isThere: rememberFiles(file),
        tryWrite: writeTrialOf(database),
        freeBytes: () => freeBytesIn(dataDir),
        minFreeBytes,
      });
      return createSqliteStorage(database, health, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw sqliteStartError(error, dataDir);
  }
}

/**
 * The connection, which holds the file against every other program until it is closed. SQLite waits for a lock
 * with the whole process, so another program's lock would stop every drill; with the file held there is none to wait
 * for. The mode must be set before the file is first read: only then does SQLite keep the log's index in memory.
 */
async function openExclusively(file: string, durability: Durability, program?: SqliteProgram): Promise<SqliteFile> {
  const database = openFile(file, { waitMs: WAIT_MS, mustExist: true, program });
  try {
    pragma(database, 'locking_mode = exclusive');
    pragma(database, 'journal_mode = wal');
    await migrateSqlite(database);
    makeDurable(database, durability);
    pragma(database, 'busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Sets how safely commits are written. better-sqlite3's build silently drops from FULL to NORMAL at the first write
 * after entering WAL, so the level is set after that and read back after a write. In WAL, NORMAL may lose the last
 * commits in a power cut, even acknowledged ones.
 */
function makeDurable(database: SqliteFile, durability: Durability): void {
  pragma(database, `synchronous = ${durability}`);
  if (process.platform === 'darwin' && durability === 'full') pragma(database, 'fullfsync = 1');
  database.exec('create table if not exists first_write (at integer); delete from first_write');
  database.exec('insert into first_write values (1)');
  const level = pragma(database, 'synchronous');
  if (level !== SYNCHRONOUS[durability]) {
    throw new Error(`synchronous is ${String(level)}, wanted ${SYNCHRONOUS[durability]}`);
  }
}

/** A write that needs room in the file and in its log, and leaves nothing behind. */
export function writeTrialOf(database: SqliteFile): () => void {
  return () => {
    try {
      database.query('insert into first_write values (zeroblob(?))', [TRIAL_BYTES]);
    } finally {
      database.exec("delete from first_write where typeof(at) = 'blob'");
    }
  };
}

/** Null where the file system doesn't say. */
async function freeBytesIn(dataDir: string): Promise<number | null> {
  const { bavail, bsize, blocks } = await statfs(dataDir);
  return blocks === 0 ? null : bavail * bsize;
}

/** The error as a start or a command tells it; another one as it is. */
export function sqliteStartError(error: unknown, dataDir: string): unknown {
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
}
