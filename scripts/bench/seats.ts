/**
 * Memory and processor time a seat: ten, then a thousand, then five thousand trainees in one server process, each connected
 * at a drill whose clock runs and saying something now and then. Those who sit stay when more come. The driver has a
 * process of its own, this one; the server is asked for its processor time and memory.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, rounded, type Size } from './figures.ts';
import { connectSeats, disconnectSeats, type Seat, sendOne } from './load.ts';
import { memorySchema, processorSchema } from './long-turns.ts';
import { type ServerProcess, startServer, stopServer } from './server-process.ts';

/**
 * `kbPerSeat`: growth of the server's objects and buffers in use from the fewest seats to the most, a seat, the garbage
 * collected: opening thousands of contents leaves more of it than the seats take. `cpuPerSeat5000To1000`: the
 * processor time of a seat where there are most, in ratio to that where there is a fifth of them. `ackP99Ms`: milliseconds
 * until a reply is acknowledged where there are most.
 */
export type SeatsFigures = {
  seats: number;
  kbPerSeat: number;
  cpuUsPerSeatSecond: number;
  cpuPerSeat5000To1000: number;
  ackP99Ms: number;
};

/** Seats, for each socket of another bench: in a full one 10, 1,000 and 5,000. */
const levelsOf = ({ sockets }: Size): [number, number, number] => [
  Math.max(1, Math.floor(sockets / 20)),
  sockets * 5,
  sockets * 25,
];
/** Seats that sit down at once: a school's, not a town's. */
const AT_ONCE = 100;
/** Seats that come from one address: fewer than may be connected from one. */
const OF_ADDRESS = 1500;
/** Seconds between two replies of a seat. */
const APART_S = 20;
/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const spent = async ({ child }: ServerProcess): Promise<number> => {
  child.send({ kind: 'processor' });
  const [message] = await once(child, 'message');
  return processorSchema.parse(message).processorS;
};

const usedBytes = async ({ child }: ServerProcess): Promise<number> => {
  child.send({ kind: 'memory' });
  const [message] = await once(child, 'message');
  return memorySchema.parse(message).usedBytes;
};

/** Replies for so many seconds, spread evenly over the seats: milliseconds each took. */
const talk = async (seats: readonly Seat[], seconds: number): Promise<number[]> => {
  const replies = Math.max(1, Math.round((seats.length * seconds) / APART_S));
  const from = performance.now();
  const waits: Promise<number>[] = [];
  for (let i = 0; i < replies; i++) {
    const due = from + (i * seconds * 1000) / replies;
    if (due > performance.now()) await pause(due - performance.now());
    const seat = seats[Math.floor((i * seats.length) / replies)];
    if (seat !== undefined) waits.push(sendOne(seat, new Map()));
  }
  const took = await Promise.all(waits);
  await pause(Math.max(0, from + seconds * 1000 - performance.now()));
  return took;
};

type Level = { seats: number; bytes: number; usPerSeatSecond: number; p99: number };

const level = async (server: ServerProcess, seats: readonly Seat[], seconds: number): Promise<Level> => {
  const before = await spent(server);
  const from = performance.now();
  const took = await talk(seats, seconds);
  const lasted = (performance.now() - from) / 1000;
  const after = await spent(server);
  const us = (after - before) * 1e6;
  return {
    seats: seats.length,
    bytes: await usedBytes(server),
    usPerSeatSecond: us / seats.length / lasted,
    p99: percentile(took, 0.99),
  };
};

export const benchSeats = async (size: Size): Promise<SeatsFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  let server: ServerProcess | null = null;
  try {
    const levels = levelsOf(size);
    server = await startServer('drill-server.ts', [folder, 'group', String(levels[2])]);
    const seats: Seat[] = [];
    const found: Level[] = [];
    for (const count of levels) {
      while (seats.length < count) {
        const drills = server.drills.slice(seats.length, Math.min(count, seats.length + AT_ONCE));
        seats.push(...(await connectSeats(server, drills, Math.floor(seats.length / OF_ADDRESS))));
      }
      await pause(ARRIVAL_MS);
      found.push(await level(server, seats, size.steadyS * 4));
    }
    disconnectSeats(seats);
    const [few, middle, most] = found;
    if (few === undefined || middle === undefined || most === undefined) throw new Error('three levels are measured');
    return {
      seats: most.seats,
      kbPerSeat: rounded((most.bytes - few.bytes) / 1000 / (most.seats - few.seats)),
      cpuUsPerSeatSecond: rounded(most.usPerSeatSecond),
      cpuPerSeat5000To1000: rounded(most.usPerSeatSecond / middle.usPerSeatSecond),
      ackP99Ms: rounded(most.p99),
    };
  } finally {
    if (server !== null) await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
};
