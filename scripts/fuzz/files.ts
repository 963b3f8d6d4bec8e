import { readFileSync } from 'node:fs';
import writeExcel from 'write-excel-file/node';
import { stringify } from 'yaml';
import { readCase, type ShopFactsById } from '#library/reading/read-case.ts';

/**
 * Files that a school uploads, right ones: a case, and a table as an Excel file and as CSV. A school's case is a plain
 * one, so of a case that varies the usual variant is taken.
 */
export const filesToSpoil = async (
  caseFile: string,
  facts: ShopFactsById,
): Promise<{ yaml: Buffer; xlsx: Buffer; csv: Buffer }> => {
  const rows = [
    ['no', 'name', 'code', 'text'],
    ['1', 'Ann', '/a', 'Hello'],
    ['2', 'Bo', '/b', 'Bye'],
  ];
  const { scenario } = readCase({ file: caseFile, text: readFileSync(caseFile, 'utf8') }, null, facts);
  const table = rows.map((row) => row.map((value) => ({ type: String, value })));
  return {
    yaml: Buffer.from(stringify(scenario.source.value)),
    xlsx: await writeExcel(table).toBuffer(),
    csv: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  };
};
