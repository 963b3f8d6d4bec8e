import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { MOVED_TABLES } from '#storage/move/moved-tables.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { fillStorage } from '#tests/storage/support/fill-storage.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

/** A data folder with rows in every table. No server runs on it. */
export const fullFolder = async (): Promise<string> => {
  const folder = tempFolder();
  const storage = await openSqlite(folder, 'normal');
  await fillStorage(storage);
  await storage.close();
  return folder;
};

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
