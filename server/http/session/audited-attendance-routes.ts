/** What attendance, leave and handover notes leave in the audit trail: no reason and no text of anybody. */
import type { attendanceRouteSpecs } from '#contract/routes/attendance.ts';
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_ATTENDANCE: Pick<AuditTable, keyof typeof attendanceRouteSpecs & keyof AuditTable> = {
  'POST /api/classes/:id/terms/:term/attendance/rules': ({ params, value }) => [
    { kind: 'attendance-changed', subject: String(params.term), details: { version: value.version } },
  ],
  'POST /api/classes/:id/terms/:term/attendance/shifts': ({ params, body: { run, shift } }) => [
    { kind: 'attendance-changed', subject: String(params.term), details: { run, shift } },
  ],
  'POST /api/classes/:id/terms/:term/attendance/entries': ({ params, body: { person, run, mark } }) => [
    { kind: 'attendance-corrected', subject: person, details: { term: String(params.term), run, mark } },
  ],
  'POST /api/classes/:id/terms/:term/leaves': ({ params, value, body: { person, day, span } }) => [
    { kind: 'leave-entered', subject: person, details: { term: String(params.term), leave: value.id, day, span } },
  ],
  'POST /api/classes/:id/terms/:term/leaves/:leave/decision': ({ params, value }) => [
    { kind: 'leave-decided', subject: String(params.leave), details: { term: String(params.term), state: value } },
  ],
  'GET /api/classes/:id/terms/:term/attendance.xlsx': ({ params }) => exportRow('attendance', params.term),
  // The leave and the note themselves say who and when.
  'POST /api/my-terms/:term/leaves': null,
  'POST /api/my-terms/:term/leaves/:leave/withdraw': null,
  'POST /api/my-terms/:term/handover': null,
  'POST /api/my-terms/:term/handover/:note/take': null,
  'POST /api/my-terms/:term/handover/:note/remove': null,
};
