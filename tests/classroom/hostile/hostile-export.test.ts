import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type RulingRow, workbook } from '#classroom/exports/export-workbook.ts';
import { runResults } from '#classroom/results/results.ts';
import { eventsOf, STARTED_AT } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

/**
 * Characters that XML 1.0 can't hold: Excel refuses the whole file for one of them. A lone surrogate has become U+FFFD.
 */
const forbidden = (xml: string): string[] =>
  xml.match(/[\p{Cc}\p{Cs}\p{Cn}]/gu)?.filter((sign) => !['\t', '\n', '\r'].includes(sign) && sign < '\u0020') ?? [];
const NASTY = 'a\u0000b\u0001c\u000bd\u001fe\uffffg\ud800h😀\u202ei<&>"]]>';

describe('words in the workbook', () => {
  test('are exported even where they hold characters that no sheet can hold', async () => {
    const room = await resultsRoom([{ name: `甲${NASTY}`, drills: [eventsOf('poor')] }]);
    const results = await runResults(room, room.run);
    const ruling: RulingRow = {
      id: 'g1',
      finding: null,
      point: null,
      example: false,
      verdict: 'score',
      score: 60,
      reason: NASTY,
      by: `王${NASTY}`,
      at: STARTED_AT,
      undone: null,
      title: `含糊「${NASTY}」`,
      no: NASTY,
      name: NASTY,
    };
    const bytes = await workbook(results, [ruling], room.rubric);
    for (const sheet of [1, 2, 3, 4]) expect(forbidden(zipPart(bytes, `xl/worksheets/sheet${sheet}.xml`))).toEqual([]);
    expect(forbidden(zipPart(bytes, 'xl/sharedStrings.xml'))).toEqual([]);
    const read = await readXlsxFile(bytes);
    const rows = read.find((one) => one.sheet === '改判记录')?.data ?? [];
    expect(JSON.stringify(rows)).toContain('abcdegh😀');
  });
});
