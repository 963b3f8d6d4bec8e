import { classPath } from '#classroom/learning-path/class-path.ts';
import { evaluate, withdrawEvaluation } from '#classroom/learning-path/evaluations.ts';
import { ownPath } from '#classroom/learning-path/own-path.ts';
import { pathFileName, pathWorkbook } from '#classroom/learning-path/path-workbook.ts';
import { pathSettings, savePathSettings } from '#classroom/learning-path/rules.ts';
import { refused } from '#contract/errors.ts';
import { type Api, Download, MEDIA_TYPE } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { COST } from '#http/session/report-costs.ts';

/** Routes of the learning path: one's own, a class's with its file, evaluations, and a school's own conditions. */
export const learningPathRoutes = (api: Api, needs: Omit<ReportNeeds, 'documents'>): void => {
  const { storage, catalogs, clock, costs } = needs;
  const settingsNeeds = { storage, stages: catalogs.stages, clock };

  api(
    'GET /api/path',
    async (request) => costs(request, COST.all) ?? { ok: true, value: await ownPath(needs, request.principal) },
  );
  api('GET /api/classes/:id/path', async (request) => {
    const costly = costs(request, COST.all);
    if (costly !== null) return costly;
    const schoolClass = await storage.people.schoolClass(request.params.id);
    return schoolClass === null ? refused('unknown-class') : { ok: true, value: await classPath(needs, schoolClass) };
  });
  api('GET /api/classes/:id/path.xlsx', async (request) => {
    const costly = costs(request, COST.tables);
    if (costly !== null) return costly;
    const schoolClass = await storage.people.schoolClass(request.params.id);
    if (schoolClass === null) return refused('unknown-class');
    const bytes = await pathWorkbook(await classPath(needs, schoolClass));
    return { ok: true, value: new Download(pathFileName(schoolClass.name, clock.now()), MEDIA_TYPE.xlsx, bytes) };
  });
  api('POST /api/people/:id/evaluations', ({ params, principal, body }) =>
    evaluate(needs, params.id, principal.person.id, body),
  );
  api('POST /api/people/:id/evaluations/:evaluation/withdraw', ({ params, principal, body }) =>
    withdrawEvaluation(needs, { person: params.id, evaluation: params.evaluation }, principal.person.id, body.why),
  );
  api('GET /api/path/settings', async ({ principal }) => ({
    ok: true,
    value: await pathSettings(settingsNeeds, principal.person.school),
  }));
  api('POST /api/path/settings', ({ principal: { person }, body: { version, ...body } }) =>
    savePathSettings(settingsNeeds, { school: person.school, by: person.id, version, body }),
  );
  api('POST /api/path/settings/restore', ({ principal: { person }, body: { version } }) =>
    savePathSettings(settingsNeeds, { school: person.school, by: person.id, version, body: null }),
  );
};
