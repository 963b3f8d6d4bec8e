/** The results of an exam of parts as an .xlsx: a row a trainee, with weights in the heads so that the whole can be reckoned. */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { ExamBoard, ExamBoardSeat } from '#contract/exams/parts.ts';
import type { ReadPaper } from '#contract/papers/appeals.ts';
import type { PaperBoard } from '#contract/papers/papers.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import { say } from '#i18n/say.ts';
import { answerSheets } from './answer-sheet.ts';
import { type CertificateLine, certificateSheets } from './certificate-sheet.ts';
import { itemSheet } from './export-paper.ts';
import { fileNamePart } from './file-name.ts';
import { dayOf } from './local-time.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

/** Of its paper part: the questions with their figures, and every answer. */
export type ExamPaper = { board: PaperBoard; papers: readonly ReadPaper[] };

type Column = { name: string; width: number; cell(row: ExamBoardSeat): Cell };

const partColumns = ({ kind, weight }: { kind: PartKind; weight: number }): Column[] => {
  const part = say(`exports:exam.part.${kind}`);
  const ofSeat = ({ mark }: ExamBoardSeat) => mark?.parts.find((one) => one.kind === kind);
  return [
    {
      name: say('exports:exam.head.part', { part, weight }),
      width: 14,
      cell: (seat) =>
        ofSeat(seat)?.counted === null
          ? text(say('exports:exam.aside'))
          : number(ofSeat(seat)?.counted ?? seat.marks.find((one) => one.kind === kind)?.mark),
    },
    { name: say('exports:exam.head.first', { part }), width: 12, cell: (seat) => number(ofSeat(seat)?.first) },
    {
      name: say('exports:exam.head.again', { part }),
      width: 12,
      cell: (seat) => text((ofSeat(seat)?.again ?? []).map((mark) => (mark === null ? '—' : String(mark))).join(' / ')),
    },
  ];
};

/** What the typing mark was made of. */
const typedColumns = (): Column[] => {
  const of = ({ mark, typed }: ExamBoardSeat) => mark?.parts.find(({ kind }) => kind === 'typing')?.typed ?? typed;
  return [
    { name: say('exports:exam.head.speed'), width: 12, cell: (seat) => number(of(seat)?.speed) },
    {
      name: say('exports:exam.head.accuracy'),
      width: 12,
      cell: (seat) => {
        const accuracy = of(seat)?.accuracy ?? null;
        return number(accuracy === null ? null : Math.round(accuracy * 1000) / 10);
      },
    },
  ];
};

const columnsOf = ({ parts }: ExamBoard): Column[] => [
  { name: say('exports:paper.head.no'), width: 8, cell: ({ no }) => text(no) },
  { name: say('exports:paper.head.name'), width: 14, cell: ({ name }) => text(name) },
  { name: say('exports:exam.head.whole'), width: 8, cell: ({ mark }) => number(mark?.whole, true) },
  {
    name: say('exports:exam.head.grade'),
    width: 10,
    cell: ({ mark }) => text(mark === null ? '' : say(`exports:exam.grade.${mark.grade}`)),
  },
  ...parts.flatMap((part) => [...partColumns(part), ...(part.kind === 'typing' ? typedColumns() : [])]),
  { name: say('exports:exam.head.extra'), width: 12, cell: ({ extraPercent }) => number(extraPercent) },
  ...parts.map(
    ({ kind }): Column => ({
      name: say('exports:exam.head.left', { part: say(`exports:exam.part.${kind}`) }),
      width: 12,
      cell: ({ facts }) => number(facts.left[kind]),
    }),
  ),
  { name: say('exports:exam.head.pasted'), width: 12, cell: ({ facts }) => number(facts.pasted + facts.pastedReplies) },
  { name: say('exports:exam.head.devices'), width: 12, cell: ({ facts }) => number(facts.devices) },
];

/** The file's bytes. */
export const examWorkbook = (
  board: ExamBoard,
  certificates: readonly CertificateLine[] = [],
  paper: ExamPaper | null = null,
): Promise<Buffer> => {
  const columns = columnsOf(board);
  const { pass, excellent, each, counts, sitting } = board.run;
  const notes = [
    say('exports:exam.note.whole'),
    say('exports:exam.note.marks', { pass, excellent }),
    ...(each ? [say('exports:exam.note.each', { pass })] : []),
    ...(board.rates === null
      ? []
      : [say('exports:exam.note.typing', { mark: pass, pass: board.rates.pass, excellent: board.rates.excellent })]),
    say(`exports:exam.note.${counts}`),
    ...(board.seats.some(({ typing }) => typing.aside) ? [say('exports:exam.note.aside')] : []),
    ...(sitting === undefined ? [] : [say('exports:exam.note.sitting', { n: sitting })]),
    say('exports:exam.note.facts'),
  ];
  return writeXlsxFile([
    {
      sheet: say('exports:paper.sheet.seats'),
      data: [
        columns.map(({ name }) => head(name)),
        ...board.seats.map((seat) => columns.map(({ cell }) => cell(seat))),
        ...notes.map((note) => [text(note)]),
      ],
      columns: widths(columns.map(({ name, width }) => wide(name, width))),
      stickyRowsCount: 1,
    },
    ...(paper === null ? [] : [itemSheet(paper.board), ...answerSheets(paper.papers)]),
    ...certificateSheets(certificates),
  ]).toBuffer();
};

/** 期末模拟考-电商 2 班-2026-11-26.xlsx */
export const examFileName = ({ run }: Pick<ExamBoard, 'run'>, nowMs: number): string =>
  `${[run.name, run.className ?? '', dayOf(nowMs)]
    .map(fileNamePart)
    .filter((part) => part !== '')
    .join('-')}.xlsx`;
