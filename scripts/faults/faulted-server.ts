/**
 * The product in a process of its own, as the harness starts and torments it: the real server, engine and storage, on a
 * clock that the harness sets. Its argument is a `Start` as JSON; orders come as messages.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { z } from 'zod';
import { type Clock, createSteadyClock } from '#common/clock.ts';
import { StartError } from '#common/start-error.ts';
import { type CatalogData, catalogOf } from '#drills/catalog/library-catalog.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { openRedisBus } from '#nodes/redis-bus.ts';
import { createApplication } from '#server/application.ts';
import { engine } from '#server/engine-parts.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { openStorage } from '#storage/opening/open-storage.ts';
import type { FromThread, ToThread } from '#storage/sqlite/in-thread.ts';
import { firstValue } from '#storage/sqlite/sqlite-file.ts';
import { THREAD } from '#storage/sqlite/thread-connection.ts';
import type { Storage } from '#storage/storage.ts';
import { auditOf } from './audit.ts';
import { type Answer, type Order, orderSchema, startSchema } from './orders.ts';

const start = startSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { from, realFrom, scale } = start.time;
let { jumpedMs } = start.time;

const tell = (answer: Answer): void => void process.send?.(answer);

const wall = (): number => Math.round(from + (Date.now() - realFrom) * scale + jumpedMs);
const setTimer: Clock['setTimer'] = (ms, callback) => {
  const timer = setTimeout(callback, Math.max(0, ms) / scale);
  return () => clearTimeout(timer);
};
const clock: Clock = { now: wall, setTimer };
const monotone = (): number => performance.now() * scale;

/** The thread that has SQLite's file, for faults that SQLite itself is to tell of; null: PostgreSQL. */
let thread: Worker | null = null;
const startThread = (): Worker => {
  thread = new Worker(THREAD, { execArgv: [] });
  return thread;
};

/** Below zero, so that the server, which counts up from one, doesn't take an answer for its own. */
let lastId = 0;

/** Asks the thread, as the server itself does; resolves with the first value of the first row, if any. */
const askThread = (sql: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const asked = thread;
    if (asked === null) return reject(new Error('no SQLite file is open'));
    lastId -= 1;
    const id = lastId;
    const hear = (answer: FromThread): void => {
      if (answer.id !== id) return;
      asked.off('message', hear);
      if (answer.ok) resolve(firstValue(queried.parse(answer.value)));
      else reject(new Error(answer.error.message));
    };
    asked.on('message', hear);
    asked.postMessage({ id, question: { kind: 'query', sql, values: [] } } satisfies ToThread);
  });
const queried = z.object({ rows: z.array(z.record(z.string(), z.unknown())), changes: z.number() });

const writeAs = async (as: 'usual' | 'full' | 'read-only'): Promise<void> => {
  const pages = Number(await askThread('pragma page_count'));
  await askThread(`pragma query_only = ${as === 'read-only' ? 1 : 0}`);
  await askThread(`pragma max_page_count = ${as === 'full' ? pages : 4_294_967_294}`);
};

const obey = async (order: Order, storage: Storage): Promise<Answer> => {
  if (order.kind === 'audit') {
    const drills = [];
    for (const { id, commands } of order.drills) drills.push(await auditOf(storage, engine, id, commands));
    return { kind: 'audited', drills };
  }
  if (order.kind === 'jump') jumpedMs += order.ms;
  else await writeAs(order.as);
  return { kind: 'done' };
};

const serve = async (): Promise<void> => {
  const kept: CatalogData = JSON.parse(readFileSync(start.catalogFile, 'utf8'));
  const { dataDir, databaseUrl, redisUrl } = start;
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  // A name of its own at each start, as the product's.
  const bus = redisUrl === null ? null : await openRedisBus(redisUrl, `node-${randomBytes(4).toString('hex')}`, logger);
  const holding = bus === null ? 'alone' : 'with-others';
  const onLost = () => process.exit(1);
  const storage =
    databaseUrl === null
      ? await openSqlite(dataDir, 'full', { inThread: { onLost, start: startThread } })
      : await openStorage({ dataDir, durability: 'full', databaseUrl, holding });
  const { httpServer } = await createApplication({
    config: { publicUrl: null, trustedProxies: () => false },
    storage,
    catalog: catalogOf(kept),
    engine,
    judge: inProcessJudge,
    clock,
    steadyClock: createSteadyClock({ wall, monotone, setTimer }, () => {}),
    logger,
    setUpCode: start.setUpCode,
    clientDir: start.clientDir,
    shopsDir: start.shopsDir,
    ...(bus === null ? {} : { bus }),
  });
  process.on('message', (message) => {
    obey(orderSchema.parse(message), storage).then(tell, (error: unknown) =>
      tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  });
  // Whoever started it is gone: nobody would end it.
  process.on('disconnect', () => process.exit(0));
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  tell({ kind: 'ready', port: address.port });
};

serve().catch((error: unknown) => {
  tell({ kind: 'refused', code: error instanceof StartError ? error.code : String(error) });
  // The message is sent before the process ends.
  setImmediate(() => process.exit(1));
});
