import type { Classroom } from '#classroom/classroom.ts';
import type { Api } from '#http/routes/api.ts';

/** Routes of transfers between seats. */
export const transferRoutes = (api: Api, { transfers }: Pick<Classroom, 'transfers'>): void => {
  api('GET /api/seats/:id/mates', ({ params }) => transfers.mates(params.id));
  api('GET /api/runs/:id/transfers', ({ params }) => transfers.board(params.id));
};
