import type { Classroom } from '#classroom/classroom.ts';
import { certificateLines } from '#classroom/exports/certificate-sheet.ts';
import type { Clock } from '#common/clock.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { classroom: Classroom; clock: Clock; storage: Pick<Storage, 'certificates'> };

/** Routes of 模拟考试: what a teacher sets and reads, and a seat's own parts. */
export const examRoutes = (api: Api, { classroom, clock, storage }: Needs): void => {
  const { exams, papers } = classroom;

  api('GET /api/exams', async ({ principal }) => ({ ok: true, value: await exams.own(principal) }));
  api('GET /api/exam-defaults', async () => ({ ok: true, value: exams.defaults() }));
  api('POST /api/exams', ({ principal, body }) => exams.set(principal.person, body));
  api('GET /api/runs/:id/exam', ({ params }) => exams.board(params.id));
  api('GET /api/runs/:id/exam.xlsx', async ({ params }) => {
    const board = await exams.board(params.id);
    if (!board.ok) return board;
    const { examFileName, examWorkbook } = await import('#classroom/exports/export-exam.ts');
    const paper = await papers.board(params.id);
    const ofPaper = paper.ok ? { board: paper.value, papers: await papers.readAll(params.id) } : null;
    const lines = certificateLines(await storage.certificates.ofRun(params.id));
    const bytes = await examWorkbook(board.value, lines, ofPaper);
    return { ok: true, value: new Download(examFileName(board.value, clock.now()), MEDIA_TYPE.xlsx, bytes) };
  });
  api('POST /api/runs/:id/resits', ({ params, principal, body }) => exams.resit(params.id, principal.person, body));
  api('POST /api/seats/:id/extra-time', async ({ params, principal, body }) => {
    const reply = await exams.extraTime(params.id, principal.person.id, body.percent);
    // A paper by itself is no exam of parts and has a clock for all.
    if (reply.ok || reply.error.code !== 'exam-none') return reply;
    return await papers.extraTime(params.id, principal.person.id, body.percent);
  });
  api('GET /api/seats/:id/exam', ({ params, principal }) => exams.seat(params.id, principal));
  api('POST /api/seats/:id/left', ({ params, principal, body }) => exams.left(params.id, principal, body.part));
  api('GET /api/seats/:id/typing', ({ params, principal }) => exams.typing.seat(params.id, principal));
  api('POST /api/seats/:id/typing', ({ params, principal }) => exams.typing.begin(params.id, principal));
  api('POST /api/seats/:id/typing/typed', ({ params, principal, body }) =>
    exams.typing.put(params.id, principal, body),
  );
  api('GET /api/seats/:id/typing/read', ({ params }) => exams.typingRulings.read(params.id));
  api('POST /api/seats/:id/typing/rulings', ({ params, principal, body }) =>
    exams.typingRulings.rule(params.id, principal.person.id, body),
  );
  api('POST /api/seats/:id/typing/appeals', ({ params, principal, body }) =>
    exams.typingRulings.appeal(params.id, principal, body),
  );
  api('POST /api/seats/:id/typing/appeals/withdraw', ({ params, principal }) =>
    exams.typingRulings.withdraw(params.id, principal),
  );
};
