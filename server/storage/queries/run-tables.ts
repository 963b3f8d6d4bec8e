/** The tables of runs, of authored cases, of the audit trail and of retention, as `tables.ts` has all of them. */
import type { HandedInTo } from '#contract/homework/handed-in.ts';
import type { MentorsSee } from '#contract/people.ts';
import type { AuditKind } from '#contract/personal-data/audit.ts';
import type { Stage } from '#contract/runs.ts';
import type { Shift } from '#contract/terms/teams.ts';
import type { AuthoredChange } from '#storage/authored-cases.ts';
import type { RunEntryKind } from '#storage/runs.ts';

/** False and true. */
export type Flag = 0 | 1;

export type RunsTable = {
  id: string;
  school: string;
  class: string | null;
  name: string;
  code: string;
  plan: string;
  seed: number;
  stage: Stage;
  created_by: string;
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
  published_at: number | null;
  locked: Flag;
  frozen: Flag;
  total_ms: number;
  clock_ms: number;
  clock_at: number;
  clock_running: Flag;
};

export type RunLogTable = {
  id: string;
  run: string;
  at: number;
  by: string | null;
  kind: RunEntryKind;
  seat: string | null;
  body: string;
};

export type SeatsTable = {
  id: string;
  run: string;
  school: string;
  person: string | null;
  no: string;
  name: string;
  place: number;
  guest: string | null;
  joined_at: number | null;
  asking_guest: string | null;
  refused_guest: string | null;
};

export type ReplayTasksTable = {
  id: string;
  run: string;
  drill: string;
  conversation: string;
  turn: number;
  at: number;
  closed_at: number | null;
};

export type ClassesTable = {
  id: string;
  school: string;
  name: string;
  created_at: number;
  archived_at: number | null;
  mentors_see: MentorsSee;
};
export type CertificatesTable = {
  code: string;
  school: string;
  run: string;
  seat: string;
  /** JSON. */
  facts: string;
  by: string;
  at: number;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
};

export type HandedInTable = {
  drill: string;
  school: string;
  class: string | null;
  run: string;
  seat: string;
  target: HandedInTo;
  /** JSON. */
  titles: string;
  at: number;
  marked_at: number | null;
  marked_by: string | null;
  mark: number | null;
  note: string | null;
};
export type InspectionItemsTable = { run: string; drill: string; no: number; at: number };
export type MarkingsTable = {
  run: string;
  drill: string;
  seat: string | null;
  person: string | null;
  /** The seat's or the person's id. */
  inspector: string;
  /** JSON. */
  body: string;
  at: number;
  handed_in_at: number | null;
};

export type PapersTable = { run: string; questions: string; body: string };
export type SittingsTable = { seat: string; run: string; begun_at: number; handed_in_at: number | null };
export type PaperAnswersTable = { seat: string; question: string; answer: string | null; flagged: Flag; at: number };
export type PaperAppealsTable = {
  seat: string;
  run: string;
  question: string;
  n: number;
  text: string | null;
  at: number | null;
  withdrawn_at: number | null;
  /** 0, 0.5 or 1. */
  credit: number | null;
  reason: string | null;
  ruled_by: string | null;
  ruled_at: number | null;
};

export type ExamsTable = { run: string; of: string | null; body: string };
export type ResitsTable = { seat: string; run: string; first: string; parts: string };
export type TypingSittingsTable = {
  seat: string;
  run: string;
  begun_at: number;
  ended_at: number | null;
  /** JSON. */
  typed: string;
  left_page: number;
  pasted: number;
};

export type AuthoredCasesTable = {
  id: string;
  school: string;
  scenario: string;
  created_by: string;
  created_at: number;
  published: string | null;
};

export type AuthoredVersionsTable = {
  case_id: string;
  hash: string;
  no: number;
  yaml: string;
  testplan: string | null;
  scenario: string;
  errors: number;
  warnings: number;
  note: string;
  by: string;
  at: number;
};

export type AuthoredLogTable = {
  id: string;
  case_id: string;
  at: number;
  by: string;
  kind: AuthoredChange['kind'];
  version: string | null;
};

export type AuditTrailTable = {
  n: number;
  at: number;
  school: string | null;
  actor: string | null;
  kind: AuditKind;
  subject: string | null;
  /** JSON. */
  details: string;
  previous: string;
  hash: string;
};

export type RetentionTable = {
  school: string;
  officer: string | null;
  practice_days: number | null;
  run_days: number | null;
  sign_in_days: number | null;
  session_days: number | null;
  done_at: number | null;
};

export type EvaluationsTable = {
  id: string;
  school: string;
  person: string;
  mark: number;
  note: string;
  by: string;
  at: number;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
};
/** `body`: JSON; null: what ships. */
export type PathSettingsTable = { school: string; version: number; body: string | null; by: string; at: number };

export type TermsTable = {
  id: string;
  school: string;
  class: string;
  name: string;
  first_day: string;
  last_day: string;
  /** JSON; null: what ships. */
  rules: string | null;
  version: number;
  created_by: string;
  created_at: number;
};
/** `awards`: JSON, whole yuan by place. */
export type TeamAwardsTable = { term: string; version: number; awards: string };
/** `place`: from 0, in the order in which they were saved. */
export type TeamsTable = { term: string; place: number; name: string; shop: string | null };
/** `team`: the place of one. */
export type TeamMembersTable = { term: string; person: string; team: number; leader: Flag; shift: Shift | null };
export type TermEntriesTable = {
  id: string;
  term: string;
  person: string;
  item: string;
  value: number | null;
  out_of: number;
  reason: string;
  by: string;
  at: number;
};
