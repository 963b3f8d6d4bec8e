import { changePerson, createPerson, createSchool, personRow, schoolRows } from '#classroom/accounts/people.ts';
import { deviceIn } from '#http/session/device-of.ts';
import { sessionHash } from '#http/session/session-cookie.ts';
import type { AccountNeeds } from './account-routes.ts';
import type { Api } from './api.ts';

/** Accounts of a school, kept by its admins, and the machine's schools. */
export const peopleRoutes = (api: Api, needs: AccountNeeds): void => {
  const { people, signInLog } = needs;

  api('GET /api/schools', async () => ({ ok: true, value: await schoolRows(people) }));

  api('POST /api/schools', async ({ body }) => createSchool(needs, body));

  api('GET /api/people', async ({ principal }) => ({
    ok: true,
    value: (await people.peopleOf(principal.person.school)).map(personRow),
  }));

  api('POST /api/people', async ({ principal, body }) => createPerson(needs, principal.person.school, body));

  api('POST /api/people/:id', async (request) => {
    const { principal, body, cookie } = request;
    const { id } = request.params;
    const result = await changePerson(needs, id, principal.person.id, body);
    if (result.ok && (body.password !== undefined || result.value.disabled)) {
      await people.endSessions(id, id === principal.person.id ? sessionHash(cookie) : null);
      const origin = { address: request.address, device: deviceIn(request), by: principal.person.id };
      const person = { id, school: principal.person.school };
      if (body.password !== undefined) {
        await people.clearWeakPassword(id);
        await signInLog.note({ kind: 'password-set', person, ...origin });
      } else await signInLog.note({ kind: 'session-ended', person, ...origin });
    }
    return result;
  });
};
