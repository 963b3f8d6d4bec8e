import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { SqliteProgram } from '#storage/sqlite/sqlite-file.ts';
import type { Storage } from '#storage/storage.ts';
import { openReady } from './open-ready.ts';

/** Gives an empty storage in a folder of its own each time; the folders are gone after the last test of the file. */
export const sqliteAlone = (program: SqliteProgram): (() => Promise<Storage>) => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefu-'));
    folders.push(folder);
    return openReady(folder, 'full', { program });
  };
};
