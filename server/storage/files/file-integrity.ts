import { statSync } from 'node:fs';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { type FileOptions, pragma, type SqliteFile } from '#storage/sqlite/sqlite-file.ts';

/**
 * Bytes of the largest file that is read whole at a start. A check takes 0.5 s for 120 MB that the machine has in
 * memory and 2.2 s from a disk.
 */
const MAX_BYTES = 512_000_000;

/**
 * Throws a StartError `database-broken` when the file is damaged or another program's, or SQLite's own error. It reads
 * through a connection that may not write: closing one that may would put the log beside the file into the damaged
 * file and delete it. `waitMs`: how long another program's lock is waited for. `warn` is told when the file was too
 * large to be read whole.
 */
export const checkIntegrity = (
  file: string,
  { waitMs, program }: Pick<FileOptions, 'program'> & { waitMs: number },
  warn: (text: string) => void,
): void => {
  const options = { mustExist: true, waitMs, program };
  try {
    checkDatabase(openFile(file, { ...options, readonly: true }), file, warn);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_READONLY'))) throw error;
    // A write that was cut off must be rolled back before the file can be read.
    checkDatabase(openFile(file, options), file, warn);
  }
};

const checkDatabase = (database: SqliteFile, file: string, warn: (text: string) => void): void => {
  const broken = (): StartError => new StartError('database-broken', () => say('server:storage.broken', { file }));
  try {
    const migrationTable = database.query("select 1 from sqlite_master where name = 'kysely_migration'", []);
    if (migrationTable.rows.length === 0) throw broken();
    const { size } = statSync(file);
    if (size > MAX_BYTES) warn(say('server:storage.not-checked', { file, mb: Math.round(size / 1e6) }));
    else if (pragma(database, 'quick_check(1)') !== 'ok') throw broken();
  } finally {
    database.close();
  }
};
