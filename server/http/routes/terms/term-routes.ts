import { playedRuns, termFaults } from '#classroom/terms/faults.ts';
import { publishedSheet } from '#classroom/terms/published-versions.ts';
import { changeSheet, enterCell, termSheet } from '#classroom/terms/sheet.ts';
import { sheetFileName, sheetWorkbook } from '#classroom/terms/sheet-workbook.ts';
import { changeTeams, termTeams } from '#classroom/terms/teams.ts';
import { runsIn } from '#classroom/terms/term-items.ts';
import { changeTerm, classTerm, classTerms, makeTerm, termBody } from '#classroom/terms/terms.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';
import { bookletRoutes } from './booklet-routes.ts';
import { periodRoutes } from './period-routes.ts';
import { publishedSheetRoutes } from './published-sheet-routes.ts';

/** Routes of a class's terms, their sheets, published ones included, and their teams. */
export const termRoutes = (
  api: Api,
  needs: Pick<ReportNeeds, 'storage' | 'runner' | 'clock' | 'costs' | 'catalogs'>,
): void => {
  const { costs, catalogs, clock } = needs;
  publishedSheetRoutes(api, needs);
  bookletRoutes(api, needs);
  periodRoutes(api, needs);
  api('GET /api/classes/:id/terms', ({ params }) => classTerms(needs, params.id));
  api('POST /api/classes/:id/terms', ({ params, principal, body }) =>
    makeTerm(needs, params.id, principal.person.id, body),
  );
  api('GET /api/classes/:id/terms/:term', async ({ params, principal }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? { ok: true, value: await termBody(needs, found.value, principal.person) } : found;
  });
  api('POST /api/classes/:id/terms/:term', async ({ params, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? changeTerm(needs, found.value, body) : found;
  });
  api('GET /api/classes/:id/terms/:term/faults', async (request) => {
    const { params } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    if (!found.ok) return found;
    const { term, runs } = found.value;
    const played = await playedRuns(needs, runsIn(term, runs), clock.now());
    return { ok: true, value: termFaults(played, catalogs.data) };
  });
  api('GET /api/classes/:id/terms/:term/sheet', async (request) => {
    const { params, principal } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    return found.ok
      ? { ok: true, value: await termSheet(needs, found.value, principal.person, catalogs.data.shops) }
      : found;
  });
  api('GET /api/classes/:id/terms/:term/sheet.xlsx', async (request) => {
    const { params, principal, query } = request;
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    if (!found.ok) return found;
    const asked =
      query.version === undefined
        ? { ok: true as const, value: await termSheet(needs, found.value, principal.person, catalogs.data.shops) }
        : await publishedSheet(needs, params.term, String(query.version));
    if (!asked.ok) return asked;
    const body = asked.value;
    const name = sheetFileName(body, needs.clock.now());
    return { ok: true, value: new Download(name, MEDIA_TYPE.xlsx, await sheetWorkbook(body)) };
  });
  api('POST /api/classes/:id/terms/:term/sheet', async ({ params, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? changeSheet(needs, found.value, body) : found;
  });
  api('POST /api/classes/:id/terms/:term/entries', async ({ params, principal, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? enterCell(needs, found.value, principal.person, body) : found;
  });
  api('GET /api/classes/:id/terms/:term/teams', async (request) => {
    const { params } = request;
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? { ok: true, value: await termTeams(needs, found.value, catalogs.data.shops) } : found;
  });
  api('POST /api/classes/:id/terms/:term/teams', async ({ params, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? changeTeams({ ...needs, shops: catalogs.data.shops }, found.value, body) : found;
  });
};
