import { changePerson, createPerson, createSchool, personRow, schoolRows } from '#classroom/accounts/people.ts';
import { sessionHash } from '#http/session/session-cookie.ts';
import type { AccountNeeds } from './account-routes.ts';
import type { Api } from './api.ts';

/** Accounts of a school, kept by its admins, and the machine's schools. */
export function peopleRoutes(api: Api, needs: AccountNeeds): void {
  const { people } = needs;

  api('GET /api/schools', () => ({ ok: true, value: schoolRows(people) }));

  api('POST /api/schools', ({ body }) => createSchool(needs, body));

  api('GET /api/people', ({ principal }) => ({
    ok: true,
    value: people.peopleOf(principal.person.school).map(personRow),
  }));

  api('POST /api/people', ({ principal, body }) => createPerson(needs, principal.person.school, body));

  api('POST /api/people/:id', async ({ principal, body, params: { id }, cookie }) => {
    const changed = await changePerson(needs, id, principal.person.id, body);
    if (changed.ok && (body.password !== undefined || changed.value.disabled)) {
      people.endSessions(id, id === principal.person.id ? sessionHash(cookie) : null);
    }
    return changed;
  });
}
