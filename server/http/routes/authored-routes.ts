import express, { type Express } from 'express';
import { createAuthored } from '#authoring/authored.ts';
import type { Checker } from '#authoring/checker.ts';
import { isTeacher, type Route, type SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import {
  type CaseFilesBody,
  checkCaseSchema,
  diffSchema,
  filePartSchema,
  saveCaseSchema,
  versionSchema,
} from '#contract/authored.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { askerOf } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, type ApiRequest, Download } from './api.ts';
import { limitByAddress, summaryOf } from './drill-routes.ts';

type Needs = {
  storage: Storage;
  shelf: Catalogs;
  runner: Runner;
  checker: Checker;
  clock: Clock;
  secureCookie: boolean;
};
type Answer = Reply<unknown> | Promise<Reply<unknown>>;

/** Two files of a quarter of a megabyte in base64; anybody but a teacher isn't even read. */
export function authoredBodies(app: Express, storage: Storage, clock: Clock): void {
  const parse = express.json({ limit: '1mb' });
  app.use('/api/authored', (request, response, next) => {
    const { person } = askerOf(storage, request.headers.cookie, clock.now());
    if (person !== null && isTeacher(person.role)) parse(request, response, next);
    else next();
  });
}

/** Cases that teachers write for their own school. */
export function authoredRoutes(api: Api, needs: Needs): void {
  const { storage, shelf, runner, clock, secureCookie } = needs;
  const authored = createAuthored(needs);
  const mayOpen = limitByAddress(clock);

  const by = (route: Route, act: (by: SignedIn, request: ApiRequest) => Answer): void =>
    api(route, (request) => {
      const { person } = request.asker;
      return person === null ? { ok: false, error: failure('not-signed-in') } : act(person, request);
    });
  const saving = (route: Route, save: (id: string, by: SignedIn, files: CaseFilesBody, note: string) => Answer): void =>
    by(route, (person, { param, body }) => {
      const asked = parseBody(saveCaseSchema, body);
      return asked.ok ? save(param('id'), person, asked.value.files, asked.value.note) : asked;
    });

  by('GET /api/authored', ({ school }) => ({ ok: true, value: authored.list(school) }));
  by('GET /api/authored/:id', (_by, { param }) => authored.body(param('id')));
  by('POST /api/authored/check', (person, { body }) => {
    const asked = parseBody(checkCaseSchema, body);
    return asked.ok ? authored.check(person, asked.value.files, asked.value.case) : asked;
  });
  saving('POST /api/authored', (_id, person, files, note) => authored.create(person, files, note));
  saving('POST /api/authored/:id/versions', authored.addVersion);
  by('GET /api/authored/:id/diff', (_by, { param, query }) => {
    const asked = parseBody(diffSchema, { from: query('from'), to: query('to') });
    return asked.ok ? authored.diff(param('id'), asked.value.from, asked.value.to) : asked;
  });
  by('GET /api/authored/:id/file', (_by, { param, query }) => {
    const asked = parseBody(filePartSchema, { version: query('version'), part: query('part') ?? 'case' });
    if (!asked.ok) return asked;
    const found = authored.file(param('id'), asked.value.version, asked.value.part);
    if (!found.ok) return found;
    const { name, text } = found.value;
    return { ok: true, value: new Download(name, 'application/yaml; charset=utf-8', Buffer.from(text)) };
  });
  by('POST /api/authored/:id/publish', (person, { param, body }) => {
    const asked = parseBody(versionSchema, body);
    return asked.ok ? authored.publish(param('id'), person, asked.value.version) : asked;
  });
  by('POST /api/authored/:id/withdraw', (person, { param }) => authored.withdraw(param('id'), person));

  by('POST /api/authored/:id/try', async (person, { asker, param, body, address, setCookie }) => {
    const asked = parseBody(versionSchema, body);
    if (!asked.ok) return asked;
    const trial = authored.trial(param('id'), asked.value.version);
    if (!trial.ok) return trial;
    if (!mayOpen(address)) return { ok: false, error: failure('too-many-requests') };
    const made = asker.guest === null ? createGuest(storage, clock.now(), secureCookie) : null;
    const guest = asker.guest ?? made?.guest ?? '';
    if (made !== null) setCookie(made.setCookie);
    const { scenario, from } = trial.value;
    const opened = await runner.open({
      ...{ guest, scenarios: [scenario], seed: null, mode: 'practice', from },
      ...{ place: null, setting: null },
    });
    if (!opened.ok) return opened;
    storage.portfolio.claim(guest, person.id, [opened.value.id]);
    return { ok: true, value: summaryOf(shelf.of(person.school), storage, opened.value) };
  });
}
