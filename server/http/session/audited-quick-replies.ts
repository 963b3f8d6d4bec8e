/** Quick replies leave no row in the audit trail: a school's versions say who saved them, and a person's are their own. */
import type { AuditTable } from './audit-table.ts';

export const AUDITED_QUICK_REPLIES: Pick<
  AuditTable,
  | 'POST /api/quick-replies/:id'
  | 'POST /api/quick-replies/:id/preview'
  | 'POST /api/quick-replies/:id/remove'
  | 'POST /api/quick-replies/:id/versions/:version/restore'
  | 'POST /api/personal-replies'
  | 'POST /api/personal-replies/:id'
  | 'POST /api/personal-replies/:id/move'
  | 'POST /api/personal-replies/:id/remove'
> = {
  'POST /api/quick-replies/:id': null,
  'POST /api/quick-replies/:id/preview': null,
  'POST /api/quick-replies/:id/remove': null,
  'POST /api/quick-replies/:id/versions/:version/restore': null,
  'POST /api/personal-replies': null,
  'POST /api/personal-replies/:id': null,
  'POST /api/personal-replies/:id/move': null,
  'POST /api/personal-replies/:id/remove': null,
};
