import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { say } from '#i18n/say.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { checkIntegrity } from '#storage/files/file-integrity.ts';
import { lockFolder } from '#storage/files/folder-lock.ts';
import { migrationsDone } from '#storage/opening/migrate-sqlite.ts';
import { openSqlite, sqliteStartError } from '#storage/opening/open-sqlite.ts';
import type { Database } from '#storage/queries/tables.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { connectionOn } from '#storage/sqlite/sqlite-connection.ts';
import { sqliteDialect } from '#storage/sqlite/sqlite-dialect.ts';
import { pragma, type SqliteFile } from '#storage/sqlite/sqlite-file.ts';
import { sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';
import type { MoveEnd } from './copy-rows.ts';
import { MoveError } from './move-error.ts';
import { refuseOtherVersions } from './other-versions.ts';

/** Milliseconds that another program's lock on the file is waited for. */
const WAIT_MS = 1000;

/** Works with the folder's database, which is only read. Nothing else can use the folder meanwhile. */
export const fromSqlite = <T>(folder: string, work: (source: MoveEnd) => Promise<T>): Promise<T> => {
  const path = databaseIn(folder);
  if (!existsSync(path))
    throw new MoveError('move-nothing-there', () => say('server:move.nothing-there', { place: folder }));
  return withExclusiveUse(folder, () => {
    checkIntegrity(path, { waitMs: WAIT_MS, program: undefined }, () => {});
    return withFile(folder, true, work);
  });
};

/** Works with the folder's database in one transaction; where there is none, a new one is made first. */
export const toSqlite = async <T>(folder: string, work: (target: MoveEnd) => Promise<T>): Promise<T> => {
  if (!existsSync(databaseIn(folder))) await (await openSqlite(folder, 'full')).close();
  return withExclusiveUse(folder, () =>
    withFile(folder, false, ({ db, dialect }) => db.transaction().execute((trx) => work({ db: trx, dialect }))),
  );
};

const withExclusiveUse = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const unlock = lockFolder(folder);
  try {
    return await work();
  } catch (error) {
    throw sqliteStartError(error, folder);
  } finally {
    unlock();
  }
};

const withFile = async <T>(folder: string, readonly: boolean, work: (end: MoveEnd) => Promise<T>): Promise<T> => {
  const file = openFile(databaseIn(folder), { readonly, mustExist: true, waitMs: WAIT_MS });
  try {
    refuseOtherVersions(migrationsDone(file), folder);
    if (!readonly) makeDurable(file);
    return await work({
      db: new Kysely<Database>({ dialect: sqliteDialect(sqliteTurns(connectionOn(file))) }),
      dialect: 'sqlite',
    });
  } finally {
    file.close();
  }
};

/** Makes each commit wait for the disk: tables that are reported as moved must survive a power cut. */
const makeDurable = (file: SqliteFile): void => {
  pragma(file, 'synchronous = full');
  if (process.platform === 'darwin') pragma(file, 'fullfsync = 1');
};
