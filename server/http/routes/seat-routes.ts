import type { Classroom } from '#classroom/classroom.ts';
import type { Api } from './api.ts';

/** Routes of a seat for its own trainee, and of the teacher's decision on which device has it. */
export const seatRoutes = (api: Api, { classroom }: { classroom: Classroom }): void => {
  const { seats } = classroom;

  api('GET /api/seats/:id', ({ principal, params }) => seats.body(params.id, principal));
  api('POST /api/seats/:id/again', async ({ principal, params }) => seats.openNextAttempt(params.id, principal));
  api('POST /api/seats/:id/approve', ({ principal, params }) => seats.approve(params.id, principal.person.id));
  api('POST /api/seats/:id/refuse', ({ principal, params }) => seats.refuse(params.id, principal.person.id));
  api('POST /api/seats/:id/due', ({ principal, params, body }) =>
    seats.extend(params.id, principal.person.id, body.dueAt),
  );
  api('GET /api/homework', async ({ principal }) => ({ ok: true, value: await seats.waiting(principal) }));
  api('POST /api/seats/:id/release', ({ principal, params }) => seats.release(params.id, principal.person.id));
};
