import { expect, test } from 'vitest';
import { openSqlite } from '#storage/open-sqlite.ts';
import { toyScenario } from '#tests/drills/support/toy-content.ts';
import { authoredContract, writeCase } from './authored-contract.ts';
import { tempFolder } from './temp-folder.ts';

authoredContract('SQLite', () => openSqlite(tempFolder(), 'normal'));

test('authored cases are there after a restart', async () => {
  const folder = tempFolder();
  const before = await openSqlite(folder, 'normal');
  const scenario = toyScenario('promotion/own');
  writeCase(before, { id: 'a1', school: 's1', by: 'p1', scenario, published: true });
  before.close();
  const after = await openSqlite(folder, 'normal');
  expect(after.authored.shelved('s1')).toEqual([{ id: 'a1', version: 'h1', published: true, scenario }]);
  expect(after.authored.deeds('a1')).toHaveLength(2);
  after.close();
});
