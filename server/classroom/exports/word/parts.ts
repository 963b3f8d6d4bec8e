/** What the Word file is built of: words, paragraphs, tables. */
import {
  AlignmentType,
  BorderStyle,
  type HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { language } from '#i18n/language.ts';
import { COLORS, STYLE, TEXT_WIDTH } from './styles.ts';

/** XML 1.0 doesn't allow these characters: one of them would make the whole file unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What separates parts that stand side by side in one line. */
export const gap = (): string => (language() === 'zh' ? '　' : ' · ');

/** A text as runs: line breaks are kept, characters that XML doesn't allow are taken out. */
export const textRuns = (text: string, look: Omit<IRunOptions, 'text' | 'children' | 'break'> = {}): TextRun[] =>
  text
    .replace(NOT_XML, '')
    .replace(LONE, '')
    .split(/\r?\n/)
    .map((line, i) => new TextRun({ ...look, text: line, ...(i === 0 ? {} : { break: 1 }) }));

export const paragraph = (
  content: string | readonly TextRun[],
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph => new Paragraph({ ...options, children: typeof content === 'string' ? textRuns(content) : content });

export const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  paragraph(text, { heading: level });

export type Cell = string | readonly TextRun[];
/** `share` of the text's width; the shares of a table add up to 1. */
export type TableColumn = { head: string; share: number; right?: boolean };

const edge = { style: BorderStyle.SINGLE, size: 4, color: COLORS.line } as const;
const borders = {
  top: edge,
  bottom: edge,
  left: edge,
  right: edge,
  insideHorizontal: edge,
  insideVertical: edge,
} as const;
const margins = { top: 50, bottom: 50, left: 90, right: 90 } as const;
const widthOf = ({ share }: TableColumn): number => Math.round(TEXT_WIDTH * share);

/** A table whose heads are repeated on every page it runs over; no row is cut in two. */
export const table = (columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    borders,
    margins,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cellOf(column, textRuns(column.head, { bold: true }), true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, i) => {
              const content = row[i] ?? '';
              return cellOf(column, typeof content === 'string' ? textRuns(content) : content, false);
            }),
          }),
      ),
    ],
  });

const cellOf = (column: TableColumn, children: readonly TextRun[], isHead: boolean): TableCell =>
  new TableCell({
    width: { size: widthOf(column), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: COLORS.head, color: 'auto' } } : {}),
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: column.right === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children,
      }),
    ],
  });
