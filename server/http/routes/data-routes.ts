import type { Seals } from '#classroom/exams/seals.ts';
import type { AuditTrail } from '#classroom/personal-data/audit-trail.ts';
import { exportPerson, type WhoseData } from '#classroom/personal-data/export-person.ts';
import type { Retention } from '#classroom/personal-data/retention.ts';
import type { Clock } from '#common/clock.ts';
import { refused } from '#contract/errors.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { COST, type ReportCosts } from '#http/session/report-costs.ts';
import type { Storage } from '#storage/storage.ts';
import { type Api, type ApiRequest, Download, MEDIA_TYPE } from './api.ts';

type Needs = {
  storage: Storage;
  runner: Pick<DrillRecords, 'report' | 'replay'>;
  seals: Pick<Seals, 'sealsFor'>;
  clock: Clock;
  retention: Retention;
  audit: AuditTrail;
  costs: ReportCosts;
};

/** Routes of people's data: what is exported, for how long it is kept, and the audit trail. */
export const dataRoutes = (api: Api, needs: Needs): void => {
  const { storage, retention, audit, costs } = needs;
  const dataFile = async (request: ApiRequest, subject: WhoseData) => {
    const refusalForCost = costs(request, COST.tables);
    if (refusalForCost !== null) return refusalForCost;
    const { name, bytes } = await exportPerson(needs, subject);
    return { ok: true, value: new Download(name, MEDIA_TYPE.zip, bytes) } as const;
  };

  api('GET /api/me/data.zip', async (request) => {
    const { guest, person } = request.principal;
    if (guest === null && person === null) return refused('nothing-kept');
    const ownPerson = person === null ? null : await storage.people.person(person.id);
    return dataFile(request, { guest, person: ownPerson, asker: request.principal });
  });
  api('GET /api/people/:id/data.zip', async (request) => {
    const person = await storage.people.person(request.params.id);
    if (person === null) return refused('unknown-person');
    return dataFile(request, { guest: null, person, asker: request.principal });
  });

  api('GET /api/data', async ({ principal }) => ({ ok: true, value: await retention.body(principal.person.school) }));
  api('POST /api/data/settings', async ({ principal, body }) => {
    const { school } = principal.person;
    const officer = body.officer === null ? null : await storage.people.person(body.officer);
    if (officer !== null && (officer.school !== school || officer.role === 'trainee')) return refused('nothing-kept');
    await storage.personalData.changeSettings(school, { ...body, officer: officer?.id ?? null });
    return { ok: true, value: await retention.body(school) };
  });
  api('GET /api/audit', async ({ principal, query }) => {
    await audit.settled();
    return { ok: true, value: await audit.read(principal.person, query.before ?? null) };
  });
  api('GET /api/audit/check', async (request) => {
    const refusalForCost = costs(request, COST.all);
    return refusalForCost ?? { ok: true, value: await audit.verifyChain() };
  });
};
