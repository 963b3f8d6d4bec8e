/** A simulated trainee: one device, one socket, one drill at a time. */
import { io, type Socket } from 'socket.io-client';
import type { CommandName, CommandPayload } from '#contract/commands.ts';
import type { ErrorCode, Reply } from '#contract/errors.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { ClientToServer, CommandValue, ServerToClient } from '#contract/sockets.ts';
import type { DrillEvents } from '#contract/wire-events.ts';
import type { Shop } from '#engine/model/shop.ts';
import type { Library } from '#library/load.ts';
import type { Card } from '#library/variations/card.ts';
import { ask, HANDSHAKE } from './ask.ts';
import { type Served, serve } from './conversation.ts';
import { type Kind, type Part, scriptFor } from './replies.ts';
import type { Tally } from './tally.ts';
import { type Arrived, playedBy } from './variant.ts';

export type BotNeeds = {
  url: string;
  cookie: string;
  library: Pick<Library, 'scenarios' | 'testplans' | 'templates' | 'short' | 'shopFacts' | 'shops'>;
  kind: Kind;
  /** 1 is the plan's speed; 2 answers twice as fast. */
  haste: number;
  tally: Pick<Tally, 'connected' | 'acked' | 'heard'>;
  /** Cards whose variants its customers may be, likely ones first; left out: the usual ones. */
  cards?: readonly Card[];
  /** Is called for every message and action that the server has acknowledged. */
  kept?: (commandId: string) => void;
};

const ACK_MS = 20_000;
/** Milliseconds after which a refused join is tried again, where the refusal passes. */
const AGAIN_MS = 1000;
const PASSING: readonly ErrorCode[] = [
  'drill-moving',
  'too-many-requests',
  'storage-failed',
  'storage-gone',
  'storage-full',
  'internal',
];

export type Bot = {
  /** Follows a seat of a run and serves every drill it gets. */
  sit(seat: string): void;
  /** Serves one drill. `begin` starts its clock: replay tasks and practice don't start by themselves. */
  serve(drill: string, begin: boolean): void;
  /** Cuts the connection for this many milliseconds. */
  lose(ms: number): void;
  ended(): boolean;
  close(): void;
};

const textOf = (shop: Shop | undefined, part: Part): string =>
  'text' in part ? part.text : (shop?.quickReplies.find(({ id }) => id === part.quickReply)?.text ?? '好的');

const madeOf = (part: Part) =>
  'quickReply' in part
    ? ({ how: 'quick-reply', quickReply: part.quickReply } as const)
    : ({ how: 'typed', quickReply: null } as const);

export const createBot = ({ url, cookie, library, kind, haste, tally, cards = [], kept }: BotNeeds): Bot => {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    auth: HANDSHAKE,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie, origin: new URL(url).origin },
  });
  let seat: string | null = null;
  let drill: string | null = null;
  let last = 0;
  let isRunning = false;
  let isOver = false;
  let isClosed = false;
  /** Whether the drill's clock is still to be started. */
  let mustStart = false;
  let sent = 0;
  const served = new Map<string, Served>();

  const acked = async <N extends CommandName>(
    name: N,
    payload: CommandPayload<N>,
  ): Promise<Reply<CommandValue[N]> | null> => {
    const from = performance.now();
    const reply = await ask<CommandValue[N]>(socket, name, payload, { ms: ACK_MS, hear });
    tally.acked(name, performance.now() - from, reply === null ? 'no-answer' : reply.ok ? null : reply.error.code);
    return reply;
  };
  const commandId = (): string => `${(drill ?? '').slice(0, 12)}-${Date.now().toString(36)}-${++sent}`;

  const begin = (id: string, arrived: Arrived): Served => {
    const { conversation, scenario } = arrived;
    const shop = library.shops.get(arrived.shop);
    return serve(
      scriptFor(library, scenario, kind, playedBy(library, arrived, cards)),
      {
        free: () => isRunning && socket.connected && drill === id,
        typing: () => void socket.emit('message:typing', { drillId: id, conversation }, () => {}),
        say: async (part) => {
          const payload = {
            ...{ drillId: id, commandId: commandId(), conversation },
            ...{ text: textOf(shop, part), made: madeOf(part), anatomy: null },
          };
          const reply = await acked('message:send', payload);
          if (reply?.ok) kept?.(payload.commandId);
        },
        act: async (action, fields) => {
          const payload = { drillId: id, commandId: commandId(), conversation, action, with: { ...fields } };
          const reply = await acked('action:do', payload);
          if (reply?.ok) kept?.(payload.commandId);
        },
      },
      haste,
    );
  };

  const hear = ({ drillId, events, upTo, running: runs }: DrillEvents): void => {
    if (drillId !== drill) return;
    isRunning = runs;
    for (const { seq, event } of events) {
      if (seq <= last) continue;
      tally.heard(event.kind);
      if (event.kind === 'drill-ended') {
        isOver = true;
        stop();
      } else if (event.kind === 'customer-arrived' && !served.has(event.conversation)) {
        served.set(event.conversation, begin(drillId, event));
      }
      if ('conversation' in event) served.get(event.conversation)?.see(event);
    }
    last = Math.max(last, upTo);
  };
  const stop = (): void => {
    for (const seat of served.values()) seat.stop();
    served.clear();
  };
  const join = async (): Promise<void> => {
    if (drill === null) return;
    const asked = drill;
    const reply = await acked('drill:join', { drillId: asked, after: last, take: true });
    // As a page does: a drill that changes servers, or a database that is away, lets it in a moment later.
    if (reply !== null && !reply.ok && PASSING.includes(reply.error.code) && socket.connected && drill === asked) {
      setTimeout(() => void join(), AGAIN_MS);
    } else if (reply?.ok && mustStart && drill === asked) await start(asked);
  };
  /** A server that went away before it answered is asked again once the bot has joined anew. */
  const start = async (id: string): Promise<void> => {
    const reply = await acked('drill:start', { drillId: id, commandId: commandId() });
    const isPassing = reply?.ok === false && PASSING.includes(reply.error.code);
    if (isPassing) setTimeout(() => void join(), AGAIN_MS);
    else if (reply !== null) mustStart = false;
  };
  const take = async (id: string, startsDrill: boolean): Promise<void> => {
    if (drill === id) return;
    stop();
    drill = id;
    last = 0;
    isOver = false;
    mustStart = startsDrill;
    await join();
  };
  const follow = (body: SeatBody): void => {
    if (body.redo !== null && !body.redo.done) void take(body.redo.drill, true);
    else if (body.state === 'serving' && body.drill !== null) void take(body.drill, false);
  };
  const sitDown = async (): Promise<void> => {
    if (seat === null) return;
    const reply = await acked('seat:join', { seatId: seat });
    if (reply?.ok) follow(reply.value);
  };

  socket.on('drill:events', hear);
  socket.on('seat:state', follow);
  socket.on('connect', () => {
    tally.connected(1);
    void sitDown();
    // Nothing more comes of a drill that is over.
    if (!isOver) void join();
  });
  socket.on('disconnect', () => tally.connected(-1));
  // The library doesn't repeat a handshake that the server refused, as while it can't read who it is.
  socket.on('connect_error', () => {
    if (!socket.active && !isClosed) setTimeout(() => isClosed || socket.connect(), AGAIN_MS);
  });

  return {
    sit: (id) => {
      seat = id;
      if (socket.connected) void sitDown();
    },
    serve: (id, start) => void take(id, start),
    lose: (ms) => {
      socket.disconnect();
      setTimeout(() => socket.connect(), ms);
    },
    ended: () => isOver,
    close: () => {
      isClosed = true;
      stop();
      socket.disconnect();
    },
  };
};
