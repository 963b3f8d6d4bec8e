/** The only file that knows socket.io. All others use a `Transport`, so that tests can pass their own. */
import { io, type Socket } from 'socket.io-client';
import type { CommandName, CommandPayload } from '#contract/commands.ts';
import type { ErrorCode, Failure, Reply } from '#contract/errors.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { ClientToServer, CommandValue, Handshake, ServerToClient, Told } from '#contract/sockets.ts';
import type { RolePlayState } from '#contract/together/role-plays.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import { markSocketClosed, markSocketOpen } from './closed-socket.ts';
import { markOutdated } from './outdated.ts';
import { forgetStorageStatus, setStorageStatus } from './storage-status.ts';

export type TransportHandlers = {
  onUp: () => void;
  onDown: () => void;
  onEvents: (message: DrillEvents) => void;
  onTyping: (message: DrillTyping) => void;
  onTaken: (message: { drillId: string }) => void;
  onSeat?: (body: SeatBody) => void;
  onTiles?: (message: WallTiles) => void;
  onRun?: (body: RunBody) => void;
  onRole?: (state: RolePlayState) => void;
};

export type Transport = {
  /** Starts to connect; after a loss it tries again by itself. */
  open: (handlers: TransportHandlers) => void;
  /** Tries at once instead of waiting for the next attempt. */
  retry: () => void;
  /** Null when the connection broke, or nothing came back in time: the command may or may not have arrived. */
  send: <N extends CommandName>(name: N, payload: CommandPayload<N>) => Promise<Reply<CommandValue[N]> | null>;
  close: () => void;
};

const ACK_TIMEOUT_MS = 8000;
/**
 * The contract's own number, checked by its type: another number doesn't compile, and none of the contract's code comes
 * to the browser.
 */
const HANDSHAKE: Handshake = { protocol: 5, takesTold: true };
const MISMATCH: ErrorCode = 'protocol-mismatch';

/** socket.io carries a refusal's own data beside the error. */
const isMismatch = (error: Error): boolean =>
  'data' in error &&
  typeof error.data === 'object' &&
  error.data !== null &&
  'code' in error.data &&
  error.data.code === MISMATCH;

type DeskSocket = Socket<ServerToClient, ClientToServer>;
/** socket.io's own types can't follow a command name through `emit`; this is what it does. */
type Emit = (name: CommandName, payload: unknown, ack: (reply: Reply<unknown>) => void) => void;

/** What a command led to at its desk, where its answer has it. */
const toldIn = (reply: Reply<unknown>): Told => {
  const { value } = reply.ok ? reply : { value: null };
  return typeof value === 'object' && value !== null && 'told' in value ? (value.told as Told) : {};
};

export const socketTransport = (url?: string): Transport => {
  const options = {
    autoConnect: false,
    auth: HANDSHAKE,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 3000,
    withCredentials: true,
  };
  const socket: DeskSocket = url === undefined ? io(options) : io(url, options);
  /** The server's last word on this connection; null when it gave none. */
  let closeReason: Failure | null = null;
  let hearers: Pick<TransportHandlers, 'onEvents' | 'onTyping'> | null = null;
  /** Gives up each command that waits for its answer. */
  const waiting = new Set<() => void>();

  /** Heard even where the command was given up: nothing else would tell it. */
  const hearTold = ({ events, typing = [] }: Told): void => {
    if (events !== undefined) hearers?.onEvents(events);
    for (const message of typing) hearers?.onTyping(message);
  };

  return {
    open: (handlers) => {
      hearers = handlers;
      socket.on('storage:fault', setStorageStatus);
      socket.on('connect', () => {
        closeReason = null;
        forgetStorageStatus();
        markSocketOpen(socket);
        handlers.onUp();
      });
      socket.on('socket:closed', (why) => {
        closeReason = why;
      });
      socket.on('disconnect', (reason) => {
        handlers.onDown();
        for (const giveUp of [...waiting]) giveUp();
        if (reason !== 'io server disconnect') return;
        // The server closed it on purpose; socket.io then doesn't reconnect by itself.
        if (closeReason === null) socket.connect();
        else markSocketClosed(socket, closeReason);
      });
      // socket.io doesn't repeat a refused handshake, and the same page would be refused again.
      socket.on('connect_error', (error) => {
        if (isMismatch(error)) markOutdated();
      });
      socket.on('drill:events', handlers.onEvents);
      socket.on('drill:typing', handlers.onTyping);
      socket.on('desk:taken', handlers.onTaken);
      if (handlers.onSeat) socket.on('seat:state', handlers.onSeat);
      if (handlers.onTiles) socket.on('wall:tiles', handlers.onTiles);
      if (handlers.onRun) socket.on('run:state', handlers.onRun);
      if (handlers.onRole) socket.on('role:state', handlers.onRole);
      socket.connect();
    },
    retry: () => {
      socket.disconnect().connect();
    },
    send: (name, payload) =>
      new Promise((resolve) => {
        // socket.io would keep unsent packets and send them on reconnect without asking (RULES N5 wants a choice).
        if (!socket.connected) return resolve(null);
        const settle = (reply: Reply<unknown> | null): void => {
          clearTimeout(timer);
          waiting.delete(giveUp);
          resolve(reply as never);
        };
        const giveUp = (): void => settle(null);
        const timer = setTimeout(giveUp, ACK_TIMEOUT_MS);
        waiting.add(giveUp);
        const emit = socket.emit.bind(socket) as unknown as Emit;
        emit(name, payload, (reply) => {
          hearTold(toldIn(reply));
          settle(reply);
        });
      }),
    close: () => {
      hearers = null;
      socket.removeAllListeners();
      for (const giveUp of [...waiting]) giveUp();
      markSocketOpen(socket);
      socket.disconnect();
    },
  };
};
