/** Tables of contests and of exams; `body`: JSON. */
import type { GeneratedAlways } from 'kysely';
import type { PartKind } from '#contract/plans/exam.ts';
import type { PersonalRepliesTable } from '#storage/together/personal-replies.ts';
import type { PuzzlePlayersTable, PuzzleRatingsTable } from '#storage/together/puzzle-ratings.ts';
import type { SheetTables } from './sheet-tables.ts';

type Stored = { rowid: GeneratedAlways<number> };

export type ContestsTable = {
  id: string;
  school: string;
  name: string;
  body: string;
  by: string;
  at: number;
  unveiled: number | null;
  opened_at: number | null;
};
export type ContestEntriesTable = {
  run: string;
  contest: string;
  school: string;
  team: string;
  by: string;
  at: number;
  left_at: number | null;
};
export type ContestCodesTable = {
  code: string;
  contest: string;
  for_whom: string;
  at: number;
  used_by: string | null;
  used_at: number | null;
};

export type PrivateExamsTable = {
  id: string;
  guest: string;
  person: string | null;
  at: number;
  ended_at: number | null;
  drill: string | null;
  body: string;
  /** JSON. */
  work: string;
};

type ExamTables = {
  private_exams: Stored & PrivateExamsTable;
  seat_leaves: Stored & { seat: string; part: PartKind; n: number };
};

type ContestTables = {
  contests: Stored & ContestsTable;
  contest_entries: Stored & ContestEntriesTable;
  contest_codes: Stored & ContestCodesTable;
  contest_names: Stored & { seat: string; contest: string; name: string; at: number };
  contest_files: Stored & {
    contest: string;
    fingerprint: string;
    source: string;
    body: string;
    by: string;
    at: number;
  };
  known_keys: Stored & { school: string; fingerprint: string; name: string; by: string; at: number };
  signing_keys: Stored & { id: string; public_key: string; private_key: string; at: number };
};

/** A school's standards, version by version. */
type StandardsTable = { school: string; version: number; body: string; by: string; at: number };

/** What `tables.ts` has no room for. */
export type OtherTables = SheetTables &
  ContestTables &
  ExamTables & {
    school_standards: Stored & StandardsTable;
    puzzle_ratings: Stored & PuzzleRatingsTable;
    puzzle_players: Stored & PuzzlePlayersTable;
    personal_replies: Stored & PersonalRepliesTable;
  };
