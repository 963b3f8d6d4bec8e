import { isMissing, openByBetterSqlite } from './better-sqlite.ts';
import { openByNodeSqlite } from './node-sqlite.ts';
import type { FileOptions, SqliteFile } from './sqlite-file.ts';

/**
 * Opens a SQLite file, with Node's own SQLite where better-sqlite3 can't be loaded. Throws what the program that opens
 * it throws; where there is neither, what loading better-sqlite3 threw.
 */
export const openFile = (path: string, options: FileOptions = {}): SqliteFile => {
  if (options.program === 'node:sqlite') {
    const file = openByNodeSqlite(path, options);
    if (file === null) throw new Error('this Node has no node:sqlite');
    return file;
  }
  try {
    return openByBetterSqlite(path, options);
  } catch (error) {
    if (!isMissing(error) || options.program !== undefined) throw error;
    const file = openByNodeSqlite(path, options);
    if (file === null) throw error;
    return file;
  }
};
