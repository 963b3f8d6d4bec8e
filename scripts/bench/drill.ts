/**
 * The write path from end to end: real sockets to the real server, which decides, stores with a full fsync, folds,
 * publishes and acknowledges. Each round takes ratios against an echo server (and against the same server with one
 * transaction per command); the result is the median over rounds, so that a slow machine or a busy minute cancels out.
 * All seats of all rounds sit down together and their clocks stand until their round: the five seconds until a customer
 * comes pass once.
 */
import { once } from 'node:events';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { median, percentile, rounded, type Size } from './figures.ts';
import { type Acked, burst, connectSeats, disconnectSeats, fullSpeed, type Seat, steady, untilKilled } from './load.ts';
import { processorSchema } from './long-turns.ts';
import { connectQuietDrills, drillsOfOthers, latencyRatio, setClocks, sitLong } from './others.ts';
import { type ServerProcess, startServer, stopServer } from './server-process.ts';

export type DrillFigures = {
  acksToEcho: number;
  acksToOneTx: number;
  /** Processor time of the server for an acknowledgement: microseconds, in ratio to the echo's, and one-tx's in ratio to it. */
  ackProcessorUs: number;
  processorToEcho: number;
  oneTxProcessorToGroup: number;
  steadyP99ToEcho: number;
  burstP99ToEcho: number;
  /** The others' acknowledgements while long turns close, in ratio to quiet ones. */
  othersP99ToQuiet: number;
  /** What this disk takes to store one small write durably: with less than 1 ms there is little to share. */
  fsyncMs: number;
  fsyncP99Ms: number;
  lost: number;
};

/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;
const BURSTS = 2;
const MAX_ROUNDS = 3;
const MAX_STEADY_S = 2;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Milliseconds in which this disk stores one small write durably, each time. */
const fsyncsMs = (folder: string, times: number): number[] => {
  const file = openSync(join(folder, 'fsync'), 'w');
  const page = Buffer.alloc(4096, 1);
  const took = Array.from({ length: times }, () => {
    const from = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  return took;
};

type Measured = { acks: number; processorUs: number; steadyP99: number; burstP99: number };

const processorS = async ({ child }: ServerProcess): Promise<number> => {
  child.send({ kind: 'processor' });
  const [message] = await once(child, 'message');
  return processorSchema.parse(message).processorS;
};

const measure = async (server: ServerProcess, seats: readonly Seat[], size: Size, acked: Acked): Promise<Measured> => {
  const even = await steady(seats, size.steadyS, acked);
  const bursts: number[] = [];
  for (let i = 0; i < BURSTS; i++) {
    bursts.push(...(await burst(seats, acked)));
    await pause(200);
  }
  const before = await processorS(server);
  const acks = await fullSpeed(seats, size.messages, acked);
  const spentS = (await processorS(server)) - before;
  return {
    acks,
    processorUs: (spentS * 1e6) / (seats.length * size.messages),
    steadyP99: percentile(even, 0.99),
    burstP99: percentile(bursts, 0.99),
  };
};

type Servers = { echo: ServerProcess; group: ServerProcess; oneTx: ServerProcess; room: ServerProcess };
/** Who sits in a round: by what they are measured on, and the others beside long turns. */
type Seated = { echo: Seat[]; group: Seat[]; oneTx: Seat[]; others: Seat[] };
type Round = { echo: Measured; group: Measured; oneTx: Measured; othersToQuiet: number };

const drillsOf = ({ drills }: ServerProcess, round: number, size: Size): string[] =>
  drills.slice(round * size.sockets, (round + 1) * size.sockets);

const sitRound = async ({ echo, group, oneTx, room }: Servers, round: number, size: Size): Promise<Seated> => ({
  echo: await connectSeats(
    echo,
    Array.from({ length: size.sockets }, (_, i) => `echo-${round}-${i}`),
  ),
  group: await connectSeats(group, drillsOf(group, round, size)),
  oneTx: await connectSeats(oneTx, drillsOf(oneTx, round, size)),
  others: await connectQuietDrills(room, round, size),
});

const runRound = async (
  servers: Servers,
  { echo, group, oneTx, others }: Seated,
  round: number,
  size: Size,
  acked: Acked,
): Promise<Round> => {
  const ready = sitLong(servers.room, round, size);
  await setClocks([...group, ...oneTx], 'drill:resume', `round-${round}`);
  const nothing: Acked = new Map();
  const echoed = (): Promise<Measured> => measure(servers.echo, echo, size, nothing);
  // Echo runs first in one round and last in the next: the one that runs second finds a warmer machine.
  const first = round % 2 === 0 ? await echoed() : null;
  const grouped = await measure(servers.group, group, size, acked);
  const found = {
    echo: first ?? (await echoed()),
    group: grouped,
    // The whole measurement, though only two figures are used: so its drills have as many turns to judge meanwhile.
    oneTx: await measure(servers.oneTx, oneTx, size, nothing),
  };
  if (round === size.rounds - 1) await untilKilled(group, acked, () => servers.group.child.kill('SIGKILL'));
  disconnectSeats([...echo, ...group, ...oneTx]);
  await ready;
  const result = { ...found, othersToQuiet: await latencyRatio(servers.room, others, round, size) };
  disconnectSeats(others);
  return result;
};

/** Number of acknowledged messages missing in the folder after the server was killed under load. */
const lostIn = async (folder: string, acked: Acked): Promise<number> => {
  const storage = await openSqlite(folder, 'full');
  let lost = 0;
  for (const [drill, ids] of acked) {
    const stored = new Set(
      (await storage.read(drill, 0)).flatMap(({ events }) =>
        events.flatMap((e) => (e.kind === 'trainee-said' ? [e.id] : [])),
      ),
    );
    lost += ids.filter((id) => !stored.has(id)).length;
  }
  await storage.close();
  return lost;
};

export const benchDrill = async (full: Size): Promise<DrillFigures> => {
  const size = {
    ...full,
    rounds: Math.min(full.rounds, MAX_ROUNDS),
    steadyS: Math.min(full.steadyS, MAX_STEADY_S),
  };
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  const started: ServerProcess[] = [];
  const start = async (file: string, ...args: string[]): Promise<ServerProcess> => {
    const server = await startServer(file, args);
    started.push(server);
    return server;
  };
  try {
    const count = String(size.sockets * size.rounds);
    const data = join(folder, 'group');
    const [echo, group, oneTx, room] = await Promise.all([
      start('echo-server.ts'),
      start('drill-server.ts', data, 'group', count),
      start('drill-server.ts', join(folder, 'one-tx'), 'one-tx', count),
      start('drill-server.ts', join(folder, 'others'), 'group', String(drillsOfOthers(size))),
    ]);
    const servers: Servers = { echo, group, oneTx, room };
    const seated: Seated[] = [];
    for (let i = 0; i < size.rounds; i++) seated.push(await sitRound(servers, i, size));
    await pause(ARRIVAL_MS);
    for (const { group, oneTx, others } of seated)
      await setClocks([...group, ...oneTx, ...others], 'drill:pause', 'arrived');
    const acked: Acked = new Map();
    const rounds: Round[] = [];
    for (const [i, seats] of seated.entries()) rounds.push(await runRound(servers, seats, i, size, acked));
    await stopServer(group);
    const ratio = (of: (round: Round) => number): number => rounded(median(rounds.map(of)));
    const fsyncs = fsyncsMs(folder, size.passes * 10);
    return {
      acksToEcho: ratio(({ group, echo }) => group.acks / echo.acks),
      acksToOneTx: ratio(({ group, oneTx }) => group.acks / oneTx.acks),
      ackProcessorUs: ratio(({ group }) => group.processorUs),
      processorToEcho: ratio(({ group, echo }) => group.processorUs / echo.processorUs),
      oneTxProcessorToGroup: ratio(({ group, oneTx }) => oneTx.processorUs / group.processorUs),
      steadyP99ToEcho: ratio(({ group, echo }) => group.steadyP99 / echo.steadyP99),
      burstP99ToEcho: ratio(({ group, echo }) => group.burstP99 / echo.burstP99),
      othersP99ToQuiet: ratio(({ othersToQuiet }) => othersToQuiet),
      fsyncMs: rounded(median(fsyncs)),
      fsyncP99Ms: rounded(percentile(fsyncs, 0.99)),
      lost: await lostIn(data, acked),
    };
  } finally {
    for (const server of started) await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
};
