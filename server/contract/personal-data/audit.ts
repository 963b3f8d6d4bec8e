/** The audit trail as an admin reads it: who did what to whose data, each row chained to the one before by its hash. */
import { z } from 'zod';

export const AUDIT_KINDS = [
  'school-made',
  'account-made',
  'account-changed',
  'role-changed',
  'code-changed',
  'run-made',
  'run-published',
  'run-unpublished',
  'ruling-made',
  'ruling-undone',
  'appeal-decided',
  'certificates-issued',
  'certificate-withdrawn',
  'evaluation-made',
  'evaluation-withdrawn',
  'practice-marked',
  'path-changed',
  'standards-changed',
  'term-made',
  'term-changed',
  'sheet-changed',
  'sheet-entered',
  'sheet-published',
  'sheet-withdrawn',
  'class-mentors',
  'teams-changed',
  'attendance-changed',
  'attendance-corrected',
  'leave-entered',
  'leave-decided',
  'sides-changed',
  'sides-moved',
  'pay-changed',
  'pay-opened',
  'service-table-stored',
  'service-table-removed',
  'contest-made',
  'contest-entered',
  'contest-left',
  'contest-told',
  'contest-merged',
  'recommendation',
  'mentor-invited',
  'mentorship-accepted',
  'mentorship-ended',
  'shared',
  'share-taken-back',
  'data-exported',
  'data-erased',
  'retention-done',
  'settings-changed',
  'case-published',
  'case-withdrawn',
  'sign-in-banned',
  'database-moved',
  'database-restored',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Ids, words of the program and numbers only: no name, login, address or text of anybody. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** `what`: in the reader's language. `actor`: the name, 已删除 for somebody who is gone, null for the server itself. */
export type AuditRow = {
  n: number;
  at: number;
  kind: AuditKind;
  what: string;
  actor: string | null;
  /** The id of what it was done to. */
  subject: string | null;
  details: AuditDetails;
  hash: string;
};
/** `more`: there are older rows. */
export type AuditBody = { rows: AuditRow[]; more: boolean };
/** `brokenAt`: number of the first row that isn't as it was written; null: none. `head`: hash of the last row. */
export type ChainChecked = { rows: number; brokenAt: number | null; head: string };

/** `before`: rows older than this number. */
export const auditQuery = z.object({ before: z.coerce.number().int().positive().optional() });
/** Rows of one answer. */
export const AUDIT_SHOWN = 50;
