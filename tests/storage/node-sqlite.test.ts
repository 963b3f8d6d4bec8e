import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { hasNodeSqlite } from '#storage/sqlite/node-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { pragma } from '#storage/sqlite/sqlite-file.ts';
import { sqliteAlone } from '#tests/storage/support/sqlite-alone.ts';
import { append, row } from './contract.ts';
import { everyContract } from './every-contract.ts';
import { tempFolder } from './temp-folder.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

test('Node’s own SQLite is found from 22.13 on', () => {
  expect(hasNodeSqlite()).toBe(major > 22 || (major === 22 && minor >= 13));
});

if (!hasNodeSqlite()) {
  test('without it and without better-sqlite3 the error is said', () => {
    expect(() => openFile(':memory:', { program: 'node:sqlite' })).toThrow('no node:sqlite');
  });
} else {
  everyContract('node:sqlite', sqliteAlone('node:sqlite'));

  describe('a file opened by node:sqlite', () => {
    const program = 'node:sqlite';

    test('is the one that the other program opens, where it can be loaded; else Node’s own opens it', async () => {
      const folder = tempFolder();
      const first = await openSqlite(folder, 'full', { program });
      await first.createDrill(row('d1'));
      await first.appendAll([append('d1', 0)]);
      await first.close();
      const second = await openSqlite(folder, 'full');
      expect(await second.appendAll([append('d1', 1)])).toEqual([{ ok: true, value: undefined }]);
      await second.close();
      const third = await openSqlite(folder, 'full', { program });
      expect(await third.lengthOf('d1')).toBe(2);
      await third.close();
    });

    test('is held alone, and each fault at the start has its code [S1] [S3]', async () => {
      const folder = tempFolder();
      const storage = await openSqlite(folder, 'normal', { program });
      onTestFinished(() => storage.close());
      const other = openFile(join(folder, 'kefu.sqlite'), { program });
      onTestFinished(() => other.close());
      expect(() => other.query('select count(*) from drills', [])).toThrow(
        expect.objectContaining({ code: 'SQLITE_BUSY' }),
      );
      await expect(openSqlite(folder, 'normal', { program })).rejects.toMatchObject({ code: 'data-folder-in-use' });
      const broken = tempFolder();
      writeFileSync(join(broken, 'kefu.sqlite'), 'this is not a database, whatever its name says'.repeat(100));
      await expect(openSqlite(broken, 'full', { program })).rejects.toMatchObject({ code: 'database-broken' });
    });

    test('tells a full file from a value that is taken [S4]', () => {
      const file = openFile(join(tempFolder(), 'a.sqlite'), { program });
      onTestFinished(() => file.close());
      file.exec('create table t (a text unique)');
      file.query('insert into t values (?)', ['x']);
      expect(() => file.query('insert into t values (?)', ['x'])).toThrow(
        expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE', name: 'SqliteError' }),
      );
      pragma(file, 'max_page_count = 3');
      expect(() => file.query('insert into t values (?)', ['y'.repeat(50_000)])).toThrow(
        expect.objectContaining({ code: 'SQLITE_FULL' }),
      );
    });
  });
}
