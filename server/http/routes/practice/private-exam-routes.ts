import { createPrivateExams } from '#classroom/private-exams/private-exams.ts';
import { failure } from '#contract/errors.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import { type DrillRouteNeeds, limitByAddress } from '#http/routes/drill-routes.ts';
import { createGuest } from '#http/session/guest-cookie.ts';

type Needs = DrillRouteNeeds & { areLimitsLifted?: boolean };

/** Routes of mock exams sat alone. An id that isn't the device's or the person's own is answered like one of nobody's. */
export const privateExamRoutes = (api: Api, needs: Needs): void => {
  const { storage, clock, secureCookie } = needs;
  const exams = createPrivateExams(needs);
  const mayBegin = limitByAddress(clock);

  api('GET /api/private-exams', async ({ principal }) => ({ ok: true, value: await exams.list(principal) }));
  api('GET /api/private-exams.xlsx', async ({ principal }) => {
    const { privateExamsName, privateExamsWorkbook } = await import('#classroom/exports/export-private-exams.ts');
    const bytes = await privateExamsWorkbook(await exams.list(principal));
    return { ok: true, value: new Download(privateExamsName(clock.now()), MEDIA_TYPE.xlsx, bytes) };
  });
  api('POST /api/private-exams', async ({ principal, body, address, setCookie }) => {
    if (needs.areLimitsLifted !== true && !mayBegin(address)) return { ok: false, error: failure('too-many-requests') };
    let { guest } = principal;
    if (guest === null) {
      const made = await createGuest(storage, clock.now(), secureCookie);
      setCookie(made.setCookie);
      guest = made.guest;
    }
    return await exams.begin({ ...principal, guest }, body);
  });
  api('GET /api/private-exams/:id', ({ params, principal }) => exams.exam(params.id, principal));
  api('POST /api/private-exams/:id/resit', async ({ params, principal, address }) =>
    needs.areLimitsLifted === true || mayBegin(address)
      ? await exams.resit(params.id, principal)
      : { ok: false, error: failure('too-many-requests') },
  );
  api('POST /api/private-exams/:id/end', ({ params, principal }) => exams.end(params.id, principal));
  api('POST /api/private-exams/:id/customers', ({ params, principal }) => exams.customers(params.id, principal));
  api('GET /api/private-exams/:id/paper', ({ params, principal }) => exams.paper(params.id, principal));
  api('POST /api/private-exams/:id/paper', ({ params, principal }) => exams.beginPaper(params.id, principal));
  api('POST /api/private-exams/:id/paper/answers', ({ params, principal, body }) =>
    exams.answer(params.id, principal, body),
  );
  api('POST /api/private-exams/:id/paper/hand-in', ({ params, principal }) => exams.handIn(params.id, principal));
  api('GET /api/private-exams/:id/typing', ({ params, principal }) => exams.typing(params.id, principal));
  api('POST /api/private-exams/:id/typing', ({ params, principal }) => exams.beginTyping(params.id, principal));
  api('POST /api/private-exams/:id/typing/typed', ({ params, principal, body }) =>
    exams.putTyped(params.id, principal, body),
  );
};
