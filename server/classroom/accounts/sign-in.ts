import type { z } from 'zod';
import { failure, type Reply } from '#contract/errors.ts';
import type { newPasswordSchema, signInSchema } from '#contract/people.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { LoginThrottle } from './login-throttle.ts';
import type { Passwords } from './passwords.ts';
import { type KnownOfAccount, passwordFault } from './weak-password.ts';

export type SignInNeeds = { people: PeopleStorage; passwords: Passwords; tries: LoginThrottle };

/** The lane of a device that isn't known. Wrong tries are counted by lane and login. */
export const UNKNOWN_DEVICE_LANE = 'stranger';

export const schoolName = async (people: Pick<PeopleStorage, 'schools'>, id: string): Promise<string> =>
  (await people.schools()).find((school) => school.id === id)?.name ?? '';

/** What others know of an account, and a password must not be made of. */
export const guessableFacts = async (
  people: Pick<PeopleStorage, 'schools'>,
  { login, name, school }: Person,
): Promise<KnownOfAccount> => ({
  login: login ?? '',
  name,
  school: await schoolName(people, school),
});

/** A login as it is stored and compared. */
export const loginKey = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

/**
 * The person of this login and password. `laneOf` says with whom a request shares its count of wrong tries: strangers
 * share one for an account; the machine itself and a device that was signed in before have their own. With one count
 * for all, trainees could lock a teacher out.
 */
export async function signIn(
  { people, passwords, tries }: SignInNeeds,
  asked: z.infer<typeof signInSchema>,
  laneOf: (person: Person | null) => string,
): Promise<Reply<Person>> {
  const login = loginKey(asked.login);
  const person = await people.personByLogin(login);
  const lane = laneOf(person);
  // When too many checks wait, only strangers are refused: people on known devices can still sign in during a flood.
  if (lane === UNKNOWN_DEVICE_LANE && passwords.busy()) return { ok: false, error: failure('too-many-requests') };
  const key = `${lane} ${login}`;
  const waitS = tries.begin(key);
  if (waitS > 0) return { ok: false, error: failure('sign-in-wait', String(waitS)) };
  const isRight = await passwords.matches(asked.password, person?.password ?? null);
  // While the password was checked, somebody may have changed it or closed the account.
  const current = person === null ? null : await people.person(person.id);
  if (!isRight || current === null || current.password !== person?.password || current.disabledAt !== null) {
    return { ok: false, error: failure('bad-sign-in') };
  }
  tries.right(key);
  return { ok: true, value: current };
}

/** Sets a new password for a person who gives the old one. */
export async function changePassword(
  { people, passwords, tries }: SignInNeeds,
  id: string,
  asked: z.infer<typeof newPasswordSchema>,
): Promise<Reply<Person>> {
  const key = `change ${id}`;
  const waitS = tries.begin(key);
  if (waitS > 0) return { ok: false, error: failure('sign-in-wait', String(waitS)) };
  const stored = (await people.person(id))?.password ?? null;
  if (!(await passwords.matches(asked.old, stored))) return { ok: false, error: failure('wrong-password') };
  tries.right(key);
  const person = await people.person(id);
  const weak = person === null ? null : passwordFault(asked.password, await guessableFacts(people, person));
  if (weak !== null) return { ok: false, error: failure(weak) };
  const password = await passwords.hash(asked.password);
  const current = await people.person(id);
  if (current === null || current.password !== stored) return { ok: false, error: failure('wrong-password') };
  const changed = { ...current, password };
  await people.changePerson(changed);
  return { ok: true, value: changed };
}
