/**
 * The product as `main.ts` puts it together, but for its limits, which are lifted: the fuzz sends more than anybody may.
 * Argument: the data's folder. It watches itself and answers `look` with what it saw since the last one.
 */
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
import { createApplication } from '#server/application.ts';
import { engine } from '#server/engine-parts.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { SET_UP_CODE, type Seen } from './fuzz-server.ts';

const [folder = ''] = process.argv.slice(2);
const faults: string[] = [];
const fault = (kind: string) => (error: unknown) =>
  void faults.push(`${kind}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
process.on('unhandledRejection', fault('unhandled rejection'));
process.on('uncaughtException', fault('uncaught exception'));

/** Milliseconds between two looks at the loop. */
const TURN_MS = 5;
let worstMs = 0;
let at = performance.now();
let cpu = process.cpuUsage();
const loop = setInterval(() => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  // On a busy machine the process waits for a processor, too: what it didn't use itself nobody held.
  worstMs = Math.max(worstMs, Math.min(now - at - TURN_MS, (user + system) / 1000));
  [at, cpu] = [now, process.cpuUsage()];
}, TURN_MS);
loop.unref();

const top = fileURLToPath(new URL('../..', import.meta.url));
const { catalog } = await loadCatalog(top);
if (catalog === null) throw new Error('the library has no case');
const clientDir = join(folder, 'client');
mkdirSync(clientDir, { recursive: true });
writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
const logger = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
const application = await createApplication({
  config: { publicUrl: null, trustedProxies: () => false, dataDir: join(folder, 'data') },
  storage: await openSqlite(join(folder, 'data'), 'normal', { inThread: { onLost: () => process.exit(1) } }),
  catalog,
  engine,
  clock: systemClock,
  judge: createWorkerJudge(logger),
  maker: createWorkerReports(catalog.data.scenarios),
  documents: createWorkerDocuments(),
  logger,
  limits: 'lifted',
  setUpCode: SET_UP_CODE,
  clientDir,
  shopsDir: join(top, 'scenarios', 'shops'),
});
application.httpServer.listen(0, '127.0.0.1');
await once(application.httpServer, 'listening');
process.on('message', () => {
  globalThis.gc?.();
  const seen: Seen = {
    faults: faults.splice(0),
    worstMs: Math.round(worstMs),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
  worstMs = 0;
  process.send?.(seen);
});
process.on('disconnect', () => process.exit(0));
const address = application.httpServer.address();
process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
