/** A roster read from a file or pasted, while its faults are corrected: nothing is stored before it is added. */
import type { Member, RosterFault, RosterPreview } from '#contract/people.ts';

const MAX_NAME_CHARACTERS = 30;
const MAX_NUMBER_CHARACTERS = 20;

/**
 * `rowId`: a sheet printed in two columns has two rows on one line. `serverFaults`: the server's faults, which
 * hold until the row is edited.
 */
export type DraftRow = {
  rowId: number;
  line: number;
  no: string;
  name: string;
  isEdited: boolean;
  serverFaults: readonly RosterFault[];
};

export const draftRows = ({ rows }: RosterPreview): DraftRow[] =>
  rows.map(({ line, no, name, errors }, rowId) => ({ rowId, line, no, name, isEdited: false, serverFaults: errors }));

export const withEditedRow = (
  rows: readonly DraftRow[],
  rowId: number,
  change: Partial<Pick<DraftRow, 'no' | 'name'>>,
): DraftRow[] => rows.map((row) => (row.rowId === rowId ? { ...row, ...change, isEdited: true } : row));

export const withoutRow = (rows: readonly DraftRow[], rowId: number): DraftRow[] =>
  rows.filter((row) => row.rowId !== rowId);

/** Two trainees of the same name are told apart by their numbers. */
const isNamesake = (a: { no: string; name: string }, b: { no: string; name: string }): boolean =>
  a.name === b.name && (a.no === '' || b.no === '' || a.no === b.no);

/** Whether the class has this trainee already, as far as name and number tell. */
export const isInClass = (row: { no: string; name: string }, members: readonly Member[]): boolean =>
  row.name !== '' && members.some((member) => isNamesake(row, member));

const trimRow = ({ no, name }: { no: string; name: string }) => ({ no: no.trim(), name: name.trim() });

/**
 * The faults of a row now. An unedited row keeps the server's faults, except a clash whose other row is gone. An edited
 * row is checked here by the server's rules; the server checks it again when it is added.
 */
export const rowFaults = (row: DraftRow, rows: readonly DraftRow[], members: readonly Member[]): RosterFault[] => {
  const ownRow = trimRow(row);
  const otherRows = rows.filter((otherRow) => otherRow.rowId !== row.rowId).map(trimRow);
  const isNumberTaken = ownRow.no !== '' && otherRows.some((otherRow) => otherRow.no === ownRow.no);
  const isNameTaken = ownRow.name !== '' && otherRows.some((otherRow) => otherRow.name === ownRow.name);
  if (!row.isEdited) {
    return row.serverFaults.filter((fault) =>
      fault === 'same-no' ? isNumberTaken : fault === 'same-name' ? isNameTaken : true,
    );
  }
  const foundFaults: RosterFault[] = [];
  if (ownRow.name === '') foundFaults.push('no-name');
  if (ownRow.name.length > MAX_NAME_CHARACTERS) foundFaults.push('long-name');
  if (ownRow.no.length > MAX_NUMBER_CHARACTERS) foundFaults.push('long-no');
  const hasNamesake = ownRow.name !== '' && otherRows.some((otherRow) => isNamesake(ownRow, otherRow));
  if (hasNamesake) foundFaults.push('same-name');
  else if (isNumberTaken) foundFaults.push('same-no');
  if (isInClass(ownRow, members)) foundFaults.push('already-there');
  return foundFaults;
};

/** Rows that can be added, as the server wants them. */
export const validRowsOf = (rows: readonly DraftRow[], members: readonly Member[]): { no: string; name: string }[] =>
  rows.filter((row) => rowFaults(row, rows, members).length === 0).map(trimRow);
