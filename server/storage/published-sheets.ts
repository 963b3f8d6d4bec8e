/** Term sheets as they were published, and what their trainees appealed. Times are epoch milliseconds. */
import type { StoredEntry } from './terms.ts';

/** `version`: from 1. `body`: what all rows have in common, as JSON. `by`: a person's id. `people`: rows there are. */
export type StoredSheetVersion = {
  term: string;
  version: number;
  at: number;
  by: string;
  missing: number;
  showsRank: boolean;
  body: string;
  people: number;
  withdrawn: { at: number; by: string; why: string } | null;
};
/** `body`: cells, sums and standing, as JSON. */
export type StoredSheetRow = { person: string; no: string; name: string; body: string };
/** `to`: the mark it was corrected to; null: kept. `by`: a person's id. */
export type SheetAppealClosing = {
  how: 'kept' | 'changed';
  to: number | null;
  reason: string;
  by: string;
  at: number;
};
/** `value`: the mark that was published. */
export type StoredSheetAppeal = {
  id: string;
  term: string;
  version: number;
  person: string;
  item: string;
  value: number | null;
  text: string;
  at: number;
  closing: SheetAppealClosing | null;
};

export type PublishedSheetsStorage = {
  /** False where the version isn't the next one: nothing is stored. */
  publish(version: Omit<StoredSheetVersion, 'people'>, rows: readonly StoredSheetRow[]): Promise<boolean>;
  /** False where it isn't the term's newest, or was withdrawn before: the first withdrawal stays. */
  withdraw(term: string, version: number, withdrawn: NonNullable<StoredSheetVersion['withdrawn']>): Promise<boolean>;
  /** Newest first. */
  versions(term: string): Promise<StoredSheetVersion[]>;
  /** In the order of the sheet. */
  rows(term: string, version: number): Promise<StoredSheetRow[]>;
  /** Of all terms and versions, in the order in which they were published. */
  rowsOf(person: string): Promise<(StoredSheetRow & Pick<StoredSheetVersion, 'term' | 'version'>)[]>;
  /** False where the cell was appealed in this version before. */
  addAppeal(appeal: Omit<StoredSheetAppeal, 'closing'>): Promise<boolean>;
  /** Of all versions, oldest first. */
  appeals(term: string): Promise<StoredSheetAppeal[]>;
  appealsOf(person: string): Promise<StoredSheetAppeal[]>;
  /** With the entry that corrects the cell, both or none. False when it isn't open any more: the first answer stays. */
  answer(appeal: string, closing: SheetAppealClosing, entry: StoredEntry | null): Promise<boolean>;
};
