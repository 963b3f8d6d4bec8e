import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '#scripts/doctor/examine.ts';
import { lookAtPostgres } from '#scripts/doctor/postgres.ts';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';
import { openPostgres } from '#storage/opening/open-postgres.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const programs = postgresPrograms();
const NEWEST = MIGRATION_NAMES.at(-1) ?? '';

test('a database that can’t be reached is told without its password', async () => {
  const [check, ...others] = await lookAtPostgres('postgres://kefu:geheim@127.0.0.1:9/kefu');
  expect(check).toMatchObject({ id: 'database', state: 'bad', text: expect.stringContaining('127.0.0.1:9/kefu') });
  expect(JSON.stringify(check)).not.toContain('geheim');
  expect(others).toEqual([]);
});

// Without PostgreSQL the storage's tests fail a build that should have it.
if (programs !== null) {
  describe('a database that can be reached', () => {
    let server: PrivatePostgres;
    beforeAll(async () => {
      server = await startPostgres(programs);
    });
    afterAll(() => server.remove());

    test('is told to be empty, to fit, to be older or newer', async () => {
      const name = await server.create();
      const look = async () => (await lookAtPostgres(server.url(name))).map(({ state, text }) => `${state} ${text}`);
      expect(await look()).toEqual([expect.stringMatching(/^sound .*还没有表/)]);
      await (await openPostgres(server.url(name), 'normal')).close();
      expect((await look()).slice(1)).toEqual([`sound 和程序一致（${NEWEST}）`, 'sound 0 条，前后相连']);
      await server.run(name, `delete from kysely_migration where name = '${NEWEST}'`);
      expect((await look())[1]).toContain(`升到 ${NEWEST}`);
      await server.run(name, "insert into kysely_migration values ('999-later', '2030')");
      expect((await look())[1]).toBe('bad 是更新的版本写的（999-later）');
    });

    test('takes the place of the data folder in what is looked at', async () => {
      const env = { DATA_DIR: tempFolder(), PORT: '0', DATABASE_URL: server.url(await server.create()) };
      const machine = { nodeVersion: '22.1.0', now: Date.UTC(2026, 10, 23), uid: null, freeMb: async () => 0 };
      const checks = await examine(process.cwd(), env, { ...machine, memory: { freeMb: 4000, totalMb: 8000 } });
      const ids = checks.map(({ id }) => id);
      for (const left of ['sqlite', 'disk', 'folder'] as const) expect(ids).not.toContain(left);
      expect(checks.find(({ id }) => id === 'database')?.text).toContain('PostgreSQL');
    });
  });
}
