import { createHash } from 'node:crypto';
import type { SqliteFile } from '#storage/sqlite/sqlite-file.ts';

/** How many rows a table has, and a hash of all of them in the order in which they were stored. */
export type TableHash = { table: string; rows: number; hash: string };

/** Rows read at a time: a row may hold a whole case. */
const PAGE_SIZE = 500;

/** Every table of the file but SQLite's own and `except`, by name. */
export const tableHashes = (file: SqliteFile, except: string): TableHash[] => {
  const { rows } = file.query(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> ? order by name",
    [except],
  );
  return rows.map(({ name }) => hashOf(file, String(name)));
};

const hashOf = (file: SqliteFile, table: string): TableHash => {
  const hash = createHash('sha256');
  let count = 0;
  let lastRowNumber: number | null = null;
  for (;;) {
    const { rows } = file.query(
      `select rowid as row_number, * from "${table}" where rowid > ? order by rowid limit ${PAGE_SIZE}`,
      [lastRowNumber ?? Number.MIN_SAFE_INTEGER],
    );
    for (const row of rows) hash.update(JSON.stringify(Object.entries(row).sort(byName))).update('\n');
    count += rows.length;
    const pageEnd = rows.at(-1)?.row_number;
    if (rows.length < PAGE_SIZE || typeof pageEnd !== 'number') break;
    lastRowNumber = pageEnd;
  }
  return { table, rows: count, hash: hash.digest('base64') };
};

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
