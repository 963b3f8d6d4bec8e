import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type Better from 'better-sqlite3';
import { isMissing } from '#storage/sqlite/better-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import type { Row } from '#storage/sqlite/sqlite-file.ts';

/** A database that is only read. Errors have SQLite's name of their code as `code`. */
export type ReadDatabase = { rows(sql: string): Row[]; close(): void };

/** The two bytes of SQLite's header that say how the file is written; 1 is the way without a log beside it. */
const WAYS = [18, 19] as const;
const WITHOUT_LOG = 1;
const load = createRequire(import.meta.url);

/**
 * Opens a database file that nobody writes, and leaves no trace of it. SQLite makes two files beside one of this kind
 * (WAL), also where it may only read: so better-sqlite3 gets the file's bytes instead, which it holds in memory, and
 * Node's own SQLite an address that says that nothing changes.
 */
export const openUnchanged = (file: string): ReadDatabase => {
  try {
    return inMemory(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const database = openFile(`${pathToFileURL(file).href}?immutable=1`, { readonly: true, program: 'node:sqlite' });
    return { rows: (sql) => database.query(sql, []).rows, close: database.close };
  }
};

const inMemory = (file: string): ReadDatabase => {
  const Database: typeof Better = load('better-sqlite3');
  const bytes = readFileSync(file);
  for (const place of WAYS) bytes[place] = WITHOUT_LOG;
  const database = new Database(bytes, { readonly: true });
  return { rows: (sql) => database.prepare<[], Row>(sql).all(), close: () => void database.close() };
};
