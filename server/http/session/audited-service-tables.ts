/** What a shop's own service data leave in the audit trail: no name of a table, which is somebody's own words. */
import type { serviceTableRouteSpecs } from '#contract/routes/service-tables.ts';
import { type AuditTable, exportRow } from './audit-table.ts';

export const AUDITED_SERVICE_TABLES: Pick<AuditTable, keyof typeof serviceTableRouteSpecs & keyof AuditTable> = {
  'POST /api/service-tables': ({ value }) => [
    // The newest stands first.
    {
      kind: 'service-table-stored',
      subject: value.tables[0]?.id ?? null,
      details: { rows: value.tables[0]?.rows ?? 0 },
    },
  ],
  'POST /api/service-tables/:table/remove': ({ params }) => [
    { kind: 'service-table-removed', subject: String(params.table) },
  ],
  'GET /api/service-tables/:table/analysis.xlsx': ({ params }) => exportRow('service-table', params.table),
  // Nothing is stored, and a name is no figure.
  'POST /api/service-tables/preview': null,
  'POST /api/service-tables/:table/rename': null,
};
