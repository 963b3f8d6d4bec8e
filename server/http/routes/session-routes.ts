import { deviceName } from '#classroom/accounts/device-name.ts';
import type { SignInLog } from '#classroom/accounts/sign-in-log.ts';
import { signInsName, signInsWorkbook } from '#classroom/exports/export-sign-ins.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { SessionRow } from '#contract/sign-ins.ts';
import { deviceIn } from '#http/session/device-of.ts';
import { sessionHash } from '#http/session/session-cookie.ts';
import type { PeopleStorage } from '#storage/people.ts';
import { type Api, type ApiRequest, Download, MEDIA_TYPE } from './api.ts';

type Needs = { people: PeopleStorage; clock: Pick<Clock, 'now'>; signInLog: SignInLog };
/** Rows of the table that is downloaded. */
const MAX_ROWS = 20_000;
/** Sessions of one's own account and, for admins, of their school's, and the record of sign-ins. */
export const sessionRoutes = (api: Api, { people, clock, signInLog }: Needs): void => {
  const rowsOf = async (request: ApiRequest, person: string): Promise<Reply<SessionRow[]>> => {
    const hash = sessionHash(request.cookie);
    const ownSessionId = hash === null ? null : ((await people.session(hash))?.id ?? null);
    const rows = (await people.sessionsOf(person, clock.now())).map((session) => ({
      id: session.id,
      own: session.id === ownSessionId,
      device: deviceName(session),
      address: session.address,
      startedAt: session.createdAt,
      seenAt: session.seenAt,
    }));
    return { ok: true, value: rows.toSorted((a, b) => Number(b.own) - Number(a.own)) };
  };
  /** Ends one session, or all but the one that asks; the record has it. */
  const endSessions = async (request: ApiRequest, id: string, session: string | null): Promise<Reply<SessionRow[]>> => {
    const person = await people.person(id);
    if (person === null) return refused('unknown-person');
    if (session === null) await people.endSessions(id, sessionHash(request.cookie));
    else if (!(await people.endSessionOf(id, session))) return refused('unknown-session');
    const principalId = request.principal.person?.id ?? null;
    const endedBy = principalId === id ? null : principalId;
    await signInLog.note({
      kind: 'session-ended',
      person,
      by: endedBy,
      address: request.address,
      device: deviceIn(request),
    });
    return await rowsOf(request, id);
  };

  api('GET /api/me/sessions', (request) => rowsOf(request, request.principal.person.id));
  api('POST /api/me/sessions/:session/end', (request) =>
    endSessions(request, request.principal.person.id, request.params.session),
  );
  api('POST /api/me/sessions/end', (request) => endSessions(request, request.principal.person.id, null));
  api('GET /api/people/:id/sessions', (request) => rowsOf(request, request.params.id));
  api('POST /api/people/:id/sessions/:session/end', (request) =>
    endSessions(request, request.params.id, request.params.session),
  );
  api('POST /api/people/:id/sessions/end', (request) => endSessions(request, request.params.id, null));

  api('GET /api/sign-ins', async ({ principal, query }) => ({
    ok: true,
    value: await signInLog.read(principal.person, query),
  }));
  api('GET /api/sign-ins.xlsx', async ({ principal, query }) => {
    const { rows } = await signInLog.read(principal.person, query, MAX_ROWS);
    return { ok: true, value: new Download(signInsName(clock.now()), MEDIA_TYPE.xlsx, await signInsWorkbook(rows)) };
  });
};
