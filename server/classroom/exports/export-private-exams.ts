/** One's own mock exams as an .xlsx: a row a sitting, with each part's marks and what its typing was made of. */
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { PrivateExamList, PrivateExamRow } from '#contract/exams/private.ts';
import { PART_KINDS, type PartKind } from '#contract/plans/exam.ts';
import { say } from '#i18n/say.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

type Column = { name: string; width: number; cell(row: PrivateExamRow): Cell };

const partOf = ({ mark }: PrivateExamRow, kind: PartKind) => mark?.parts.find((part) => part.kind === kind);

const columns = (): Column[] => [
  { name: say('exports:exam.head.at'), width: 18, cell: ({ at }) => text(minuteOf(at)) },
  { name: say('exports:exam.head.whole'), width: 8, cell: ({ mark }) => number(mark?.whole, true) },
  {
    name: say('exports:exam.head.grade'),
    width: 14,
    cell: ({ mark, waits }) =>
      text(
        mark !== null
          ? say(`exports:exam.grade.${mark.grade}`)
          : waits === null
            ? ''
            : say(`exports:exam.waits.${waits}`),
      ),
  },
  ...PART_KINDS.flatMap((kind): Column[] => {
    const part = say(`exports:exam.part.${kind}`);
    const times = (row: PrivateExamRow): string =>
      (partOf(row, kind)?.again ?? []).map((mark) => mark ?? '').join(' / ');
    return [
      { name: part, width: 8, cell: (row) => number(partOf(row, kind)?.counted) },
      { name: say('exports:exam.head.first', { part }), width: 12, cell: (row) => number(partOf(row, kind)?.first) },
      { name: say('exports:exam.head.again', { part }), width: 12, cell: (row) => text(times(row)) },
    ];
  }),
  { name: say('exports:exam.head.speed'), width: 12, cell: ({ typed }) => number(typed?.speed) },
  {
    name: say('exports:exam.head.accuracy'),
    width: 14,
    cell: ({ typed }) => number(typed?.accuracy == null ? null : toTenth(typed.accuracy * 100)),
  },
  { name: say('exports:exam.head.questions'), width: 8, cell: ({ questions }) => number(questions) },
  { name: say('exports:exam.head.customers'), width: 8, cell: ({ customers }) => number(customers) },
];

/** The file's bytes. What is still being sat isn't in it. */
export const privateExamsWorkbook = ({ exams }: PrivateExamList): Promise<Buffer> => {
  const all = columns();
  const rows = exams.filter(({ over }) => over);
  return writeXlsxFile([
    {
      sheet: say('exports:exam.own'),
      data: [
        all.map(({ name }) => head(name)),
        ...rows.map((row) => all.map(({ cell }) => cell(row))),
        [text(say('exports:exam.note.own'))],
      ],
      columns: widths(all.map(({ name, width }) => wide(name, width))),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
};

/** 个人模拟考-2026-11-27.xlsx */
export const privateExamsName = (nowMs: number): string => `${say('exports:exam.own')}-${dayOf(nowMs)}.xlsx`;
