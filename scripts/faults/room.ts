/** One server under torment with its trainees: some in a class's run, the others in practice. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '#contract/runs.ts';
import { createTraineeClient } from '#scripts/bots/http-client.ts';
import { planRun } from './class-run.ts';
import type { Answer, Order, Start } from './orders.ts';
import type { Place } from './place.ts';
import { type CuttingProxy, startProxy } from './proxy.ts';
import { type ServerHandle, StartRefused, startServer } from './server-handle.ts';
import { createTrainee, type Trainee } from './trainee.ts';
import { pause, until } from './waiting.ts';
import { startWatch, type Watch } from './watch.ts';

/** What all rooms of a command share. `program`: the built server. */
export type Building = {
  program: string;
  catalogFile: string;
  shopsDir: string;
  /** Cases that are drilled; each trainee has another. */
  scenarios: readonly [string, ...string[]];
  texts: readonly [string, ...string[]];
};

export type TestServer = {
  place: Place;
  proxy: CuttingProxy;
  watch: Watch;
  trainees: readonly Trainee[];
  /** Kills the server and starts it anew. `deaths`: milliseconds after which starts before that are killed themselves. */
  restart(how?: { deaths?: readonly number[] }): Promise<void>;
  order(order: Order): Promise<Answer>;
  /** Sets the machine's clock by so many milliseconds. */
  jump(ms: number): Promise<void>;
  /** Stops the process for so long by the server's own time. */
  sleep(ms: number): Promise<void>;
  hasCrashed(): string | null;
  close(): Promise<void>;
};

/**
 * The server’s time goes twenty times as fast: a customer’s ten seconds are half a real one. Faster, and a busy machine’s
 * ordinary pauses would count as sleep, which stops every drill.
 */
const SCALE = 20;
const SET_UP_CODE = 'ABCD2345';
const PLAN: Omit<Plan, 'scenarios'> = {
  ...{ mode: 'lesson', arrivals: 'spaced', pace: 20, minutes: 120, seed: 'own', attempts: 1, results: 'at-once' },
  ...{ incidents: [], stages: [] },
};

/** A server on `place` with `practising` trainees at their own drills, and `seated` in a run. Closed by `close`. */
export async function openRoom(
  building: Building,
  place: Place,
  practising: number,
  seated: number,
): Promise<TestServer> {
  const { program, catalogFile, shopsDir, scenarios, texts } = building;
  const clientDir = join(place.dataDir, '..', 'client');
  mkdirSync(clientDir, { recursive: true });
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
  const realFrom = Date.now();
  let jumpedMs = 0;
  const startNow = (): Start => ({
    ...{ dataDir: place.dataDir, databaseUrl: place.databaseUrl, catalogFile, clientDir, shopsDir },
    setUpCode: SET_UP_CODE,
    time: { from: realFrom, realFrom, scale: SCALE, jumpedMs },
  });
  const proxy = await startProxy();
  let server: ServerHandle | null = null;
  const running = (): ServerHandle => {
    if (server === null) throw new Error('no server runs');
    return server;
  };
  const serve = async (): Promise<void> => {
    server = await until('the server starts', async () => {
      try {
        return await startServer(program, startNow());
      } catch (error) {
        // The one that was killed is still held for dead by its database, for a moment.
        if (error instanceof StartRefused && error.code === 'database-in-use') return null;
        throw error;
      }
    });
    proxy.aim(running().port);
  };
  await serve();
  const watch = startWatch(proxy.url);

  const trainees = Array.from({ length: practising + seated }, (_, index) =>
    createTrainee({
      ...{ name: `trainee ${index + 1}`, url: proxy.url, client: createTraineeClient(proxy.url), watch, texts },
      // The first has two customers at once.
      scenarios: scenarios.slice(index % scenarios.length).slice(0, index === 0 ? 2 : 1),
    }),
  );
  if (seated > 0) {
    const [scenario] = scenarios;
    const code = await planRun(proxy.url, SET_UP_CODE, { ...PLAN, scenarios: [scenario] });
    await Promise.all(trainees.slice(practising).map((trainee) => trainee.sitDown(code)));
  }
  return {
    ...{ place, proxy, watch, trainees },
    restart: async ({ deaths = [] } = {}) => {
      await running().kill();
      proxy.aim(null);
      proxy.dropAll();
      for (const killAfterMs of deaths) await startServer(program, startNow(), { killAfterMs });
      watch.ending();
      await serve();
    },
    order: (order) => running().order(order),
    jump: async (ms) => {
      jumpedMs += ms;
      await running().order({ kind: 'jump', ms });
    },
    sleep: async (ms) => {
      running().signal('SIGSTOP');
      await pause(ms / SCALE);
      running().signal('SIGCONT');
    },
    hasCrashed: () => (running().hasCrashed() ? running().complaints() : null),
    close: async () => {
      watch.stop();
      for (const trainee of trainees) trainee.close();
      await running().kill();
      await proxy.close();
    },
  };
}
