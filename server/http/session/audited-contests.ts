/** What contests leave in the audit trail: ids and numbers, no name of a team or a contestant. */
import type { contestRouteSpecs } from '#contract/routes/contests.ts';
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_CONTESTS: Pick<AuditTable, keyof typeof contestRouteSpecs & keyof AuditTable> = {
  'POST /api/contests': ({ value, body: { kind } }) => [
    { kind: 'contest-made', subject: value.id, details: { contest: kind } },
  ],
  'POST /api/contests/:id/entries': ({ params }) => [{ kind: 'contest-entered', subject: String(params.id) }],
  'POST /api/contest-entries': ({ value }) => [{ kind: 'contest-entered', subject: value.id, details: { code: true } }],
  'POST /api/runs/:id/contest/leave': ({ params }) => [{ kind: 'contest-left', subject: String(params.id) }],
  'POST /api/contests/:id/unveil': ({ params, body: { to } }) => [
    { kind: 'contest-told', subject: String(params.id), details: { places: to } },
  ],
  'POST /api/contests/:id/files': ({ params }) => [{ kind: 'contest-merged', subject: String(params.id) }],
  'GET /api/contests/:contest/results.json': ({ params }) => exportRow('contest', params.contest),
  'GET /api/contests/:contest/board.xlsx': ({ params }) => exportRow('contest', params.contest),
  // A code lets nobody see anything yet, and nothing of a file is stored by checking it.
  'POST /api/contests/:id/codes': null,
  'POST /api/contests/:id/codes/remove': null,
  'POST /api/contests/:id/files/remove': null,
  'POST /api/contest-files': null,
  'POST /api/seats/:id/contest/name': null,
};
