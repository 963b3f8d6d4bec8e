import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '#backup/make-backup.ts';
import { restoreBackup } from '#backup/restore/restore-backup.ts';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { openPostgres } from '#storage/opening/open-postgres.ts';
import { openStorage } from '#storage/opening/open-storage.ts';
import { row } from '#tests/storage/contract.ts';
import { fillStorage } from '#tests/storage/support/fill-storage.ts';
import { fullFolder } from '#tests/storage/support/full-folder.ts';
import { readyDatabases } from '#tests/storage/support/ready-postgres.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { code, rowsIn } from './folders.ts';

const NOW = new Date(2026, 10, 23, 12, 0).getTime();
const programs = postgresPrograms();
if (programs === null) {
  test('a backup of PostgreSQL is tried where it is installed; a build without it fails', () => {
    expect(process.env.CI, 'install PostgreSQL: apt-get install postgresql').not.toBe('true');
  });
} else {
  let server: PrivatePostgres;
  let ready: () => Promise<string>;
  beforeAll(async () => {
    server = await startPostgres(programs);
    ready = readyDatabases(server);
  });
  afterAll(() => server.remove());

  const backupOf = async (url: string): Promise<string> => {
    const target = join(tempFolder(), 'a.sqlite');
    const source = { kind: 'postgres', url, name: 'here/kefu' } as const;
    await makeBackup({ source, dataDir: join(tempFolder(), 'data'), target, keep: null, at: NOW, version: '1.2.3' });
    return target;
  };
  const restore = (from: string, to: string, replace = false) => restoreBackup({ from, to, replace, now: NOW });
  const rowsOf = async (url: string, query: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return (await client.query(query).finally(() => client.end())).rows;
  };

  test('a backup is made of PostgreSQL beside its server, and restores into a folder and into PostgreSQL [S10] [S11]', async () => {
    const url = server.url(await ready());
    const running = await openStorage({ dataDir: '', durability: 'normal', databaseUrl: url });
    onTestFinished(() => running.close());
    await fillStorage(running);
    const backup = await backupOf(url);
    await running.createDrill(row('later'));
    const folder = join(tempFolder(), 'data');
    await restore(backup, folder);
    const expected = rowsIn(databaseIn(await fullFolder()));
    // Ids of sessions and hashes of passwords apart, the same rows were filled in.
    expect(rowsIn(databaseIn(folder)).log).toEqual(expected.log);
    expect(rowsIn(databaseIn(folder)).drills).toEqual(expected.drills);
    const other = server.url(await server.create());
    const restored = await restore(backup, other);
    expect(restored).toMatchObject({ at: NOW, setAside: null, figures: { drills: 1, newestAt: 2119 } });
    const storage = await openPostgres(other, 'normal');
    expect(await storage.lengthOf('d1')).toBe(120);
    expect(await storage.lengthOf('later')).toBe(0);
    await storage.close();
  });

  const filled = async (): Promise<string> => {
    const url = server.url(await ready());
    const storage = await openPostgres(url, 'normal');
    await fillStorage(storage);
    await storage.close();
    return url;
  };

  test('a PostgreSQL database that holds rows is set aside in a schema of its own, and put back where it fails [S11]', async () => {
    const backup = await backupOf(await filled());
    const name = await ready();
    const url = server.url(name);
    const used = await openPostgres(url, 'normal');
    await used.createDrill(row('mine'));
    await expect(restore(backup, url, true)).rejects.toThrow(code('move-in-use'));
    await used.close();
    await expect(restore(backup, url)).rejects.toThrow(code('restore-not-empty'));
    expect(await rowsOf(url, 'select id from drills')).toEqual([{ id: 'mine' }]);

    const { setAside } = await restore(backup, url, true);
    expect(setAside).toContain('before_restore_20261123_120000');
    expect(await rowsOf(url, 'select id from before_restore_20261123_120000.drills')).toEqual([{ id: 'mine' }]);
    expect(await rowsOf(url, 'select id from drills order by id')).toEqual([{ id: 'd1' }, { id: 'd2' }]);
    // The same name again is taken, so that nothing of the second one happens.
    await expect(restore(backup, url, true)).rejects.toThrow('already exists');
    expect(await rowsOf(url, 'select id from drills order by id')).toEqual([{ id: 'd1' }, { id: 'd2' }]);
  });

  test('a newer version’s PostgreSQL is refused in words, by move and backup as by the start [S14]', async () => {
    const name = await ready();
    const url = server.url(name);
    await (await openPostgres(url, 'normal')).close();
    await server.run(name, "insert into kysely_migration values ('999-later', '2030-01-01')");
    const newer = expect.objectContaining({ code: 'database-newer', zh: expect.stringContaining('更新的版本') });
    await expect(openPostgres(url, 'normal')).rejects.toThrow(newer);
    await expect(backupOf(url)).rejects.toThrow(newer);
  });
}
