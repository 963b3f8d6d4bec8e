import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqlite } from '#storage/open-sqlite.ts';
import { runsContract } from './runs-contract.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

runsContract('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-'));
  folders.push(folder);
  return openSqlite(folder, 'full');
});
