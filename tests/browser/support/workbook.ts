import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';
import { expect } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { RunResults } from '#contract/results.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

export type Workbook = {
  /** Rows of a sheet by the words of its head. */
  rows(sheet: string): Record<string, unknown>[];
  /** A sheet's file as it stands in the archive. */
  xml(sheet: number): string;
};

export const readWorkbook = async (path: string): Promise<Workbook> => {
  const bytes = readFileSync(path);
  const sheets = await readXlsxFile(bytes);
  return {
    rows: (name) => {
      const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
      return rows.map((row) => Object.fromEntries(head.map((word, at) => [String(word), row[at] ?? null])));
    },
    xml: (sheet) => zipPart(bytes, `xl/worksheets/sheet${sheet}.xml`),
  };
};

const numbers = (rows: readonly Record<string, unknown>[], column: string): number[] =>
  rows.map((row) => row[column]).filter((value) => typeof value === 'number');
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** 成绩: every seat's score, and the class's means over whom the sheet itself calls comparable. */
export const checkMarks = (book: Workbook, { seats }: RunResults): void => {
  const all = book.rows('成绩');
  const [rows, foot] = [all.slice(0, seats.length), all[seats.length]];
  expect(rows.map((row) => [row.学号, row.姓名, row.总分])).toEqual(
    seats.map(({ no, name, result }) => [no, name, result?.score ?? null]),
  );
  const counted = rows.filter((row) => row.可比 === '是');
  expect(foot?.姓名).toContain(`平均只算可比的 ${counted.length} 人`);
  for (const column of ['总分', '首次响应(秒)', '平均响应(秒)']) {
    expect(foot?.[column], column).toBeCloseTo(mean(numbers(counted, column)), 0);
  }
};

/** 赤兔指标: messages add up in every row; the class line is reckoned from all of them. */
export const checkDesk = (book: Workbook): void => {
  const all = book.rows('赤兔指标');
  const rows = all.slice(0, -1);
  expect(all.at(-1)?.客服昵称).toBe('全班');
  for (const row of rows.filter(({ 总消息数: messages }) => messages !== null)) {
    expect(row.总消息数).toBe(Number(row.买家消息数) + Number(row.客服消息数));
    if (Number(row.买家消息数) > 0) expect(row.答问比).toBeCloseTo(Number(row.客服消息数) / Number(row.买家消息数), 1);
  }
  const last = rows.length + 1;
  const formulas = [...book.xml(2).matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = '']) => formula);
  expect(formulas.length).toBeGreaterThan(10);
  for (const formula of formulas) {
    if (formula.includes(':')) expect(formula).toContain(`$B$2:$B$${last}`);
  }
  // Both sheets have the same seconds.
  const marks = book.rows('成绩').slice(0, -1);
  for (const column of ['首次响应', '平均响应']) {
    const here = Object.keys(rows[0] ?? {}).find((head) => head.startsWith(column)) ?? column;
    expect(rows.map((row) => row[here])).toEqual(marks.map((row) => row[`${column}(秒)`]));
  }
};

/** A row is what the seat's own report says. */
export const checkSeat = (book: Workbook, name: string, report: Report): void => {
  const row = book.rows('赤兔指标').find((one) => one.客服昵称 === name);
  expect(report.desk.length).toBeGreaterThan(10);
  for (const { name: column, value } of report.desk) {
    if (value === null) expect(row?.[column] ?? null, column).toBeNull();
    else expect(row?.[column], `${name} ${column}`).toBeCloseTo(value, 2);
  }
};
