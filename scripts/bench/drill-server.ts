/** The real server on an empty folder with drills opened. Arguments: folder, `group` or `one-tx`, number of drills. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createWorkerDocuments } from '#classroom/documents/worker-documents.ts';
import { systemClock } from '#common/clock.ts';
import { loadCatalog } from '#drills/catalog/load-catalog.ts';
import { createWorkerJudge } from '#drills/judging/worker-judge.ts';
import { createWorkerReports } from '#drills/reports/worker-reports.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { createApplication } from '#server/application.ts';
import { engine } from '#server/engine-parts.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import type { Storage } from '#storage/storage.ts';
import { takeLongOrders } from './long-turns.ts';
import { portOf, tell } from './server-process.ts';

const [folder = '', commit = 'group', count = '1'] = process.argv.slice(2);

/** One transaction per command: group commit is compared with this. */
const oneTransactionEach = (storage: Storage): Storage => ({
  ...storage,
  appendAll: async (batch) => (await Promise.all(batch.map((item) => storage.appendAll([item])))).flat(),
});

const clientDir = join(folder, 'client');
mkdirSync(clientDir, { recursive: true });
writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
const top = fileURLToPath(new URL('../..', import.meta.url));
const { catalog } = await loadCatalog(top);
/** Always the same case, whose customer speaks first: figures of another case couldn't be compared. */
const scenario = catalog?.data.scenarios.find(({ id }) => id === 'promotion/coupon-stack')?.id;
if (!catalog || scenario === undefined) throw new Error('the library has no case');
const sqlite = await openSqlite(folder, 'full');
const storage = commit === 'one-tx' ? oneTransactionEach(sqlite) : sqlite;
const logger = pino({ level: 'error' });
const { httpServer, runner } = await createApplication({
  config: { publicUrl: null, trustedProxies: () => false },
  storage,
  catalog,
  engine,
  clock: systemClock,
  judge: createWorkerJudge(logger),
  maker: createWorkerReports(catalog.data.scenarios),
  documents: createWorkerDocuments(),
  logger,
  setUpCode: '',
  clientDir,
  shopsDir: join(top, 'scenarios', 'shops'),
});
/** A device for each drill, as in a class: sockets and commands are limited by device. */
const guests = await Promise.all(Array.from({ length: Number(count) }, () => createGuest(storage, Date.now(), false)));
const opened = await Promise.all(
  guests.map(({ guest }, seed) =>
    runner.open({ guest, scenarios: [scenario], seed, mode: 'practice', place: null, setting: null }),
  ),
);
takeLongOrders(runner);
httpServer.listen(0, '127.0.0.1');
await once(httpServer, 'listening');
tell({
  port: portOf(httpServer.address()),
  drills: opened.map((reply) => (reply.ok ? reply.value.id : '')),
  cookies: guests.map(({ setCookie }) => setCookie.split(';')[0] ?? ''),
});
