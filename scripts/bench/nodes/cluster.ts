/** Nodes on a PostgreSQL and a Redis of their own, and a class over them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServer, stopServer } from '#scripts/bench/server-process.ts';
import { startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { startRedis } from '#scripts/private-servers/private-redis.ts';
import { ask } from './node-orders.ts';
import { processorUs } from './processor-time.ts';

/** Microseconds of processor time: all nodes together, PostgreSQL, Redis. */
export type Spent = { nodes: number; postgres: number; redis: number };
export type Cluster = {
  nodes: readonly ServerProcess[];
  teacher: string;
  spent(): Promise<Spent>;
  /** How often a node has asked another since it was started, all nodes together. */
  forwarded(): Promise<number>;
  stop(): Promise<void>;
};

/**
 * A class's run. `home`: each node with the drills it opened; `away`: each node with those drills of others whose trainees
 * are connected to it.
 */
export type ClassRun = { run: string; home: readonly ServerProcess[]; away: readonly ServerProcess[] };

/**
 * One seat in so many is connected to another node than its drill's, as after a node was away. An odd number, so that
 * they are of every node.
 */
const AWAY = 11;

/** `count` nodes; `programs`: the folder of PostgreSQL's. It stores as durably as the product asks for. */
export const startCluster = async (count: number, folder: string, programs: string): Promise<Cluster> => {
  const [postgres, redis] = await Promise.all([startPostgres(programs, { fsync: 'on' }), startRedis()]);
  const nodes: ServerProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const node of nodes) await stopServer(node);
    await Promise.all([postgres.remove(), redis.remove()]);
  };
  try {
    const url = postgres.url(await postgres.create());
    for (let index = 0; index < count; index++) {
      const data = join(folder, `${count}-${index}`);
      mkdirSync(data);
      nodes.push(await startServer('nodes/node-server.ts', [url, redis.url, data]));
    }
    const [first] = nodes;
    if (first === undefined) throw new Error('a cluster has a node');
    const { cookie } = await ask(first, { kind: 'teacher' });
    return {
      nodes,
      teacher: cookie,
      spent: async () => {
        const [us, ofPostgres, ofRedis] = [
          await Promise.all(nodes.map((node) => ask(node, { kind: 'spent' }))),
          processorUs(postgres.pid()),
          processorUs(redis.pid()),
        ];
        return { nodes: us.reduce((sum, one) => sum + one.us, 0), postgres: ofPostgres, redis: ofRedis };
      },
      forwarded: async () => {
        const counts = await Promise.all(nodes.map(({ url }) => forwardedBy(url)));
        return counts.reduce((sum, one) => sum + one, 0);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const forwardedBy = async (url: string): Promise<number> => {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^kefu_forwarded_total (\d+)/m.exec(metrics)?.[1] ?? 0);
};

/** A run of `seats` seats, spread over the nodes in turn, as nginx spreads devices; each node opens its seats' drills. */
export const openClass = async ({ nodes, teacher }: Cluster, seats: number): Promise<ClassRun> => {
  const [first] = nodes;
  if (first === undefined) throw new Error('a cluster has a node');
  const { run } = await ask(first, { kind: 'run' });
  const wall = { cookie: teacher, runs: [run] };
  const home = nodes.map((node): ServerProcess => ({ ...node, drills: [], cookies: [], wall }));
  const away = nodes.map((node): ServerProcess => ({ ...node, drills: [], cookies: [] }));
  for (const [index, node] of home.entries()) {
    const places = Array.from({ length: seats }, (_, place) => place).filter((place) => place % nodes.length === index);
    const opened = (await ask(node, { kind: 'seats', run, places })).seats;
    node.drills.push(...opened.map(({ drill }) => drill));
    node.cookies.push(...opened.map(({ cookie }) => cookie));
    const there = away[(index + 1) % nodes.length];
    const goes = opened.filter((_, nth) => (places[nth] ?? 0) % AWAY === 1);
    there?.drills.push(...goes.map(({ drill }) => drill));
    there?.cookies.push(...goes.map(({ cookie }) => cookie));
  }
  return { run, home, away };
};
