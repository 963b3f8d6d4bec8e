/** A roster read from a file or pasted, while its faults are corrected: nothing is stored before it is added. */
import type { Member, RosterFault, RosterPreview } from '#contract/people.ts';

const MAX_NAME_CHARACTERS = 30;
const MAX_NUMBER_CHARACTERS = 20;

/**
 * `place` names the row: a sheet printed in two columns has two rows on one line. `given`: the server's faults, which
 * hold until the row is edited.
 */
export type DraftRow = {
  place: number;
  line: number;
  no: string;
  name: string;
  edited: boolean;
  given: readonly RosterFault[];
};

export const draftOf = ({ rows }: RosterPreview): DraftRow[] =>
  rows.map(({ line, no, name, errors }, place) => ({ place, line, no, name, edited: false, given: errors }));

export const editRow = (
  rows: readonly DraftRow[],
  place: number,
  change: Partial<Pick<DraftRow, 'no' | 'name'>>,
): DraftRow[] => rows.map((row) => (row.place === place ? { ...row, ...change, edited: true } : row));

export const dropRow = (rows: readonly DraftRow[], place: number): DraftRow[] =>
  rows.filter((row) => row.place !== place);

/** Two trainees of the same name are told apart by their numbers. */
const isNamesake = (a: { no: string; name: string }, b: { no: string; name: string }): boolean =>
  a.name === b.name && (a.no === '' || b.no === '' || a.no === b.no);

/** Whether the class has this trainee already, as far as name and number tell. */
export const isInClass = (row: { no: string; name: string }, members: readonly Member[]): boolean =>
  row.name !== '' && members.some((member) => isNamesake(row, member));

const trimmed = ({ no, name }: { no: string; name: string }) => ({ no: no.trim(), name: name.trim() });

/**
 * The faults of a row now. An unedited row keeps the server's faults, except a clash whose other row is gone. An edited
 * row is checked here by the server's rules; the server checks it again when it is added.
 */
export function faultsOf(row: DraftRow, rows: readonly DraftRow[], members: readonly Member[]): RosterFault[] {
  const ownRow = trimmed(row);
  const otherRows = rows.filter((otherRow) => otherRow.place !== row.place).map(trimmed);
  const sameNo = ownRow.no !== '' && otherRows.some((otherRow) => otherRow.no === ownRow.no);
  const sameName = ownRow.name !== '' && otherRows.some((otherRow) => otherRow.name === ownRow.name);
  if (!row.edited) {
    return row.given.filter((fault) => (fault === 'same-no' ? sameNo : fault === 'same-name' ? sameName : true));
  }
  const foundFaults: RosterFault[] = [];
  if (ownRow.name === '') foundFaults.push('no-name');
  if (ownRow.name.length > MAX_NAME_CHARACTERS) foundFaults.push('long-name');
  if (ownRow.no.length > MAX_NUMBER_CHARACTERS) foundFaults.push('long-no');
  const hasNamesake = ownRow.name !== '' && otherRows.some((otherRow) => isNamesake(ownRow, otherRow));
  if (hasNamesake) foundFaults.push('same-name');
  else if (sameNo) foundFaults.push('same-no');
  if (isInClass(ownRow, members)) foundFaults.push('already-there');
  return foundFaults;
}

/** Rows that can be added, as the server wants them. */
export const goodRows = (rows: readonly DraftRow[], members: readonly Member[]): { no: string; name: string }[] =>
  rows.filter((row) => faultsOf(row, rows, members).length === 0).map(trimmed);
