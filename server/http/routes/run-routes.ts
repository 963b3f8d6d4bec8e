import type { ZodType } from 'zod';
import type { Classroom } from '#classroom/classroom.ts';
import { incidentChoices, planFault } from '#classroom/lesson/plans.ts';
import { builtInTemplate, templateBody } from '#classroom/lesson/templates.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Route, SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import {
  extendSchema,
  freezeSchema,
  injectSchema,
  lockSchema,
  markSchema,
  newRunSchema,
  redoSchema,
  saySchema,
  stageChangeSchema,
  templateSchema,
} from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';

type Needs = { classroom: Classroom; storage: Storage; shelf: Catalogs; clock: Clock };
type Answer = Reply<unknown> | Promise<Reply<unknown>>;

/** Runs and templates. Every deed is answered with the run as it is then. */
export function runRoutes(api: Api, { classroom, storage, shelf, clock }: Needs): void {
  const { runs } = classroom;

  /** A route for somebody signed in, with a body in its checked shape. */
  const post = <T>(route: Route, schema: ZodType<T>, act: (id: string, by: SignedIn, body: T) => Answer): void =>
    api(route, ({ asker, body, param }) => {
      if (asker.person === null) return { ok: false, error: failure('not-signed-in') };
      const asked = parseBody(schema, body);
      return asked.ok ? act(param('id'), asker.person, asked.value) : asked;
    });
  const plain = (route: Route, act: (id: string, by: SignedIn, param: (name: string) => string) => Answer): void =>
    api(route, ({ asker, param }) =>
      asker.person === null ? { ok: false, error: failure('not-signed-in') } : act(param('id'), asker.person, param),
    );

  plain('GET /api/runs', (_id, { school }) => ({ ok: true, value: runs.list(school) }));
  plain('GET /api/runs/:id', (id) => runs.body(id));
  post('POST /api/runs', newRunSchema, (_id, by, wanted) => runs.create(by, wanted));
  post('POST /api/runs/:id/stage', stageChangeSchema, (id, by, { stage }) => runs.stage(id, by, stage));
  post('POST /api/runs/:id/freeze', freezeSchema, (id, by, { frozen }) => runs.freeze(id, by, frozen));
  post('POST /api/runs/:id/extend', extendSchema, (id, by, { minutes }) => runs.extend(id, by, minutes));
  post('POST /api/runs/:id/lock', lockSchema, (id, by, { locked }) => runs.lock(id, by, locked));
  post('POST /api/runs/:id/say', saySchema, (id, by, words) => runs.say(id, by, words));
  post('POST /api/runs/:id/inject', injectSchema, (id, by, what) => runs.inject(id, by, what));
  post('POST /api/runs/:id/redo', redoSchema, (id, by, turn) => runs.redo(id, by, turn));
  post('POST /api/runs/:id/marks', markSchema, (id, by, mark) => runs.mark(id, by, mark));
  plain('POST /api/runs/:id/marks/:mark/remove', (id, by, param) => runs.removeMark(id, by, param('mark')));
  plain('POST /api/runs/:id/code', (id, by) => runs.code(id, by));
  plain('POST /api/runs/:id/redo/close', (id) => runs.closeRedo(id));
  plain('POST /api/runs/:id/end', (id, by) => runs.end(id, by));

  plain('GET /api/templates', (_id, { school }) => ({
    ok: true,
    value: [builtInTemplate(shelf.data), ...storage.runs.templates(school).map(templateBody)],
  }));
  post('POST /api/templates', templateSchema, (_id, { school }, { name, plan }) => {
    const fault = planFault(plan, shelf.of(school).data.scenarios);
    if (fault !== null) return { ok: false, error: failure(fault.code, fault.detail) };
    const template = { id: newId('m'), school, name, plan, createdAt: clock.now() };
    storage.runs.createTemplate(template);
    return { ok: true, value: templateBody(template) };
  });
  plain('POST /api/templates/:id/remove', (id) => {
    storage.runs.removeTemplate(id);
    return { ok: true, value: null };
  });

  plain('GET /api/incidents', (_id, { school }) => ({
    ok: true,
    value: incidentChoices(shelf.of(school).data),
  }));
  plain('GET /api/reachability', () => ({ ok: true, value: classroom.reach.body() }));
}
