import type { Classroom } from '#classroom/classroom.ts';
import type { Api } from './api.ts';

/** A seat for its own trainee, and the teacher's say on which device has it. */
export function seatRoutes(api: Api, { classroom }: { classroom: Classroom }): void {
  const { seats } = classroom;

  api('GET /api/seats/:id', ({ asker, params }) => seats.body(params.id, asker));
  api('POST /api/seats/:id/again', ({ asker, params }) => seats.again(params.id, asker));
  api('POST /api/seats/:id/approve', ({ asker, params }) => seats.approve(params.id, asker.person.id));
  api('POST /api/seats/:id/refuse', ({ asker, params }) => seats.refuse(params.id, asker.person.id));
  api('POST /api/seats/:id/release', ({ asker, params }) => seats.release(params.id, asker.person.id));
}
