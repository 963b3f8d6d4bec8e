/**
 * The tables as both databases have them after the last migration: what Kysely checks every query against. Ids, places
 * and bodies are text (bodies and plans JSON), flags 0 and 1, times epoch milliseconds.
 */
import type { Generated, GeneratedAlways } from 'kysely';
import type { AppealEnd } from '#contract/discussion.ts';
import type { Role } from '#contract/people.ts';
import type { VersionKind } from '#contract/quick-replies.ts';
import type { Ruling } from '#contract/results.ts';
import type { Browser, SignInKind, System } from '#contract/sign-ins.ts';
import type { CommentRow } from '#storage/discussion.ts';
import type { StoredQuestionChange } from '#storage/own-questions.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { OtherTables } from '#storage/tables/contest-tables.ts';
import type { TermTables } from '#storage/tables/term-tables.ts';
import type {
  AuditTrailTable,
  AuthoredCasesTable,
  AuthoredLogTable,
  AuthoredVersionsTable,
  CertificatesTable,
  ClassesTable,
  EvaluationsTable,
  ExamsTable,
  Flag,
  HandedInTable,
  InspectionItemsTable,
  MarkingsTable,
  PaperAnswersTable,
  PaperAppealsTable,
  PapersTable,
  PathSettingsTable,
  ReplayTasksTable,
  ResitsTable,
  RetentionTable,
  RunLogTable,
  RunsTable,
  SeatsTable,
  SittingsTable,
  TeamAwardsTable,
  TeamMembersTable,
  TeamsTable,
  TermEntriesTable,
  TermsTable,
  TypingSittingsTable,
} from './run-tables.ts';

/**
 * The order in which rows were stored, where times are equal. SQLite has it by itself; in PostgreSQL it is a column of
 * every table.
 */
type Stored = { rowid: GeneratedAlways<number> };
type StoredTables<T> = { [Table in keyof T]: Stored & T[Table] };

export type Database = StoredTables<TermTables> & {
  guests: Stored & { token_hash: string; id: string; at: number };
  contents: Stored & { hash: string; body: string };
  drills: Stored & DrillsTable;
  log: LogTable;
  schools: Stored & { id: string; name: string; created_at: number };
  people: Stored & PeopleTable;
  sessions: Stored & SessionsTable;
  classes: Stored & ClassesTable;
  members: Stored & { class: string; person: string; no: string; place: number; left_at: number | null };
  templates: Stored & { id: string; school: string; name: string; plan: string; created_at: number };
  runs: Stored & RunsTable;
  run_log: Stored & RunLogTable;
  seats: Stored & SeatsTable;
  redos: Stored & ReplayTasksTable;
  results: Stored & { drill: string; made_at: number; body: string };
  rulings: Stored & RulingsTable;
  proposals: Stored & { drill: string; conversation: string; point: string; turn: number; said: Flag; at: number };
  portfolio: Stored & { drill: string; made_at: number; body: string | null };
  comments: Stored & CommentsTable;
  appeals: Stored & AppealsTable;
  ruling_effects: Stored & { ruling: string; deed: 'ruled' | 'undone'; drill: string; body: string };
  authored_cases: Stored & AuthoredCasesTable;
  authored_versions: Stored & AuthoredVersionsTable;
  authored_log: Stored & AuthoredLogTable;
  run_cases: Stored & { run: string; scenario: string; version: string };
  school_replies: Stored & SchoolRepliesTable;
  question_changes: Stored & StoredQuestionChange;
  own_questions: Stored & { school: string; id: string; since: number; until: number | null; body: string };
  papers: Stored & PapersTable;
  exams: Stored & ExamsTable;
  resits: Stored & ResitsTable;
  typing_sittings: Stored & TypingSittingsTable;
  sittings: Stored & SittingsTable;
  paper_answers: Stored & PaperAnswersTable;
  paper_appeals: Stored & PaperAppealsTable;
  certificates: Stored & CertificatesTable;
  handed_in: Stored & HandedInTable;
  inspection_items: Stored & InspectionItemsTable;
  markings: Stored & MarkingsTable;
  path_settings: Stored & PathSettingsTable;
  evaluations: Stored & EvaluationsTable;
  terms: Stored & TermsTable;
  term_entries: Stored & TermEntriesTable;
  team_awards: Stored & TeamAwardsTable;
  teams: Stored & TeamsTable;
  team_members: Stored & TeamMembersTable;
  sign_ins: Stored & SignInsTable;
  nodes: Stored & { node: string; url: string; until: number };
  retention: Stored & RetentionTable;
  audit_trail: Stored & AuditTrailTable;
} & OtherTables;

type DrillsTable = {
  id: string;
  guest: string;
  content_hash: string;
  scenarios: string;
  /** What a rush was opened as (JSON); null: no rush. */
  rush: string | null;
  mode: string;
  state: DrillRow['state'];
  opened_at: number;
  ended_at: number | null;
  score: number | null;
  /** Events in the log; 0 until the first are appended. */
  seq: Generated<number>;
  running: Generated<Flag>;
  due_at: number | null;
  heartbeat_at: number;
  school: string | null;
  run: string | null;
  seat: string | null;
  person: string | null;
  redo: string | null;
  retry_drill: string | null;
  retry_conversation: string | null;
  retry_turn: number | null;
  retry_since: number | null;
  /** The node that has the drill in memory; null: none. */
  lease_node: string | null;
  lease_until: number | null;
  /** When its words were deleted; null: it has them. */
  erased_at: number | null;
};

/** A row holds one append's `n` events, the first of which is the log's event number `seq` (1-based). */
type LogTable = {
  id: GeneratedAlways<number>;
  drill: string;
  seq: number;
  n: number;
  at: number;
  command_id: string | null;
  ack: string | null;
  body: string;
};

type PeopleTable = {
  id: string;
  school: string;
  name: string;
  role: Role;
  login: string | null;
  password: string | null;
  created_at: number;
  disabled_at: number | null;
  seen_at: number | null;
};

type SessionsTable = {
  token_hash: string;
  person: string;
  created_at: number;
  expires_at: number;
  id: string;
  browser: Browser | null;
  system: System | null;
  address: string | null;
  seen_at: number;
  weak: Flag;
};

type RulingsTable = {
  id: string;
  drill: string;
  finding: string | null;
  conversation: string | null;
  point: string | null;
  turn: number | null;
  verdict: Ruling['verdict'];
  score: number | null;
  title: string;
  reason: string;
  example: Flag;
  by: string;
  at: number;
  undone_by: string | null;
  undone_at: number | null;
};

type CommentsTable = {
  id: string;
  comment: string;
  drill: string;
  place: string;
  title: string;
  kind: CommentRow['kind'];
  text: string;
  by: string;
  at: number;
};

type AppealsTable = {
  id: string;
  drill: string;
  place: string;
  title: string;
  text: string;
  at: number;
  how: AppealEnd | null;
  closed_by: string | null;
  closed_at: number | null;
  reason: string | null;
  ruling: string | null;
};

type SchoolRepliesTable = {
  school: string;
  shop: string;
  version: number;
  kind: VersionKind;
  restores: number | null;
  count: number;
  added: number;
  changed: number;
  removed: number;
  by: string;
  at: number;
  body: string;
};

type SignInsTable = {
  id: string;
  school: string | null;
  person: string | null;
  kind: SignInKind;
  by: string | null;
  browser: Browser | null;
  system: System | null;
  address: string;
  at: number;
  last_at: number;
  count: number;
};
