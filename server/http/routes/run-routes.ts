import type { Classroom } from '#classroom/classroom.ts';
import { incidentChoices, planFault } from '#classroom/lesson/plans.ts';
import { builtInTemplate, templateBody } from '#classroom/lesson/templates.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { failure } from '#contract/errors.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';

type Needs = { classroom: Classroom; storage: Storage; shelf: Catalogs; clock: Clock };

/** Runs and templates. Every deed is answered with the run as it is then. */
export function runRoutes(api: Api, { classroom, storage, shelf, clock }: Needs): void {
  const { runs } = classroom;

  api('GET /api/runs', ({ asker }) => ({ ok: true, value: runs.list(asker.person.school) }));
  api('GET /api/runs/:id', ({ params }) => runs.body(params.id));
  api('POST /api/runs', ({ asker, body }) => runs.create(asker.person, body));
  api('POST /api/runs/:id/stage', ({ params, asker, body }) => runs.stage(params.id, asker.person, body.stage));
  api('POST /api/runs/:id/freeze', ({ params, asker, body }) => runs.freeze(params.id, asker.person, body.frozen));
  api('POST /api/runs/:id/extend', ({ params, asker, body }) => runs.extend(params.id, asker.person, body.minutes));
  api('POST /api/runs/:id/lock', ({ params, asker, body }) => runs.lock(params.id, asker.person, body.locked));
  api('POST /api/runs/:id/say', ({ params, asker, body }) => runs.say(params.id, asker.person, body));
  api('POST /api/runs/:id/inject', ({ params, asker, body }) => runs.inject(params.id, asker.person, body));
  api('POST /api/runs/:id/redo', ({ params, asker, body }) => runs.redo(params.id, asker.person, body));
  api('POST /api/runs/:id/marks', ({ params, asker, body }) => runs.mark(params.id, asker.person, body));
  api('POST /api/runs/:id/marks/:mark/remove', ({ params, asker }) =>
    runs.removeMark(params.id, asker.person, params.mark),
  );
  api('POST /api/runs/:id/code', ({ params, asker }) => runs.code(params.id, asker.person));
  api('POST /api/runs/:id/redo/close', ({ params }) => runs.closeRedo(params.id));
  api('POST /api/runs/:id/end', ({ params, asker }) => runs.end(params.id, asker.person));

  api('GET /api/templates', ({ asker }) => ({
    ok: true,
    value: [builtInTemplate(shelf.data), ...storage.runs.templates(asker.person.school).map(templateBody)],
  }));
  api('POST /api/templates', ({ asker, body: { name, plan } }) => {
    const { school } = asker.person;
    const fault = planFault(plan, shelf.of(school).data.scenarios);
    if (fault !== null) return { ok: false, error: failure(fault.code, fault.detail) };
    const template = { id: newId('m'), school, name, plan, createdAt: clock.now() };
    storage.runs.createTemplate(template);
    return { ok: true, value: templateBody(template) };
  });
  api('POST /api/templates/:id/remove', ({ params }) => {
    storage.runs.removeTemplate(params.id);
    return { ok: true, value: null };
  });

  api('GET /api/incidents', ({ asker }) => ({
    ok: true,
    value: incidentChoices(shelf.of(asker.person.school).data),
  }));
  api('GET /api/reachability', () => ({ ok: true, value: classroom.reach.body() }));
}
