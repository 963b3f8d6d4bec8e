/**
 * The cost of one trainee's long turns to the others: the 99th percentile of the others' acknowledgements while such
 * turns close, in ratio to quiet ones of the same round. The order changes from round to round.
 */
import { once } from 'node:events';
import { MAX_IN_TURN } from '#engine/decide.ts';
import { percentile, type Size } from './figures.ts';
import { connectSeats, type Seat, steady } from './load.ts';
import { APART_MS, closedSchema, LONG_MESSAGES, type LongOrder } from './long-turns.ts';
import type { ServerProcess } from './server-process.ts';

const ACK_MS = 30_000;
/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;
const LONG_CHARACTERS = MAX_IN_TURN.characters;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Number of long drills in a round: one closes every half second of the measurement, and one more closes before it as
 * the signal to begin.
 */
export const longDrills = ({ steadyS }: Size): number => Math.ceil((steadyS * 1000) / APART_MS) + 1;
export const drillsOfOthers = (size: Size): number => size.rounds * (size.sockets + longDrills(size));

/**
 * Stops or starts the clocks of these seats. The others' stand between two measurements, so that no turn of theirs closes
 * during either. `round`: told apart from other pressings of the same button.
 */
export const setClocks = (
  seats: readonly Seat[],
  name: 'drill:pause' | 'drill:resume',
  round: string,
): Promise<unknown> =>
  Promise.all(
    seats.map(async ({ socket, drill }) => {
      const reply = await socket
        .timeout(ACK_MS)
        .emitWithAck(name, { drillId: drill, commandId: `${name}-${round}-${drill}` });
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}`);
    }),
  );

const p99 = async (seats: readonly Seat[], size: Size, what: string): Promise<number> => {
  await setClocks(seats, 'drill:resume', what);
  const took = await steady(seats, size.steadyS, new Map());
  await setClocks(seats, 'drill:pause', what);
  return percentile(took, 0.99);
};

const order = ({ child }: ServerProcess, what: LongOrder): void => void child.send(what);

/** Resolves when the first long turn has closed and when all have. Throws if a turn wasn't as long as it should be. */
const closings = (
  { child }: ServerProcess,
  drills: readonly string[],
): { first: Promise<void>; all: Promise<void> } => {
  const next = async (): Promise<void> => {
    const [message] = await once(child, 'message');
    const { closed, messages, characters } = closedSchema.parse(message);
    if (!drills.includes(closed) || messages < LONG_MESSAGES || characters < LONG_CHARACTERS)
      throw new Error(`a long turn of the bench had ${messages} messages, ${characters} characters`);
  };
  const first = next();
  const rest = async (): Promise<void> => {
    await first;
    for (let i = 1; i < drills.length; i++) await next();
  };
  return { first, all: rest() };
};

const drillsOfRound = ({ drills }: ServerProcess, round: number, size: Size): { quiet: string[]; long: string[] } => {
  const count = size.sockets + longDrills(size);
  const own = drills.slice(round * count, (round + 1) * count);
  return { quiet: own.slice(0, size.sockets), long: own.slice(size.sockets) };
};

/** Sits down at the quiet drills of a round. Their clocks run, and are to be stopped once their customers have come. */
export const connectQuietDrills = (server: ServerProcess, round: number, size: Size): Promise<Seat[]> =>
  connectSeats(server, drillsOfRound(server, round, size).quiet);

/** Sits down at the long drills of a round; done when their customers have come. */
export const sitLong = async (server: ServerProcess, round: number, size: Size): Promise<void> => {
  order(server, { kind: 'sit', drills: drillsOfRound(server, round, size).long });
  await pause(ARRIVAL_MS);
};

/** The ratio of one round. The clocks of `seats` stand before and after. */
export const latencyRatio = async (
  server: ServerProcess,
  seats: readonly Seat[],
  round: number,
  size: Size,
): Promise<number> => {
  const { long } = drillsOfRound(server, round, size);
  const quiet = () => p99(seats, size, `quiet-${round}`);
  const before = round % 2 === 0 ? await quiet() : null;
  const { first, all } = closings(server, long);
  order(server, { kind: 'say', drills: long });
  await first;
  const loud = await p99(seats, size, `loud-${round}`);
  await all;
  return loud / (before ?? (await quiet()));
};
