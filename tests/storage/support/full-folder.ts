import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { fillStorage } from './fill-storage.ts';

type File = { name: string; bytes: Buffer };
let filled: Promise<File[]> | null = null;

const fillOnce = async (): Promise<File[]> => {
  const folder = tempFolder();
  const storage = await openSqlite(folder, 'normal');
  await fillStorage(storage);
  await storage.close();
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
};

/** A data folder with rows in every table, which its server has left: a copy of one that is filled once a worker. */
export const fullFolder = async (): Promise<string> => {
  filled ??= fillOnce();
  const files = await filled;
  const folder = tempFolder();
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  return folder;
};
