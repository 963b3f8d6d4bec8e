import { describe, expect, it } from 'vitest';
import {
  draftRows,
  rowFaults,
  validRowsOf,
  withEditedRow,
  withoutRow,
} from '#client/features/classroom/roster/roster-draft.ts';
import type { RosterFault } from '#contract/people.ts';
import { member } from '#tests/client/fixtures/people.ts';

const draft = (...rows: [no: string, name: string, ...errors: RosterFault[]][]) =>
  draftRows({
    rows: rows.map(([no, name, ...errors], index) => ({ line: index + 1, no, name, errors })),
    good: 0,
    columns: { no: null, name: null },
    leftOut: 0,
  });
const faults = (rows: ReturnType<typeof draft>, place: number, members = [member('m', { no: '9', name: '周一' })]) => {
  const row = rows.find((candidate) => candidate.rowId === place);
  return row === undefined ? null : rowFaults(row, rows, members);
};

describe('a previewed roster', () => {
  it('keeps the server’s faults for a row that nobody changed', () => {
    const rows = draft(['1', '王伟', 'odd-name'], ['2', '李明']);
    expect(faults(rows, 0)).toEqual(['odd-name']);
    expect(validRowsOf(rows, [])).toEqual([{ no: '2', name: '李明' }]);
  });

  it('clears the fault of both rows with one number when either of them is changed or dropped', () => {
    const rows = draft(['1', '王伟', 'same-no'], ['1', '李明', 'same-no']);
    const changed = withEditedRow(rows, 1, { no: '2' });
    expect([faults(changed, 0), faults(changed, 1)]).toEqual([[], []]);
    expect(faults(withoutRow(rows, 1), 0)).toEqual([]);
  });

  it('checks a changed row by the same rules', () => {
    const rows = draft(['1', '王伟'], ['2', '李明']);
    expect(faults(withEditedRow(rows, 1, { name: ' ' }), 1)).toEqual(['no-name']);
    expect(faults(withEditedRow(rows, 1, { name: '长'.repeat(31) }), 1)).toEqual(['long-name']);
    expect(faults(withEditedRow(rows, 1, { no: '1'.repeat(21) }), 1)).toEqual(['long-no']);
    expect(faults(withEditedRow(rows, 1, { no: '1' }), 1)).toEqual(['same-no']);
    expect(faults(withEditedRow(rows, 1, { name: '王伟' }), 1)).toEqual([]);
    expect(faults(withEditedRow(rows, 1, { name: '王伟', no: '' }), 1)).toEqual(['same-name']);
    expect(faults(withEditedRow(rows, 1, { name: '周一' }), 1)).toEqual([]);
  });

  it('knows by name and number who is in the class already', () => {
    const rows = draft(['1', '王伟'], ['9', '李明']);
    expect(faults(withEditedRow(rows, 1, { name: '周一' }), 1)).toEqual(['already-there']);
    expect(faults(withEditedRow(rows, 1, { name: '周一', no: '' }), 1)).toEqual(['already-there']);
  });

  it('keeps two rows of one line apart', () => {
    const rows = draftRows({
      rows: [
        { line: 3, no: '1', name: '王伟', errors: [] },
        { line: 3, no: '2', name: '李明', errors: [] },
      ],
      good: 2,
      columns: { no: null, name: null },
      leftOut: 0,
    });
    expect(validRowsOf(withoutRow(rows, 0), [])).toEqual([{ no: '2', name: '李明' }]);
  });

  it('adds rows without the blanks around them', () => {
    expect(validRowsOf(withEditedRow(draft(['1', '王伟']), 0, { name: ' 王 伟 ' }), [])).toEqual([
      { no: '1', name: '王 伟' },
    ]);
  });
});
