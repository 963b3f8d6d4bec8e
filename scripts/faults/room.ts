/** One server under torment, or several nodes, with their trainees: some in a class's run, the others in practice. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '#contract/runs.ts';
import { createTraineeClient } from '#scripts/bots/http-client.ts';
import { planRun } from './class-run.ts';
import type { Answer, Order, Start } from './orders.ts';
import { type Place, redisOf } from './place.ts';
import { type CuttingProxy, startProxy } from './proxy.ts';
import { createNode, type TestNode } from './test-node.ts';
import { createTrainee, type Trainee } from './trainee.ts';
import { pause } from './waiting.ts';
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
  /** Between the trainees and whichever nodes serve, in turn. */
  proxy: CuttingProxy;
  watch: Watch;
  trainees: readonly Trainee[];
  /** One where a server has its database alone. */
  nodes: readonly TestNode[];
  /** Nodes that run and get trainees. */
  serving(): TestNode[];
  /** Real milliseconds in which the servers' clocks go on by so many. */
  realMs(ms: number): number;
  /** Kills every node and starts it anew. `deaths`: milliseconds after which starts before that are killed themselves. */
  restart(how?: { deaths?: readonly number[] }): Promise<void>;
  killNodes(killed: readonly TestNode[]): Promise<void>;
  startNodes(started: readonly TestNode[]): Promise<void>;
  /** Trainees are sent past the node from now on, and those who are there lose their connections. */
  takeOut(node: TestNode): void;
  putBack(node: TestNode): void;
  order(order: Order): Promise<Answer>;
  /** Sets the machine's clock by so many milliseconds. */
  jump(ms: number): Promise<void>;
  /** Stops the process for so long by the server's own time. */
  sleep(ms: number): Promise<void>;
  /** What a node wrote last that ended by itself; null: none did. */
  crash(): string | null;
  close(): Promise<void>;
};

/** Trainees in practice and in a class's run, and servers on the database. */
export type RoomSize = { practising: number; seated: number; nodes: number };

/**
 * The server’s time goes twenty times as fast: a customer’s ten seconds are half a real one. Faster, and a busy machine’s
 * ordinary pauses would count as sleep, which stops every drill.
 */
const SCALE = 20;
/** Nodes hold each other for dead after two seconds by their clocks, which a busy machine's pauses are not to last. */
const NODES_SCALE = 5;
const SET_UP_CODE = 'ABCD2345';
const PLAN: Omit<Plan, 'scenarios'> = {
  ...{ mode: 'lesson', arrivals: 'spaced', pace: 20, minutes: 120, seed: 'own', attempts: 1, results: 'at-once' },
  ...{ incidents: [], stages: [] },
};

/** Servers on `place` and its Redis, where there are several, with their trainees. Closed by `close`. */
export const openRoom = async (
  building: Building,
  place: Place,
  { practising, seated, nodes: count }: RoomSize,
): Promise<TestServer> => {
  const { program, catalogFile, shopsDir, scenarios, texts } = building;
  const clientDir = join(place.dataDir, '..', 'client');
  mkdirSync(clientDir, { recursive: true });
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
  const scale = count > 1 ? NODES_SCALE : SCALE;
  const realFrom = Date.now();
  let jumpedMs = 0;
  const newNode = async (): Promise<TestNode> => {
    const redis = count > 1 ? await startProxy() : null;
    redis?.aim([redisOf(place).port]);
    const startNow = (): Start => ({
      ...{ dataDir: place.dataDir, databaseUrl: place.databaseUrl, redisUrl: redis?.url('redis') ?? null },
      ...{ catalogFile, clientDir, shopsDir, setUpCode: SET_UP_CODE },
      time: { from: realFrom, realFrom, scale, jumpedMs },
    });
    return createNode(program, startNow, redis);
  };
  const proxy = await startProxy();
  const nodes = await Promise.all(Array.from({ length: count }, newNode));
  const out = new Set<TestNode>();
  const serving = (): TestNode[] => nodes.filter((node) => node.port() !== null && !out.has(node));
  const portsOf = (some: readonly TestNode[]): number[] => some.flatMap((node) => node.port() ?? []);
  const balance = (): void => proxy.aim(portsOf(serving()));
  const startNodes = async (started: readonly TestNode[], deaths?: readonly number[]): Promise<void> => {
    // One after the other: the first makes the tables.
    for (const node of started) await node.start(deaths);
    balance();
  };
  const killNodes = async (killed: readonly TestNode[]): Promise<void> => {
    const ports = portsOf(killed);
    await Promise.all(killed.map((node) => node.kill()));
    balance();
    proxy.dropTo(ports);
  };
  const first = (): TestNode => {
    const [node] = serving();
    if (node === undefined) throw new Error('no server runs');
    return node;
  };
  await startNodes(nodes);
  const url = proxy.url('http');
  const watch = startWatch(url);

  const trainees = Array.from({ length: practising + seated }, (_, index) =>
    createTrainee({
      ...{ name: `trainee ${index + 1}`, url, client: createTraineeClient(url), watch, texts },
      // The first has two customers at once.
      scenarios: scenarios.slice(index % scenarios.length).slice(0, index === 0 ? 2 : 1),
    }),
  );
  if (seated > 0) {
    const [scenario] = scenarios;
    const code = await planRun(url, SET_UP_CODE, { ...PLAN, scenarios: [scenario] });
    await Promise.all(trainees.slice(practising).map((trainee) => trainee.sitDown(code)));
  }
  return {
    ...{ place, proxy, watch, trainees, nodes, serving, killNodes, startNodes },
    realMs: (ms) => ms / scale,
    restart: async ({ deaths } = {}) => {
      await killNodes(nodes);
      watch.ending();
      await startNodes(nodes, deaths);
    },
    takeOut: (node) => {
      out.add(node);
      balance();
      proxy.dropTo(portsOf([node]));
    },
    putBack: (node) => {
      out.delete(node);
      balance();
    },
    order: (order) => first().order(order),
    jump: async (ms) => {
      jumpedMs += ms;
      await Promise.all(serving().map((node) => node.order({ kind: 'jump', ms })));
    },
    sleep: async (ms) => {
      const node = first();
      node.signal('SIGSTOP');
      await pause(ms / scale);
      node.signal('SIGCONT');
    },
    crash: () => nodes.map((node) => node.crash()).find((crash) => crash !== null) ?? null,
    close: async () => {
      watch.stop();
      for (const trainee of trainees) trainee.close();
      await killNodes(nodes);
      await Promise.all([proxy, ...nodes.flatMap(({ redis }) => redis ?? [])].map((one) => one.close()));
    },
  };
};
