/** What project tasks leave in the audit trail. */
import type { AuditTable } from './audit-table.ts';

export const AUDITED_PROJECTS: Pick<AuditTable, 'POST /api/projects' | 'POST /api/runs/:id/project/role'> = {
  'POST /api/projects': ({ value, body: { tasks } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'lesson', tasks: tasks.length } },
  ],
  // A lesson's own course leaves no row.
  'POST /api/runs/:id/project/role': null,
};
