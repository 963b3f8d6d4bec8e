import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Checker } from '#authoring/checker.ts';
import { createPasswords } from '#classroom/accounts/passwords.ts';
import { LOOPBACK_PROXIES, trustedProxies } from '#common/client-address.ts';
import { type Clock, systemClock } from '#common/clock.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import type { NodeBus } from '#nodes/node-bus.ts';
import { type Application, createApplication } from '#server/application.ts';
import type { Storage } from '#storage/storage.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { toyEngine } from '#tests/drills/support/toy-engine.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

export { type Answer, ask, codeOf, openDrill, valueIn, withoutId } from './ask.ts';

/** Each real hash takes 80 ms of a core and 32 MB, and hundreds are made in these tests. */
const cheapPasswords = createPasswords(4);

export type TestServer = {
  url: string;
  port: number;
  application: Application;
  storage: Storage;
  /** Where the server looks for the cases' files; empty. */
  casesDir: string;
};
type Options = {
  engine?: DrillEngine;
  catalog?: Catalog;
  clock?: Clock;
  publicUrl?: string | null;
  /** As in TRUSTED_PROXIES; left out: the machine itself. */
  trustedProxies?: readonly string[];
  /** What uploaded cases are checked against; left out: a folder with next to nothing in it. */
  scenariosDir?: string;
  /** Checks uploaded cases; left out: the server makes its own. */
  checker?: Checker;
  /** Left out: a database in a folder of its own, or in `dataDir`. */
  storage?: Storage;
  /** Where the data is; left out: a folder of its own. */
  dataDir?: string;
  /** Left out: nothing is logged. */
  logger?: Logger;
  /** As in METRICS_TOKEN; left out: none. */
  metricsToken?: string;
  /** By which several servers of a test tell each other. */
  bus?: NodeBus;
};

/** The real server on a free port, with a tiny client to serve; closed after the test. */
export const testServer = async (options: Options = {}): Promise<TestServer> => {
  const folder = tempFolder();
  const clientDir = join(folder, 'client');
  mkdirSync(join(clientDir, 'assets'), { recursive: true });
  writeFileSync(
    join(clientDir, 'index.html'),
    '<!doctype html><html lang="zh-CN"><title>客服练兵场</title><noscript>要用 JavaScript</noscript>',
  );
  writeFileSync(join(clientDir, '.build'), 'stamp');
  writeFileSync(join(clientDir, 'assets', 'app-1234.js'), 'console.log(1)');
  writeFileSync(join(clientDir, 'assets', 'app-1234.js.gz'), gzipSync('console.log(1)'));
  const pictures = join(folder, 'shops', 'suibu', 'pictures');
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, 's01.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'shops', 'suibu', 'shop.yaml'), 'id: suibu');
  mkdirSync(join(folder, 'pictures'));
  writeFileSync(join(folder, 'pictures', 'chipped.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'pictures', 'pictures.yaml'), '[]');
  const storage = options.storage ?? (await openReady(options.dataDir ?? join(folder, 'data')));
  const application = await createApplication({
    config: {
      publicUrl: options.publicUrl ?? null,
      trustedProxies: trustedProxies(options.trustedProxies ?? LOOPBACK_PROXIES) ?? (() => false),
      dataDir: options.dataDir ?? join(folder, 'data'),
      metricsToken: options.metricsToken ?? null,
    },
    version: '1.2.3',
    storage,
    catalog: options.catalog ?? toyCatalog,
    engine: options.engine ?? toyEngine,
    judge: inProcessJudge,
    clock: options.clock ?? systemClock,
    logger: options.logger ?? pino({ level: 'silent' }),
    setUpCode: 'ABCD2345',
    passwords: cheapPasswords,
    clientDir,
    shopsDir: join(options.scenariosDir ?? folder, 'shops'),
    ...(options.checker ? { checker: options.checker } : {}),
    ...(options.bus ? { bus: options.bus } : {}),
  });
  // A case played in the test's own process holds the loop longer than the five seconds after which an idle connection is
  // closed, and the next request over it would meet the closing.
  application.httpServer.keepAliveTimeout = 0;
  application.httpServer.listen(0, '127.0.0.1');
  await once(application.httpServer, 'listening');
  onTestFinished(() => application.close());
  const address = application.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    application,
    storage,
    casesDir: join(folder, 'cases'),
  };
};
