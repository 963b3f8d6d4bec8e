import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Durability } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { createSqliteStorage } from './sqlite.ts';
import type { Storage } from './storage.ts';

const SYNCHRONOUS = { normal: 1, full: 2 } as const;

/** Opens (or makes) the database in `dataDir`, for this process alone. Throws a StartError when it can't. */
export async function openSqlite(dataDir: string, durability: Durability): Promise<Storage> {
  const file = join(dataDir, 'kefu.sqlite');
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    const unlock = lockFolder(dataDir);
    try {
      const database = new Database(file);
      try {
        database.pragma('journal_mode = wal');
        await migrate(database);
        makeDurable(database, durability);
        return createSqliteStorage(database, unlock);
      } catch (error) {
        database.close();
        throw error;
      }
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw startErrorOf(error, dataDir, file);
  }
}

/**
 * Sets how safely commits are written. better-sqlite3's build silently drops from FULL to NORMAL at the first write
 * after entering WAL, so the level is set after that and read back after a write. In WAL, NORMAL may lose the last
 * commits in a power cut, even acknowledged ones.
 */
function makeDurable(database: Database.Database, durability: Durability): void {
  database.pragma(`synchronous = ${durability}`);
  if (process.platform === 'darwin' && durability === 'full') database.pragma('fullfsync = 1');
  database.exec('create table if not exists first_write (at integer); delete from first_write');
  database.exec('insert into first_write values (1)');
  const level = database.pragma('synchronous', { simple: true });
  if (level !== SYNCHRONOUS[durability]) {
    throw new Error(`synchronous is ${String(level)}, wanted ${SYNCHRONOUS[durability]}`);
  }
}

function startErrorOf(error: unknown, dataDir: string, file: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new StartError('database-broken', () => say('server:storage.broken', { file }), error);
  }
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|SQLITE_(READONLY|CANTOPEN|PERM|IOERR|FULL))/.test(code)) {
    return new StartError(
      'data-folder-unwritable',
      () => say('server:storage.unwritable', { folder: dataDir, code }),
      error,
    );
  }
  if (code === 'ERR_DLOPEN_FAILED' || /bindings file/.test(error.message)) {
    return new StartError('sqlite-missing', () => say('server:storage.sqlite-missing'), error);
  }
  if (/corrupted migrations/.test(error.message)) {
    return new StartError('database-newer', () => say('server:storage.newer', { file }), error);
  }
  return error;
}
