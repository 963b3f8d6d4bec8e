/** A class's terms and what was entered in their sheets. Times are epoch milliseconds, days 2026-11-20. */
import type { SheetRules } from '#contract/terms/sheet.ts';

/** `rules` null: what ships. `version`: how often they were changed. `createdBy`: a person's id. */
export type StoredTerm = {
  id: string;
  school: string;
  classId: string;
  name: string;
  firstDay: string;
  lastDay: string;
  rules: SheetRules | null;
  version: number;
  createdBy: string;
  createdAt: number;
};
/**
 * One entry of a cell: nothing is ever written over, the last one counts. `item`: the column's id. `value` null: taken
 * back. `outOf`: the column's weight when it was entered. `by`: a person's id.
 */
export type StoredEntry = {
  id: string;
  term: string;
  person: string;
  item: string;
  value: number | null;
  outOf: number;
  reason: string;
  by: string;
  at: number;
};

export type TermsStorage = {
  create(term: StoredTerm): Promise<void>;
  term(id: string): Promise<StoredTerm | null>;
  /** The one that begins last comes first. */
  ofClass(classId: string): Promise<StoredTerm[]>;
  change(id: string, changed: Pick<StoredTerm, 'name' | 'firstDay' | 'lastDay'>): Promise<void>;
  /** False where the version isn't the next one: somebody else has saved meanwhile, and nothing is stored. */
  putRules(id: string, version: number, rules: SheetRules | null): Promise<boolean>;
  addEntry(entry: StoredEntry): Promise<void>;
  /** In the order in which they were entered. */
  entries(term: string): Promise<StoredEntry[]>;
  /** Of all terms, in the same order. */
  entriesOf(person: string): Promise<StoredEntry[]>;
};
