import type { Classroom } from '#classroom/classroom.ts';
import type { Route } from '#common/access.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Api } from './api.ts';

/** A seat for its own trainee, and the teacher's say on which device has it. */
export function seatRoutes(api: Api, { classroom }: { classroom: Classroom }): void {
  const { seats } = classroom;
  const ruled = (route: Route, act: (seat: string, by: string) => Reply<null>): void =>
    api(route, ({ asker, param }) =>
      asker.person === null ? { ok: false, error: failure('not-signed-in') } : act(param('id'), asker.person.id),
    );

  api('GET /api/seats/:id', ({ asker, param }) => seats.body(param('id'), asker));
  api('POST /api/seats/:id/again', ({ asker, param }) => seats.again(param('id'), asker));
  ruled('POST /api/seats/:id/approve', seats.approve);
  ruled('POST /api/seats/:id/refuse', seats.refuse);
  ruled('POST /api/seats/:id/release', seats.release);
}
