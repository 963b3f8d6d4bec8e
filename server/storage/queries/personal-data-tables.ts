/** The tables of the audit trail and of retention, as `tables.ts` has all of them. */
import type { AuditKind } from '#contract/personal-data/audit.ts';

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
