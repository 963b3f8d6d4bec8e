/** Tables of published term sheets; `body`: JSON. */
import type { GeneratedAlways } from 'kysely';

type Stored = { rowid: GeneratedAlways<number> };

export type SheetVersionsTable = {
  term: string;
  version: number;
  at: number;
  by: string;
  missing: number;
  shows_rank: 0 | 1;
  body: string;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
};
export type SheetRowsTable = {
  term: string;
  version: number;
  person: string;
  no: string;
  name: string;
  body: string;
};
export type SheetAppealsTable = {
  id: string;
  term: string;
  version: number;
  person: string;
  item: string;
  value: number | null;
  text: string;
  at: number;
  how: 'kept' | 'changed' | null;
  changed_to: number | null;
  reason: string | null;
  closed_by: string | null;
  closed_at: number | null;
};

export type SheetTables = {
  sheet_versions: Stored & SheetVersionsTable;
  sheet_rows: Stored & SheetRowsTable;
  sheet_appeals: Stored & SheetAppealsTable;
};
