import type { Principal, SignedIn } from '#common/access.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { Storage } from '#storage/storage.ts';
import { hashOf, tokenIn } from './cookie-token.ts';
import { guestOf } from './guest-cookie.ts';

export const SESSION_COOKIE = 'kefu_session';

type Needs = Pick<Storage, 'guestByToken' | 'people'>;

/** Who asks, by both cookies of a request or a socket's handshake. `now`: epoch milliseconds. */
export const principalOf = (storage: Needs, cookieHeader: string | undefined, now: number): Principal => ({
  guest: guestOf(storage, cookieHeader),
  person: signedIn(storage, cookieHeader, now),
});

function signedIn({ people }: Needs, cookieHeader: string | undefined, now: number): SignedIn | null {
  const token = tokenIn(SESSION_COOKIE, cookieHeader);
  const person = token === null ? null : people.sessionPerson(hashOf(token), now);
  return person === null ? null : signedInAs(people, person);
}

/** What the permission table needs to know of a person. */
export const signedInAs = (
  people: Pick<PeopleStorage, 'schools'>,
  { id, name, login, role, school }: Person,
): SignedIn => ({
  id,
  name,
  login: login ?? '',
  role,
  school,
  machineAdmin: role === 'admin' && people.schools()[0]?.id === school,
});
