import { hashOf, tokenIn } from '#http/cookie-token.ts';
import { guestOf } from '#http/guest-cookie.ts';
import type { Asker, SignedIn } from '#server/access.ts';
import type { Storage } from '#storage/storage.ts';

export const SESSION_COOKIE = 'kefu_session';

type Needs = Pick<Storage, 'guestByToken' | 'people'>;

/** Who asks, by both cookies of a request or a socket's handshake. `now`: epoch milliseconds. */
export const askerOf = (storage: Needs, cookieHeader: string | undefined, now: number): Asker => ({
  guest: guestOf(storage, cookieHeader),
  person: signedIn(storage, cookieHeader, now),
});

function signedIn({ people }: Needs, cookieHeader: string | undefined, now: number): SignedIn | null {
  const token = tokenIn(SESSION_COOKIE, cookieHeader);
  const person = token === null ? null : people.sessionPerson(hashOf(token), now);
  if (person === null) return null;
  const { id, name, login, role, school } = person;
  const machineAdmin = role === 'admin' && people.schools()[0]?.id === school;
  return { id, name, login: login ?? '', role, school, machineAdmin };
}
