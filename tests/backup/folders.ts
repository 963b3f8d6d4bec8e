import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { MOVED_TABLES } from '#storage/move/moved-tables.ts';

/** Every row of every table of a SQLite file, in its order. */
export const rowsIn = (file: string): Record<string, unknown[]> => {
  const database = new Database(file, { readonly: true });
  const all = MOVED_TABLES.map(({ name, orderColumn }) => [
    name,
    database.prepare<[], Record<string, unknown>>(`select * from ${name} order by ${orderColumn}`).all(),
  ]);
  database.close();
  return Object.fromEntries(all);
};

/** An error with this code. */
export const code = (expected: string) => expect.objectContaining({ code: expected });
