import { schoolOf } from '#classroom/accounts/school-of.ts';
import { drillHotSpots } from '#classroom/hot-spots/drill-hot-spots.ts';
import { createServiceTables } from '#classroom/service-tables/service-tables.ts';
import { uploadedName } from '#http/bodies/upload-bodies.ts';
import { analysisWorkbook } from '#http/routes/analysis-routes.ts';
import type { Api } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of a shop's own service data. Each works in the school of who asks; no request can name another school. */
export const serviceTableRoutes = (
  api: Api,
  needs: Pick<ReportNeeds, 'storage' | 'catalogs' | 'clock' | 'costs' | 'documents'>,
): void => {
  const { storage, catalogs, clock, costs } = needs;
  const { rubric } = catalogs.data;
  const [tier] = rubric.tiers;
  if (tier === undefined) throw new Error(`rubric ${rubric.id} has no tiers`);
  const tables = createServiceTables({ storage, passS: tier.passS, now: clock.now });
  // An empty file arrives as no body at all.
  const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

  api('GET /api/service-tables', async ({ principal }) => ({
    ok: true,
    value: await tables.list(principal.person.school),
  }));
  api('POST /api/service-tables/preview', async (request) => {
    const { body, header } = request;
    return costs(request, COST.tables) ?? tables.preview(bytesOf(body), uploadedName(header('x-file-name')));
  });
  api('POST /api/service-tables', async (request) => {
    const { principal, body, header, query } = request;
    const name = uploadedName(header('x-file-name'));
    return costs(request, COST.tables) ?? tables.add(principal.person, bytesOf(body), name, query);
  });
  api('GET /api/service-tables/:table/analysis', async (request) => {
    const { principal, params } = request;
    return costs(request, COST.all) ?? tables.analysis(await schoolOf(storage, principal), params.table);
  });
  api('GET /api/service-tables/:table/analysis.xlsx', async (request) => {
    const { principal, params } = request;
    const costly = costs(request, COST.tables);
    return costly ?? analysisWorkbook(needs, await tables.analysis(await schoolOf(storage, principal), params.table));
  });
  api('POST /api/service-tables/:table/rename', ({ principal, params, body }) =>
    tables.rename(principal.person.school, params.table, body.name),
  );
  api('POST /api/service-tables/:table/remove', ({ principal, params }) =>
    tables.remove(principal.person.school, params.table),
  );
  api('GET /api/hot-spots', async (request) => {
    const { person } = request.principal;
    const spots = { storage, catalogs, now: clock.now() };
    return costs(request, COST.all) ?? { ok: true, value: await drillHotSpots(spots, person) };
  });
};
