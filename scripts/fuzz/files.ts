import { readFileSync } from 'node:fs';
import writeExcel from 'write-excel-file/node';

/** Files that a school uploads, right ones: a case, and a table as an Excel file and as CSV. */
export async function filesToSpoil(caseFile: string): Promise<{ yaml: Buffer; xlsx: Buffer; csv: Buffer }> {
  const rows = [
    ['no', 'name', 'code', 'text'],
    ['1', 'Ann', '/a', 'Hello'],
    ['2', 'Bo', '/b', 'Bye'],
  ];
  const table = rows.map((row) => row.map((value) => ({ type: String, value })));
  return {
    yaml: readFileSync(caseFile),
    xlsx: await writeExcel(table).toBuffer(),
    csv: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  };
}
