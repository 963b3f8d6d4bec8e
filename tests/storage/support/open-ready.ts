/** An empty database for tests of what is kept in it. Tests of opening and migrating a database make it themselves. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseIn } from '#storage/files/data-files.ts';
import { type OpeningOptions, openSqlite } from '#storage/opening/open-sqlite.ts';
import type { SqliteProgram } from '#storage/sqlite/sqlite-file.ts';
import type { Storage } from '#storage/storage.ts';

/** By the program that opens it: what one has made says nothing of the other. */
const migrated = new Map<SqliteProgram | undefined, Promise<Buffer>>();

const migrateOnce = async (program: SqliteProgram | undefined): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-'));
  try {
    await (await openSqlite(folder, 'normal', { program })).close();
    return readFileSync(databaseIn(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Opens `folder`, made where it is missing. A database that isn't there is put there as a copy of one that was migrated
 * once a worker: the migrations take four fifths of the time of opening, and some two thousand tests open one.
 */
export const openReady = async (
  folder: string,
  durability: 'normal' | 'full' = 'normal',
  options: OpeningOptions = {},
): Promise<Storage> => {
  const { program } = options;
  const made = migrated.get(program) ?? migrateOnce(program);
  migrated.set(program, made);
  const database = await made;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(databaseIn(folder))) writeFileSync(databaseIn(folder), database, { mode: 0o600 });
  return openSqlite(folder, durability, options);
};
