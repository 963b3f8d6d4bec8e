/** What files of a class and its runs, and a school's standards, leave in the audit trail. */
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_CLASS_FILES: Pick<
  AuditTable,
  | 'POST /api/standards'
  | 'GET /api/runs/:id/handed-in.xlsx'
  | 'GET /api/classes/:id/handed-in.xlsx'
  | 'GET /api/classes/:id/report.xlsx'
  | 'GET /api/classes/:id/path.xlsx'
  | 'GET /api/runs/:id/harvest'
> = {
  'POST /api/standards': ({ value }) => [
    { kind: 'standards-changed', subject: null, details: { version: value.version } },
  ],
  'GET /api/runs/:id/handed-in.xlsx': ({ params }) => exportRow('handed-in', params.id),
  'GET /api/classes/:id/handed-in.xlsx': ({ params }) => exportRow('handed-in', params.id),
  'GET /api/classes/:id/report.xlsx': ({ params }) => exportRow('class-report', params.id),
  'GET /api/classes/:id/path.xlsx': ({ params }) => exportRow('path', params.id),
  'GET /api/runs/:id/harvest': ({ params }) => exportRow('examples', params.id),
};
