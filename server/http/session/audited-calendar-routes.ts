/** What a term's calendar leaves in the audit trail: the file that was taken. A plan is nobody's data. */
import type { calendarRouteSpecs } from '#contract/routes/calendar.ts';
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_CALENDAR: Pick<AuditTable, keyof typeof calendarRouteSpecs & keyof AuditTable> = {
  'GET /api/classes/:id/terms/:term/calendar.ics': ({ params }) => exportRow('calendar', params.term),
  // One's own appointments.
  'GET /api/my-terms/:term/calendar.ics': null,
  'POST /api/classes/:id/terms/:term/calendar': null,
  'POST /api/classes/:id/terms/:term/calendar/:planned': null,
};
