/** What setting an exam, its re-sit or a project task leaves in the audit trail. */
import type { AuditTable } from './audit-table.ts';

export const AUDITED_SET_RUNS: Pick<
  AuditTable,
  'POST /api/exams' | 'POST /api/runs/:id/resits' | 'POST /api/projects' | 'POST /api/runs/:id/project/role'
> = {
  'POST /api/exams': ({ value, body: { parts } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'exam', parts: parts.length } },
  ],
  'POST /api/runs/:id/resits': ({ value, params, body: { seats } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'exam', resit: String(params.id), asked: seats.length } },
  ],
  'POST /api/projects': ({ value, body: { tasks } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'lesson', tasks: tasks.length } },
  ],
  // A lesson's own course leaves no row.
  'POST /api/runs/:id/project/role': null,
};
