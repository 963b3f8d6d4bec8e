import { changeTerm, classTerm, classTerms, makeTerm, termBody } from '#classroom/terms/terms.ts';
import type { Api } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';

/** Routes of a class's terms. */
export function termRoutes(api: Api, needs: Pick<ReportNeeds, 'storage' | 'runner' | 'clock' | 'costs'>): void {
  api('GET /api/classes/:id/terms', ({ params }) => classTerms(needs, params.id));
  api('POST /api/classes/:id/terms', ({ params, principal, body }) =>
    makeTerm(needs, params.id, principal.person.id, body),
  );
  api('GET /api/classes/:id/terms/:term', async ({ params }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? { ok: true, value: termBody(needs, found.value) } : found;
  });
  api('POST /api/classes/:id/terms/:term', async ({ params, body }) => {
    const found = await classTerm(needs, params.id, params.term);
    return found.ok ? changeTerm(needs, found.value, body) : found;
  });
}
