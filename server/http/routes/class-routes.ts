import {
  changeClass,
  changeMember,
  classBody,
  classRows,
  createClass,
  giveAccount,
} from '#classroom/roster/classes.ts';
import { addRoster, previewFile, previewText } from '#classroom/roster/roster.ts';
import { failure } from '#contract/errors.ts';
import {
  classChangeSchema,
  classSchema,
  memberAccountSchema,
  memberChangeSchema,
  rosterSchema,
  rosterTextSchema,
} from '#contract/people.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import type { AccountNeeds } from './account-routes.ts';
import type { Api } from './api.ts';

/** Classes, their rosters and trainees' accounts. */
export function classRoutes(api: Api, needs: AccountNeeds): void {
  const { people, clock } = needs;

  api('GET /api/classes', ({ asker }) => ({ ok: true, value: classRows(people, asker.person?.school ?? '') }));

  api('POST /api/classes', ({ asker, body }) => {
    const asked = parseBody(classSchema, body);
    if (!asked.ok) return asked;
    if (asker.person === null) return { ok: false, error: failure('not-signed-in') };
    return createClass(people, asker.person.school, asked.value.name, clock.now());
  });

  api('GET /api/classes/:id', ({ param }) => classBody(people, param('id')));

  api('POST /api/classes/:id', ({ param, body }) => {
    const asked = parseBody(classChangeSchema, body);
    return asked.ok ? changeClass(people, param('id'), asked.value, clock.now()) : asked;
  });

  api('POST /api/classes/:id/roster/preview', ({ param, body, header }) => {
    const members = people.members(param('id'));
    if (Buffer.isBuffer(body)) return previewFile(body, uploadedName(header('x-file-name')), members);
    const asked = parseBody(rosterTextSchema, body);
    return asked.ok ? previewText(asked.value.text, members) : asked;
  });

  api('POST /api/classes/:id/roster', ({ param, body }) => {
    const asked = parseBody(rosterSchema, body);
    const found = people.schoolClass(param('id'));
    if (!asked.ok) return asked;
    if (found === null) return { ok: false, error: failure('unknown-class') };
    addRoster(people, found.id, found.school, asked.value.rows, clock.now());
    return classBody(people, found.id);
  });

  api('POST /api/classes/:id/members/:person', ({ param, body }) => {
    const asked = parseBody(memberChangeSchema, body);
    return asked.ok ? changeMember(people, param('id'), param('person'), asked.value, clock.now()) : asked;
  });

  api('POST /api/classes/:id/members/:person/account', async ({ param, body }) => {
    const asked = parseBody(memberAccountSchema, body);
    return asked.ok ? giveAccount(needs, param('id'), param('person'), asked.value) : asked;
  });
}
