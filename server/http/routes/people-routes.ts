import { changePerson, createPerson, createSchool, personRow, schoolRows } from '#classroom/accounts/people.ts';
import { failure } from '#contract/errors.ts';
import { newPersonSchema, newSchoolSchema, personChangeSchema } from '#contract/people.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { sessionHash } from '#http/session/session-cookie.ts';
import type { AccountNeeds } from './account-routes.ts';
import type { Api } from './api.ts';

/** Accounts of a school, kept by its admins, and the machine's schools. */
export function peopleRoutes(api: Api, needs: AccountNeeds): void {
  const { people } = needs;

  api('GET /api/schools', () => ({ ok: true, value: schoolRows(people) }));

  api('POST /api/schools', async ({ body }) => {
    const asked = parseBody(newSchoolSchema, body);
    return asked.ok ? createSchool(needs, asked.value) : asked;
  });

  api('GET /api/people', ({ asker }) => ({
    ok: true,
    value: people.peopleOf(asker.person?.school ?? '').map(personRow),
  }));

  api('POST /api/people', async ({ asker, body }) => {
    const asked = parseBody(newPersonSchema, body);
    if (!asked.ok) return asked;
    if (asker.person === null) return { ok: false, error: failure('not-signed-in') };
    return createPerson(needs, asker.person.school, asked.value);
  });

  api('POST /api/people/:id', async ({ asker, body, param, cookie }) => {
    const asked = parseBody(personChangeSchema, body);
    if (!asked.ok) return asked;
    if (asker.person === null) return { ok: false, error: failure('not-signed-in') };
    const id = param('id');
    const changed = await changePerson(needs, id, asker.person.id, asked.value);
    if (changed.ok && (asked.value.password !== undefined || changed.value.disabled)) {
      people.endSessions(id, id === asker.person.id ? sessionHash(cookie) : null);
    }
    return changed;
  });
}
