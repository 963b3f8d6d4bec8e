import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { checkChain } from '#storage/audit.ts';
import { moveStorage } from '#storage/move/move-storage.ts';
import { MOVED_TABLES } from '#storage/move/moved-tables.ts';
import { openPostgres } from '#storage/opening/open-postgres.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { claimForMove } from '#storage/postgres/postgres-connections.ts';
import { fullFolder } from '#tests/storage/support/full-folder.ts';
import { row } from './contract.ts';
import { tempFolder } from './temp-folder.ts';

/** All but what the move itself adds to the audit trail. */
const rowsIn = (folder: string): Record<string, unknown[]> => {
  const { audit_trail: trail = [], ...rows } = allRowsIn(folder);
  return { ...rows, audit_trail: trail.filter((row) => kindOf(row) !== 'database-moved') };
};
const kindOf = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'kind' in row ? row.kind : undefined;
const trailIn = (folder: string): unknown[] => (allRowsIn(folder).audit_trail ?? []).map(kindOf);
const allRowsIn = (folder: string): Record<string, unknown[]> => {
  const database = new Database(join(folder, 'kefu.sqlite'), { readonly: true });
  const all = MOVED_TABLES.map(({ name, orderColumn }) => [
    name,
    database.prepare<[], Record<string, unknown>>(`select * from ${name} order by ${orderColumn}`).all(),
  ]);
  database.close();
  return Object.fromEntries(all);
};
const changed = (folder: string, sql: string): void => {
  const database = new Database(join(folder, 'kefu.sqlite'));
  database.exec(sql);
  database.close();
};
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a move between two folders', () => {
  test('takes every table there is, each row in its order, and leaves the source as it was [S9]', async () => {
    const from = await fullFolder();
    const to = join(tempFolder(), 'new', 'data');
    const before = readFileSync(join(from, 'kefu.sqlite'));
    const told: string[] = [];
    const moved = await moveStorage(from, to, ({ table }) => told.push(table));
    expect(rowsIn(to)).toEqual(rowsIn(from));
    expect(trailIn(to)).toEqual(['account-made', 'role-changed', 'database-moved']);
    expect(readFileSync(join(from, 'kefu.sqlite')).equals(before)).toBe(true);
    expect(moved.filter(({ rows }) => rows === 0)).toEqual([]);
    expect(told).toEqual(MOVED_TABLES.map(({ name }) => name));
    const database = new Database(join(from, 'kefu.sqlite'), { readonly: true });
    const tables = database.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all();
    database.close();
    const ours = tables.filter((name) => !/^(?:kysely_|sqlite_|first_write$)/.test(name));
    expect(ours.sort()).toEqual(told.toSorted());
  });

  test('is refused where the target holds rows, and fills one that was only started once [S9]', async () => {
    const from = await fullFolder();
    const used = tempFolder();
    const storage = await openSqlite(used, 'normal');
    await storage.createDrill(row('d1'));
    await storage.close();
    await expect(moveStorage(from, used)).rejects.toThrow(code('move-not-empty'));
    expect(rowsIn(used).drills).toHaveLength(1);
    const started = tempFolder();
    await (await openSqlite(started, 'normal')).close();
    await moveStorage(from, started);
    expect(rowsIn(started)).toEqual(rowsIn(from));
  });

  test('is refused where there is nothing, a server runs, or another version wrote it [S9] [S14]', async () => {
    const from = await fullFolder();
    const to = join(tempFolder(), 'data');
    await expect(moveStorage(join(tempFolder(), 'none'), to)).rejects.toThrow(code('move-nothing-there'));
    const running = await openSqlite(from, 'normal');
    await expect(moveStorage(from, to)).rejects.toThrow(code('data-folder-in-use'));
    await running.close();
    await expect(moveStorage(from, from)).rejects.toThrow(code('data-folder-in-use'));
    changed(from, "insert into kysely_migration values ('999-later', '2030-01-01')");
    await expect(moveStorage(from, to)).rejects.toThrow(code('database-newer'));
    changed(from, "delete from kysely_migration where name >= '013'");
    await expect(moveStorage(from, to)).rejects.toThrow(code('move-versions-differ'));
    expect(readdirSync(join(to, '..'))).toEqual([]);
  });

  test('that finds a row changed on the way takes everything back [S9]', async () => {
    const from = await fullFolder();
    const to = tempFolder();
    await (await openSqlite(to, 'normal')).close();
    changed(
      to,
      "create trigger other after insert on people when new.id = 'p1' begin update people set name = '别人' where id = 'p1'; end",
    );
    await expect(moveStorage(from, to)).rejects.toThrow(code('move-unequal'));
    expect(Object.values(rowsIn(to)).flat()).toEqual([]);
  });
});

const programs = postgresPrograms();
if (programs === null) {
  test('a move to PostgreSQL is tried where it is installed; a build without it fails', () => {
    expect(process.env.CI, 'install PostgreSQL: apt-get install postgresql').not.toBe('true');
  });
} else {
  describe('a move to PostgreSQL and back', () => {
    let server: PrivatePostgres;
    beforeAll(async () => {
      server = await startPostgres(programs);
    });
    afterAll(() => server.remove());

    test('gives the same rows in the same order, and a storage that works [S9]', async () => {
      const from = await fullFolder();
      const url = server.url(await server.create());
      const back = join(tempFolder(), 'data');
      const there = await moveStorage(from, url);
      const andBack = await moveStorage(url, back);
      const sameButTrail = andBack.map((one) => (one.table === 'audit_trail' ? { ...one, rows: one.rows - 1 } : one));
      expect(sameButTrail).toEqual(there);
      expect(rowsIn(back)).toEqual(rowsIn(from));
      const storage = await openPostgres(url, 'normal');
      onTestFinished(() => storage.close());
      expect(await checkChain(storage.audit)).toMatchObject({ rows: 3, brokenAt: null });
      expect(await storage.lengthOf('d1')).toBe(120);
      await storage.createDrill(row('d3'));
      expect((await storage.people.person('root'))?.name).toBe('王\\"小明"\n😀');
    });

    test('is refused where the target holds rows, a server runs, or another version wrote it [S9] [S14]', async () => {
      const from = await fullFolder();
      const name = await server.create();
      const url = server.url(name);
      await expect(moveStorage(url, join(tempFolder(), 'data'))).rejects.toThrow(code('move-nothing-there'));
      const running = await openPostgres(url, 'normal');
      await expect(moveStorage(from, url)).rejects.toThrow(code('move-in-use'));
      await running.createDrill(row('d1'));
      await running.close();
      await expect(moveStorage(from, url)).rejects.toThrow(code('move-not-empty'));
      await expect(moveStorage(url, url)).rejects.toThrow(code('move-in-use'));
      await server.run(name, "insert into kysely_migration values ('999-later', '2030-01-01')");
      await expect(moveStorage(from, url)).rejects.toThrow(code('database-newer'));
      await server.run(name, "delete from kysely_migration where name >= '013'");
      await expect(moveStorage(from, url)).rejects.toThrow(code('move-versions-differ'));
      const nowhere = 'postgres://kefu:secret@localhost:5449/kefu?host=/nowhere';
      await expect(moveStorage(from, nowhere)).rejects.toThrow(code('database-unreachable'));
    });

    test('keeps servers from starting while it lasts [S9]', async () => {
      const url = server.url(await server.create());
      const mover = new Client({ connectionString: url });
      await mover.connect();
      expect(await claimForMove(mover)).toBe(true);
      await expect(openPostgres(url, 'normal')).rejects.toMatchObject({
        code: 'database-unreachable',
        en: expect.stringContaining('being moved'),
      });
      await mover.end();
    });

    test('puts a sign in the place of a character that PostgreSQL can’t hold, and says how often [S9]', async () => {
      const from = await fullFolder();
      changed(from, "update people set name = '王' || char(0) || '一' where id = 'p1'");
      const name = await server.create();
      const moved = await moveStorage(from, server.url(name));
      expect(moved.filter(({ changed: n }) => n > 0)).toEqual([{ table: 'people', rows: 2, changed: 1 }]);
      const client = new Client({ connectionString: server.url(name) });
      await client.connect();
      expect((await client.query("select name from people where id = 'p1'")).rows).toEqual([{ name: '王\uFFFD一' }]);
      await client.end();
    });
  });
}
