/** A trainee's row of a sheet as data, and as it is shown: what it stands on is said in the reader's language. */
import type { CellEntry, SheetRow, SheetRules } from '#contract/terms/sheet.ts';
import type { ClassMember } from '#storage/people.ts';
import type { StoredEntry } from '#storage/terms.ts';
import { becauseOf } from './said.ts';
import { type ComputedCell, type ComputedRow, computeRow, type TermFacts } from './sheet-row.ts';

/** `by`: a person's id. */
type KeptEntry = Pick<StoredEntry, 'value' | 'outOf' | 'reason' | 'by' | 'at'>;
/** `entries`: oldest first. Names stand outside: a row is kept without words but those that people entered. */
export type KeptRow = Omit<ComputedRow, 'cells'> & {
  person: string;
  no: string;
  name: string;
  cells: (ComputedCell & { entries: KeptEntry[] })[];
};

/** `entries`: the trainee's own in this term, oldest first. */
export const keptRow = (
  rules: SheetRules,
  { person, no, name }: Pick<ClassMember, 'person' | 'no' | 'name'>,
  facts: TermFacts,
  entries: readonly StoredEntry[],
): KeptRow => {
  const { cells, ...sums } = computeRow(rules, facts, new Map(entries.map((entry) => [entry.item, entry])));
  return {
    ...{ person, no, name, ...sums },
    cells: cells.map((cell) => ({
      ...cell,
      entries: entries
        .filter(({ item }) => item === cell.item)
        .map(({ value, outOf, reason, by, at }) => ({ value, outOf, reason, by, at })),
    })),
  };
};

export const shownRow = ({ cells, ...row }: KeptRow, nameOf: (person: string) => string): SheetRow => ({
  ...row,
  cells: cells.map(({ source, entries, ...cell }) => ({
    ...cell,
    because: becauseOf(source),
    entries: entries.map(({ by, ...entry }): CellEntry => ({ ...entry, by: nameOf(by) })),
  })),
});

/** Who entered something in these rows. */
export const enteredBy = (rows: readonly KeptRow[]): string[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ entries }) => entries.map(({ by }) => by)));
