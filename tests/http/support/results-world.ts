/** A class that has drilled, behind the real server: its teacher, the first seat's device and one that has no part in it. */
import { type Report, reportSchema } from '#contract/report.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { GUEST_COOKIE } from '#http/session/guest-cookie.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import { engine } from '#server/engine-parts.ts';
import type { Run } from '#storage/runs.ts';
import { goldenCatalog, plan, type SeatPlan, storeClass } from '#tests/classroom/support/golden-class.ts';
import { ask, type TestServer, testServer, valueIn } from './test-server.ts';

export type Room = TestServer & { teacher: string; trainee: string; stranger: string };

/** The three as cookies. */
export const resultsServer = async (
  seats: readonly SeatPlan[],
  results: 'published' | 'at-once',
  catalog = goldenCatalog,
  over: Partial<Run> = {},
): Promise<Room> => {
  const server = await testServer({ engine, catalog });
  await storeClass(server.storage, seats, { plan: { ...plan, results }, ...over });
  const now = Date.now();
  const [session, guest, other] = [newToken(), newToken(), newToken()];
  await server.storage.people.createSession(hashOf(session), 'wang', now, now + 3_600_000);
  await server.storage.createGuest(hashOf(guest), 'g1', now);
  await server.storage.createGuest(hashOf(other), 'g9', now);
  return {
    ...server,
    teacher: `${SESSION_COOKIE}=${session}`,
    trainee: `${GUEST_COOKIE}=${guest}`,
    stranger: `${GUEST_COOKIE}=${other}`,
  };
};

export const get = ({ url }: Room, path: string, cookie: string) => ask(`${url}/api/${path}`, { cookie });
export const post = ({ url }: Room, path: string, cookie: string, body: unknown = {}) =>
  ask(`${url}/api/${path}`, { method: 'POST', cookie, body });
/** The report of the first seat's drill. */
export const reportOf = async (server: Room, cookie = server.teacher, query = ''): Promise<Report> =>
  reportSchema.parse(valueIn(await get(server, `drills/d1-1/report${query}`, cookie)));
