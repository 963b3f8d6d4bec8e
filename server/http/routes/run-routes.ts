import type { Classroom } from '#classroom/classroom.ts';
import { incidentChoices, planFault } from '#classroom/lesson/plans.ts';
import { builtInTemplate, templateBody } from '#classroom/lesson/templates.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { RunBody } from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { JoinGuard } from '#http/session/join-guard.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api, ApiRequest } from './api.ts';

type Needs = { classroom: Classroom; storage: Storage; catalogs: Catalogs; clock: Clock; joinGuard: JoinGuard };

/** Routes of runs and templates. Every change of a run is answered with the run as it then stands. */
export const runRoutes = (api: Api, { classroom, storage, catalogs, clock, joinGuard }: Needs): void => {
  const { runs } = classroom;
  /** Where a teacher has a run's code on the page, the class may come in by it whatever others there have tried. */
  const allowCodeHere = ({ address }: ApiRequest, reply: Reply<RunBody>): Reply<RunBody> => {
    if (reply.ok && reply.value.endedAt === null) joinGuard.allowCode(address, reply.value.code);
    return reply;
  };

  api('GET /api/classes/:id/own-shops', async ({ params, principal, query }) => ({
    ok: true,
    value: await runs.ownShops(principal.person, params.id, (query.scenarios ?? '').split(',').filter(Boolean)),
  }));
  api('GET /api/runs', async ({ principal }) => ({ ok: true, value: await runs.list(principal.person) }));
  api('GET /api/runs/:id', async (request) => allowCodeHere(request, await runs.body(request.params.id)));
  api('POST /api/runs', async (request) =>
    allowCodeHere(request, await runs.create(request.principal.person, request.body)),
  );
  api('POST /api/runs/:id/stage', async ({ params, principal, body }) =>
    runs.enterStage(params.id, principal.person, body.stage),
  );
  api('POST /api/runs/:id/freeze', async ({ params, principal, body }) =>
    runs.freeze(params.id, principal.person, body.frozen),
  );
  api('POST /api/runs/:id/extend', async ({ params, principal, body }) =>
    runs.extend(params.id, principal.person, body.minutes),
  );
  api('POST /api/runs/:id/lock', async ({ params, principal, body }) =>
    runs.lock(params.id, principal.person, body.locked),
  );
  api('POST /api/runs/:id/say', async ({ params, principal, body }) => runs.say(params.id, principal.person, body));
  api('POST /api/runs/:id/inject', async ({ params, principal, body }) =>
    runs.inject(params.id, principal.person, body),
  );
  api('POST /api/runs/:id/redo', async ({ params, principal, body }) =>
    runs.openReplayTask(params.id, principal.person, body),
  );
  api('POST /api/runs/:id/marks', ({ params, principal, body }) => runs.addBookmark(params.id, principal.person, body));
  api('POST /api/runs/:id/marks/:mark/remove', ({ params, principal }) =>
    runs.removeBookmark(params.id, principal.person, params.mark),
  );
  api('POST /api/runs/:id/homework', ({ params, principal, body }) =>
    runs.changeWindow(params.id, principal.person, body),
  );
  api('POST /api/runs/:id/starts', ({ params, body }) => runs.planStart(params.id, body.startsAt));
  api('POST /api/runs/:id/homework/close', ({ params, principal }) => runs.closeHomework(params.id, principal.person));
  api('POST /api/runs/:id/code', async (request) =>
    allowCodeHere(request, await runs.renewCode(request.params.id, request.principal.person)),
  );
  api('POST /api/runs/:id/redo/close', async ({ params }) => runs.closeReplayTask(params.id));
  api('POST /api/runs/:id/end', async ({ params, principal }) => runs.end(params.id, principal.person));

  api('GET /api/templates', async ({ principal }) => ({
    ok: true,
    value: [
      builtInTemplate(catalogs.data),
      ...(await storage.runs.templates(principal.person.school)).map(templateBody),
    ],
  }));
  api('POST /api/templates', async ({ principal, body: { name, plan } }) => {
    const { school } = principal.person;
    const fault = planFault(plan, await catalogs.of(school));
    if (fault !== null) return { ok: false, error: failure(fault.code, fault.detail) };
    const template = { id: newId('m'), school, name, plan, createdAt: clock.now() };
    await storage.runs.createTemplate(template);
    return { ok: true, value: templateBody(template) };
  });
  api('POST /api/templates/:id/remove', async ({ params }) => {
    await storage.runs.removeTemplate(params.id);
    return { ok: true, value: null };
  });

  api('GET /api/incidents', async ({ principal }) => ({
    ok: true,
    value: incidentChoices((await catalogs.of(principal.person.school)).data),
  }));
  api('GET /api/addresses', async ({ address }) => ({ ok: true, value: classroom.reachability.shared(address) }));
  api('GET /api/reachability', async () => ({ ok: true, value: classroom.reachability.body() }));
};
