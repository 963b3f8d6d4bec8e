/** Commands as the product's page sends them: what a command led to comes with its answer. */
import type { Socket } from 'socket.io-client';
import type { Reply } from '#contract/errors.ts';
import { type Handshake, PROTOCOL_VERSION, type Told } from '#contract/sockets.ts';
import type { DrillEvents } from '#contract/wire-events.ts';

/** What the product's page says of itself. Without `takesTold` the server would be tried on a way that no page takes. */
export const HANDSHAKE: Handshake = { protocol: PROTOCOL_VERSION, takesTold: true };

/** socket.io's own types can't follow a command name through `emit`; this is what it does. */
type Emit = (command: string, payload: object, ack: (reply: Reply<object | null>) => void) => void;

const toldIn = (reply: Reply<object | null>): Told =>
  reply.ok && reply.value !== null && 'told' in reply.value ? (reply.value.told as Told) : {};

/** The answer without what it brought along, so that two answers to one command can be compared. */
const withoutTold = (reply: Reply<object | null>): Reply<object | null> => {
  if (!reply.ok || reply.value === null || !('told' in reply.value)) return reply;
  const { told: _, ...value } = reply.value;
  return { ok: true, value };
};

/**
 * Sends a command. `hear` gets the events that come with the answer before the answer is given, also where `ms`
 * milliseconds are over: nothing else would tell them. Null: no answer within them, or the connection was lost.
 */
export const ask = <T>(
  socket: Socket,
  command: string,
  payload: object,
  { ms, hear }: { ms: number; hear: (message: DrillEvents) => void },
): Promise<Reply<T> | null> =>
  new Promise((resolve) => {
    const settle = (reply: Reply<object | null> | null): void => {
      clearTimeout(timer);
      socket.off('disconnect', giveUp);
      resolve(reply as Reply<T> | null);
    };
    const giveUp = (): void => settle(null);
    const timer = setTimeout(giveUp, ms);
    socket.once('disconnect', giveUp);
    const emit: Emit = socket.emit.bind(socket);
    emit(command, payload, (reply) => {
      const { events } = toldIn(reply);
      if (events !== undefined) hear(events);
      settle(withoutTold(reply));
    });
  });
