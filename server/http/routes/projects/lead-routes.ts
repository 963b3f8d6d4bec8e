import type { Classroom } from '#classroom/classroom.ts';
import type { Api } from '#http/routes/api.ts';

/** Routes of 班组长 seats: who has the part, their answers, and what staff read of them. */
export const leadRoutes = (api: Api, { leads }: Pick<Classroom, 'leads'>): void => {
  api('GET /api/runs/:id/leads', ({ params }) => leads.board(params.id));
  api('POST /api/runs/:id/leads', ({ params, principal, body }) => leads.give(params.id, principal.person.id, body));
  api('POST /api/seats/:id/lead-answers', ({ params, principal, body }) => leads.answer(params.id, principal, body));
};
