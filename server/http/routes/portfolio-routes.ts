import type { Documents } from '#classroom/documents/documents.ts';
import { portfolioName } from '#classroom/exports/export-portfolio.ts';
import { ownPortfolio, type PortfolioNeeds, portfolioOf, today } from '#classroom/results/portfolio.ts';
import { claim } from '#classroom/results/practice-claims.ts';
import { failure } from '#contract/errors.ts';
import { COST, type ReportCosts } from '#http/session/report-costs.ts';
import { type Api, Download, MEDIA_TYPE } from './api.ts';

type Needs = PortfolioNeeds & { documents: Documents; costs: ReportCosts };

/** Routes of 成长档案: one's own, a trainee's for staff, the file, and a device's practice that a person claims. */
export const portfolioRoutes = (api: Api, needs: Needs): void => {
  const { documents, costs } = needs;
  api(
    'GET /api/portfolio',
    async (request) => costs(request, COST.all) ?? { ok: true, value: await ownPortfolio(needs, request.principal) },
  );

  api('GET /api/portfolio.xlsx', async (request) => {
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const body = await ownPortfolio(needs, request.principal);
    const bytes = await documents.make({ kind: 'portfolio', body, rubric: needs.catalogs.data.rubric });
    return { ok: true, value: new Download(portfolioName(body, needs.clock.now()), MEDIA_TYPE.xlsx, bytes) };
  });

  api('POST /api/portfolio/claim', ({ principal, body }) => claim(needs.storage, principal, body.person, body.drills));

  api('GET /api/today', async ({ principal }) => ({ ok: true, value: await today(needs, principal) }));

  api('GET /api/people/:id/portfolio', async ({ params }) => {
    const person = await needs.storage.people.person(params.id);
    return person === null
      ? { ok: false, error: failure('unknown-person') }
      : { ok: true, value: await portfolioOf(needs, person) };
  });
};
