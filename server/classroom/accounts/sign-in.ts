import type { z } from 'zod';
import { failure, type Reply } from '#contract/errors.ts';
import type { newPasswordSchema, signInSchema } from '#contract/people.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { LoginThrottle } from './login-throttle.ts';
import type { Passwords } from './passwords.ts';
import { type GuessableFacts, passwordFault } from './weak-password.ts';

export type SignInNeeds = { people: PeopleStorage; passwords: Passwords; throttle: LoginThrottle };

/** The lane of a device that isn't known. Wrong tries are counted by lane and login. */
export const UNKNOWN_DEVICE_LANE = 'stranger';

export const schoolName = async (people: Pick<PeopleStorage, 'schools'>, id: string): Promise<string> =>
  (await people.schools()).find((school) => school.id === id)?.name ?? '';

/** What others know of an account, and a password must not be made of. */
export const guessableFacts = async (
  people: Pick<PeopleStorage, 'schools'>,
  { login, name, school }: Person,
): Promise<GuessableFacts> => ({
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
export const signIn = async (
  { people, passwords, throttle }: SignInNeeds,
  request: z.infer<typeof signInSchema>,
  laneOf: (person: Person | null) => string,
): Promise<Reply<Person>> => {
  const login = loginKey(request.login);
  const person = await people.personByLogin(login);
  const lane = laneOf(person);
  // When too many checks wait, only strangers are refused: people on known devices can still sign in during a flood.
  if (lane === UNKNOWN_DEVICE_LANE && passwords.isBusy()) return { ok: false, error: failure('too-many-requests') };
  const key = `${lane} ${login}`;
  const waitS = throttle.begin(key);
  if (waitS > 0) return { ok: false, error: failure('sign-in-wait', String(waitS)) };
  const isCorrect = await passwords.matches(request.password, person?.password ?? null);
  // While the password was checked, somebody may have changed it or closed the account.
  const current = person === null ? null : await people.person(person.id);
  if (!isCorrect || current === null || current.password !== person?.password || current.disabledAt !== null) {
    return { ok: false, error: failure('bad-sign-in') };
  }
  throttle.succeeded(key);
  return { ok: true, value: current };
};

/** Sets a new password for a person who gives the old one. */
export const changePassword = async (
  { people, passwords, throttle }: SignInNeeds,
  personId: string,
  request: z.infer<typeof newPasswordSchema>,
): Promise<Reply<Person>> => {
  const key = `change ${personId}`;
  const waitS = throttle.begin(key);
  if (waitS > 0) return { ok: false, error: failure('sign-in-wait', String(waitS)) };
  const stored = (await people.person(personId))?.password ?? null;
  if (!(await passwords.matches(request.old, stored))) return { ok: false, error: failure('wrong-password') };
  throttle.succeeded(key);
  const person = await people.person(personId);
  const weakness = person === null ? null : passwordFault(request.password, await guessableFacts(people, person));
  if (weakness !== null) return { ok: false, error: failure(weakness) };
  const password = await passwords.hash(request.password);
  const current = await people.person(personId);
  if (current === null || current.password !== stored) return { ok: false, error: failure('wrong-password') };
  const changed = { ...current, password };
  await people.changePerson(changed);
  return { ok: true, value: changed };
};
