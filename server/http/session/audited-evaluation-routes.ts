/** What a term's evaluation leaves in the audit trail: no mark and no sentence of anybody. */
import type { evaluationRouteSpecs } from '#contract/routes/evaluation.ts';
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_EVALUATION: Pick<AuditTable, keyof typeof evaluationRouteSpecs & keyof AuditTable> = {
  'POST /api/classes/:id/terms/:term/sides/rules': ({ params, value }) => [
    { kind: 'sides-changed', subject: String(params.term), details: { version: value.version } },
  ],
  'POST /api/classes/:id/terms/:term/sides/state': ({ params, value, body }) => [
    { kind: 'sides-moved', subject: String(params.term), details: { from: body.from, state: value.state } },
  ],
  'GET /api/classes/:id/terms/:term/sides.xlsx': ({ params }) => exportRow('sides', params.term),
  'POST /api/classes/:id/terms/:term/pay/rules': ({ params, value }) => [
    { kind: 'pay-changed', subject: String(params.term), details: { version: value.version } },
  ],
  'POST /api/classes/:id/terms/:term/pay/opening': ({ params, value }) => [
    { kind: 'pay-opened', subject: String(params.term), details: { opened: value.opened } },
  ],
  'POST /api/classes/:id/terms/:term/recommended': ({ params, value, body }) => [
    { kind: 'recommendation', subject: body.person, details: { term: String(params.term), state: value.state } },
  ],
  'POST /api/my-terms/:term/recommendation': ({ params, value }) => [
    { kind: 'recommendation', subject: null, details: { term: String(params.term), state: value.state } },
  ],
  'GET /api/classes/:id/terms/:term/recommended/:person/portfolio.xlsx': ({ params }) =>
    exportRow('recommended-portfolio', params.person),
  // Nothing is stored.
  'POST /api/classes/:id/terms/:term/pay/preview': null,
  // Every submission stays on record with its name and time, and drafts are nobody's but their writer's.
  'POST /api/classes/:id/terms/:term/sides/:person': null,
  'POST /api/classes/:id/terms/:term/sides/:person/draft': null,
  'POST /api/my-terms/:term/sides': null,
  'POST /api/my-terms/:term/sides/draft': null,
  // So does whoever joins or leaves the individual ranks.
  'POST /api/my-terms/:term/ranking': null,
};
