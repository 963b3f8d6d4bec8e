/** Which requests leave a row in the audit trail, and what it says: ids, numbers and words of the program only. */
import type { Principal } from '#common/access.ts';
import type { Route } from '#contract/routes/table.ts';
import type { AuditNote } from '#storage/audit.ts';
import { type AuditRow, type AuditTable, exportRow } from './audit-table.ts';
import { AUDITED_ATTENDANCE } from './audited-attendance-routes.ts';
import { AUDITED_CALENDAR } from './audited-calendar-routes.ts';
import { AUDITED_CLASS_FILES } from './audited-class-files.ts';
import { AUDITED_CONTESTS } from './audited-contests.ts';
import { AUDITED_EVALUATION } from './audited-evaluation-routes.ts';
import { AUDITED_MENTORS } from './audited-mentor-routes.ts';
import { AUDITED_QUICK_REPLIES } from './audited-quick-replies.ts';
import { AUDITED_SERVICE_TABLES } from './audited-service-tables.ts';
import { AUDITED_SET_RUNS } from './audited-set-runs.ts';
import { AUDITED_SHEET_ROUTES } from './audited-sheet-routes.ts';

/** Null: no row. What a trainee practises, a lesson's own course and a page's conveniences leave none. */
const AUDITED: AuditTable = {
  'POST /api/set-up': ({ value }) =>
    value.person === null
      ? []
      : [
          {
            kind: 'school-made',
            subject: value.person.school.id,
            school: value.person.school.id,
            actor: value.person.id,
          },
          {
            ...{ kind: 'account-made', subject: value.person.id, school: value.person.school.id },
            ...{ actor: value.person.id, details: { role: 'admin' } },
          },
        ],
  'POST /api/schools': ({ value }) => [{ kind: 'school-made', subject: value.id }],
  'POST /api/people': ({ value }) => [{ kind: 'account-made', subject: value.id, details: { role: value.role } }],
  'POST /api/people/:id': ({ params, body }) => [
    ...(body.role === undefined
      ? []
      : [{ kind: 'role-changed', subject: String(params.id), details: { role: body.role } } as const]),
    ...(body.name === undefined && body.password === undefined && body.disabled === undefined
      ? []
      : [
          {
            kind: 'account-changed',
            subject: String(params.id),
            details: {
              name: body.name !== undefined,
              password: body.password !== undefined,
              ...(body.disabled === undefined ? {} : { disabled: body.disabled }),
            },
          } as const,
        ]),
  ],
  'POST /api/me/password': () => [{ kind: 'account-changed', subject: null, details: { password: true } }],
  'POST /api/classes/:id/members/:person/account': ({ params }) => [
    { kind: 'account-made', subject: String(params.person), details: { role: 'trainee' } },
  ],
  'POST /api/runs': ({ value, body: { plan } }) => [
    { kind: 'run-made', subject: value.id, details: { mode: plan.mode, homework: plan.homework !== undefined } },
  ],
  'POST /api/papers': ({ value }) => [{ kind: 'run-made', subject: value.id, details: { mode: 'exam', paper: true } }],
  'POST /api/runs/:id/code': ({ params }) => [{ kind: 'code-changed', subject: String(params.id) }],
  'POST /api/runs/:id/publish': ({ params, body }) => [
    { kind: body.published ? 'run-published' : 'run-unpublished', subject: String(params.id) },
  ],
  'POST /api/runs/:id/certificates': ({ params, body }) => [
    { kind: 'certificates-issued', subject: String(params.id), details: { asked: body.seats.length } },
  ],
  'POST /api/runs/:id/certificates/:code/withdraw': ({ params }) => [
    { kind: 'certificate-withdrawn', subject: String(params.id), details: { code: String(params.code) } },
  ],
  'POST /api/people/:id/evaluations': ({ params, value }) => [
    { kind: 'evaluation-made', subject: String(params.id), details: { evaluation: value.id, mark: value.mark } },
  ],
  'POST /api/people/:id/evaluations/:evaluation/withdraw': ({ params }) => [
    { kind: 'evaluation-withdrawn', subject: String(params.id), details: { evaluation: String(params.evaluation) } },
  ],
  'POST /api/classes/:id/terms': ({ value }) => [{ kind: 'term-made', subject: value.id }],
  'POST /api/classes/:id/terms/:term': ({ params }) => [{ kind: 'term-changed', subject: String(params.term) }],
  'POST /api/classes/:id/terms/:term/sheet': ({ params, value }) => [
    { kind: 'sheet-changed', subject: String(params.term), details: { version: value.version } },
  ],
  'POST /api/classes/:id/terms/:term/entries': ({ params, body: { person, item, value } }) => [
    { kind: 'sheet-entered', subject: person, details: { term: String(params.term), item, mark: value } },
  ],
  'GET /api/classes/:id/terms/:term/booklet.docx': ({ params }) => exportRow('booklet', params.term),
  // The draft itself says who changed it last and when.
  'POST /api/classes/:id/terms/:term/booklet': null,
  ...AUDITED_SHEET_ROUTES,
  'POST /api/classes/:id/terms/:term/teams': ({ params, value }) => [
    { kind: 'teams-changed', subject: String(params.term), details: { version: value.version } },
  ],
  ...AUDITED_ATTENDANCE,
  ...AUDITED_EVALUATION,
  ...AUDITED_MENTORS,
  ...AUDITED_CALENDAR,
  ...AUDITED_SERVICE_TABLES,
  ...AUDITED_CONTESTS,
  ...AUDITED_SET_RUNS,
  ...AUDITED_CLASS_FILES,
  ...AUDITED_QUICK_REPLIES,
  'POST /api/seats/:id/handed-in/:drill/mark': ({ params, body }) => [
    { kind: 'practice-marked', subject: String(params.drill), details: { seat: String(params.id), mark: body.score } },
  ],
  'POST /api/path/settings': ({ value }) => [
    { kind: 'path-changed', subject: null, details: { version: value.version } },
  ],
  'POST /api/path/settings/restore': ({ value }) => [
    { kind: 'path-changed', subject: null, details: { version: value.version, restored: true } },
  ],
  'POST /api/drills/:id/rulings': ({ params, body }) => [
    { kind: 'ruling-made', subject: String(params.id), details: { verdict: body.verdict } },
  ],
  'POST /api/drills/:id/rulings/:ruling/undo': ({ params }) => [
    { kind: 'ruling-undone', subject: String(params.id), details: { ruling: String(params.ruling) } },
  ],
  'POST /api/drills/:id/appeals/:appeal/settle': ({ params }) => [
    { kind: 'appeal-decided', subject: String(params.id), details: { appeal: String(params.appeal) } },
  ],
  'POST /api/authored/:id/publish': ({ params }) => [{ kind: 'case-published', subject: String(params.id) }],
  'POST /api/authored/:id/withdraw': ({ params }) => [{ kind: 'case-withdrawn', subject: String(params.id) }],
  'POST /api/data/settings': ({ body: { days, officer } }) => [
    { kind: 'settings-changed', subject: null, details: { ...days, officer } },
  ],

  'GET /api/me/data.zip': () => exportRow('own', null),
  'GET /api/people/:id/data.zip': ({ params }) => exportRow('person', params.id),
  'GET /api/runs/:id/export.xlsx': ({ params }) => exportRow('results', params.id),
  'GET /api/runs/:id/inspection.xlsx': ({ params }) => exportRow('results', params.id),
  'GET /api/runs/:id/paper.xlsx': ({ params }) => exportRow('results', params.id),
  'GET /api/runs/:id/exam.xlsx': ({ params }) => exportRow('results', params.id),
  'GET /api/classes/:id/terms/:term/sheet.xlsx': ({ params }) => exportRow('sheet', params.term),
  'GET /api/sign-ins.xlsx': () => exportRow('sign-ins', null),

  // Their rows are stored with the deletion itself.
  'POST /api/me/practice/erase': null,
  'POST /api/drills/:id/erase': null,
  'POST /api/people/:id/erase': null,
  'POST /api/classes/:id/erase': null,
  'POST /api/runs/:id/erase': null,
  'POST /api/runs/:id/drills/:drill/erase': null,
  'POST /api/school/erase': null,
  'GET /api/analysis.xlsx': null,
  'GET /api/authored/:id/file': null,
  'GET /api/drills/:id/report.docx': null,
  'GET /api/drills/:id/report.json': null,
  'GET /api/portfolio.xlsx': null,
  'GET /api/private-exams.xlsx': null,
  'GET /api/questions/bank.gift': null,
  'GET /api/questions/bank.xlsx': null,
  'GET /api/own-questions/template.xlsx': null,
  'GET /api/quick-replies/:id/template.csv': null,
  'GET /api/quick-replies/:id/template.xlsx': null,
  'GET /api/runs/:id/analysis.xlsx': null,
  'GET /api/seats/:id/analysis.xlsx': null,
  'POST /api/authored': null,
  'POST /api/authored/:id/try': null,
  'POST /api/authored/:id/versions': null,
  'POST /api/authored/check': null,
  'POST /api/classes': null,
  'POST /api/classes/:id/members/:person': null,
  'POST /api/classes/:id/roster': null,
  'POST /api/classes/:id/roster/preview': null,
  'POST /api/drills': null,
  'POST /api/drills/:id/appeals': null,
  'POST /api/drills/:id/appeals/:appeal/withdraw': null,
  'POST /api/drills/:id/comments': null,
  'POST /api/drills/:id/handing-in': null,
  'POST /api/drills/:id/handing-in/take-back': null,
  'POST /api/drills/:id/comments/:comment/delete': null,
  'POST /api/drills/:id/comments/:comment/edit': null,
  'POST /api/drills/:id/proposals': null,
  'POST /api/drills/:id/redos': null,
  'POST /api/join/:code': null,
  'POST /api/me/sessions/:session/end': null,
  'POST /api/me/sessions/end': null,
  // The changes of the questions themselves say who and when.
  'POST /api/own-questions': null,
  'POST /api/own-questions/preview': null,
  'POST /api/own-questions/remove': null,
  'POST /api/own-questions/undo': null,
  'POST /api/people/:id/sessions/:session/end': null,
  'POST /api/people/:id/sessions/end': null,
  'POST /api/portfolio/claim': null,
  'POST /api/role-plays': null,
  'POST /api/role-plays/:code/take': null,
  'POST /api/role-plays/:code/settle': null,
  'POST /api/role-plays/:code/felt': null,
  'POST /api/policy-readings/:id/answers': null,
  'POST /api/puzzles/own': null,
  'POST /api/puzzles/:id/answers': null,
  'POST /api/inspections/:id/marks': null,
  'POST /api/runs/:id/inspection': null,
  'POST /api/runs/:id/inspection/:no': null,
  'POST /api/runs/:id/inspection/:no/hand-in': null,
  'POST /api/seats/:id/inspection/:no': null,
  'POST /api/seats/:id/inspection/:no/hand-in': null,
  'POST /api/questions/answers': null,
  'POST /api/runs/:id/end': null,
  'POST /api/runs/:id/extend': null,
  'POST /api/runs/:id/freeze': null,
  // The run's own log has them.
  'POST /api/runs/:id/homework': null,
  'POST /api/runs/:id/starts': null,
  'POST /api/runs/:id/homework/close': null,
  'POST /api/runs/:id/inject': null,
  'POST /api/runs/:id/lock': null,
  'POST /api/runs/:id/marks': null,
  'POST /api/runs/:id/marks/:mark/remove': null,
  'POST /api/runs/:id/redo': null,
  'POST /api/runs/:id/redo/close': null,
  'POST /api/runs/:id/say': null,
  'POST /api/runs/:id/stage': null,
  'POST /api/seats/:id/again': null,
  'POST /api/seats/:id/role-play': null,
  // The run's own log has it.
  'POST /api/seats/:id/extra-time': null,
  'POST /api/seats/:id/paper': null,
  'POST /api/seats/:id/paper/answers': null,
  'POST /api/seats/:id/paper/hand-in': null,
  'POST /api/seats/:id/approve': null,
  'POST /api/seats/:id/refuse': null,
  'POST /api/seats/:id/due': null,
  'POST /api/seats/:id/release': null,
  'POST /api/session': null,
  'POST /api/session/end': null,
  'POST /api/sheets/:term/appeals': null,
  'POST /api/templates': null,
  'POST /api/templates/:id/remove': null,
};

/** A request that was answered well: its principal, what it named and sent, and the value of its reply. */
export type AnsweredRequest = {
  route: Route;
  principal: Principal;
  params: Readonly<Record<string, string | number>>;
  body: unknown;
  value: unknown;
};

/** The rows that it leaves. */
export const auditOf = ({ route, principal, params, body, value }: AnsweredRequest): Omit<AuditNote, 'at'>[] => {
  // The cast is safe: the route's own line checked `params` and `body`, and its handler made `value`.
  const rowsOf = (AUDITED as Partial<Record<Route, ((request: unknown) => AuditRow[]) | null>>)[route];
  const school = principal.person?.school ?? null;
  const actor = principal.person?.id ?? principal.guest;
  return (rowsOf?.({ params, body, value }) ?? []).map((row) => ({ school, actor, details: {}, ...row }));
};
