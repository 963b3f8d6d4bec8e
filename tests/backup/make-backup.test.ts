import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BackupOptions, type BackupPlan, makeBackup } from '#backup/make-backup.ts';
import { checkBackup, manifestOf } from '#backup/manifest.ts';
import { lastBackup } from '#monitoring/last-backup.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { fillStorage } from '#tests/storage/support/fill-storage.ts';
import { fullFolder } from '#tests/storage/support/full-folder.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { code, rowsIn } from './folders.ts';

const AT = new Date(2026, 10, 23, 3, 30).getTime();

const planFor = (dataDir: string, over: Partial<BackupPlan> = {}): BackupPlan => {
  return {
    source: { kind: 'sqlite', file: databaseIn(dataDir) },
    ...{ dataDir, target: join(tempFolder(), 'kefu-20261123-033000.sqlite'), keep: null, at: AT, version: '1.2.3' },
    ...over,
  };
};

const changed = (file: string, sql: string): void => {
  const database = new Database(file);
  database.exec(sql);
  database.pragma('journal_mode = delete');
  database.close();
};

describe('a backup', () => {
  test('is one private file with every row, and leaves the source and its folder as they were [S10]', async () => {
    const from = await fullFolder();
    const before = readFileSync(databaseIn(from));
    const plan = planFor(from);
    const made = await makeBackup(plan);
    expect(rowsIn(plan.target)).toEqual(rowsIn(databaseIn(from)));
    expect(readFileSync(databaseIn(from)).equals(before)).toBe(true);
    expect(readdirSync(join(plan.target, '..'))).toEqual(['kefu-20261123-033000.sqlite']);
    expect(statSync(plan.target).mode & 0o777).toBe(0o600);
    expect(await lastBackup(from)).toEqual({ at: AT, file: plan.target, bytes: statSync(plan.target).size });
    expect(made.rows).toBe(manifestOf(plan.target)?.tables.reduce((sum, { rows }) => sum + rows, 0));
    expect(manifestOf(plan.target)).toMatchObject({ at: AT, version: '1.2.3', takenFrom: from });
  });

  test('holds all that was acknowledged before it, from the log beside a file that is held still [S10]', async () => {
    const folder = tempFolder();
    const storage = await openSqlite(folder, 'normal');
    onTestFinished(() => storage.close());
    await fillStorage(storage);
    for (const name of ['first', 'second']) {
      const before = await storage.holdFile();
      const held = readFileSync(databaseIn(folder));
      // More than the log takes before a commit writes it into the file.
      for (let n = 0; n < 60; n++) await storage.putContent(`${name}-${n}`, 'x'.repeat(100_000));
      expect(readFileSync(databaseIn(folder)).equals(held), name).toBe(true);
      const plan = planFor(folder);
      await makeBackup(plan, { copied: before });
      const backup = new Database(plan.target, { readonly: true });
      const count = backup.prepare("select count(*) as n from contents where hash like ? || '-%'").get(name);
      backup.close();
      expect(count).toEqual({ n: 60 });
      await storage.putContent(`${name}-after`, 'y');
      expect(readFileSync(databaseIn(folder)).equals(held), name).toBe(false);
    }
  });

  test('has no name until it is whole: one that fails leaves nothing, and the older ones stay [S10]', async () => {
    const from = await fullFolder();
    const folder = tempFolder();
    const target = (n: number): string => join(folder, `kefu-20261123-03300${n}.sqlite`);
    await makeBackup(planFor(from, { target: target(1), at: AT + 1 }));
    const fails: BackupOptions = { copied: () => Promise.reject(new Error('the server ended')) };
    await expect(makeBackup(planFor(from, { target: target(2), at: AT + 2, keep: 1 }), fails)).rejects.toThrow('ended');
    expect(readdirSync(folder)).toEqual(['kefu-20261123-033001.sqlite']);
    expect((await lastBackup(from))?.at).toBe(AT + 1);
    changed(databaseIn(from), "update drills set seq = 7 where id = 'd1'");
    await expect(makeBackup(planFor(from, { target: target(3) }))).rejects.toThrow(code('backup-damaged'));
    expect(readdirSync(folder)).toEqual(['kefu-20261123-033001.sqlite']);
  });

  test('takes the oldest away only of its own, once the new one is there [S10]', async () => {
    const [from, other] = [await fullFolder(), await fullFolder()];
    const folder = tempFolder();
    writeFileSync(join(folder, 'kefu-20200101-000000.sqlite'), 'not ours');
    writeFileSync(join(folder, 'marks.xlsx'), '');
    await makeBackup(planFor(other, { target: join(folder, 'kefu-20260101-000000.sqlite'), at: 1 }));
    await makeBackup(planFor(from, { target: join(folder, 'by-hand.sqlite'), at: 2 }));
    for (const n of [3, 4, 5]) {
      await makeBackup(planFor(from, { target: join(folder, `kefu-20260101-00000${n}.sqlite`), at: n, keep: 2 }));
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'by-hand.sqlite',
      'kefu-20200101-000000.sqlite',
      'kefu-20260101-000000.sqlite',
      'kefu-20260101-000004.sqlite',
      'kefu-20260101-000005.sqlite',
      'marks.xlsx',
    ]);
  });

  test('is refused with a code where it can’t be made or would be lost with the data', async () => {
    const from = await fullFolder();
    const inside = planFor(from, { target: join(from, 'backups', 'a.sqlite') });
    await expect(makeBackup(inside)).rejects.toThrow(code('backup-in-data-folder'));
    const taken = planFor(from);
    writeFileSync(taken.target, 'mine');
    await expect(makeBackup(taken)).rejects.toThrow(code('backup-target-exists'));
    expect(readFileSync(taken.target, 'utf8')).toBe('mine');
    const full = { freeBytes: async () => 1000 };
    await expect(makeBackup(planFor(from), full)).rejects.toThrow(code('backup-disk-full'));
    const below = planFor(from, { target: join(taken.target, 'below.sqlite') });
    await expect(makeBackup(below)).rejects.toThrow(code('backup-not-writable'));
    const empty = tempFolder();
    await expect(makeBackup(planFor(empty))).rejects.toThrow(code('backup-nothing-there'));
    expect(readdirSync(from).toSorted()).toEqual(['kefu.lock', 'kefu.sqlite']);
  });

  test('removes what a killed backup left a day before, and nothing that is younger', async () => {
    const from = await fullFolder();
    const plan = planFor(from, { at: Date.now() + 2 * 86_400_000 });
    const left = join(plan.target, '..', 'kefu-20261121-033000.sqlite.part-77');
    mkdirSync(left);
    await makeBackup(planFor(from, { target: join(left, '..', 'kefu-20261123-033001.sqlite') }));
    expect(readdirSync(join(left, '..'))).toContain('kefu-20261121-033000.sqlite.part-77');
    await makeBackup(plan);
    expect(readdirSync(join(left, '..'))).not.toContain('kefu-20261121-033000.sqlite.part-77');
  });
});

describe('a backup that is read again', () => {
  test('is refused where a row isn’t as it was, or SQLite finds the file damaged [S10]', async () => {
    const plan = planFor(await fullFolder());
    await makeBackup(plan);
    expect(checkBackup(plan.target)?.at).toBe(AT);
    changed(plan.target, "update people set name = '别人' where id = 'p1'");
    expect(() => checkBackup(plan.target)).toThrow(code('backup-unequal'));
    changed(plan.target, "update people set name = '王一' where id = 'p1'; delete from rulings");
    expect(() => checkBackup(plan.target)).toThrow(code('backup-unequal'));
    const bytes = readFileSync(plan.target);
    bytes.fill(0x5a, 4096 * 4, 4096 * 12);
    writeFileSync(plan.target, bytes);
    expect(() => checkBackup(plan.target)).toThrow(code('backup-damaged'));
  });
});
