import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { toyScenario } from '#tests/drills/support/toy-content.ts';
import { sqliteAlone } from '#tests/storage/support/sqlite-alone.ts';
import { writeCase } from './authored-contract.ts';
import { append, row } from './contract.ts';
import { everyContract } from './every-contract.ts';
import { person, school } from './people-contract.ts';
import { reply, version } from './quick-replies-contract.ts';
import { tempFolder } from './temp-folder.ts';

everyContract('better-sqlite3', sqliteAlone('better-sqlite3'));

describe('the SQLite file', () => {
  test('keeps everything over a restart', async () => {
    const folder = tempFolder();
    const before = await openSqlite(folder, 'full');
    await before.createDrill(row('d1'));
    await before.appendAll([append('d1', 0, { commandId: 'c1', ack: 'yes' })]);
    await before.close();
    const after = await openSqlite(folder, 'full');
    expect(await after.read('d1', 0)).toHaveLength(1);
    expect(await after.ackOf('d1', 'c1')).toBe('yes');
    await after.close();
  });

  test('is in WAL mode', async () => {
    const folder = tempFolder();
    // While it is open nobody else reads it; the mode is stored in the file.
    await (await openSqlite(folder, 'full')).close();
    const reader = new Database(join(folder, 'kefu.sqlite'));
    expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
    reader.close();
  });

  test('is left alone in its folder when it is closed, opened anew, too', async () => {
    const folder = tempFolder();
    const ofFile = () => readdirSync(folder).filter((name) => name.startsWith('kefu.sqlite'));
    for (let start = 1; start <= 3; start++) {
      const storage = await openSqlite(folder, 'full');
      expect(ofFile()).toEqual(['kefu.sqlite', 'kefu.sqlite-wal']);
      await storage.close();
      expect(ofFile()).toEqual(['kefu.sqlite']);
    }
  });

  test('[N4] belongs to one process at a time', async () => {
    const folder = tempFolder();
    const storage = await openSqlite(folder, 'normal');
    await expect(openSqlite(folder, 'normal')).rejects.toMatchObject({
      code: 'data-folder-in-use',
      en: expect.stringContaining(`process ${process.pid}`),
    });
    await storage.close();
    await (await openSqlite(folder, 'normal')).close();
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
    await (await openSqlite(folder, 'full')).close();
    const database = new Database(join(folder, 'kefu.sqlite'));
    database.exec("insert into kysely_migration values ('999-later', '2030-01-01')");
    database.close();
    await expect(openSqlite(folder, 'full')).rejects.toMatchObject({ code: 'database-newer' });
  });

  test('keeps authored cases and versions of quick replies over a restart; a version can’t be changed', async () => {
    const folder = tempFolder();
    const before = await openSqlite(folder, 'normal');
    const scenario = toyScenario('promotion/own');
    await writeCase(before, { id: 'a1', school: 's1', by: 'p1', scenario, published: true });
    await before.quickReplies.add(version(1), [reply('a')]);
    await before.close();
    const database = new Database(join(folder, 'kefu.sqlite'));
    expect(() => database.exec("update school_replies set body = '[]'")).toThrow('never changed');
    database.close();
    const after = await openSqlite(folder, 'normal');
    expect(await after.authored.catalogCases('s1')).toEqual([
      { id: 'a1', version: 'h1', isPublished: true, scenario, template: null },
    ]);
    expect(await after.authored.changes('a1')).toHaveLength(2);
    expect(await after.quickReplies.replies('s1', 'suibu', 1)).toEqual([reply('a')]);
    await after.close();
  });

  test('does a call’s work in the turn of the event loop in which it was asked for', async () => {
    const storage = await openSqlite(tempFolder(), 'normal');
    onTestFinished(() => storage.close());
    // The next turn begins with what is planned here.
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    await storage.people.createSchool(school('s1'), person('root', { role: 'admin' }));
    await storage.createDrill(row('d1'));
    await Promise.all([
      storage.appendAll([append('d1', 0)]),
      storage.people.createClass(aClass),
      storage.read('d1', 0),
    ]);
    expect(await storage.locks.hold('run r1', () => storage.people.members('k1'))).toEqual([]);
    expect(turned).toBe(false);
  });

  test('does calls one after the other, each transaction whole, in the order in which they were asked for', async () => {
    const storage = await openSqlite(tempFolder(), 'normal');
    onTestFinished(() => storage.close());
    const member = (id: string) => ({ person: person(id, { login: null }), no: id });
    const taken = storage.people.addMembers('k1', [member('p1'), member('p1')]);
    const between = storage.people.createPerson(person('p2'));
    await Promise.all([expect(taken).rejects.toThrow(), between]);
    expect((await storage.people.person('p2'))?.id).toBe('p2');
    expect(await storage.people.person('p1')).toBeNull();
  });
});

const aClass = { id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null };
