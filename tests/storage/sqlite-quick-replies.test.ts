import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqlite } from '#storage/open-sqlite.ts';
import { quickRepliesContract, reply, version } from './quick-replies-contract.ts';
import { tempFolder } from './temp-folder.ts';

quickRepliesContract('SQLite', () => openSqlite(tempFolder(), 'normal'));

test('a version can’t be changed, and is there after a restart', async () => {
  const folder = tempFolder();
  const storage = await openSqlite(folder, 'normal');
  storage.quickReplies.add(version(1), [reply('a')]);
  storage.close();
  const database = new Database(join(folder, 'kefu.sqlite'));
  expect(() => database.exec("update school_replies set body = '[]'")).toThrow('never changed');
  database.close();
  const again = await openSqlite(folder, 'normal');
  expect(again.quickReplies.replies('s1', 'suibu', 1)).toEqual([reply('a')]);
  again.close();
});
