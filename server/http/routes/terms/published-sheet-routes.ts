import { appealCell, ownSheet, ownSheets } from '#classroom/terms/published/own-sheets.ts';
import { publishSheet, withdrawSheet } from '#classroom/terms/published/publish.ts';
import { answerAppeal, sheetAppeals } from '#classroom/terms/published/sheet-appeals.ts';
import { publishedSheet } from '#classroom/terms/published-versions.ts';
import { classTerm } from '#classroom/terms/terms.ts';
import type { Api } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of published term sheets: a teacher's, appeals, and a trainee's own. */
export const publishedSheetRoutes = (
  api: Api,
  needs: Pick<ReportNeeds, 'storage' | 'runner' | 'clock' | 'costs' | 'catalogs'>,
): void => {
  const { costs } = needs;
  api('POST /api/classes/:id/terms/:term/sheet/publish', async (request) => {
    const { params, principal, body } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? publishSheet(needs, found.value, principal.person.id, body) : found;
  });
  api('POST /api/classes/:id/terms/:term/sheet/withdraw', async ({ params, principal, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? withdrawSheet(needs, params.term, principal.person.id, body) : found;
  });
  api('GET /api/classes/:id/terms/:term/sheet/versions/:version', async ({ params }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? publishedSheet(needs, params.term, params.version) : found;
  });
  api('GET /api/classes/:id/terms/:term/appeals', async (request) => {
    const { params, principal } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? { ok: true, value: await sheetAppeals(needs, found.value, principal.person) } : found;
  });
  api('POST /api/classes/:id/terms/:term/appeals/:appeal/answer', async ({ params, principal, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? answerAppeal(needs, found.value, principal.person, params.appeal, body) : found;
  });
  api('GET /api/sheets', async ({ principal }) => ({ ok: true, value: await ownSheets(needs, principal) }));
  api('GET /api/sheets/:term', ({ params, principal }) => ownSheet(needs, principal, params.term));
  api('POST /api/sheets/:term/appeals', ({ params, principal, body }) =>
    appealCell(needs, principal, params.term, body),
  );
};
