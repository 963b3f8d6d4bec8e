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
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import { deviceIn } from '#http/session/device-of.ts';
import type { AccountNeeds } from './account-routes.ts';
import type { Api } from './api.ts';

/** Classes, their rosters and trainees' accounts. */
export const classRoutes = (api: Api, needs: AccountNeeds): void => {
  const { people, clock, signInLog } = needs;

  api('GET /api/classes', async ({ principal }) => ({
    ok: true,
    value: await classRows(people, principal.person.school),
  }));

  api('POST /api/classes', ({ principal, body }) =>
    createClass(people, principal.person.school, body.name, clock.now()),
  );

  api('GET /api/classes/:id', ({ params }) => classBody(people, params.id));

  api('POST /api/classes/:id', ({ params, body }) => changeClass(people, params.id, body, clock.now()));

  api('POST /api/classes/:id/roster/preview', async ({ params, body, header }) => {
    const members = await people.members(params.id);
    return Buffer.isBuffer(body)
      ? previewFile(body, uploadedName(header('x-file-name')), members)
      : previewText(body.text, members);
  });

  api('POST /api/classes/:id/roster', async ({ params, body }) => {
    const schoolClass = await people.schoolClass(params.id);
    if (schoolClass === null) return { ok: false, error: failure('unknown-class') };
    await addRoster(people, schoolClass.id, schoolClass.school, body.rows, clock.now());
    return await classBody(people, schoolClass.id);
  });

  api('POST /api/classes/:id/members/:person', ({ params, body }) =>
    changeMember(people, params.id, params.person, body, clock.now()),
  );

  api('POST /api/classes/:id/members/:person/account', async (request) => {
    const { id, person } = request.params;
    const reply = await giveAccount(needs, id, person, request.body);
    const { id: adminId, school } = request.principal.person;
    const origin = { address: request.address, device: deviceIn(request) };
    if (reply.ok)
      await signInLog.note({ kind: 'password-set', person: { id: person, school }, by: adminId, ...origin });
    return reply;
  });
};
