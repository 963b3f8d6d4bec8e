/** Routes that name a second resource beside the one their access is about, and what another's is answered with. */
import type { ErrorCode } from '#contract/errors.ts';
import type { NamesIn, QuerySent } from '#contract/routes/route-spec.ts';
import type { BodyOf, PathOf, Route, Routes } from '#contract/routes/table.ts';
import type { ResourceKind } from '#contract/who-may.ts';
import type { Side } from './sides.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
/** What a body or a query calls a resource by. */
type Naming = ResourceKind | `${ResourceKind}s` | `${ResourceKind}Id` | 'scenarios';
/** The id of the resource that the access names has been looked at before the handler is called. */
type Guarded<R extends Route> = Routes[R]['who'] extends `${string} of ${string}` ? 'id' : never;
type Beside<R extends Route> =
  | Exclude<NamesIn<PathOf<R>>, Guarded<R>>
  | Extract<KeysOf<BodyOf<R>> | KeysOf<QuerySent<Routes[R]>>, Naming>;
/** Derived from the table of routes: a new route of this kind doesn't compile before it has a row below. */
export type SecondIdRoute = { [R in Route]: [Beside<R>] extends [never] ? never : R }[Route];

/** Parts of the path but the first id, query and body. */
type Sent = { path?: Readonly<Record<string, string>>; query?: string; body?: object };
export type Row = {
  /** Who may do it with what is their own. */
  as: 'admin' | 'member' | 'device';
  /** `ids`: of the second resource's side. */
  send: (ids: Side['ids'], mine: Side) => Sent;
  /** The stage that the first id's run has to be in; left out: the drill. */
  stage?: 'debrief';
  /** `school`: what a colleague of the same school has may be named as well. Left out: only what the first id has. */
  within?: 'school';
  /** `ok`: another's is passed over like one that doesn't exist. */
  refused: ErrorCode | 'ok';
};
/** `public`: shops, codes, pictures and texts belong to no school, nor does a case that is sent whole. A path: the test that asks the route. */
type Elsewhere = 'public' | `tests/${string}.test.ts`;

const ACCOUNT = { login: 'somebody', password: 'q8-Lantern-Harvest-41' };
const NAME = { name: 'x' };
const QUICK_REPLIES = 'tests/http/quick-replies.test.ts';
const PERSONAL_REPLIES = 'tests/http/practice/personal-replies.test.ts';
const HANDED_IN = 'tests/http/exams/handed-in.test.ts';
const PAPERS = 'tests/http/papers/papers.test.ts';
const EXAMS = 'tests/http/exams/mock-exams.test.ts';
const PRIVATE_EXAMS = 'tests/http/exams/private-exams.test.ts';
const INSPECTIONS = 'tests/http/inspections/class-inspections.test.ts';
const TERMS = 'tests/http/terms/terms.test.ts';
const TEAMS = 'tests/http/terms/teams.test.ts';
const ATTENDANCE = 'tests/http/terms/attendance.test.ts';
const LEAVES = 'tests/http/terms/leaves.test.ts';
const HANDOVER = 'tests/http/terms/handover.test.ts';
const SIDES_OF_TERM = 'tests/http/terms/sides.test.ts';
const PAY = 'tests/http/terms/pay.test.ts';
const RECOMMENDED = 'tests/http/terms/recommended.test.ts';
const RANKING = 'tests/http/terms/ranking.test.ts';
const MENTORS = 'tests/http/mentors/mentors.test.ts';
const CALENDAR = 'tests/http/terms/calendar.test.ts';
const SHEETS = 'tests/http/terms/sheet.test.ts';
const PUBLISHED = 'tests/http/terms/published-sheets.test.ts';
const SERVICE_TABLES = 'tests/http/service-data/service-tables.test.ts';
const BOOKLETS = 'tests/http/terms/booklet.test.ts';
const CONTESTS = 'tests/http/contests/contests.test.ts';
const PROJECTS = 'tests/http/projects/projects.test.ts';
const LEADS = 'tests/http/projects/leads.test.ts';
const ROLE_PLAYS = 'tests/http/practice/role-plays.test.ts';
const OWN_CASES = 'tests/http/authored/authored-drills.test.ts';

export const SECOND_IDS: Record<SecondIdRoute, Row | Elsewhere> = {
  'GET /pictures/:shop/:file': 'public',
  'GET /pictures/customer/:file': 'public',
  'GET /schema/:file': 'public',
  'GET /api/shops/:id': 'public',
  'POST /api/policy-readings/:id/answers': 'public',
  'GET /api/puzzles/:id': 'public',
  'POST /api/puzzles/:id/answers': 'public',
  'GET /api/inspections/:id': 'public',
  'POST /api/inspections/:id/marks': 'public',
  'GET /api/drills/:id/shops/:shop': 'public',
  'GET /api/join/:code': 'public',
  'GET /api/certificates/:code': 'public',
  'POST /api/authored/check': 'public',

  'GET /api/role-plays/:code': ROLE_PLAYS,
  'POST /api/role-plays/:code/take': ROLE_PLAYS,
  'GET /api/role-plays/:code/card': ROLE_PLAYS,
  'GET /api/role-plays/:code/doubts': ROLE_PLAYS,
  'POST /api/role-plays/:code/settle': ROLE_PLAYS,
  'POST /api/role-plays/:code/felt': ROLE_PLAYS,

  'GET /api/classes/:id/terms/:term/booklet': BOOKLETS,
  'GET /api/classes/:id/terms/:term/booklet.docx': BOOKLETS,
  'POST /api/classes/:id/terms/:term/booklet': BOOKLETS,
  'POST /api/contests': CONTESTS,
  'POST /api/contest-entries': CONTESTS,
  'POST /api/contests/:id/entries': CONTESTS,
  'GET /api/contests/:contest': CONTESTS,
  'GET /api/contests/:contest/results.json': CONTESTS,
  'GET /api/contests/:contest/board.xlsx': CONTESTS,
  'GET /api/contests/:id/board': 'public',
  'GET /api/contests/:id/replays/:key/:n': CONTESTS,
  'GET /api/service-tables/:table/analysis': SERVICE_TABLES,
  'GET /api/service-tables/:table/analysis.xlsx': SERVICE_TABLES,
  'POST /api/service-tables/:table/rename': SERVICE_TABLES,
  'POST /api/service-tables/:table/remove': SERVICE_TABLES,

  'POST /api/me/sessions/:session/end': {
    as: 'member',
    send: ({ session }) => ({ path: { session } }),
    refused: 'unknown-session',
  },
  'POST /api/people/:id/sessions/:session/end': {
    as: 'admin',
    send: ({ session }) => ({ path: { session } }),
    refused: 'unknown-session',
  },
  'GET /api/sign-ins': {
    ...{ as: 'admin', within: 'school', refused: 'ok' },
    send: ({ person }) => ({ query: `?person=${person}` }),
  },
  'GET /api/sign-ins.xlsx': 'tests/http/accounts/sign-ins.test.ts',
  'POST /api/classes/:id/members/:person': {
    as: 'admin',
    send: ({ person }) => ({ path: { person }, body: NAME }),
    refused: 'unknown-person',
  },
  'POST /api/classes/:id/members/:person/account': {
    as: 'admin',
    send: ({ person }) => ({ path: { person }, body: ACCOUNT }),
    refused: 'unknown-person',
  },

  'POST /api/projects': PROJECTS,
  'POST /api/runs/:id/project/role': PROJECTS,
  'POST /api/runs/:id/leads': LEADS,
  'POST /api/seats/:id/lead-answers': LEADS,

  'POST /api/drills': OWN_CASES,
  'GET /api/start-card': OWN_CASES,
  'POST /api/drills/:id/rulings/:ruling/undo': {
    as: 'admin',
    send: ({ ruling }) => ({ path: { ruling } }),
    refused: 'unknown-ruling',
  },
  'POST /api/drills/:id/comments/:comment/edit': {
    as: 'admin',
    send: ({ comment }) => ({ path: { comment }, body: { text: 'x' } }),
    refused: 'unknown-comment',
  },
  'POST /api/drills/:id/comments/:comment/delete': {
    as: 'admin',
    send: ({ comment }) => ({ path: { comment } }),
    refused: 'unknown-comment',
  },
  'POST /api/drills/:id/appeals/:appeal/withdraw': {
    as: 'device',
    send: ({ appeal }) => ({ path: { appeal } }),
    refused: 'unknown-appeal',
  },
  'POST /api/drills/:id/appeals/:appeal/settle': {
    as: 'admin',
    send: ({ appeal }) => ({ path: { appeal }, body: { outcome: 'kept', reason: '维持原判' } }),
    refused: 'unknown-appeal',
  },
  'POST /api/portfolio/claim': {
    as: 'member',
    send: ({ person, drill }) => ({ body: { person, drills: [drill] } }),
    refused: 'unknown-person',
  },

  'POST /api/runs': {
    ...{ as: 'admin', within: 'school', refused: 'unknown-class' },
    send: ({ class: classId }, { plan }) => ({ body: { ...NAME, classId, plan } }),
  },
  // Which seats and codes are a run's own is asked where an exam is over.
  'GET /api/classes/:id/terms/:term': TERMS,
  'POST /api/classes/:id/terms/:term': TERMS,
  'GET /api/classes/:id/terms/:term/faults': TERMS,
  'GET /api/classes/:id/terms/:term/sheet': SHEETS,
  'POST /api/classes/:id/terms/:term/sheet': SHEETS,
  'GET /api/classes/:id/terms/:term/sheet.xlsx': SHEETS,
  'POST /api/classes/:id/terms/:term/entries': SHEETS,
  'POST /api/classes/:id/terms/:term/sheet/publish': PUBLISHED,
  'POST /api/classes/:id/terms/:term/sheet/withdraw': PUBLISHED,
  'GET /api/classes/:id/terms/:term/sheet/versions/:version': PUBLISHED,
  'GET /api/classes/:id/terms/:term/appeals': PUBLISHED,
  'POST /api/classes/:id/terms/:term/appeals/:appeal/answer': PUBLISHED,
  'GET /api/sheets/:term': PUBLISHED,
  'POST /api/sheets/:term/appeals': PUBLISHED,
  'GET /api/classes/:id/terms/:term/teams': TEAMS,
  'GET /api/classes/:id/own-shops': TEAMS,
  'POST /api/classes/:id/terms/:term/teams': TEAMS,
  'GET /api/classes/:id/terms/:term/attendance': ATTENDANCE,
  'GET /api/classes/:id/terms/:term/attendance.xlsx': ATTENDANCE,
  'POST /api/classes/:id/terms/:term/attendance/rules': ATTENDANCE,
  'POST /api/classes/:id/terms/:term/attendance/shifts': ATTENDANCE,
  'POST /api/classes/:id/terms/:term/attendance/entries': ATTENDANCE,
  'POST /api/classes/:id/terms/:term/leaves': LEAVES,
  'POST /api/classes/:id/terms/:term/leaves/:leave/decision': LEAVES,
  'POST /api/my-terms/:term/leaves': LEAVES,
  'POST /api/my-terms/:term/leaves/:leave/withdraw': LEAVES,
  'GET /api/classes/:id/terms/:term/handover': HANDOVER,
  'GET /api/my-terms/:term/handover': HANDOVER,
  'POST /api/my-terms/:term/handover': HANDOVER,
  'POST /api/my-terms/:term/handover/:note/take': HANDOVER,
  'POST /api/my-terms/:term/handover/:note/remove': HANDOVER,
  'GET /api/classes/:id/terms/:term/sides': SIDES_OF_TERM,
  'GET /api/classes/:id/terms/:term/sides.xlsx': SIDES_OF_TERM,
  'POST /api/classes/:id/terms/:term/sides/rules': SIDES_OF_TERM,
  'POST /api/classes/:id/terms/:term/sides/state': SIDES_OF_TERM,
  'GET /api/classes/:id/terms/:term/sides/:person': SIDES_OF_TERM,
  'POST /api/classes/:id/terms/:term/sides/:person': SIDES_OF_TERM,
  'POST /api/classes/:id/terms/:term/sides/:person/draft': SIDES_OF_TERM,
  'GET /api/my-terms/:term/sides': SIDES_OF_TERM,
  'POST /api/my-terms/:term/sides': SIDES_OF_TERM,
  'POST /api/my-terms/:term/sides/draft': SIDES_OF_TERM,
  'GET /api/classes/:id/terms/:term/pay': PAY,
  'POST /api/classes/:id/terms/:term/pay/preview': PAY,
  'POST /api/classes/:id/terms/:term/pay/rules': PAY,
  'POST /api/classes/:id/terms/:term/pay/opening': PAY,
  'GET /api/my-terms/:term/pay': PAY,
  'GET /api/classes/:id/terms/:term/recommended': RECOMMENDED,
  'POST /api/classes/:id/terms/:term/recommended': RECOMMENDED,
  'GET /api/classes/:id/terms/:term/recommended/:person/portfolio.xlsx': RECOMMENDED,
  'GET /api/my-terms/:term/recommendation': RECOMMENDED,
  'POST /api/my-terms/:term/recommendation': RECOMMENDED,
  'GET /api/my-terms/:term/ranking': RANKING,
  'POST /api/my-terms/:term/ranking': RANKING,
  'GET /api/classes/:id/terms/:term/calendar': CALENDAR,
  'GET /api/classes/:id/terms/:term/calendar.ics': CALENDAR,
  'POST /api/classes/:id/terms/:term/calendar': CALENDAR,
  'POST /api/classes/:id/terms/:term/calendar/:planned': CALENDAR,
  'GET /api/my-terms/:term/calendar': CALENDAR,
  'GET /api/my-terms/:term/calendar.ics': CALENDAR,
  'GET /api/classes/:id/terms/:term/share': MENTORS,
  'POST /api/classes/:id/terms/:term/share': MENTORS,
  'POST /api/mentor/schools/:mentorship/end': MENTORS,
  'POST /api/mentorships/:mentorship/end': MENTORS,
  'POST /api/people/:id/evaluations/:evaluation/withdraw': 'tests/http/practice/learning-path.test.ts',
  'POST /api/runs/:id/certificates': 'tests/http/exams/certificates.test.ts',
  'POST /api/runs/:id/certificates/:code/withdraw': 'tests/http/exams/certificates.test.ts',
  'POST /api/drills/:id/handing-in': HANDED_IN,
  'POST /api/seats/:id/handed-in/:drill/mark': HANDED_IN,
  'POST /api/papers': PAPERS,
  'POST /api/exams': EXAMS,
  'POST /api/runs/:id/resits': EXAMS,
  'GET /api/private-exams/:id': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/resit': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/end': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/customers': PRIVATE_EXAMS,
  'GET /api/private-exams/:id/paper': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/paper': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/paper/answers': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/paper/hand-in': PRIVATE_EXAMS,
  'GET /api/private-exams/:id/typing': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/typing': PRIVATE_EXAMS,
  'POST /api/private-exams/:id/typing/typed': PRIVATE_EXAMS,
  'POST /api/runs/:id/inspection': INSPECTIONS,
  'GET /api/runs/:id/inspection/:no': INSPECTIONS,
  'POST /api/runs/:id/inspection/:no': INSPECTIONS,
  'POST /api/runs/:id/inspection/:no/hand-in': INSPECTIONS,
  'GET /api/seats/:id/inspection/:no': INSPECTIONS,
  'POST /api/seats/:id/inspection/:no': INSPECTIONS,
  'POST /api/seats/:id/inspection/:no/hand-in': INSPECTIONS,
  'POST /api/runs/:id/say': {
    as: 'admin',
    send: ({ seat }) => ({ body: { seat, text: 'x' } }),
    refused: 'unknown-seat',
  },
  'POST /api/runs/:id/inject': {
    as: 'admin',
    send: ({ seat }, { plan }) => ({ body: { seat, incident: plan.scenarios[0] } }),
    refused: 'unknown-seat',
  },
  'POST /api/runs/:id/marks': {
    as: 'admin',
    send: ({ drill }, { ids: { seat } }) => ({ body: { seat, drill, conversation: 'c1', message: 'm1', note: '' } }),
    refused: 'unknown-drill',
  },
  'POST /api/runs/:id/marks/:mark/remove': {
    as: 'admin',
    send: ({ mark }) => ({ path: { mark } }),
    refused: 'not-found',
  },
  'POST /api/runs/:id/redo': {
    ...{ as: 'admin', stage: 'debrief' },
    send: ({ drill }) => ({ body: { drill, conversation: 'c1', turn: 1 } }),
    refused: 'unknown-drill',
  },
  'GET /api/runs/:id/drills/:drill/erasure': {
    as: 'admin',
    send: ({ drill }) => ({ path: { drill } }),
    refused: 'nothing-kept',
  },
  'POST /api/runs/:id/drills/:drill/erase': {
    as: 'admin',
    send: ({ drill }) => ({ path: { drill }, body: NAME }),
    refused: 'nothing-kept',
  },
  'POST /api/join/:code': {
    as: 'device',
    send: ({ seat }) => ({ body: { seat } }),
    refused: 'unknown-seat',
  },

  'GET /api/quick-replies/:id': QUICK_REPLIES,
  'GET /api/quick-replies/:id/template.xlsx': QUICK_REPLIES,
  'GET /api/quick-replies/:id/template.csv': QUICK_REPLIES,
  'GET /api/quick-replies/:id/versions/:version': QUICK_REPLIES,
  'POST /api/quick-replies/:id/preview': QUICK_REPLIES,
  'POST /api/quick-replies/:id': QUICK_REPLIES,
  'POST /api/quick-replies/:id/versions/:version/restore': QUICK_REPLIES,
  'POST /api/quick-replies/:id/remove': QUICK_REPLIES,
  'POST /api/personal-replies/:id': PERSONAL_REPLIES,
  'POST /api/personal-replies/:id/move': PERSONAL_REPLIES,
  'POST /api/personal-replies/:id/remove': PERSONAL_REPLIES,
};
