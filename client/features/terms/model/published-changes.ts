/** What of a sheet differs from what was published of it. */
import type { SheetPublication, SheetRow, TermSheet } from '#contract/terms/sheet.ts';

/** `was`: the published mark; null: it was missing. */
export type ChangedCell = { person: string; name: string; column: string; was: number | null; is: number | null };
/** `added`: names of who came after. `left`: how many were published and have left. */
export type Changes = { cells: ChangedCell[]; added: string[]; left: number; rules: boolean };

/** The newest publication while its trainees have it. */
export const currentOf = ({ published }: Pick<TermSheet, 'published'>): SheetPublication | null => {
  const [newest] = published.publications;
  return newest === undefined || newest.withdrawn !== null ? null : newest;
};

/** `rows`: as they stand on the page. A column that is new or gone is a change of the rules, not of a cell. */
export const changesOf = ({ published, version, rules }: TermSheet, rows: readonly SheetRow[]): Changes => {
  const { marks } = published;
  const cells = rows.flatMap(({ person, name, cells: own }) => {
    const before = marks[person];
    if (before === undefined) return [];
    return own.flatMap(({ item, value }): ChangedCell[] => {
      const was = before[item];
      const column = rules.columns.find(({ id }) => id === item)?.name ?? item;
      return was === undefined || was === value ? [] : [{ person, name, column, was, is: value }];
    });
  });
  return {
    cells,
    added: rows.flatMap(({ person, name }) => (marks[person] === undefined ? [name] : [])),
    left: Object.keys(marks).filter((person) => !rows.some((row) => row.person === person)).length,
    rules: published.rulesVersion !== version,
  };
};

export const hasChanged = ({ cells, added, left, rules }: Changes): boolean =>
  cells.length > 0 || added.length > 0 || left > 0 || rules;

/** Cells without a mark, and whose they are. */
export const missingIn = (rows: readonly SheetRow[]): { cells: number; people: number } => {
  const open = rows.filter(({ total }) => total.missing.length > 0);
  return { cells: open.reduce((sum, { total }) => sum + total.missing.length, 0), people: open.length };
};
