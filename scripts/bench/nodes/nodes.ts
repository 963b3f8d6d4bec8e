/**
 * What a command costs over several nodes: the same class on one, two and four server processes, each cluster with a
 * PostgreSQL and a Redis of its own. One seat in eleven is connected to another node than its drill's, so that its
 * commands are forwarded, and the teacher's wall at the first node is told of all of them. Every seat sends as fast as it
 * is acknowledged, and processor time is taken before and after. Each round takes all clusters, in changing order; a
 * ratio is of one round, the result the median over rounds, so that a slow machine or a busy minute cancels out. All
 * clusters run the whole time: what an idle node spends isn't in another cluster's figures.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, rounded, type Size } from '#scripts/bench/figures.ts';
import { connectSeats, disconnectSeats, fullSpeed, type Seat } from '#scripts/bench/load.ts';
import type { ServerProcess } from '#scripts/bench/server-process.ts';
import { watch } from '#scripts/bench/watching.ts';
import { postgresPrograms } from '#scripts/private-servers/private-postgres.ts';
import { hasRedis } from '#scripts/private-servers/private-redis.ts';
import { type Cluster, openClass, startCluster } from './cluster.ts';

/**
 * Microseconds of processor time for an acknowledged command: of all server processes together, with one node, and
 * apart from them of PostgreSQL and of Redis; `2To1` and `4To1`: with so many nodes in ratio to one. `forwardedOf2`: the
 * share of commands that two nodes forwarded. Of PostgreSQL and Redis only where the system has /proc, or else 0.
 */
export type NodesFigures = {
  cpuPerCommand: number;
  cpuPerCommand2To1: number;
  cpuPerCommand4To1: number;
  postgresPerCommand: number;
  postgresPerCommand2To1: number;
  postgresPerCommand4To1: number;
  redisPerCommandOf2: number;
  redisPerCommandOf4: number;
  forwardedOf2: number;
  forwardedOf4: number;
};

const COUNTS = [1, 2, 4] as const;
type Count = (typeof COUNTS)[number];
const MAX_ROUNDS = 3;
/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;
/** Milliseconds after the last acknowledgement until everybody has been told, the wall included. */
const TOLD_MS = 500;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Microseconds for a command, and the share of commands that were forwarded. */
type Measured = { cpu: number; postgres: number; redis: number; forwarded: number };

/** Everybody sits down where their drill is; who is away goes on at another node, as a page does that connects anew. */
const sitOver = async (home: readonly ServerProcess[], away: readonly ServerProcess[]): Promise<Seat[]> => {
  const sit = async (nodes: readonly ServerProcess[]): Promise<Seat[]> =>
    (await Promise.all(nodes.map((node) => connectSeats(node, node.drills)))).flat();
  const [atHome, moved] = [await sit(home), await sit(away)];
  const gone = new Set(moved.map(({ drill }) => drill));
  disconnectSeats(atHome.filter(({ drill }) => gone.has(drill)));
  return [...atHome.filter(({ drill }) => !gone.has(drill)), ...moved];
};

const measure = async (cluster: Cluster, size: Size): Promise<Measured> => {
  const { run, home, away } = await openClass(cluster, size.sockets);
  const [first] = home;
  if (first === undefined) throw new Error('a cluster has a node');
  const wall = await watch(first, run);
  const seats = await sitOver(home, away);
  await pause(ARRIVAL_MS);
  const [before, forwardedBefore] = [await cluster.spent(), await cluster.forwarded()];
  await fullSpeed(seats, size.messages, new Map());
  await pause(TOLD_MS);
  const [after, forwarded] = [await cluster.spent(), (await cluster.forwarded()) - forwardedBefore];
  if (wall.tiles === 0) throw new Error('the wall was told nothing');
  wall.socket.disconnect();
  disconnectSeats(seats);
  await pause(size.restMs);
  const commands = seats.length * size.messages;
  return {
    cpu: (after.nodes - before.nodes) / commands,
    postgres: (after.postgres - before.postgres) / commands,
    redis: (after.redis - before.redis) / commands,
    forwarded: forwarded / commands,
  };
};

type Round = Readonly<Record<Count, Measured>>;

const runRound = async (clusters: Readonly<Record<Count, Cluster>>, round: number, size: Size): Promise<Round> => {
  const found: Partial<Record<Count, Measured>> = {};
  // Another one goes first each round: those that go later find a warmer machine.
  for (let turn = 0; turn < COUNTS.length; turn++) {
    const count = COUNTS[(turn + round) % COUNTS.length] ?? 1;
    found[count] = await measure(clusters[count], size);
  }
  const { 1: one, 2: two, 4: four } = found;
  if (one === undefined || two === undefined || four === undefined) throw new Error('three clusters are measured');
  return { 1: one, 2: two, 4: four };
};

/**
 * Every node has served as many commands before it is measured: one that has just started compiles what it runs, and
 * each of two has half as many commands to do that with.
 */
const warmUp = async (clusters: Readonly<Record<Count, Cluster>>, size: Size): Promise<void> => {
  for (const count of COUNTS) for (let times = 0; times < count; times++) await measure(clusters[count], size);
};

export const benchNodes = async (size: Size): Promise<NodesFigures> => {
  const programs = postgresPrograms();
  if (programs === null || !hasRedis())
    throw new Error('needs the programs of PostgreSQL and Redis · 需要装有 PostgreSQL 和 Redis 的程序');
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  const started: Cluster[] = [];
  try {
    const start = async (count: Count): Promise<Cluster> => {
      const cluster = await startCluster(count, folder, programs);
      started.push(cluster);
      return cluster;
    };
    const [one, two, four] = await Promise.all([start(1), start(2), start(4)]);
    const clusters = { 1: one, 2: two, 4: four };
    const rounds: Round[] = [];
    if (size.rounds > 1) await warmUp(clusters, size);
    for (let round = 0; round < Math.min(size.rounds, MAX_ROUNDS); round++)
      rounds.push(await runRound(clusters, round, size));
    const figure = (of: (round: Round) => number): number => rounded(median(rounds.map(of)));
    return {
      cpuPerCommand: figure((of) => of[1].cpu),
      cpuPerCommand2To1: figure((of) => of[2].cpu / of[1].cpu),
      cpuPerCommand4To1: figure((of) => of[4].cpu / of[1].cpu),
      postgresPerCommand: figure((of) => of[1].postgres),
      postgresPerCommand2To1: figure((of) => of[2].postgres / of[1].postgres),
      postgresPerCommand4To1: figure((of) => of[4].postgres / of[1].postgres),
      redisPerCommandOf2: figure((of) => of[2].redis),
      redisPerCommandOf4: figure((of) => of[4].redis),
      forwardedOf2: figure((of) => of[2].forwarded),
      forwardedOf4: figure((of) => of[4].forwarded),
    };
  } finally {
    for (const cluster of started) await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
