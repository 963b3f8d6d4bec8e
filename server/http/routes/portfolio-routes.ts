import { portfolioName, portfolioWorkbook } from '#classroom/exports/export-portfolio.ts';
import { claim, ownPortfolio, type PortfolioNeeds, portfolioOf, today } from '#classroom/results/portfolio.ts';
import { failure } from '#contract/errors.ts';
import { type Api, Download } from './api.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Routes of 成长档案: one's own, a trainee's for staff, the file, and a device's practice that a person claims. */
export function portfolioRoutes(api: Api, needs: PortfolioNeeds): void {
  api('GET /api/portfolio', async ({ principal }) => ({ ok: true, value: await ownPortfolio(needs, principal) }));

  api('GET /api/portfolio.xlsx', async ({ principal }) => {
    const body = await ownPortfolio(needs, principal);
    const bytes = await portfolioWorkbook(body, needs.catalogs.data.rubric);
    return { ok: true, value: new Download(portfolioName(body, needs.clock.now()), XLSX, bytes) };
  });

  api('POST /api/portfolio/claim', ({ principal, body }) => claim(needs, principal, body.person, body.drills));

  api('GET /api/today', async ({ principal }) => ({ ok: true, value: await today(needs, principal) }));

  api('GET /api/people/:id/portfolio', async ({ params }) => {
    const person = needs.storage.people.person(params.id);
    return person === null
      ? { ok: false, error: failure('unknown-person') }
      : { ok: true, value: await portfolioOf(needs, person) };
  });
}
