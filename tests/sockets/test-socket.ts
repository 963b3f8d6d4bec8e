import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Reply } from '#contract/errors.ts';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import type { DrillEvents, WireEvent } from '#contract/wire-events.ts';
import type { TestServer } from '#tests/http/support/test-server.ts';

/** A connected tab of the guest with this cookie; disconnected after the test. `auth`: what it says of itself. */
export const connected = async (
  { url }: Pick<TestServer, 'url'>,
  cookie: string | null,
  headers: Record<string, string> = {},
  auth: Record<string, unknown> = { protocol: PROTOCOL_VERSION },
): Promise<Socket> => {
  const socket = io(url, {
    auth,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(cookie === null ? {} : { cookie }), ...headers },
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((done, failed) => {
    socket.once('connect', done);
    socket.once('connect_error', failed);
  });
  return socket;
};

/** Sends a command and waits for its acknowledgement. */
export const emit = (socket: Socket, command: string, payload: unknown): Promise<Reply<Record<string, unknown>>> =>
  socket.timeout(5000).emitWithAck(command, payload);

/** A reply typed to the first customer, as the desk sends it. */
export const message = (drillId: string, commandId: string, text = '39码') => ({
  drillId,
  commandId,
  conversation: 'c1',
  text,
  made: { how: 'typed', quickReply: null },
  anatomy: null,
});

/** All events a socket hears from now on. */
export const hearing = (
  socket: Socket,
): {
  messages: DrillEvents[];
  events(): WireEvent[];
  until(find: (event: WireEvent) => boolean): Promise<WireEvent>;
} => {
  const messages: DrillEvents[] = [];
  const events = (): WireEvent[] => messages.flatMap((message) => message.events.map(({ event }) => event));
  let wake = (): void => {};
  socket.on('drill:events', (message: DrillEvents) => {
    messages.push(message);
    wake();
  });
  return {
    messages,
    events,
    until: async (find) => {
      for (;;) {
        const found = events().find(find);
        if (found !== undefined) return found;
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    },
  };
};
