/** The real application as the servers of the benches have it, and a port for it. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createWorkerDocuments } from '#classroom/documents/worker-documents.ts';
import { systemClock } from '#common/clock.ts';
import { giveThreadsOwnHeaps } from '#common/thread-heaps.ts';
import { loadCatalog } from '#drills/catalog/load-catalog.ts';
import { createWorkerJudge } from '#drills/judging/worker-judge.ts';
import { createWorkerReports } from '#drills/reports/worker-reports.ts';
import type { NodeBus } from '#nodes/node-bus.ts';
import { type Application, createApplication } from '#server/application.ts';
import { engine } from '#server/engine-parts.ts';
import type { Storage } from '#storage/storage.ts';
import { portOf } from './server-process.ts';

// As `main` does it, and before any program of the benches starts a thread: they import this file.
giveThreadsOwnHeaps();

export type Served = Application & {
  /** Always the same case, whose customer speaks first: figures of another case couldn't be compared. */
  scenario: string;
  /** Begins to serve: the port. */
  listen(): Promise<number>;
};

/** `folder`: where its page stands. `bus`: by which it tells other nodes. */
export const applicationOn = async (storage: Storage, folder: string, bus: NodeBus | null = null): Promise<Served> => {
  const clientDir = join(folder, 'client');
  mkdirSync(clientDir, { recursive: true });
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
  const top = fileURLToPath(new URL('../..', import.meta.url));
  const { catalog } = await loadCatalog(top);
  const scenario = catalog?.data.scenarios.find(({ id }) => id === 'promotion/coupon-stack')?.id;
  if (!catalog || scenario === undefined) throw new Error('the library has no case');
  const logger = pino({ level: 'error' });
  const application = await createApplication({
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
    ...(bus === null ? {} : { bus }),
  });
  return {
    ...application,
    scenario,
    listen: async () => {
      application.httpServer.listen(0, '127.0.0.1');
      await once(application.httpServer, 'listening');
      return portOf(application.httpServer.address());
    },
  };
};
