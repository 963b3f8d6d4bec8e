import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createBackups } from '#backup/backups.ts';
import { sourceIn } from '#backup/make-backup.ts';
import { newSetUpCode } from '#classroom/accounts/set-up.ts';
import { createWorkerDocuments } from '#classroom/documents/worker-documents.ts';
import { createSteadyClock, machineClocks, systemClock } from '#common/clock.ts';
import { type Config, readConfig } from '#common/config.ts';
import { createLogger } from '#common/logger.ts';
import { StartError } from '#common/start-error.ts';
import { giveThreadsOwnHeaps } from '#common/thread-heaps.ts';
import { loadCatalog } from '#drills/catalog/load-catalog.ts';
import { createWorkerJudge } from '#drills/judging/worker-judge.ts';
import { createWorkerReports } from '#drills/reports/worker-reports.ts';
import { speak } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import type { NodeBus } from '#nodes/node-bus.ts';
import { openStorage } from '#storage/opening/open-storage.ts';
import { lanAddresses } from './addresses.ts';
import { announcement } from './announce.ts';
import { type Application, createApplication } from './application.ts';
import { engine } from './engine-parts.ts';

/**
 * Starts the product and serves until it is told to stop. `top` is the project's folder.
 * Throws a StartError, before anything is served, when it can't.
 */
export const main = async (top: string, env: Readonly<Record<string, string | undefined>>): Promise<void> => {
  giveThreadsOwnHeaps();
  const config = readConfig(env);
  speak(config.language);
  const logger = createLogger(config.logLevel);
  const { catalog, errors } = await loadCatalog(top);
  if (catalog === null) {
    throw new StartError('library-broken', () =>
      say('server:start.library-broken', { fault: errors[0] ?? 'scenarios/' }),
    );
  }
  for (const error of errors) logger.warn(error);

  const bus = await busOf(config, logger);
  let application: Application | null = null;
  const storage = await openStorage({
    dataDir: config.dataDir,
    durability: config.durability,
    databaseUrl: config.databaseUrl,
    minFreeBytes: config.minFreeMb * 1_000_000,
    warn: (text) => logger.warn(text),
    holding: bus === null ? 'alone' : 'with-others',
    onLost: (error) => {
      logger.fatal({ err: error }, say('server:storage.thread-lost'));
      endWithout(application, logger);
    },
  }).catch(async (error: unknown) => {
    await bus?.close();
    throw error;
  });
  const setUpCode = newSetUpCode();
  const steadyClock = createSteadyClock(machineClocks, (ms) => logger.warn({ ms }, 'the machine’s clock jumped'));
  const version = versionIn(top);
  const backups = await createBackups({
    ...{ storage, version, clock: systemClock, steadyClock, logger },
    source: sourceIn(config),
    dataDir: config.dataDir,
    daily: config.backupDir === null ? null : { folder: config.backupDir, keep: config.backupKeep },
  });
  application = await createApplication({
    config,
    version,
    backups,
    storage,
    catalog,
    engine,
    judge: createWorkerJudge(logger),
    maker: createWorkerReports(catalog.data.scenarios),
    documents: createWorkerDocuments(),
    clock: systemClock,
    steadyClock,
    logger,
    setUpCode,
    clientDir: join(top, 'dist', 'client'),
    shopsDir: join(top, 'scenarios', 'shops'),
    ...(bus === null ? {} : { bus }),
  });
  try {
    await listen(application, config);
  } catch (error) {
    await application.close();
    throw error;
  }
  closeOnSignal(application, logger);
  console.log(
    announcement({
      port: portOf(application.httpServer.address()),
      publicUrl: config.publicUrl,
      lan: config.host === '0.0.0.0' ? lanAddresses() : [],
      setUpCode: (await storage.people.schools()).length === 0 ? setUpCode : null,
      terminal: process.stdout.isTTY,
    }),
  );
};

/** How this server tells others of its database what they must know; null: there are no others. */
const busOf = async ({ redisUrl }: Config, logger: Logger): Promise<NodeBus | null> => {
  if (redisUrl === null) return null;
  // Loaded only where it is wanted.
  const { openRedisBus } = await import('#nodes/redis-bus.ts');
  // A name of its own at each start: what a node left behind that died is never taken for the next one's.
  return openRedisBus(redisUrl, `${hostname()}-${randomBytes(4).toString('hex')}`, logger);
};

const listen = async ({ httpServer }: Application, { port, host }: Config): Promise<void> => {
  httpServer.listen(port, host);
  try {
    await once(httpServer, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new StartError('port-busy', () => say('server:start.port-busy', { port, next: port + 1 }), error);
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartError('host-unknown', () => say('server:start.host-unknown', { host }), error);
    }
    throw error;
  }
};

/** The program's version. */
const versionIn = (top: string): string => {
  const { version }: { version?: string } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
  return version ?? '';
};

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === 'object' ? address.port : 0;

/** Milliseconds for telling pages and closing what can be closed without the database. */
const END_MS = 3000;

/** Ends the process without its database: whatever starts it again finds all that was acknowledged. */
const endWithout = (application: Application | null, logger: Logger): void => {
  const end = (): void => process.exit(1);
  setTimeout(end, END_MS);
  application?.close().then(end, (error: unknown) => {
    logger.error({ err: error }, 'closing failed');
    end();
  });
  if (application === null) end();
};

/**
 * Stops cleanly on Ctrl+C or a service manager's signal. npm passes Ctrl+C on a second time, so one within a second is
 * ignored; a later one ends the process without waiting.
 */
const closeOnSignal = (application: Application, logger: Logger): void => {
  let closingSince: number | null = null;
  const stop = (): void => {
    if (closingSince !== null) {
      if (performance.now() - closingSince > 1000) process.exit(130);
      return;
    }
    closingSince = performance.now();
    application.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};
