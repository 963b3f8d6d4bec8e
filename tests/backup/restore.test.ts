import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '#backup/make-backup.ts';
import { placeInFolder } from '#backup/restore/into-folder.ts';
import { restoreBackup } from '#backup/restore/restore-backup.ts';
import { lastBackup } from '#monitoring/last-backup.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { row } from '#tests/storage/contract.ts';
import { fullFolder } from '#tests/storage/support/full-folder.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { code, rowsIn } from './folders.ts';

const NOW = new Date(2026, 10, 23, 12, 0).getTime();

const backupOf = async (folder: string): Promise<string> => {
  const target = join(tempFolder(), 'a.sqlite');
  const source = { kind: 'sqlite', file: databaseIn(folder) } as const;
  await makeBackup({ source, dataDir: folder, target, keep: null, at: NOW - 1000, version: '1.2.3' });
  return target;
};
const restore = (from: string, to: string, replace = false) => restoreBackup({ from, to, replace, now: NOW });
const changed = (file: string, sql: string): void => {
  const database = new Database(file);
  database.exec(sql);
  database.close();
};

describe('a restore', () => {
  test('puts every row back, says what, and gives a folder that opens; the backup is as it was [S11]', async () => {
    const from = await fullFolder();
    const backup = await backupOf(from);
    const before = readFileSync(backup);
    const to = join(tempFolder(), 'new', 'data');
    const restored = await restore(backup, to);
    expect(restored).toEqual({
      ...{ at: NOW - 1000, setAside: null, isUpgraded: false },
      figures: { schools: 1, people: 2, runs: 1, drills: 1, newestAt: 2119 },
    });
    const { audit_trail: trail = [], ...rest } = rowsIn(databaseIn(to));
    const { audit_trail: trailBefore = [], ...restBefore } = rowsIn(databaseIn(from));
    expect(rest).toEqual(restBefore);
    // The restore is told by a row of its own, chained to those that came back.
    expect(trail.slice(0, -1)).toEqual(trailBefore);
    expect(trail.at(-1)).toMatchObject({ kind: 'database-restored', n: trailBefore.length + 1 });
    expect(readFileSync(backup).equals(before)).toBe(true);
    expect(readdirSync(join(to, '..'))).toEqual(['data']);
    expect((await lastBackup(to))?.file).toBe(backup);
    const storage = await openSqlite(to, 'normal');
    expect(await storage.lengthOf('d1')).toBe(120);
    await storage.close();
    const database = new Database(databaseIn(to), { readonly: true });
    expect(database.prepare("select 1 from sqlite_master where name = 'backup_manifest'").all()).toEqual([]);
    database.close();
  });

  test('refuses a folder that holds anything, and sets it aside whole where it may [S11]', async () => {
    const backup = await backupOf(await fullFolder());
    const used = join(tempFolder(), 'data');
    const storage = await openSqlite(used, 'normal');
    await storage.createDrill(row('mine'));
    await expect(restore(backup, used, true)).rejects.toThrow(code('data-folder-in-use'));
    await storage.close();
    await expect(restore(backup, used)).rejects.toThrow(code('restore-not-empty'));
    expect(rowsIn(databaseIn(used)).drills).toHaveLength(1);
    const { setAside } = await restore(backup, used, true);
    expect(setAside).toBe(`${used}-before-restore-20261123-120000`);
    expect(rowsIn(databaseIn(setAside ?? '')).drills).toMatchObject([{ id: 'mine' }]);
    expect(rowsIn(databaseIn(used)).drills).toHaveLength(2);
    expect(readdirSync(join(used, '..')).toSorted()).toEqual(['data', 'data-before-restore-20261123-120000']);
  });

  test('sets aside inside where the folder can’t be renamed [S11]', async () => {
    const backup = await backupOf(await fullFolder());
    const used = join(tempFolder(), 'data');
    mkdirSync(used);
    writeFileSync(join(used, 'kefu.sqlite'), 'old');
    // As a mounted disk can't be renamed: something is in the way.
    writeFileSync(`${used}-before-restore-20261123-120000`, '');
    const { setAside } = await restore(backup, used, true);
    expect(setAside).toBe(join(used, 'kefu.before-restore-20261123-120000'));
    expect(readFileSync(join(setAside ?? '', 'kefu.sqlite'), 'utf8')).toBe('old');
    await (await openSqlite(used, 'normal')).close();
  });

  test('doesn’t touch its target where the backup isn’t sound, ours or of this version [S11] [S14]', async () => {
    const backup = await backupOf(await fullFolder());
    const to = join(tempFolder(), 'data');
    await expect(restore(join(to, 'none'), to)).rejects.toThrow(code('restore-no-file'));
    const other = join(tempFolder(), 'notes.txt');
    writeFileSync(other, 'x'.repeat(5000));
    await expect(restore(other, to)).rejects.toThrow(code('restore-not-backup'));
    const foreign = join(tempFolder(), 'foreign.sqlite');
    changed(foreign, 'create table cats (name text)');
    await expect(restore(foreign, to)).rejects.toThrow(code('restore-not-backup'));
    const bad = join(tempFolder(), 'bad.sqlite');
    copyFileSync(backup, bad);
    changed(bad, "update people set name = '别人' where id = 'p1'");
    await expect(restore(bad, to)).rejects.toThrow(code('backup-unequal'));
    changed(backup, "insert into kysely_migration values ('999-later', '2030-01-01')");
    await expect(restore(backup, to)).rejects.toThrow(code('database-newer'));
    expect(readdirSync(join(to, '..'))).toEqual([]);
  });

  test('leaves everything in its place where it can’t be set aside [S11]', async () => {
    const backup = await backupOf(await fullFolder());
    const folder = tempFolder();
    const used = join(folder, 'data');
    mkdirSync(join(used, 'kefu.sqlite'), { recursive: true });
    writeFileSync(`${used}-before-restore-20261123-120000`, '');
    // What is in the folder can't be moved to where something is already.
    mkdirSync(join(used, 'kefu.before-restore-20261123-120000'));
    await expect(restore(backup, used, true)).rejects.toThrow(code('restore-not-set-aside'));
    expect(readdirSync(used).toSorted()).toEqual(['kefu.before-restore-20261123-120000', 'kefu.sqlite']);
  });

  test('puts what was set aside back where the prepared database can’t be put in its place [S11]', async () => {
    const used = join(tempFolder(), 'data');
    mkdirSync(used);
    writeFileSync(join(used, 'kefu.sqlite'), 'old');
    const gone = join(used, '..', 'not-there.sqlite');
    await expect(placeInFolder(gone, used, 'first')).rejects.toThrow('ENOENT');
    // This one is set aside inside, since the folder can't be renamed.
    writeFileSync(`${used}-before-restore-second`, '');
    await expect(placeInFolder(gone, used, 'second')).rejects.toThrow('ENOENT');
    expect(readFileSync(join(used, 'kefu.sqlite'), 'utf8')).toBe('old');
    expect(existsSync(`${used}-before-restore-first`)).toBe(false);
  });

  test('takes a copied data file with the log beside it, as one made by hand', async () => {
    const from = tempFolder();
    const storage = await openSqlite(from, 'normal');
    onTestFinished(() => storage.close());
    await storage.createDrill(row('d1'));
    const copy = join(tempFolder(), 'by-hand.sqlite');
    for (const part of ['', '-wal']) copyFileSync(databaseIn(from) + part, copy + part);
    const to = join(tempFolder(), 'data');
    expect((await restore(copy, to)).at).toBeNull();
    expect(rowsIn(databaseIn(to)).drills).toHaveLength(1);
    expect(existsSync(join(to, 'backup.json'))).toBe(false);
  });
});
