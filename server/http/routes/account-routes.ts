import type { LoginThrottle } from '#classroom/accounts/login-throttle.ts';
import type { Passwords } from '#classroom/accounts/passwords.ts';
import { setUp } from '#classroom/accounts/set-up.ts';
import { changePassword, STRANGER, signIn } from '#classroom/accounts/sign-in.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Reply } from '#contract/errors.ts';
import type { Me } from '#contract/people.ts';
import { isLoopback } from '#http/session/is-loopback.ts';
import { signedInAs } from '#http/session/principal.ts';
import { deviceCookie, knownDevice, noSession, sessionHash, startSession } from '#http/session/session-cookie.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { Api, ApiRequest } from './api.ts';

export type AccountNeeds = {
  people: PeopleStorage;
  passwords: Passwords;
  tries: LoginThrottle;
  clock: Clock;
  publicUrl: string | null;
  secureCookie: boolean;
  /** Printed by the server at its start; see `classroom/accounts/set-up.ts`. */
  setUpCode: string;
};

const SEEN_EVERY_MS = 3600_000;

/** Routes of the person who is signed in, the first account, signing in and out. */
export function accountRoutes(api: Api, needs: AccountNeeds): void {
  const { people, clock, publicUrl, secureCookie } = needs;
  const meOf = (request: ApiRequest, person: SignedIn | null): Me => {
    const schools = people.schools();
    return {
      person: person === null ? null : meRow(person, schools.find(({ id }) => id === person.school)?.name ?? ''),
      setup: { needed: schools.length === 0, here: isLoopback(request, publicUrl) },
    };
  };
  const enter = (request: ApiRequest, person: Person): Reply<Me> => {
    // The browser gets a new session. The one it had ends, whoever it belonged to.
    const old = sessionHash(request.cookie);
    if (old !== null) people.endSession(old);
    request.setCookie(startSession(people, person.id, clock.now(), secureCookie));
    request.setCookie(deviceCookie(person, secureCookie));
    return { ok: true, value: meOf(request, signedInAs(people, person)) };
  };

  api('GET /api/me', (request) => {
    const { person } = request.principal;
    const stored = person === null ? null : people.person(person.id);
    const now = clock.now();
    // A session lasts two weeks, so signing in doesn't tell when somebody was here last: opening a page does, once an
    // hour.
    if (stored !== null && now - (stored.seenAt ?? 0) > SEEN_EVERY_MS) people.changePerson({ ...stored, seenAt: now });
    return { ok: true, value: meOf(request, person) };
  });

  api('POST /api/set-up', async (request) => {
    const reply = await setUp(needs, request.body, isLoopback(request, publicUrl));
    return reply.ok ? enter(request, reply.value) : reply;
  });

  api('POST /api/session', async (request) => {
    const laneOf = (person: Person | null): string => {
      if (isLoopback(request, publicUrl)) return 'here';
      const device = person === null ? null : knownDevice(person, request.cookie);
      return device ?? STRANGER;
    };
    const reply = await signIn(needs, request.body, laneOf);
    return reply.ok ? enter(request, reply.value) : reply;
  });

  api('POST /api/session/end', (request) => {
    const session = sessionHash(request.cookie);
    if (session !== null) people.endSession(session);
    request.setCookie(noSession(secureCookie));
    return { ok: true, value: meOf(request, null) };
  });

  api('POST /api/me/password', async (request) => {
    const changed = await changePassword(needs, request.principal.person.id, request.body);
    if (!changed.ok) return changed;
    people.endSessions(changed.value.id, sessionHash(request.cookie));
    request.setCookie(deviceCookie(changed.value, secureCookie));
    return { ok: true, value: null };
  });
}

const meRow = ({ id, name, login, role, school, machineAdmin }: SignedIn, schoolName: string): Me['person'] => ({
  id,
  name,
  login,
  role,
  school: { id: school, name: schoolName },
  machineAdmin,
});
