/** A term's sheet as an .xlsx: the table with formulas, what each cell stands on, every entry, and the rules. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { fileNamePart } from '#classroom/exports/file-name.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { columnName, formula, head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import { storedValues } from '#classroom/exports/stored-values.ts';
import type { SheetBody, SheetRow, ShownColumn } from '#contract/terms/sheet.ts';
import { listed, say } from '#i18n/say.ts';
import { entriesSheet, sourcesSheet } from './record-sheets.ts';
import { rulesSheet } from './rules-sheet.ts';
import { scholarshipSheet } from './scholarship-sheet.ts';

const PARTS = ['school', 'enterprise'] as const;
/** Number and name stand before the marks, two heads above them. */
const BEFORE = 2;
const HEADS = 2;

type Place = { column: ShownColumn; letter: string };
/** Where what stands on the first sheet; letters of columns. */
type Layout = Record<(typeof PARTS)[number], { places: Place[]; sum: string }> & { total: string; level: string };
type Stored = Map<string, number | string>;

export const sheetWorkbook = (body: SheetBody): Promise<Buffer> => {
  const stored: Stored = new Map();
  const awarded: Stored = new Map();
  const marks = marksSheet(body, stored);
  const sheets: Sheet<Buffer>[] = [
    marks,
    sourcesSheet(body),
    entriesSheet(body),
    rulesSheet(body.rules),
    scholarshipSheet(body, awarded),
  ];
  const storedBySheet = new Map([
    [say('terms-said:file.sheet'), stored],
    [say('terms-said:scholarship.title'), awarded],
  ]);
  const features = [storedValues(storedBySheet)];
  return writeXlsxFile(sheets, { features }).toBuffer();
};

/** 成绩评定表-双 11 实训周-2026-11-27.xlsx */
export const sheetFileName = ({ term }: { term: { name: string } }, nowMs: number): string =>
  [say('terms-said:file.sheet'), fileNamePart(term.name), dayOf(nowMs)].filter((part) => part !== '').join('-') +
  '.xlsx';

const layoutOf = ({ rules }: SheetBody): Layout => {
  const school = rules.columns.filter(({ part }) => part === 'school');
  const enterprise = rules.columns.filter(({ part }) => part === 'enterprise');
  const placesFrom = (columns: readonly ShownColumn[], first: number): Place[] =>
    columns.map((column, index) => ({ column, letter: columnName(first + index) }));
  const after = BEFORE + school.length + 1;
  const end = after + enterprise.length + 1;
  return {
    school: { places: placesFrom(school, BEFORE), sum: columnName(after - 1) },
    enterprise: { places: placesFrom(enterprise, after), sum: columnName(end - 1) },
    total: columnName(end),
    level: columnName(end + 1),
  };
};

/**
 * Sums, total, level and means are formulas with their values stored beside them. A sum whose cells aren't all there is
 * empty, and the notes say what it is of how many marks: it can't be taken for a whole one.
 */
const marksSheet = (body: SheetBody, stored: Stored): Sheet<Buffer> => {
  const layout = layoutOf(body);
  const { rows, rules } = body;
  const last = HEADS + rows.length;
  const put = (letter: string, row: number, expression: string, value: number | string): Cell => {
    stored.set(`${letter}${row}`, value);
    return formula(expression);
  };
  const data: SheetData = [
    [
      head(''),
      head(''),
      ...PARTS.flatMap((part): Cell[] => [
        {
          ...head(weighed(say(`terms-said:part.${part}`), weightOf(layout[part].places))),
          columnSpan: layout[part].places.length + 1,
        },
        ...layout[part].places.map(() => null),
      ]),
      head(''),
      head(''),
      head(''),
    ],
    [
      head(say('terms-said:file.no')),
      head(say('terms-said:file.name')),
      ...PARTS.flatMap((part) => [
        ...layout[part].places.map(({ column }) => head(weighed(column.name, column.weight))),
        head(say('terms-said:file.sum')),
      ]),
      head(say('terms-said:file.total')),
      head(say('terms-said:file.level')),
      head(say('terms-said:file.note')),
    ],
    ...rows.map((row, index) => rowCells(body, row, HEADS + 1 + index, layout, put)),
    ...(rows.length === 0 ? [] : [meanCells(body, last, layout, put)]),
    [],
    [
      text(say('terms-said:file.signTeacher')),
      ...Array.from({ length: rules.columns.length }, () => null),
      text(say('terms-said:file.signMentor')),
      null,
      text(say('terms-said:file.signDate')),
    ],
  ];
  return {
    sheet: say('terms-said:file.sheet'),
    data,
    columns: widths([
      8,
      12,
      ...PARTS.flatMap((part) => [
        ...layout[part].places.map(({ column }) => wide(column.name, 2 * column.name.length + 6)),
        10,
      ]),
      10,
      10,
      44,
    ]),
    stickyRowsCount: HEADS,
    stickyColumnsCount: BEFORE,
    orientation: 'landscape',
  };
};

type Put = (letter: string, row: number, expression: string, value: number | string) => Cell;

const weighed = (name: string, weight: number): string => say('terms-said:file.weighed', { name, weight });
const weightOf = (places: readonly Place[]): number => places.reduce((sum, { column }) => sum + column.weight, 0);
/** Empty text where a cell is missing. */
const wholeOf = ({ value, missing }: SheetRow['total']): number | string => (missing.length === 0 ? value : '');

const rowCells = ({ rules }: SheetBody, row: SheetRow, at: number, layout: Layout, put: Put): Cell[] => {
  const { school, enterprise, total, level } = layout;
  const levels = `'${say('terms-said:file.rules')}'!`;
  const end = 1 + rules.levels.length;
  const levelName = rules.levels.find(({ id }) => id === row.level)?.name ?? '';
  return [
    text(row.no),
    text(row.name),
    ...PARTS.flatMap((part) => {
      const { places, sum } = layout[part];
      const range = `${places[0]?.letter}${at}:${places.at(-1)?.letter}${at}`;
      return [
        ...places.map(({ column }) => number(row.cells.find(({ item }) => item === column.id)?.value)),
        put(sum, at, `IF(COUNT(${range})=${places.length},ROUND(SUM(${range}),1),"")`, wholeOf(row[part])),
      ];
    }),
    put(
      total,
      at,
      `IF(COUNT(${school.sum}${at},${enterprise.sum}${at})=2,ROUND(${school.sum}${at}+${enterprise.sum}${at},1),"")`,
      wholeOf(row.total),
    ),
    // The rules' own sheet has the levels from the lowest up, as LOOKUP wants them.
    put(
      level,
      at,
      `IF(COUNT(${total}${at})=0,"",LOOKUP(${total}${at},${levels}$A$2:$A$${end},${levels}$B$2:$B$${end}))`,
      levelName,
    ),
    text(noteOf(rules.columns, row)),
  ];
};

const noteOf = (columns: readonly ShownColumn[], { total: { value, of, missing } }: SheetRow): string =>
  missing.length === 0
    ? ''
    : say('terms-said:file.missing', {
        items: listed(columns.filter(({ id }) => missing.includes(id)).map(({ name }) => name)),
        value,
        of,
      });

const meanCells = ({ rows }: SheetBody, last: number, layout: Layout, put: Put): Cell[] => {
  const mean = (letter: string, values: readonly (number | null)[]): Cell => {
    const range = `${letter}${HEADS + 1}:${letter}${last}`;
    return put(letter, last + 1, `IF(COUNT(${range})=0,"",ROUND(AVERAGE(${range}),1))`, meanOf(values));
  };
  const whole = (sums: readonly SheetRow['total'][]) =>
    sums.map(({ value, missing }) => (missing.length === 0 ? value : null));
  return [
    text(say('terms-said:file.mean'), true),
    null,
    ...PARTS.flatMap((part) => [
      ...layout[part].places.map(({ column, letter }) =>
        mean(
          letter,
          rows.map(({ cells }) => cells.find(({ item }) => item === column.id)?.value ?? null),
        ),
      ),
      mean(layout[part].sum, whole(rows.map((row) => row[part]))),
    ]),
    mean(layout.total, whole(rows.map(({ total }) => total))),
  ];
};

const meanOf = (values: readonly (number | null)[]): number | string => {
  const there = values.flatMap((value) => value ?? []);
  if (there.length === 0) return '';
  return Math.round(there.reduce((sum, value) => sum + Math.round(value * 10), 0) / there.length) / 10;
};
