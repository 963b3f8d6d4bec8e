import { mentorHome } from '#classroom/mentors/mentor-home.ts';
import { mentorTrainees } from '#classroom/mentors/mentor-trainees.ts';
import { acceptInvite, endByMentor, endBySchool, invite, schoolMentorships } from '#classroom/mentors/mentorships.ts';
import { setShared, shareOf } from '#classroom/mentors/shares.ts';
import { classTerm } from '#classroom/terms/terms.ts';
import type { Api } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of mentors of several schools: a school's invitations and shares, and the mentor's own page. */
export const mentorRoutes = (
  api: Api,
  needs: Pick<ReportNeeds, 'storage' | 'runner' | 'clock' | 'costs' | 'catalogs'>,
): void => {
  const { costs } = needs;
  api('GET /api/mentorships', async ({ principal }) => ({
    ok: true,
    value: await schoolMentorships(needs, principal.person.school),
  }));
  api('POST /api/mentorships', ({ principal, body }) => invite(needs, principal.person, body.login));
  api('POST /api/mentorships/:mentorship/end', ({ principal, params }) =>
    endBySchool(needs, principal.person, params.mentorship),
  );
  api(
    'GET /api/mentor',
    async (request) =>
      costs(request, COST.all) ?? { ok: true, value: await mentorHome(needs, request.principal.person) },
  );
  api(
    'GET /api/mentor/trainees',
    async (request) =>
      costs(request, COST.all) ?? { ok: true, value: await mentorTrainees(needs, request.principal.person) },
  );
  api('POST /api/mentor/accept', ({ principal, body }) => acceptInvite(needs, principal.person, body));
  api('POST /api/mentor/schools/:mentorship/end', ({ principal, params }) =>
    endByMentor(needs, principal.person, params.mentorship),
  );
  api('GET /api/runs/:id/share', async ({ principal, params }) => ({
    ok: true,
    value: await shareOf(needs, { school: principal.person.school, kind: 'run', thing: params.id }),
  }));
  api('POST /api/runs/:id/share', ({ principal, params, body }) =>
    setShared(
      needs,
      { school: principal.person.school, kind: 'run', thing: params.id },
      principal.person.id,
      body.shared,
    ),
  );
  api('GET /api/classes/:id/terms/:term/share', async ({ principal, params }) => {
    const found = await classTerm(needs, params.id, params.term);
    if (!found.ok) return found;
    const { school } = principal.person;
    return { ok: true, value: await shareOf(needs, { school, kind: 'term', thing: params.term }) };
  });
  api('POST /api/classes/:id/terms/:term/share', async ({ principal, params, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    if (!found.ok) return found;
    const { school, id } = principal.person;
    return await setShared(needs, { school, kind: 'term', thing: params.term }, id, body.shared);
  });
};
