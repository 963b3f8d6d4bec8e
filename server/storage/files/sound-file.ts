import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';

/**
 * Bytes of the largest file that is read whole at a start. A check takes 0.5 s for 120 MB that the machine has in
 * memory and 2.2 s from a disk.
 */
const MOST_BYTES = 512_000_000;

/**
 * Throws a StartError `database-broken` when the file is damaged or another program's, or SQLite's own error. It reads
 * through a connection that may not write: closing one that may would put the log beside the file into the damaged
 * file and delete it. `waitMs`: how long another program's lock is waited for. `warn` is told when the file was too
 * large to be read whole.
 */
export function checkSound(file: string, waitMs: number, warn: (text: string) => void): void {
  try {
    check(new Database(file, { readonly: true, fileMustExist: true, timeout: waitMs }), file, warn);
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_READONLY')) throw error;
    // A write that was cut off must be rolled back before the file can be read.
    check(new Database(file, { fileMustExist: true, timeout: waitMs }), file, warn);
  }
}

function check(database: Database.Database, file: string, warn: (text: string) => void): void {
  const broken = (): StartError => new StartError('database-broken', () => say('server:storage.broken', { file }));
  try {
    const own = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
    if (own === undefined) throw broken();
    const { size } = statSync(file);
    if (size > MOST_BYTES) warn(say('server:storage.not-checked', { file, mb: Math.round(size / 1e6) }));
    else if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw broken();
  } finally {
    database.close();
  }
}
