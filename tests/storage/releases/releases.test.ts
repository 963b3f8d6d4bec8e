import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { runResults } from '#classroom/results/results.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { foldLog } from '#drills/reports/drill-log.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { engine } from '#server/engine-parts.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { moveStorage } from '#storage/move/move-storage.ts';
import { openPostgres } from '#storage/opening/open-postgres.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import type { Storage } from '#storage/storage.ts';
import { goldenCatalog } from '#tests/classroom/support/golden-class.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { readyDatabases } from '#tests/storage/support/ready-postgres.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { STANDS_FOR } from './table.ts';

const HERE = import.meta.dirname;
const MAX_BYTES = 100_000;
const MAX_TOGETHER = 1_000_000;
const stored = readdirSync(HERE)
  .filter((name) => name.endsWith('.sqlite.gz'))
  .map((name) => name.replace('.sqlite.gz', ''));

/** A data folder with the database that a release left. */
const leftBy = (release: string): string => {
  const folder = tempFolder();
  writeFileSync(databaseIn(folder), gunzipSync(readFileSync(join(HERE, `${release}.sqlite.gz`))), { mode: 0o600 });
  return folder;
};

const idsIn = (folder: string, table: 'drills' | 'runs'): string[] => {
  const file = openFile(databaseIn(folder), { readonly: true, mustExist: true });
  try {
    return file.query(`select id from ${table} order by id`, []).rows.map(({ id }) => String(id));
  } finally {
    file.close();
  }
};

/** Folds every drill, makes its report, and reads the results of every run. */
const readAll = async (storage: Storage, drills: readonly string[], runs: readonly string[]): Promise<void> => {
  const catalogs = createCatalogs(goldenCatalog, storage.authored);
  const logger = pino({ level: 'silent' });
  const runner = await createRunner({
    ...{ engine, judge: inProcessJudge, storage, catalogs, clock: virtualClock(), logger },
  });
  for (const id of drills) {
    const { drill } = foldLog(await storage.read(id, 0), engine, () => {});
    expect(drill.seq).toBe(await storage.lengthOf(id));
    expect(drill.ended).not.toBeNull();
    const report = await runner.report(id);
    expect(report).toMatchObject({ ok: true, value: { score: expect.any(Number) } });
  }
  for (const id of runs) {
    const run = await storage.runs.run(id);
    if (run === null) throw new Error(`run ${id} is gone`);
    const { seats } = await runResults({ storage, runner, clock: virtualClock() }, run);
    const results = seats.filter(({ result }) => result !== null);
    expect(results.map(({ drill }) => drill).toSorted()).toEqual(drills.toSorted());
  }
  await runner.close();
};

test('every release has its row, and each database that a row names is there and small [S13]', () => {
  const changelog = readFileSync(join(HERE, '../../../CHANGELOG.md'), 'utf8');
  const released = [...changelog.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, version = '']) => version);
  expect(Object.keys(STANDS_FOR).toSorted()).toEqual(released.toSorted());
  expect([...new Set(Object.values(STANDS_FOR))].toSorted()).toEqual(stored.toSorted());
  const bytes = stored.map((release) => statSync(join(HERE, `${release}.sqlite.gz`)).size);
  expect(Math.max(...bytes)).toBeLessThan(MAX_BYTES);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MAX_TOGETHER);
});

const programs = postgresPrograms();
describe('the database of release', () => {
  let server: PrivatePostgres | null = null;
  let ready: () => Promise<string>;
  beforeAll(async () => {
    if (programs === null) return;
    server = await startPostgres(programs);
    ready = readyDatabases(server);
  });
  afterAll(() => server?.remove());

  test.each(stored)(
    '%s opens in this version: drills fold, reports and results are there, and it moves [S13]',
    async (release) => {
      const folder = leftBy(release);
      const drills = idsIn(folder, 'drills');
      const runs = release === '0.1.0' ? [] : idsIn(folder, 'runs');
      expect(drills.length).toBeGreaterThan(0);
      const storage = await openSqlite(folder, 'normal');
      await readAll(storage, drills, runs);
      const rulings = (await Promise.all(drills.map((id) => storage.results.rulings(id)))).flat();
      expect(rulings).toHaveLength(runs.length);
      await storage.close();
      // A build without PostgreSQL fails in the other tests of it.
      if (server === null) return;
      const url = server.url(await ready());
      await moveStorage(folder, url);
      const moved = await openPostgres(url, 'normal');
      onTestFinished(() => moved.close());
      await readAll(moved, drills, runs);
    },
  );
});
