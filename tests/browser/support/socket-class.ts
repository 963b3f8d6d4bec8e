import { io, type Socket } from 'socket.io-client';
import type { Plan, RunBody } from '#contract/runs.ts';
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient } from '#contract/sockets.ts';
import type { WallTile } from '#contract/wall.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import type { Library } from '#library/load.ts';
import { type Bot, createBot } from '#scripts/bots/bot.ts';
import { createTraineeClient } from '#scripts/bots/http-client.ts';
import type { Kind } from '#scripts/bots/replies.ts';
import { createTally } from '#scripts/bots/tally.ts';
import { ask, valueIn } from '#tests/http/support/ask.ts';
import { eventually } from './eventually.ts';

type Line = Socket<ServerToClient, ClientToServer>;
const ACK_MS = 10_000;

const line = (url: string, cookie: string): Line =>
  io(url, {
    auth: { protocol: PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie, origin: new URL(url).origin },
  });

/** A teacher without a browser: the same requests, and a wall that is kept up to date. */
export type SocketTeacher = {
  /** Asks for or changes something of the run; throws when it is refused. */
  run<T = RunBody>(what: string, body?: unknown): Promise<T>;
  id: string;
  code: string;
  cookie: string;
  /** Every tile as the messages have left it. */
  tiles(): WallTile[];
  /** Every tile as the server tells somebody who comes new. */
  freshTiles(): Promise<WallTile[]>;
  close(): void;
};

/** After a lost connection one seat's change may be told before the answer that has them all, so the order is made alike. */
const bySeat = (tiles: readonly WallTile[]): WallTile[] => tiles.toSorted((a, b) => (a.seat < b.seat ? -1 : 1));

/** Comes in, by setting the machine up or with an account, and opens a run without a roster. */
export const socketTeacher = async (
  url: string,
  plan: Plan,
  [path, body]: readonly ['set-up' | 'session', object],
): Promise<SocketTeacher> => {
  const comes = await ask(`${url}/api/${path}`, { method: 'POST', body });
  valueIn(comes);
  const cookie = comes.cookie ?? '';
  const call = async <T>(path: string, body?: unknown): Promise<T> =>
    valueIn(await ask(`${url}/api/${path}`, { cookie, ...(body === undefined ? {} : { method: 'POST', body }) })) as T;
  const { id, code: joinCode } = await call<RunBody>('runs', { name: '断线', classId: null, plan });

  const tiles = new Map<string, WallTile>();
  const watch = async (socket: Line): Promise<WallTile[]> => {
    const reply = await socket.timeout(ACK_MS).emitWithAck('run:watch', { runId: id });
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value.tiles.tiles;
  };
  const keep = (changed: readonly WallTile[]): void => {
    for (const tile of changed) tiles.set(tile.seat, tile);
  };
  const wall = line(url, cookie);
  wall.on('wall:tiles', (message) => keep(message.tiles));
  wall.on('disconnect', () => tiles.clear());
  // Watches again after every lost connection, as the wall's page does.
  wall.on('connect', () => void watch(wall).then(keep, () => {}));
  return {
    id,
    code: joinCode,
    cookie,
    run: (what, body) => call(`runs/${id}${what}`, body),
    tiles: () => bySeat([...tiles.values()]),
    freshTiles: async () => {
      const socket = line(url, cookie);
      const all = await watch(socket);
      socket.disconnect();
      return bySeat(all);
    },
    close: () => wall.disconnect(),
  };
};

export type SocketTrainee = {
  bot: Bot;
  seat: string;
  /** Ids of the messages and actions the server has acknowledged, in order. */
  kept: string[];
  /** Reads a whole drill of this trainee anew, over a connection of its own. */
  stream(drillId: string): Promise<WireEvent[]>;
};

type Needs = { url: string; library: Library; code: string; kind: Kind; haste: number };

/** A bot that remembers which commands the server has acknowledged. */
export const socketTrainee = async ({ url, code, ...needs }: Needs, name: string): Promise<SocketTrainee> => {
  const client = createTraineeClient(url);
  await client.join(code);
  const claimed = await client.claim(code, { name });
  if (!claimed.ok) throw new Error(claimed.error.code);
  const seat = claimed.value.seat.id;
  const kept: string[] = [];
  const cookie = client.cookie();
  const bot = createBot({ ...needs, url, cookie, tally: createTally(), kept: (id) => kept.push(id) });
  bot.sit(seat);
  return { bot, seat, kept, stream: (drillId) => readStream(url, cookie, drillId) };
};

/** Joins without taking the desk, so that the bot keeps it. */
const readStream = async (url: string, cookie: string, drillId: string): Promise<WireEvent[]> => {
  const socket = line(url, cookie);
  const events: WireEvent[] = [];
  let upTo = 0;
  socket.on('drill:events', (message) => {
    events.push(...message.events.map(({ event }) => event));
    upTo = message.upTo;
  });
  const joined = await socket.timeout(ACK_MS).emitWithAck('drill:join', { drillId, after: 0, take: false });
  if (!joined.ok) throw new Error(joined.error.code);
  await eventually(
    'the whole stream',
    () => upTo,
    (seen) => seen >= joined.value.seq,
  );
  socket.disconnect();
  return events;
};
