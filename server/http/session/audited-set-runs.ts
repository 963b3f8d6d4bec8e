/** What setting an exam, its re-sit or a project task, and rulings on papers leave in the audit trail. */
import type { AuditTable } from './audit-table.ts';

type SetRun =
  | 'POST /api/exams'
  | 'POST /api/seats/:id/paper/rulings'
  | 'POST /api/seats/:id/paper/appeals'
  | 'POST /api/seats/:id/paper/appeals/withdraw'
  | 'POST /api/runs/:id/resits'
  | 'POST /api/projects'
  | 'POST /api/runs/:id/project/role'
  | 'POST /api/runs/:id/leads'
  | 'POST /api/seats/:id/lead-answers';
type Sat = Extract<
  keyof AuditTable,
  `POST /api/private-exams${string}` | `POST /api/seats/:id/${'left' | `typing${string}`}`
>;

export const AUDITED_SET_RUNS: Pick<AuditTable, SetRun | Sat> = {
  'POST /api/exams': ({ value, body: { parts } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'exam', parts: parts.length } },
  ],
  'POST /api/runs/:id/resits': ({ value, params, body: { seats } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'exam', resit: String(params.id), asked: seats.length } },
  ],
  'POST /api/projects': ({ value, body: { tasks } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: 'lesson', tasks: tasks.length } },
  ],
  'POST /api/seats/:id/paper/rulings': ({ params, body }) => [
    { kind: 'ruling-made', subject: String(params.id), details: { question: body.question, credit: body.credit } },
  ],
  'POST /api/seats/:id/paper/appeals': null,
  'POST /api/seats/:id/paper/appeals/withdraw': null,
  'POST /api/seats/:id/typing/rulings': ({ params, body }) => [
    { kind: 'ruling-made', subject: String(params.id), details: { part: 'typing', aside: body.aside } },
  ],
  'POST /api/seats/:id/typing/appeals': null,
  'POST /api/seats/:id/typing/appeals/withdraw': null,
  // A lesson's own course leaves no row.
  'POST /api/runs/:id/project/role': null,
  // Nor does what a trainee sits.
  'POST /api/seats/:id/left': null,
  'POST /api/seats/:id/typing': null,
  'POST /api/seats/:id/typing/typed': null,
  'POST /api/private-exams': null,
  'POST /api/private-exams/:id/resit': null,
  'POST /api/private-exams/:id/end': null,
  'POST /api/private-exams/:id/customers': null,
  'POST /api/private-exams/:id/paper': null,
  'POST /api/private-exams/:id/paper/answers': null,
  'POST /api/private-exams/:id/paper/hand-in': null,
  'POST /api/private-exams/:id/typing': null,
  'POST /api/private-exams/:id/typing/typed': null,
  'POST /api/runs/:id/leads': null,
  'POST /api/seats/:id/lead-answers': null,
};
