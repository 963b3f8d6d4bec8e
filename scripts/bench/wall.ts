/**
 * A teacher's wall over a full class: real sockets to the real server, every seat sending a message a second. Each
 * round has two runs, one with a wall and one without, which take turns at going first; the result is the median over
 * rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, percentile, rounded, type Size } from './figures.ts';
import { connectSeats, disconnectSeats, type Seat, steady } from './load.ts';
import { type ServerProcess, startServer, stopServer } from './server-process.ts';
import { watch } from './watching.ts';

export type WallFigures = { framesPerS: number; bytesToPerEvent: number; ackP99ToNoWall: number };

/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The events that have reached the seats: a wall with one message per event would get as many tiles. */
const heardBy = (seats: readonly Seat[]): number => seats.reduce((sum, { heard }) => sum + heard, 0);

const ENVELOPE = JSON.stringify({ runId: 'x'.repeat(17), now: Date.now(), all: false, tiles: [] }).length;

type Watched = { p99: number; framesPerS: number; toPerEvent: number };

const withWall = async (server: ServerProcess, run: string, seats: readonly Seat[], size: Size): Promise<Watched> => {
  const wall = await watch(server, run);
  const heardBefore = heardBy(seats);
  const from = performance.now();
  const took = await steady(seats, size.steadyS, new Map());
  const seconds = (performance.now() - from) / 1000;
  const { frames, bytes, tiles } = wall;
  wall.socket.disconnect();
  const tileBytes = tiles === 0 ? 1 : (bytes - frames * ENVELOPE) / tiles;
  return {
    p99: percentile(took, 0.99),
    framesPerS: frames / seconds,
    toPerEvent: bytes / Math.max(1, (heardBy(seats) - heardBefore) * (tileBytes + ENVELOPE)),
  };
};

const runRound = async (server: ServerProcess, round: number, size: Size): Promise<Watched & { bare: number }> => {
  const runs = server.wall?.runs ?? [];
  const drills = (index: number): string[] => server.drills.slice(index * size.sockets, (index + 1) * size.sockets);
  const bare = async (): Promise<number> => {
    const seats = await connectSeats(server, drills(2 * round));
    await pause(ARRIVAL_MS);
    const took = await steady(seats, size.steadyS, new Map());
    disconnectSeats(seats);
    await pause(size.restMs);
    return percentile(took, 0.99);
  };
  const watched = async (): Promise<Watched> => {
    const seats = await connectSeats(server, drills(2 * round + 1));
    await pause(ARRIVAL_MS);
    const found = await withWall(server, runs[2 * round + 1] ?? '', seats, size);
    disconnectSeats(seats);
    await pause(size.restMs);
    return found;
  };
  // The run without a wall goes first in one round and last in the next: the one that goes second finds a warmer machine.
  const first = round % 2 === 0 ? await bare() : null;
  const found = await watched();
  return { ...found, bare: first ?? (await bare()) };
};

export const benchWall = async (size: Size): Promise<WallFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  let server: ServerProcess | null = null;
  try {
    server = await startServer('wall-server.ts', [join(folder, 'data'), String(2 * size.rounds), String(size.sockets)]);
    const rounds: Awaited<ReturnType<typeof runRound>>[] = [];
    for (let round = 0; round < size.rounds; round++) rounds.push(await runRound(server, round, size));
    const figure = (of: (round: (typeof rounds)[number]) => number): number => rounded(median(rounds.map(of)));
    return {
      framesPerS: figure(({ framesPerS }) => framesPerS),
      bytesToPerEvent: figure(({ toPerEvent }) => toPerEvent),
      ackP99ToNoWall: figure(({ p99, bare }) => p99 / bare),
    };
  } finally {
    if (server !== null) await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
};
