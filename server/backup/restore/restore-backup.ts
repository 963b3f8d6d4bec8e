import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Kysely } from 'kysely';
import { BackupError, backupErrorOf } from '#backup/backup-error.ts';
import { stampOf } from '#backup/backup-files.ts';
import { copyDatabase } from '#backup/copied-files.ts';
import { checkBackup, MANIFEST_TABLE, withFile } from '#backup/manifest.ts';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { noteBackup } from '#monitoring/last-backup.ts';
import { isUrl, placeName } from '#storage/files/place-name.ts';
import { hasNewer } from '#storage/migrations/all.ts';
import { MoveError } from '#storage/move/move-error.ts';
import { moveStorage, noteMove } from '#storage/move/move-storage.ts';
import { MOVED_TABLES } from '#storage/move/moved-tables.ts';
import { migrateSqlite, migrationsDone } from '#storage/opening/migrate-sqlite.ts';
import type { Database } from '#storage/queries/tables.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { connectionOn } from '#storage/sqlite/sqlite-connection.ts';
import { sqliteDialect } from '#storage/sqlite/sqlite-dialect.ts';
import { pragma, type SqliteFile } from '#storage/sqlite/sqlite-file.ts';
import { sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';
import { checkFolder, placeInFolder } from './into-folder.ts';
import { type RestoredFigures, restoredFigures } from './restored-figures.ts';

export type RestorePlan = {
  /** Absolute path of the backup; it is only read. */
  from: string;
  /** A data folder (absolute path) or a postgres://… address. */
  to: string;
  /** Whether what the target holds may be set aside. */
  replace: boolean;
  /** Epoch milliseconds; names what is set aside. */
  now: number;
};

/**
 * `at`: when the backup was made, null where it doesn't say. `setAside`: the folder or schema that now has what the
 * target held. `isUpgraded`: the backup was an older version's.
 */
export type Restored = { at: number | null; setAside: string | null; isUpgraded: boolean; figures: RestoredFigures };

/**
 * Puts a backup back. It is copied first, and the copy is checked, brought to this version's shape and checked again;
 * only then the target is touched. What that holds is set aside where `replace` allows it, never deleted, and put back
 * where something fails. Throws a BackupError, a StartError (a server runs there, the backup is a newer version's) or a
 * MoveError.
 */
export const restoreBackup = async ({ from, to, replace, now }: RestorePlan): Promise<Restored> => {
  if (statSync(from, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new BackupError('restore-no-file', () => say('server:backup.no-file', { file: from }));
  }
  try {
    if (!isUrl(to)) checkFolder(to, replace);
  } catch (error) {
    throw backupErrorOf(error, to);
  }
  const parent = isUrl(to) ? tmpdir() : existingParent(to);
  let workFolder: string;
  try {
    workFolder = await mkdtemp(join(parent, `${isUrl(to) ? 'kefu' : basename(to)}-restoring-`));
  } catch (error) {
    throw backupErrorOf(error, parent);
  }
  try {
    const copy = await copyDatabase(from, join(workFolder, 'copy'));
    const { at, isUpgraded } = await prepare(copy, from);
    const figures = withFile(copy, true, restoredFigures);
    const setAside = await putIntoPlace(copy, to, { replace, stamp: stampOf(now) });
    if (!isUrl(to) && at !== null) await noteBackup(to, { at, file: from, bytes: statSync(from).size });
    return { at, setAside, isUpgraded, figures };
  } catch (error) {
    throw backupErrorOf(error, to);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
};

/** The nearest folder above that is there: what is prepared in it can be renamed into its place. */
const existingParent = (folder: string): string => {
  const parent = dirname(folder);
  return existsSync(parent) || parent === folder ? parent : existingParent(parent);
};

/** Checks the copy of a backup, makes it a database of this version without a manifest, and checks that. */
const prepare = async (copy: string, from: string): Promise<{ at: number | null; isUpgraded: boolean }> => {
  const appliedMigrations = withFile(copy, false, (file) => {
    const names = namesOf(file, from);
    if (hasNewer(names)) throw new StartError('database-newer', () => say('server:storage.newer', { file: from }));
    // A copied data file may have its log beside it.
    pragma(file, 'journal_mode = delete');
    return names;
  });
  const manifest = checkBackup(copy);
  const file = openFile(copy, { mustExist: true });
  try {
    file.exec(`drop table if exists ${MANIFEST_TABLE}`);
    await migrateSqlite(file);
    const rows = MOVED_TABLES.reduce((sum, { name }) => sum + rowsIn(file, name), 0);
    const db = new Kysely<Database>({ dialect: sqliteDialect(sqliteTurns(connectionOn(file))) });
    await noteMove({ db, dialect: 'sqlite' }, 'database-restored', rows);
  } finally {
    file.close();
  }
  checkBackup(copy);
  const isUpgraded = withFile(copy, true, migrationsDone).length > appliedMigrations.length;
  return { at: manifest?.at ?? null, isUpgraded };
};

const rowsIn = (file: SqliteFile, table: string): number =>
  Number(file.query(`select count(*) as n from "${table}"`, []).rows[0]?.n ?? 0);

/** The names of its migrations. Throws where it isn't one of our databases. */
const namesOf = (file: SqliteFile, from: string): string[] => {
  const notOurs = (cause?: unknown): BackupError =>
    new BackupError('restore-not-backup', () => say('server:backup.not-backup', { file: from }), cause);
  let names: string[];
  try {
    names = migrationsDone(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') throw notOurs(error);
    throw error;
  }
  if (names.length === 0) throw notOurs();
  return names;
};

const putIntoPlace = async (
  copy: string,
  to: string,
  options: { replace: boolean; stamp: string },
): Promise<string | null> => {
  if (!isUrl(to)) return placeInFolder(copy, to, options.stamp);
  const { setSchemaAside } = await import('./set-schema-aside.ts');
  const aside = options.replace ? await setSchemaAside(to, options.stamp) : null;
  try {
    await moveStorage(dirname(copy), to);
    return aside?.name ?? null;
  } catch (error) {
    await aside?.putBack();
    if (!(error instanceof MoveError && error.code === 'move-not-empty')) throw error;
    throw new BackupError('restore-not-empty', () => say('server:backup.not-empty', { place: placeName(to) }), error);
  }
};
