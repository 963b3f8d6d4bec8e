import { ownHandover, removeNote, takeNote, termHandover, writeNote } from '#classroom/own-terms/handover.ts';
import { askLeave, ownTerms, withdrawLeave } from '#classroom/own-terms/own-terms.ts';
import { changeAttendance, correctAttendance, setShift, termAttendance } from '#classroom/terms/attendance.ts';
import { attendanceFileName, attendanceWorkbook } from '#classroom/terms/attendance-workbook.ts';
import { decideLeave, enterLeave } from '#classroom/terms/leaves.ts';
import { type ClassTerm, classTerm } from '#classroom/terms/terms.ts';
import type { Reply } from '#contract/errors.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of a term's attendance, leave and handover notes, for its class's staff and for its trainees. */
export const attendanceRoutes = (api: Api, needs: Pick<ReportNeeds, 'storage' | 'clock' | 'costs'>): void => {
  const { costs, clock } = needs;
  const inTerm = async <T>(
    { id, term }: { id: string; term: string },
    then: (found: ClassTerm) => Promise<Reply<T>>,
  ): Promise<Reply<T>> => {
    const found = await classTerm(needs, id, term);
    return found.ok ? then(found.value) : found;
  };

  api('GET /api/classes/:id/terms/:term/attendance', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.all) ??
      (await inTerm(params, async (found) => ({
        ok: true,
        value: await termAttendance(needs, found, principal.person),
      })))
    );
  });
  api('GET /api/classes/:id/terms/:term/attendance.xlsx', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.tables) ??
      (await inTerm(params, async (found) => {
        const body = await termAttendance(needs, found, principal.person);
        const name = attendanceFileName(body, clock.now());
        return { ok: true, value: new Download(name, MEDIA_TYPE.xlsx, await attendanceWorkbook(body)) };
      }))
    );
  });
  api('POST /api/classes/:id/terms/:term/attendance/rules', ({ params, body }) =>
    inTerm(params, (found) => changeAttendance(needs, found, body)),
  );
  api('POST /api/classes/:id/terms/:term/attendance/shifts', ({ params, body }) =>
    inTerm(params, (found) => setShift(needs, found, body)),
  );
  api('POST /api/classes/:id/terms/:term/attendance/entries', ({ params, principal, body }) =>
    inTerm(params, (found) => correctAttendance(needs, found, principal.person, body)),
  );
  api('POST /api/classes/:id/terms/:term/leaves', ({ params, principal, body }) =>
    inTerm(params, (found) => enterLeave(needs, found, principal.person, body)),
  );
  api('POST /api/classes/:id/terms/:term/leaves/:leave/decision', ({ params, principal, body }) =>
    inTerm(params, (found) => decideLeave(needs, found, principal.person, { leave: params.leave, ...body })),
  );
  api('GET /api/classes/:id/terms/:term/handover', ({ params }) =>
    inTerm(params, async (found) => ({ ok: true, value: await termHandover(needs, found) })),
  );
  api(
    'GET /api/my-terms',
    async (request) => costs(request, COST.all) ?? { ok: true, value: await ownTerms(needs, request.principal) },
  );
  api('POST /api/my-terms/:term/leaves', ({ params, principal, body }) =>
    askLeave(needs, principal.person, params.term, body),
  );
  api('POST /api/my-terms/:term/leaves/:leave/withdraw', ({ params, principal }) =>
    withdrawLeave(needs, principal.person, params.term, params.leave),
  );
  api('GET /api/my-terms/:term/handover', ({ params, principal }) => ownHandover(needs, principal, params.term));
  api('POST /api/my-terms/:term/handover', ({ params, principal, body }) =>
    writeNote(needs, principal, params.term, body.text),
  );
  api('POST /api/my-terms/:term/handover/:note/take', ({ params, principal }) => takeNote(needs, principal, params));
  api('POST /api/my-terms/:term/handover/:note/remove', ({ params, principal }) =>
    removeNote(needs, principal, params),
  );
};
