/** Trainees as the benches need them: many sockets, each at the desk of its own drill. */
import { io, type Socket } from 'socket.io-client';
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient } from '#contract/sockets.ts';
import { cookieOf, type ServerProcess } from './server-process.ts';

/** `heard`: events of its drill that it was told, also with an acknowledgement. */
export type Seat = { socket: Socket<ServerToClient, ClientToServer>; drill: string; sent: number; heard: number };
/** Ids acknowledged, by drill. */
export type Acked = Map<string, string[]>;

const ACK_MS = 30_000;
/** The connection was lost or the server ended; only the last phase expects that. */
class LineLost extends Error {}

const connect = (server: ServerProcess, cookie: string, address: number): Promise<Seat['socket']> =>
  new Promise((done, failed) => {
    const socket: Seat['socket'] = io(server.url, {
      auth: { protocol: PROTOCOL_VERSION, takesTold: true },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: cookie === '' ? {} : { cookie },
      ...(address === 0 ? {} : { localAddress: `127.0.0.${1 + address}` }),
    });
    socket.once('connect', () => done(socket));
    socket.once('connect_error', failed);
  });

/**
 * Sits down at these drills and starts their clocks. `address`: number of the machine's own address that they come from,
 * since one address has a limit of connections; another than 0 there is without setting it up on Linux only.
 */
export const connectSeats = (server: ServerProcess, drills: readonly string[], address = 0): Promise<Seat[]> =>
  Promise.all(
    drills.map(async (drill) => {
      const socket = await connect(server, cookieOf(server, drill), address);
      const joined = await socket.timeout(ACK_MS).emitWithAck('drill:join', { drillId: drill, after: 0, take: true });
      const started = await socket
        .timeout(ACK_MS)
        .emitWithAck('drill:start', { drillId: drill, commandId: `start-${drill}` });
      if (!joined.ok || !started.ok) throw new Error('a drill of the bench did not start');
      const seat: Seat = { socket, drill, sent: 0, heard: 0 };
      socket.on('drill:events', ({ events }) => {
        seat.heard += events.length;
      });
      return seat;
    }),
  );

export const disconnectSeats = (seats: readonly Seat[]): void => {
  for (const { socket } of seats) socket.disconnect();
};

/** Sends one message and waits for its acknowledgement: milliseconds it took. */
export const sendOne = (seat: Seat, acked: Acked): Promise<number> =>
  new Promise((done, failed) => {
    seat.sent += 1;
    const commandId = `${seat.drill.slice(0, 12)}-${seat.sent}`;
    const from = performance.now();
    seat.socket.timeout(ACK_MS).emit(
      'message:send',
      {
        drillId: seat.drill,
        commandId,
        conversation: 'c1',
        text: `亲，在的，您说的第${seat.sent}件事我记下了`,
        made: { how: 'typed', quickReply: null },
        anatomy: null,
      },
      (lost, reply) => {
        if (lost) return failed(new LineLost(`no acknowledgement: ${lost.message}`));
        if (!reply.ok) return failed(new Error(`a message of the bench was refused: ${reply.error.code}`));
        seat.heard += reply.value.told?.events?.events.length ?? 0;
        acked.set(seat.drill, [...(acked.get(seat.drill) ?? []), commandId]);
        done(performance.now() - from);
      },
    );
  });

/** Every seat sends `messages` one after another as fast as they are acknowledged: acknowledgements a second. */
export const fullSpeed = async (seats: readonly Seat[], messages: number, acked: Acked): Promise<number> => {
  const from = performance.now();
  await Promise.all(
    seats.map(async (seat) => {
      for (let i = 0; i < messages; i++) await sendOne(seat, acked);
    }),
  );
  return (seats.length * messages * 1000) / (performance.now() - from);
};

/** Everybody sends at once: milliseconds each took. */
export const burst = (seats: readonly Seat[], acked: Acked): Promise<number[]> =>
  Promise.all(seats.map((seat) => sendOne(seat, acked)));

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** One message a seat and second, spread evenly: milliseconds each took. */
export const steady = async (seats: readonly Seat[], seconds: number, acked: Acked): Promise<number[]> => {
  const total = seats.length * seconds;
  const from = performance.now();
  const waits: Promise<number>[] = [];
  for (let i = 0; i < total; i++) {
    const due = from + (i * 1000) / seats.length;
    if (due > performance.now()) await pause(due - performance.now());
    const seat = seats[i % seats.length];
    if (!seat) continue;
    const wait = sendOne(seat, acked);
    // `Promise.all` below throws a failure; until then Node must not take it for an unhandled one.
    wait.catch(() => {});
    waits.push(wait);
  }
  return Promise.all(waits);
};

/**
 * Kills the server after 60 ms while every seat sends up to five messages one after the other; those acknowledged by
 * then are in `acked`.
 */
export const untilKilled = async (seats: readonly Seat[], acked: Acked, kill: () => void): Promise<void> => {
  const storms = seats.map(async (seat) => {
    for (let i = 0; i < 5 && seat.socket.connected; i++) {
      const gone = new Promise<never>((_, failed) => {
        seat.socket.once('disconnect', () => failed(new LineLost('server gone')));
      });
      gone.catch(() => {});
      await Promise.race([sendOne(seat, acked), gone]);
    }
  });
  setTimeout(kill, 60);
  for (const result of await Promise.allSettled(storms))
    if (result.status === 'rejected' && !(result.reason instanceof LineLost)) throw result.reason;
};
