/**
 * The write path from end to end: real sockets to the real server, which decides, stores with a full fsync, folds,
 * publishes and acknowledges. Each round takes ratios against an echo server (and against the same server with one
 * transaction per command); the result is the median over rounds, so that a slow machine or a busy minute cancels out.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { median, percentile, rounded, type Size } from './figures.ts';
import { type Acked, burst, fullSpeed, type Seat, sitDown, standUp, steady, untilKilled } from './load.ts';
import { drillsOfOthers, othersToQuiet } from './others.ts';
import { type ServerProcess, startServer, stopServer } from './server-process.ts';

export type DrillFigures = {
  acksToEcho: number;
  acksToOneTx: number;
  steadyP99ToEcho: number;
  burstP99ToEcho: number;
  /** The others' acknowledgements while long turns close, in ratio to quiet ones. */
  othersP99ToQuiet: number;
  fsyncP99Ms: number;
  lost: number;
};

/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;
const BURSTS = 2;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Milliseconds, at the 99th percentile, in which this disk stores one small write durably. */
const fsyncP99Ms = (folder: string, times: number): number => {
  const file = openSync(join(folder, 'fsync'), 'w');
  const page = Buffer.alloc(4096, 1);
  const took = Array.from({ length: times }, () => {
    const from = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  return percentile(took, 0.99);
};

type Measured = { acks: number; steadyP99: number; burstP99: number };

const measure = async (seats: readonly Seat[], size: Size, acked: Acked): Promise<Measured> => {
  const even = await steady(seats, size.steadyS, acked);
  const bursts: number[] = [];
  for (let i = 0; i < BURSTS; i++) {
    bursts.push(...(await burst(seats, acked)));
    await pause(200);
  }
  return {
    acks: await fullSpeed(seats, size.messages, acked),
    steadyP99: percentile(even, 0.99),
    burstP99: percentile(bursts, 0.99),
  };
};

type Servers = { echo: ServerProcess; group: ServerProcess; oneTx: ServerProcess };
type Round = { echo: Measured; group: Measured; oneTx: Measured };

const drillsOf = ({ drills }: ServerProcess, round: number, size: Size): string[] =>
  drills.slice(round * size.sockets, (round + 1) * size.sockets);

const runRound = async (servers: Servers, round: number, size: Size, acked: Acked): Promise<Round> => {
  const names = Array.from({ length: size.sockets }, (_, i) => `echo-${round}-${i}`);
  const [echoSeats, groupSeats, oneTxSeats] = await Promise.all([
    sitDown(servers.echo, names),
    sitDown(servers.group, drillsOf(servers.group, round, size)),
    sitDown(servers.oneTx, drillsOf(servers.oneTx, round, size)),
  ]);
  await pause(ARRIVAL_MS);
  const nothing: Acked = new Map();
  const echo = async (): Promise<Measured> => measure(echoSeats, size, nothing);
  const group = async (): Promise<Measured> => measure(groupSeats, size, acked);
  // Echo runs first in one round and last in the next: the one that runs second finds a warmer machine.
  const first = round % 2 === 0 ? await echo() : null;
  const grouped = await group();
  const result = {
    echo: first ?? (await echo()),
    group: grouped,
    // The whole measurement, though only one figure is used: so its drills have as many turns to judge meanwhile.
    oneTx: await measure(oneTxSeats, size, nothing),
  };
  standUp([...echoSeats, ...groupSeats, ...oneTxSeats]);
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

const killUnderLoad = async (group: ServerProcess, size: Size, acked: Acked): Promise<void> => {
  const seats = await sitDown(group, drillsOf(group, size.rounds, size));
  await pause(ARRIVAL_MS);
  await untilKilled(seats, acked, () => group.child.kill('SIGKILL'));
  standUp(seats);
  await stopServer(group);
};

export const benchDrill = async (size: Size): Promise<DrillFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  const started: ServerProcess[] = [];
  const start = async (file: string, ...args: string[]): Promise<ServerProcess> => {
    const server = await startServer(file, args);
    started.push(server);
    return server;
  };
  try {
    const count = String(size.sockets * (size.rounds + 1));
    const data = join(folder, 'group');
    const [echo, group, oneTx, room] = await Promise.all([
      start('./echo-server.ts'),
      start('./drill-server.ts', data, 'group', count),
      start('./drill-server.ts', join(folder, 'one-tx'), 'one-tx', count),
      start('./drill-server.ts', join(folder, 'others'), 'group', String(drillsOfOthers(size))),
    ]);
    const servers: Servers = { echo, group, oneTx };
    const acked: Acked = new Map();
    const rounds: Round[] = [];
    const others: number[] = [];
    for (let i = 0; i < size.rounds; i++) {
      rounds.push(await runRound(servers, i, size, acked));
      others.push(await othersToQuiet(room, i, size));
    }
    await killUnderLoad(servers.group, size, acked);
    const ratio = (of: (round: Round) => number): number => rounded(median(rounds.map(of)));
    return {
      acksToEcho: ratio(({ group, echo }) => group.acks / echo.acks),
      acksToOneTx: ratio(({ group, oneTx }) => group.acks / oneTx.acks),
      steadyP99ToEcho: ratio(({ group, echo }) => group.steadyP99 / echo.steadyP99),
      burstP99ToEcho: ratio(({ group, echo }) => group.burstP99 / echo.burstP99),
      othersP99ToQuiet: rounded(median(others)),
      fsyncP99Ms: rounded(fsyncP99Ms(folder, size.passes * 10)),
      lost: await lostIn(data, acked),
    };
  } finally {
    for (const server of started) await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
};
