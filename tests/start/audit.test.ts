import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { runCommand } from '#tests/support/commands.ts';

/** `npm run -s audit` on this data folder, to its end. */
const audit = async (folder: string, ...words: string[]): Promise<{ status: number; said: string }> => {
  const { status, stdout, stderr } = await runCommand('audit/audit', words, { DATA_DIR: folder, DATABASE_URL: '' });
  return { status, said: stdout + stderr };
};

test('the command checks the chain, names the first broken row, and knows a row that was noted down [P6]', async () => {
  const folder = tempFolder();
  const storage = await openSqlite(folder, 'normal');
  const note = { school: 's1', actor: 'root', kind: 'run-made', subject: 'r1', details: {} } as const;
  await storage.audit.append([1, 2, 3].map((at) => ({ ...note, at })));
  const [, second] = await storage.audit.after(0, 2);
  await storage.close();
  const seen = `2:${second?.hash}`;
  const [sound, noted, wrong] = await Promise.all([
    audit(folder, 'check'),
    audit(folder, 'check', '--head', seen, '--lang', 'en'),
    audit(folder, 'check', '--head', `2:${'0'.repeat(64)}`),
  ]);
  expect(sound).toMatchObject({ status: 0, said: expect.stringContaining('共 3 条，前后相连') });
  expect(noted).toMatchObject({ status: 0, said: expect.stringContaining('has 3 rows') });
  expect(wrong).toMatchObject({ status: 1, said: expect.stringMatching(/^audit-broken：第 2 条/) });
  const database = new Database(join(folder, 'kefu.sqlite'));
  database.exec("update audit_trail set actor = 'else' where n = 3");
  database.close();
  expect(await audit(folder, 'check')).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^audit-broken：第 3 条/),
  });
  expect(await audit(folder)).toMatchObject({ status: 2, said: expect.stringContaining('npm run -s audit') });
});
