import type { LoginThrottle } from '#classroom/accounts/login-throttle.ts';
import type { Passwords } from '#classroom/accounts/passwords.ts';
import { setUp } from '#classroom/accounts/set-up.ts';
import { changePassword, guessableFacts, signIn, UNKNOWN_DEVICE_LANE } from '#classroom/accounts/sign-in.ts';
import type { SignInLog } from '#classroom/accounts/sign-in-log.ts';
import { passwordFault } from '#classroom/accounts/weak-password.ts';
import type { SignedIn } from '#common/access.ts';
import { shortAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode, Reply } from '#contract/errors.ts';
import type { Me } from '#contract/people.ts';
import type { SignInKind } from '#contract/sign-ins.ts';
import { deviceIn } from '#http/session/device-of.ts';
import { isLoopback } from '#http/session/is-loopback.ts';
import { signedInAs } from '#http/session/principal.ts';
import { deviceCookie, knownDevice, noSession, sessionHash, startSession } from '#http/session/session-cookie.ts';
import type { Locks } from '#storage/locks.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { Api, ApiRequest } from './api.ts';

export type AccountNeeds = {
  people: PeopleStorage;
  locks: Locks;
  passwords: Passwords;
  throttle: LoginThrottle;
  clock: Clock;
  publicUrl: string | null;
  secureCookie: boolean;
  /** Printed by the server at its start; see `classroom/accounts/set-up.ts`. */
  setUpCode: string;
  signInLog: SignInLog;
};

const PERSON_SEEN_EVERY_MS = 3600_000;
const SESSION_SEEN_EVERY_MS = 10 * 60_000;

/** Routes of the person who is signed in, the first account, signing in and out. */
export const accountRoutes = (api: Api, needs: AccountNeeds): void => {
  const { people, clock, publicUrl, secureCookie, signInLog } = needs;
  const noteSignIn = (
    request: ApiRequest,
    kind: SignInKind,
    person: Pick<Person, 'id' | 'school'> | null,
  ): Promise<void> => signInLog.note({ kind, person, address: request.address, device: deviceIn(request) });
  const meOf = async (request: ApiRequest, person: SignedIn | null, weakPassword = false): Promise<Me> => {
    const schools = await people.schools();
    return {
      person:
        person === null
          ? null
          : meRow(person, schools.find(({ id }) => id === person.school)?.name ?? '', weakPassword),
      setup: { needed: schools.length === 0, here: isLoopback(request, publicUrl) },
    };
  };
  const startNewSession = async (request: ApiRequest, person: Person, hasWeakPassword: boolean): Promise<Reply<Me>> => {
    // The browser gets a new session. The one it had ends, whoever it belonged to.
    const oldSession = sessionHash(request.cookie);
    if (oldSession !== null) await people.endSession(oldSession);
    const origin = { ...deviceIn(request), address: shortAddress(request.address), weak: hasWeakPassword };
    request.setCookie(await startSession(people, person.id, clock.now(), secureCookie, origin));
    request.setCookie(deviceCookie(person, secureCookie));
    return { ok: true, value: await meOf(request, await signedInAs(people, person), hasWeakPassword) };
  };

  api('GET /api/me', async (request) => {
    const { person } = request.principal;
    const stored = person === null ? null : await people.person(person.id);
    const now = clock.now();
    // A session lasts two weeks, so signing in doesn't tell when somebody was here last: opening a page does, once an
    // hour.
    if (stored !== null && now - (stored.seenAt ?? 0) > PERSON_SEEN_EVERY_MS)
      await people.changePerson({ ...stored, seenAt: now });
    const session = sessionHash(request.cookie);
    const current = person === null || session === null ? null : await people.session(session);
    if (session !== null && current !== null && now - current.seenAt > SESSION_SEEN_EVERY_MS) {
      await people.noteSessionSeen(session, now, shortAddress(request.address));
    }
    return { ok: true, value: await meOf(request, person, current?.weak) };
  });

  api('POST /api/set-up', async (request) => {
    const reply = await setUp(needs, request.body, isLoopback(request, publicUrl));
    if (reply.ok) await noteSignIn(request, 'set-up', reply.value);
    else if (reply.error.code === 'bad-set-up-code') await noteSignIn(request, 'wrong-set-up-code', null);
    return reply.ok ? await startNewSession(request, reply.value, false) : reply;
  });

  api('POST /api/session', async (request) => {
    let triedPerson: Person | null = null;
    const laneOf = (person: Person | null): string => {
      triedPerson = person;
      if (isLoopback(request, publicUrl)) return 'here';
      const device = person === null ? null : knownDevice(person, request.cookie);
      return device ?? UNKNOWN_DEVICE_LANE;
    };
    const reply = await signIn(needs, request.body, laneOf);
    const kind = signInKind(reply, triedPerson);
    if (kind !== null) await noteSignIn(request, kind, triedPerson);
    if (!reply.ok) return reply;
    return await startNewSession(
      request,
      reply.value,
      passwordFault(request.body.password, await guessableFacts(people, reply.value)) !== null,
    );
  });

  api('POST /api/session/end', async (request) => {
    const session = sessionHash(request.cookie);
    if (request.principal.person !== null) await noteSignIn(request, 'signed-out', request.principal.person);
    if (session !== null) await people.endSession(session);
    request.setCookie(noSession(secureCookie));
    return { ok: true, value: await meOf(request, null) };
  });

  api('POST /api/me/password', async (request) => {
    const result = await changePassword(needs, request.principal.person.id, request.body);
    const kind = result.ok ? 'password-changed' : KIND_OF_REFUSAL[result.error.code];
    if (kind !== undefined) await noteSignIn(request, kind, request.principal.person);
    if (!result.ok) return result;
    await people.clearWeakPassword(result.value.id);
    await people.endSessions(result.value.id, sessionHash(request.cookie));
    request.setCookie(deviceCookie(result.value, secureCookie));
    return { ok: true, value: null };
  });
};

const KIND_OF_REFUSAL: { readonly [C in ErrorCode]?: SignInKind } = {
  'bad-sign-in': 'wrong-password',
  'wrong-password': 'wrong-password',
  'sign-in-wait': 'waiting',
};

/** Null: the password wasn't looked at, because too many others were being. */
const signInKind = (reply: Reply<unknown>, triedPerson: Person | null): SignInKind | null => {
  if (reply.ok) return 'signed-in';
  const kind = KIND_OF_REFUSAL[reply.error.code] ?? null;
  if (kind === null || kind === 'waiting') return kind;
  if (triedPerson === null) return 'unknown-login';
  return triedPerson.disabledAt === null ? kind : 'closed-account';
};

const meRow = (
  { id, name, login, role, school, machineAdmin }: SignedIn,
  schoolName: string,
  weakPassword: boolean,
): Me['person'] => ({
  id,
  name,
  login,
  role,
  school: { id: school, name: schoolName },
  machineAdmin,
  weakPassword,
});
