import type { Classroom } from '#classroom/classroom.ts';
import { certificateLines } from '#classroom/exports/certificate-sheet.ts';
import type { Clock } from '#common/clock.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { classroom: Classroom; clock: Clock; storage: Pick<Storage, 'certificates'> };

/** Routes of written papers: what a teacher sets and reads, and a seat's own answers. */
export const paperRoutes = (api: Api, { classroom, clock, storage }: Needs): void => {
  const { papers } = classroom;

  api('GET /api/papers', async ({ principal }) => ({ ok: true, value: await papers.own(principal) }));
  api('POST /api/papers', ({ principal, body }) => papers.set(principal.person, body));
  api('GET /api/runs/:id/paper', ({ params }) => papers.board(params.id));
  api('GET /api/runs/:id/paper.xlsx', async ({ params }) => {
    const board = await papers.board(params.id);
    if (!board.ok) return board;
    const { paperFileName, paperWorkbook } = await import('#classroom/exports/export-paper.ts');
    const lines = certificateLines(await storage.certificates.ofRun(params.id));
    const bytes = await paperWorkbook(board.value, lines, await papers.readAll(params.id));
    return { ok: true, value: new Download(paperFileName(board.value, clock.now()), MEDIA_TYPE.xlsx, bytes) };
  });
  api('GET /api/seats/:id/paper/read', ({ params }) => papers.read(params.id));
  api('POST /api/seats/:id/paper/rulings', ({ params, principal, body }) =>
    papers.rule(params.id, principal.person.id, body),
  );
  api('POST /api/seats/:id/paper/appeals', ({ params, principal, body }) => papers.appeal(params.id, principal, body));
  api('POST /api/seats/:id/paper/appeals/withdraw', ({ params, principal, body }) =>
    papers.withdrawAppeal(params.id, principal, body.question),
  );
  api('GET /api/seats/:id/paper', ({ params, principal }) => papers.seat(params.id, principal));
  api('POST /api/seats/:id/paper', ({ params, principal }) => papers.begin(params.id, principal));
  api('POST /api/seats/:id/paper/answers', ({ params, principal, body }) => papers.answer(params.id, principal, body));
  api('POST /api/seats/:id/paper/hand-in', ({ params, principal }) => papers.handIn(params.id, principal));
};
