import { changePay, openPay, ownPay, termPay } from '#classroom/evaluation/pay.ts';
import {
  answerRecommendation,
  ownRecommendation,
  recommend,
  recommendedPortfolio,
  termRecommended,
} from '#classroom/evaluation/recommended.ts';
import { ownSides, putOwnSide, putSide, sideForm } from '#classroom/evaluation/side-forms.ts';
import { changeSideRules, moveSides, termSides } from '#classroom/evaluation/sides.ts';
import { sidesFileName, sidesWorkbook } from '#classroom/evaluation/sides-workbook.ts';
import { portfolioName } from '#classroom/exports/export-portfolio.ts';
import { changeRanking, ownRanking } from '#classroom/own-terms/own-ranking.ts';
import { type ClassTerm, classTerm } from '#classroom/terms/terms.ts';
import type { Reply } from '#contract/errors.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of a term's three-sided evaluation, trial of pay and recommended trainees, for its class's staff and for its trainees. */
export const evaluationRoutes = (api: Api, needs: ReportNeeds): void => {
  const { costs, clock } = needs;
  const inTerm = async <T>(
    { id, term }: { id: string; term: string },
    then: (found: ClassTerm) => Promise<Reply<T>>,
  ): Promise<Reply<T>> => {
    const found = await classTerm(needs, id, term);
    return found.ok ? then(found.value) : found;
  };

  api('GET /api/classes/:id/terms/:term/sides', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.all) ??
      (await inTerm(params, async (found) => ({ ok: true, value: await termSides(needs, found, principal.person) })))
    );
  });
  api('GET /api/classes/:id/terms/:term/sides.xlsx', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.tables) ??
      (await inTerm(params, async (found) => {
        const body = await termSides(needs, found, principal.person);
        return {
          ok: true,
          value: new Download(sidesFileName(body, clock.now()), MEDIA_TYPE.xlsx, await sidesWorkbook(body)),
        };
      }))
    );
  });
  api('POST /api/classes/:id/terms/:term/sides/rules', ({ params, body }) =>
    inTerm(params, (found) => changeSideRules(needs, found, body)),
  );
  api('POST /api/classes/:id/terms/:term/sides/state', ({ params, principal, body }) =>
    inTerm(params, (found) => moveSides(needs, found, principal.person, body)),
  );
  api('GET /api/classes/:id/terms/:term/sides/:person', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.all) ??
      (await inTerm(params, (found) => sideForm(needs, found, principal.person, params.person)))
    );
  });
  api('POST /api/classes/:id/terms/:term/sides/:person', ({ params, principal, body }) =>
    inTerm(params, (found) =>
      putSide(needs, found, principal.person, { person: params.person, isDone: true, ...body }),
    ),
  );
  api('POST /api/classes/:id/terms/:term/sides/:person/draft', ({ params, principal, body }) =>
    inTerm(params, (found) =>
      putSide(needs, found, principal.person, { person: params.person, isDone: false, ...body }),
    ),
  );
  api(
    'GET /api/my-terms/:term/sides',
    async (request) => costs(request, COST.all) ?? (await ownSides(needs, request.principal, request.params.term)),
  );
  api('POST /api/my-terms/:term/sides', ({ params, principal, body }) =>
    putOwnSide(needs, principal, { term: params.term, isDone: true, ...body }),
  );
  api('POST /api/my-terms/:term/sides/draft', ({ params, principal, body }) =>
    putOwnSide(needs, principal, { term: params.term, isDone: false, ...body }),
  );

  api('GET /api/classes/:id/terms/:term/pay', async (request) => {
    const { params } = request;
    return (
      costs(request, COST.all) ??
      (await inTerm(params, async (found) => ({ ok: true, value: await termPay(needs, found) })))
    );
  });
  api('POST /api/classes/:id/terms/:term/pay/preview', async (request) => {
    const { params, body } = request;
    return (
      costs(request, COST.all) ??
      (await inTerm(params, async (found) => ({ ok: true, value: await termPay(needs, found, body) })))
    );
  });
  api('POST /api/classes/:id/terms/:term/pay/rules', ({ params, body }) =>
    inTerm(params, (found) => changePay(needs, found, body)),
  );
  api('POST /api/classes/:id/terms/:term/pay/opening', ({ params, principal, body }) =>
    inTerm(params, (found) => openPay(needs, found, principal.person, body)),
  );
  api(
    'GET /api/my-terms/:term/pay',
    async (request) => costs(request, COST.all) ?? (await ownPay(needs, request.principal, request.params.term)),
  );

  api('GET /api/classes/:id/terms/:term/recommended', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.all) ??
      (await inTerm(params, async (found) => ({
        ok: true,
        value: await termRecommended(needs, found, principal.person),
      })))
    );
  });
  api('POST /api/classes/:id/terms/:term/recommended', ({ params, principal, body }) =>
    inTerm(params, (found) => recommend(needs, found, principal.person, body)),
  );
  api('GET /api/classes/:id/terms/:term/recommended/:person/portfolio.xlsx', async (request) => {
    const { params } = request;
    return (
      costs(request, COST.tables) ??
      (await inTerm(params, async (found) => {
        const given = await recommendedPortfolio(needs, found, params.person);
        if (!given.ok) return given;
        const { rubric } = needs.catalogs.data;
        const bytes = await needs.documents.make({ kind: 'portfolio', body: given.value, rubric });
        return { ok: true, value: new Download(portfolioName(given.value, clock.now()), MEDIA_TYPE.xlsx, bytes) };
      }))
    );
  });
  api('GET /api/my-terms/:term/recommendation', ({ params, principal }) =>
    ownRecommendation(needs, principal.person, params.term),
  );
  api('POST /api/my-terms/:term/recommendation', ({ params, principal, body }) =>
    answerRecommendation(needs, principal.person, { term: params.term, ...body }),
  );
  api('GET /api/my-terms/:term/ranking', async (request) => {
    const { params, principal } = request;
    return (
      costs(request, COST.all) ?? (await ownRanking(needs, principal.person, params.term, needs.catalogs.data.shops))
    );
  });
  api('POST /api/my-terms/:term/ranking', ({ params, principal, body }) =>
    changeRanking(needs, principal.person, { term: params.term, ...body }),
  );
};
