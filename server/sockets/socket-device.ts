import type { IncomingMessage } from 'node:http';
import { hashOf, tokenIn } from '#http/session/cookie-token.ts';
import { guestOf } from '#http/session/guest-cookie.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * The machine a connection comes from, for limits only. A person isn't counted: a school may use one account on all
 * machines of a room. `isKnown`: it has a cookie of this server; all others at one address are one device.
 */
export type SocketDevice = { key: string; address: string; isKnown: boolean };

/** `address`: as limits count it. `now`: epoch milliseconds. */
export const socketDevice = async (
  storage: Pick<Storage, 'guestByToken' | 'people'>,
  request: Pick<IncomingMessage, 'headers'>,
  address: string,
  now: number,
): Promise<SocketDevice> => {
  const { cookie } = request.headers;
  const guest = await guestOf(storage, cookie);
  if (guest !== null) return { key: `guest ${guest}`, address, isKnown: true };
  const token = tokenIn(SESSION_COOKIE, cookie);
  const session = token === null ? null : hashOf(token);
  if (session !== null && (await storage.people.sessionPerson(session, now)) !== null)
    return { key: `session ${session}`, address, isKnown: true };
  return { key: `address ${address}`, address, isKnown: false };
};
