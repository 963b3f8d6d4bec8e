import type { Principal, SignedIn } from '#common/access.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { Storage } from '#storage/storage.ts';
import { hashOf, tokenIn } from './cookie-token.ts';
import { guestOf } from './guest-cookie.ts';

export const SESSION_COOKIE = 'kefu_session';

type Needs = Pick<Storage, 'guestByToken' | 'people'>;

/** Who asks, by both cookies of a request or a socket's handshake. `now`: epoch milliseconds. */
export const principalOf = async (
  storage: Needs,
  cookieHeader: string | undefined,
  now: number,
): Promise<Principal> => ({
  guest: await guestOf(storage, cookieHeader),
  person: await signedIn(storage, cookieHeader, now),
});

const signedIn = async ({ people }: Needs, cookieHeader: string | undefined, now: number): Promise<SignedIn | null> => {
  const token = tokenIn(SESSION_COOKIE, cookieHeader);
  const person = token === null ? null : await people.sessionPerson(hashOf(token), now);
  return person === null ? null : await signedInAs(people, person);
};

/** What the permission table needs to know of a person. */
export const signedInAs = async (
  people: Pick<PeopleStorage, 'schools'>,
  { id, name, login, role, school }: Person,
): Promise<SignedIn> => ({
  id,
  name,
  login: login ?? '',
  role,
  school,
  machineAdmin: role === 'admin' && (await people.schools())[0]?.id === school,
});
