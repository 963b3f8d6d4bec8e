/** An empty database for tests of what is kept in it. Tests of opening and migrating a database make it themselves. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseIn } from '#storage/files/data-files.ts';
import { type OpeningOptions, openSqlite } from '#storage/opening/open-sqlite.ts';
import type { Storage } from '#storage/storage.ts';

let migrated: Promise<Buffer> | null = null;

const migrateOnce = async (): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-'));
  try {
    await (await openSqlite(folder, 'normal')).close();
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
  migrated ??= migrateOnce();
  const database = await migrated;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(databaseIn(folder))) writeFileSync(databaseIn(folder), database, { mode: 0o600 });
  return openSqlite(folder, durability, options);
};
