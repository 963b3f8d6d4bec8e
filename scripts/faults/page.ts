/** Pages of a simulated trainee: their sockets, and the one that joins its drill and sends what is open again. */
import { io, type Socket } from 'socket.io-client';
import type { Reply } from '#contract/errors.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { DrillEvents } from '#contract/wire-events.ts';
import { ask as askOf, HANDSHAKE } from '#scripts/bots/ask.ts';
import type { TraineeClient } from '#scripts/bots/http-client.ts';
import type { Outbox, Sent } from './outbox.ts';
import { ANSWER_MS, mayJoinLater } from './refusals.ts';
import type { ToldDrill } from './told-drill.ts';
import { pause } from './waiting.ts';
import type { Watch } from './watch.ts';

type SocketNeeds = { name: string; url: string; client: Pick<TraineeClient, 'cookie'>; watch: Watch };

export type PageSockets = {
  /** Another page of the same device. */
  connect(): Socket;
  /** Connects a page with the cookie that its device has now. */
  connectAnew(page: Socket): void;
  /** Null: no answer came, or the page isn't connected. */
  ask<T>(on: Socket, command: string, payload: object): Promise<Reply<T> | null>;
};

export const pageSockets = ({ name, url, client, watch }: SocketNeeds): PageSockets => {
  return {
    connect: () =>
      io(url, {
        auth: HANDSHAKE,
        transports: ['websocket'],
        forceNew: true,
        autoConnect: client.cookie() !== '',
        reconnectionDelay: 20,
        reconnectionDelayMax: 150,
        timeout: 5000,
        extraHeaders: { cookie: client.cookie(), origin: new URL(url).origin },
      }),
    // A device has its cookie from its first request: before that it can't be connected as itself.
    connectAnew: (page) => {
      page.io.opts.extraHeaders = { ...page.io.opts.extraHeaders, cookie: client.cookie() };
      page.connect();
    },
    ask: async <T>(on: Socket, command: string, payload: object): Promise<Reply<T> | null> => {
      if (!on.connected) return null;
      const wasGone = watch.isGone();
      const hear = (message: DrillEvents): void => {
        for (const hearer of on.listeners('drill:events')) hearer(message);
      };
      const reply = await askOf<T>(on, command, payload, { ms: ANSWER_MS, hear });
      if (reply === null && on.connected) watch.found(name, `${command} had no answer within ${ANSWER_MS / 1000} s`);
      if (reply?.ok && wasGone && watch.isGone() && !command.endsWith(':join'))
        watch.found(name, `${command} was acknowledged while the storage was gone`);
      return reply;
    },
  };
};

export type Page = {
  isConnected(): boolean;
  /** Whether it is at its drill's desk, and has sent again what nobody had answered. */
  isJoined(): boolean;
  /** Commands of the drill it has now that nobody has answered. */
  openCommands(): Sent[];
  /** Sends it here, or over another page of the device. */
  deliver(sent: Sent, on?: Socket): Promise<Sent>;
  sitAt(seat: string): void;
  /** Has this drill and no seat from now on. */
  openAnother(drill: string): void;
  /** How things stand, for who waits. */
  state(): string;
  close(): void;
};

type PageNeeds = { name: string; sockets: PageSockets; watch: Watch; outbox: Outbox; told: ToldDrill };

export const createPage = ({ name, sockets, watch, outbox, told }: PageNeeds): Page => {
  const { ask } = sockets;
  const socket = sockets.connect();
  let seat: string | null = null;
  let isJoined = false;
  let joining = '';

  const openCommands = (): Sent[] => {
    const drill = told.id();
    return drill === null ? [] : outbox.open(drill);
  };
  const deliver = async (sent: Sent, on = socket): Promise<Sent> => {
    const reply = await ask<{ seq: number; now: number }>(on, sent.command, sent.payload);
    const odd = outbox.answered(sent, reply);
    if (odd !== null) watch.found(name, odd);
    if (reply?.ok === false && reply.error.code === 'internal') watch.found(name, `${sent.command}: internal`);
    return sent;
  };

  const join = async (): Promise<void> => {
    isJoined = false;
    joining = 'seat:join';
    if (seat !== null) {
      const reply = await ask<SeatBody>(socket, 'seat:join', { seatId: seat });
      if (reply?.ok && reply.value.drill !== null && reply.value.drill !== told.id()) told.takeUp(reply.value.drill);
    }
    const drill = told.id();
    if (drill === null) return;
    joining = 'drill:join';
    const reply = await ask<{ running: boolean }>(socket, 'drill:join', {
      drillId: drill,
      after: told.last(),
      take: true,
    });
    if (reply === null) return;
    if (!reply.ok) {
      const { code } = reply.error;
      joining = code;
      if (!mayJoinLater(code)) watch.found(name, `drill:join: ${code}`);
      // A page asks again after a while.
      await pause(100);
      return void (socket.connected && (await join()));
    }
    told.setRunning(reply.value.running);
    joining = `${openCommands().length} sent again`;
    for (const sent of openCommands()) await deliver(sent);
    isJoined = true;
  };
  socket.on('drill:events', told.hear);
  socket.on('seat:state', (body: SeatBody) => {
    if (body.drill === null || told.all().includes(body.drill)) return;
    told.takeUp(body.drill);
    void join();
  });
  socket.on('connect', () => void join());
  socket.on('disconnect', (why) => {
    isJoined = false;
    if (why === 'io server disconnect') socket.connect();
  });
  // The server refused the page itself, as while it can't read who it is; a page tries again, too.
  socket.on('connect_error', () => void (socket.active || setTimeout(() => socket.connect(), 50)));

  return {
    isConnected: () => socket.connected,
    isJoined: () => isJoined,
    openCommands,
    deliver,
    sitAt: (id) => {
      seat = id;
      sockets.connectAnew(socket);
    },
    openAnother: (drill) => {
      seat = null;
      told.takeUp(drill);
      // A page has one drill: another one is another page.
      socket.disconnect();
      sockets.connectAnew(socket);
    },
    state: () =>
      `joined ${isJoined} (${joining}), running ${told.isRunning()}, connected ${socket.connected}, drill ${told.id()} at ${told.last()}`,
    close: () => socket.disconnect(),
  };
};
