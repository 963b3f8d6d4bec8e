import { expect, test } from 'vitest';
import { DEFAULT_RULES, shownRules } from '#classroom/terms/rules.ts';
import { computeRow, NO_FACTS } from '#classroom/terms/sheet-row.ts';
import { sheetFileName, sheetWorkbook } from '#classroom/terms/sheet-workbook.ts';
import type { SheetBody, SheetRow } from '#contract/terms/sheet.ts';
import type { TermRow } from '#contract/terms/term.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

/** The shipped columns with these marks, in their order; null: missing. */
const row = (no: string, name: string, values: readonly (number | null)[]): SheetRow => {
  const entries = DEFAULT_RULES.columns.flatMap(({ id, weight }, place) => {
    const value = values[place] ?? null;
    return value === null ? [] : [[id, { value, outOf: weight }] as const];
  });
  const { cells, ...sums } = computeRow(DEFAULT_RULES, NO_FACTS, new Map(entries));
  const shown = cells.map(({ source: _, ...cell }) => ({ ...cell, because: ['第一节：没到'], entries: [] }));
  return { person: no, no, name, ...sums, cells: shown };
};
const body: SheetBody & { term: TermRow } = {
  class: { id: 'c1', name: '2403 班' },
  term: {
    id: 'm1',
    name: '双/11 实训周',
    firstDay: '2026-11-16',
    lastDay: '2026-11-27',
    runs: 5,
    homework: 0,
    exams: 1,
    contests: 0,
  },
  rules: shownRules(DEFAULT_RULES),
  rows: [row('01', '=甲', [9, 8.5, 7, 17.1, 6.7, 27.4, 8]), row('02', '乙', [9, 8, 8, null, 10, 20, null])],
  order: [{ person: '01', rank: 1, shared: false, byExams: false, award: 'first', yuan: 1000 }],
};
const cellIn = (sheet: string, address: string): string =>
  new RegExp(`<c r="${address}"[^>]*>.*?</c>`).exec(sheet)?.[0] ?? '';

test('the file has sums, total, level and means as formulas, each with its value stored beside it [J7]', async () => {
  const zip = await sheetWorkbook(body);
  const sheet = zipPart(zip, 'xl/worksheets/sheet1.xml');
  const isFormula = (address: string, expression: string, value: string) => {
    const cell = cellIn(sheet, address);
    expect([address, cell]).toEqual([address, expect.stringContaining(`<f>${expression}</f><v>${value}</v>`)]);
    return cell;
  };
  // Two heads, then 01 in row 3: marks of the school in C–F, of the enterprise in H–J.
  isFormula('G3', 'IF(COUNT(C3:F3)=4,ROUND(SUM(C3:F3),1),"")', '41.6');
  isFormula('K3', 'IF(COUNT(H3:J3)=3,ROUND(SUM(H3:J3),1),"")', '42.1');
  isFormula('L3', 'IF(COUNT(G3,K3)=2,ROUND(G3+K3,1),"")', '83.7');
  const level = `IF(COUNT(L3)=0,"",LOOKUP(L3,'评法'!$A$2:$A$6,'评法'!$B$2:$B$6))`;
  expect(isFormula('M3', level, '良好')).toContain('t="str"');
  expect(isFormula('C5', 'IF(COUNT(C3:C4)=0,"",ROUND(AVERAGE(C3:C4),1))', '9')).not.toContain('t="str"');
  // 02 lacks a cell on each side: no sum stands there that could be taken for a whole one.
  expect(isFormula('G4', 'IF(COUNT(C4:F4)=4,ROUND(SUM(C4:F4),1),"")', '')).toContain('t="str"');
  expect(cellIn(sheet, 'F4')).not.toContain('<v>');
  const strings = zipPart(zip, 'xl/sharedStrings.xml');
  expect(strings).toContain('缺 考试考核、导师管理评价，现有 55 / 70');
});

test('the levels stand on the rules’ sheet from the lowest up, and what a cell stands on has its own [J7]', async () => {
  const zip = await sheetWorkbook(body);
  const rules = zipPart(zip, 'xl/worksheets/sheet4.xml');
  expect(['A2', 'A6'].map((address) => /<v>(\d+)<\/v>/.exec(cellIn(rules, address))?.[1])).toEqual(['0', '90']);
  // A name is never a formula.
  expect(zipPart(zip, 'xl/worksheets/sheet1.xml')).not.toContain('<f>甲');
  expect(zipPart(zip, 'xl/sharedStrings.xml')).toContain('第一节：没到');
  expect(sheetFileName(body, new Date(2026, 10, 27).getTime())).toBe('成绩评定表-双 11 实训周-2026-11-27.xlsx');
});

test('the order of the scholarships has a sheet of its own, with the sum as a formula and its value [J15]', async () => {
  const zip = await sheetWorkbook(body);
  const sheet = zipPart(zip, 'xl/worksheets/sheet5.xml');
  expect(['A2', 'D2', 'E2', 'H2'].map((address) => /<v>([\d.]+)<\/v>/.exec(cellIn(sheet, address))?.[1])).toEqual([
    ...['1', '83.7', '17.1', '1000'],
  ]);
  expect(cellIn(sheet, 'H3')).toContain('<f>SUM(H2:H2)</f><v>1000</v>');
  const strings = zipPart(zip, 'xl/sharedStrings.xml');
  expect(strings).toContain('一等奖学金');
  expect(strings).toContain('另有 1 人缺项，没有排。');
});
