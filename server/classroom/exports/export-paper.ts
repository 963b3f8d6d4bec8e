/** The results of a written paper as an .xlsx: a row a trainee with their topics, and a row a question with its figures. */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { ReadPaper } from '#contract/papers/appeals.ts';
import type { BoardSeat, PaperBoard, PaperItem } from '#contract/papers/papers.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { say } from '#i18n/say.ts';
import { answerSheets } from './answer-sheet.ts';
import { type CertificateLine, certificateSheets } from './certificate-sheet.ts';
import { fileNamePart } from './file-name.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

type Column<Row> = { name: string; width: number; cell(row: Row): Cell };

/** Figures between 0 and 1 have two places. */
const PLACES = 100;
const rounded = (figure: number | null): number | null =>
  figure === null ? null : Math.round(figure * PLACES) / PLACES;

const seatColumns = (topics: readonly string[]): Column<BoardSeat>[] => [
  { name: say('exports:paper.head.no'), width: 8, cell: ({ no }) => text(no) },
  { name: say('exports:paper.head.name'), width: 14, cell: ({ name }) => text(name) },
  { name: say('exports:paper.head.mark'), width: 8, cell: ({ result }) => number(result?.mark) },
  ...topics.map(
    (topic): Column<BoardSeat> => ({
      name: say('exports:paper.head.topic', { topic }),
      width: 18,
      cell: ({ result }) => {
        const own = result?.topics.find(({ name }) => name === topic);
        return number(own === undefined ? null : Math.round((own.credit * 1000) / own.of) / 10);
      },
    }),
  ),
  { name: say('exports:paper.head.answered'), width: 8, cell: ({ begunAt, answered }) => number(begunAt && answered) },
  {
    name: say('exports:paper.head.minutes'),
    width: 10,
    cell: ({ satMs }) => number(satMs === null ? null : Math.round(satMs / MINUTE_MS)),
  },
  {
    name: say('exports:paper.head.begunAt'),
    width: 17,
    cell: ({ begunAt }) => text(begunAt === null ? say('exports:paper.absent') : minuteOf(begunAt)),
  },
];

const itemColumns = (): Column<PaperItem>[] => [
  { name: say('exports:paper.head.stem'), width: 56, cell: ({ stem }) => text(stem) },
  { name: say('exports:paper.head.key'), width: 30, cell: ({ key }) => text(key) },
  {
    name: say('exports:paper.head.topicName'),
    width: 20,
    cell: ({ topicName }) => text(topicName ?? say('school:questions.general')),
  },
  {
    name: say('exports:paper.head.level'),
    width: 10,
    cell: ({ level }) => text(say(`exports:paper.level.${level}`)),
  },
  {
    name: say('exports:paper.head.kind'),
    width: 8,
    cell: ({ kind }) => text(say(`exports:questions.kind.${kind}`)),
  },
  { name: say('exports:paper.head.n'), width: 8, cell: ({ n }) => number(n) },
  { name: say('exports:paper.head.facility'), width: 8, cell: ({ facility }) => number(rounded(facility)) },
  {
    name: say('exports:paper.head.discrimination'),
    width: 10,
    cell: ({ discrimination }) => number(rounded(discrimination)),
  },
];

const sheetOf = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  notes: readonly string[],
) => {
  return {
    sheet: name,
    data: [
      columns.map((column) => head(column.name)),
      ...rows.map((row) => columns.map(({ cell }) => cell(row))),
      ...notes.map((note) => [text(note)]),
    ],
    columns: widths(columns.map((column) => wide(column.name, column.width))),
    stickyRowsCount: 1,
  };
};

/** A row a question, with what its figures are. */
export const itemSheet = ({ items, leastForDiscrimination }: PaperBoard) =>
  sheetOf(say('exports:paper.sheet.items'), itemColumns(), items, [
    say('exports:paper.note.facility'),
    say('exports:paper.note.discrimination', { least: leastForDiscrimination }),
    say('exports:paper.note.example'),
  ]);

/** The file's bytes. Marks of topics are of a hundred, as the whole is. `papers`: the seats' own, with every answer. */
export const paperWorkbook = (
  board: PaperBoard,
  certificates: readonly CertificateLine[] = [],
  papers: readonly ReadPaper[] = [],
): Promise<Buffer> => {
  const { seats } = board;
  const topics = seats.find(({ result }) => result !== null)?.result?.topics.map(({ name }) => name) ?? [];
  return writeXlsxFile([
    sheetOf(say('exports:paper.sheet.seats'), seatColumns(topics), seats, [say('exports:paper.note.mark')]),
    itemSheet(board),
    ...answerSheets(papers),
    ...certificateSheets(certificates),
  ]).toBuffer();
};

/** 期中理论卷-电商 2 班-2026-11-26.xlsx */
export const paperFileName = ({ run }: Pick<PaperBoard, 'run'>, nowMs: number): string =>
  `${[run.name, run.className ?? '', dayOf(nowMs)]
    .map(fileNamePart)
    .filter((part) => part !== '')
    .join('-')}.xlsx`;
