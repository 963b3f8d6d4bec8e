import { z } from 'zod';
import { say } from '#i18n/say.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { pragma, type SqliteFile } from '#storage/sqlite/sqlite-file.ts';
import { BackupError, backupErrorOf } from './backup-error.ts';
import { foldNewestDrill } from './newest-drill.ts';
import { tableHashes } from './table-hashes.ts';

/** The table in a backup that says what is in it. It is no part of the data and isn't restored. */
export const MANIFEST_TABLE = 'backup_manifest';

const manifestSchema = z.object({
  /** Epoch milliseconds. */
  at: z.int().nonnegative(),
  /** Of the program that made the backup. */
  version: z.string(),
  /** The data folder or the database it was made of, without user and password. */
  takenFrom: z.string(),
  tables: z.array(z.object({ table: z.string(), rows: z.int().nonnegative(), hash: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Makes a copied database one whole file: takes in what the log beside it holds, and writes down what every table holds.
 * The hashes are made of the rows as the copy brought them, before anything is written.
 */
export const writeManifest = (path: string, origin: Omit<Manifest, 'tables'>): Manifest => {
  return withFile(path, false, (file) => {
    const tables = tableHashes(file, MANIFEST_TABLE);
    if (!tables.some(({ table }) => table === 'kysely_migration')) {
      throw new BackupError('backup-nothing-there', () =>
        say('server:backup.nothing-there', { place: origin.takenFrom }),
      );
    }
    const manifest = { ...origin, tables };
    pragma(file, 'journal_mode = delete');
    file.exec(`drop table if exists ${MANIFEST_TABLE}; create table ${MANIFEST_TABLE} (body text not null)`);
    file.query(`insert into ${MANIFEST_TABLE} values (?)`, [JSON.stringify(manifest)]);
    return manifest;
  });
};

/** What a backup says of itself; null where it doesn't, as a copied data file. */
export const manifestIn = (file: SqliteFile): Manifest | null => {
  if (file.query('select 1 from sqlite_master where name = ?', [MANIFEST_TABLE]).rows.length === 0) return null;
  const [row] = file.query(`select body from ${MANIFEST_TABLE}`, []).rows;
  const parsed = manifestSchema.safeParse(jsonOf(String(row?.body)));
  return parsed.success ? parsed.data : null;
};

/** The same of a closed file; null also where it is no database. */
export const manifestOf = (path: string): Manifest | null => {
  try {
    return withFile(path, true, manifestIn);
  } catch {
    return null;
  }
};

/**
 * Opens a backup afresh and reads all of it: SQLite's own check, every table's rows against what the manifest says of
 * them, and the newest drill folded. Throws a BackupError where something isn't as it was. Answers with the manifest;
 * null where the file has none, and only the rest was looked at.
 */
export const checkBackup = (path: string): Manifest | null => {
  return withFile(path, true, (file) => {
    const damaged = (): BackupError =>
      new BackupError('backup-damaged', () => say('server:backup.damaged', { file: path }));
    if (pragma(file, 'integrity_check(1)') !== 'ok') throw damaged();
    const manifest = manifestIn(file);
    const foundTables = manifest === null ? [] : tableHashes(file, MANIFEST_TABLE);
    const unequalTable = manifest?.tables.find(({ table, rows, hash }) => {
      const tableInFile = foundTables.find((one) => one.table === table);
      return tableInFile?.rows !== rows || tableInFile.hash !== hash;
    });
    const unknownTable = foundTables.find(({ table }) => !manifest?.tables.some((one) => one.table === table));
    const part = unequalTable?.table ?? unknownTable?.table;
    if (part !== undefined) throw new BackupError('backup-unequal', () => say('server:backup.unequal', { part }));
    try {
      foldNewestDrill(file);
    } catch (error) {
      throw new BackupError('backup-damaged', () => say('server:backup.drill-unreadable', { file: path }), error);
    }
    return manifest;
  });
};

/** Throws a BackupError where SQLite can't open or write the file. */
export const withFile = <T>(path: string, readonly: boolean, work: (file: SqliteFile) => T): T => {
  try {
    const file = openFile(path, { readonly, mustExist: true, waitMs: 1000 });
    try {
      return work(file);
    } finally {
      file.close();
    }
  } catch (error) {
    throw backupErrorOf(error, path);
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
