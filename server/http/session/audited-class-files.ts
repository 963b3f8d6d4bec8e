/** What files of a class and its runs leave in the audit trail. */
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_CLASS_FILES: Pick<
  AuditTable,
  | 'GET /api/runs/:id/handed-in.xlsx'
  | 'GET /api/classes/:id/handed-in.xlsx'
  | 'GET /api/classes/:id/report.xlsx'
  | 'GET /api/classes/:id/path.xlsx'
  | 'GET /api/runs/:id/harvest'
> = {
  'GET /api/runs/:id/handed-in.xlsx': ({ params }) => exportRow('handed-in', params.id),
  'GET /api/classes/:id/handed-in.xlsx': ({ params }) => exportRow('handed-in', params.id),
  'GET /api/classes/:id/report.xlsx': ({ params }) => exportRow('class-report', params.id),
  'GET /api/classes/:id/path.xlsx': ({ params }) => exportRow('path', params.id),
  'GET /api/runs/:id/harvest': ({ params }) => exportRow('examples', params.id),
};
