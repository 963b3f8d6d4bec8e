/** 三方评价 of a term as an .xlsx: each indicator's marks side by side with how far they differ, sentences, indicators. */
import type { Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { fileNamePart } from '#classroom/exports/file-name.ts';
import { dayOf, minuteOf } from '#classroom/exports/local-time.ts';
import { formula, head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import { storedValues } from '#classroom/exports/stored-values.ts';
import { SIDES, type Side, type SidesRow, type TermSides } from '#contract/terms/sides.ts';
import { say } from '#i18n/say.ts';

export const sidesWorkbook = (body: TermSides): Promise<Buffer> => {
  const stored = new Map<string, number>();
  const sheets = [marksSheet(body, stored), notesSheet(body), indicatorsSheet(body)];
  const features = [storedValues(new Map([[say('sides-said:file.marks'), stored]]))];
  return writeXlsxFile(sheets, { features }).toBuffer();
};

/** 三方评价-双 11 实训周-2026-11-27.xlsx */
export const sidesFileName = ({ term }: Pick<TermSides, 'term'>, nowMs: number): string =>
  [say('sides-said:file.name'), fileNamePart(term.name), dayOf(nowMs)].filter((part) => part !== '').join('-') +
  '.xlsx';

const sideName = (side: Side): string => say(`sides-said:side.${side}`);
type Heading =
  | 'no'
  | 'person'
  | 'indicator'
  | 'differ'
  | 'figure'
  | 'side'
  | 'by'
  | 'at'
  | 'note'
  | 'low'
  | 'middle'
  | 'high'
  | 'formula';
const heads = (names: readonly Heading[]) => names.map((name) => head(say(`sides-said:file.${name}`)));

const markCell = ({ sides }: SidesRow, side: Side, indicator: string) => {
  const shown = sides[side];
  if (shown.state === 'shown') {
    const mark = shown.marks[indicator];
    return mark === undefined ? null : number(mark);
  }
  return text(say(`sides-said:file.${shown.state}`));
};

/** A line for each trainee and indicator; the difference is a formula over the three marks, empty where there is one. */
const marksSheet = ({ indicators, rows }: TermSides, stored: Map<string, number>): Sheet<Buffer> => {
  const lines = rows.flatMap((row) => indicators.map((indicator, place) => ({ row, indicator, place })));
  const data: SheetData = [
    [
      ...heads(['no', 'person', 'indicator']),
      ...SIDES.map((side) => head(sideName(side))),
      ...heads(['differ', 'figure']),
    ],
    ...lines.map(({ row, indicator, place }, index) => {
      const line = index + 2;
      const differ = row.differ[place] ?? null;
      if (differ !== null) stored.set(`G${line}`, differ);
      return [
        ...[text(row.no), text(row.name), text(indicator.name)],
        ...SIDES.map((side) => markCell(row, side, indicator.id)),
        differ === null ? null : formula(`MAX(D${line}:F${line})-MIN(D${line}:F${line})`),
        text(row.figures[place] ?? say('sides-said:file.noFigure')),
      ];
    }),
  ];
  const columns = widths([8, 12, 18, 10, 10, 10, 10, 48].map((width) => wide('', width)));
  return { sheet: say('sides-said:file.marks'), data, columns, stickyRowsCount: 1, stickyColumnsCount: 3 };
};

const notesSheet = ({ rows }: TermSides): Sheet<Buffer> => {
  const data: SheetData = [
    heads(['no', 'person', 'side', 'by', 'at', 'note']),
    ...rows.flatMap((row) =>
      SIDES.flatMap((side) => {
        const shown = row.sides[side];
        if (shown.state !== 'shown') return [];
        const { by, at, note } = shown;
        return [[text(row.no), text(row.name), text(sideName(side)), text(by), text(minuteOf(at)), text(note)]];
      }),
    ),
  ];
  const columns = widths([8, 12, 10, 14, 18, 60].map((width) => wide('', width)));
  return { sheet: say('sides-said:file.notes'), data, columns, stickyRowsCount: 1 };
};

const indicatorsSheet = ({ indicators }: TermSides): Sheet<Buffer> => {
  const data: SheetData = [
    heads(['indicator', 'low', 'middle', 'high', 'formula']),
    ...indicators.map(({ name, low, middle, high, formula: made }) =>
      [name, low, middle, high, made ?? ''].map((line) => text(line)),
    ),
  ];
  const columns = widths([18, 36, 36, 36, 60].map((width) => wide('', width)));
  return { sheet: say('sides-said:file.indicators'), data, columns, stickyRowsCount: 1 };
};
