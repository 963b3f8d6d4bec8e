import type { Classroom } from '#classroom/classroom.ts';
import type { Inspector, OpenedItem } from '#classroom/inspections/class-inspections.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { ClassItemBody } from '#contract/practice/class-inspections.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';

type Needs = { classroom: Classroom; engine: Pick<DrillEngine, 'prepare'>; clock: Pick<Clock, 'now'> };

/** Routes of 质检 in a class: what a teacher picks and reads, and what seats and staff mark. */
export const classInspectionRoutes = (api: Api, { classroom, engine, clock }: Needs): void => {
  const exercise = () => classroom.inspections();
  const staff = (run: string, { person }: Principal): Inspector => ({ run, person: person?.id ?? '' });
  const shown = async (opened: Reply<OpenedItem>): Promise<Reply<ClassItemBody>> => {
    if (!opened.ok) return opened;
    const { classItemBody } = await import('#http/bodies/class-inspection-bodies.ts');
    const value = classItemBody(opened.value, engine.prepare(opened.value.record.content));
    return value === null ? refused('unknown-inspection') : { ok: true, value };
  };

  api('GET /api/runs/:id/inspection', async ({ params }) => (await exercise()).board(params.id));
  api('POST /api/runs/:id/inspection', async ({ params, body }) => (await exercise()).pick(params.id, body.drills));
  api('GET /api/runs/:id/inspection.xlsx', async ({ params }) => {
    const board = await (await exercise()).board(params.id);
    if (!board.ok) return board;
    const { inspectionFileName, inspectionWorkbook } = await import('#classroom/exports/export-inspection.ts');
    const bytes = await inspectionWorkbook(board.value);
    return { ok: true, value: new Download(inspectionFileName(board.value, clock.now()), MEDIA_TYPE.xlsx, bytes) };
  });
  api('GET /api/runs/:id/inspection/:no', async ({ params, principal }) =>
    shown(await (await exercise()).open(staff(params.id, principal), params.no)),
  );
  api('POST /api/runs/:id/inspection/:no', async ({ params, principal, body }) =>
    (await exercise()).save(staff(params.id, principal), params.no, body.marking),
  );
  api('POST /api/runs/:id/inspection/:no/hand-in', async ({ params, principal }) =>
    (await exercise()).handIn(staff(params.id, principal), params.no),
  );
  api('GET /api/seats/:id/inspection', async ({ params }) => (await exercise()).list({ seat: params.id }));
  api('GET /api/seats/:id/inspection/:no', async ({ params }) =>
    shown(await (await exercise()).open({ seat: params.id }, params.no)),
  );
  api('POST /api/seats/:id/inspection/:no', async ({ params, body }) =>
    (await exercise()).save({ seat: params.id }, params.no, body.marking),
  );
  api('POST /api/seats/:id/inspection/:no/hand-in', async ({ params }) =>
    (await exercise()).handIn({ seat: params.id }, params.no),
  );
};
