import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqlite } from '#storage/open-sqlite.ts';
import type { Storage } from '#storage/storage.ts';
import { append, row, storageContract } from './contract.ts';
import { peopleContract } from './people-contract.ts';
import { tempFolder } from './temp-folder.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const fresh = (): Promise<Storage> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-'));
  folders.push(folder);
  return openSqlite(folder, 'full');
};
storageContract('SQLite', fresh);
peopleContract('SQLite', fresh);

describe('the SQLite file', () => {
  test('keeps everything over a restart', async () => {
    const folder = tempFolder();
    const before = await openSqlite(folder, 'full');
    before.createDrill(row('d1'));
    before.appendAll([append('d1', 0, { commandId: 'c1', ack: 'yes' })]);
    before.close();
    const after = await openSqlite(folder, 'full');
    expect(after.read('d1', 0)).toHaveLength(1);
    expect(after.ackOf('d1', 'c1')).toBe('yes');
    after.close();
  });

  test('is in WAL mode', async () => {
    const folder = tempFolder();
    // While it is open nobody else reads it; the mode is stored in the file.
    (await openSqlite(folder, 'full')).close();
    const reader = new Database(join(folder, 'kefu.sqlite'));
    expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
    reader.close();
  });

  test('[N4] belongs to one process at a time', async () => {
    const folder = tempFolder();
    const storage = await openSqlite(folder, 'normal');
    await expect(openSqlite(folder, 'normal')).rejects.toMatchObject({
      code: 'data-folder-in-use',
      en: expect.stringContaining(`process ${process.pid}`),
    });
    storage.close();
    (await openSqlite(folder, 'normal')).close();
  });

  test('a broken file is named, and left as it is', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'kefu.sqlite'), 'this is not a database, whatever its name says'.repeat(100));
    await expect(openSqlite(folder, 'full')).rejects.toMatchObject({
      code: 'database-broken',
      zh: expect.stringContaining('kefu.sqlite'),
    });
  });

  test('a folder that can’t be made or written is named', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(openSqlite(join(folder, 'file', 'data'), 'full')).rejects.toMatchObject({
      code: 'data-folder-unwritable',
    });
    mkdirSync(join(folder, 'data', 'kefu.sqlite'), { recursive: true });
    await expect(openSqlite(join(folder, 'data'), 'full')).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  });

  test('a database of a newer version is not touched', async () => {
    const folder = tempFolder();
    (await openSqlite(folder, 'full')).close();
    const database = new Database(join(folder, 'kefu.sqlite'));
    database.exec("insert into kysely_migration values ('999-later', '2030-01-01')");
    database.close();
    await expect(openSqlite(folder, 'full')).rejects.toMatchObject({ code: 'database-newer' });
  });
});
