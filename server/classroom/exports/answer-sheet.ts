/** Every answer to a paper, a row each, so that a mark can be reckoned from the file alone: Σ credit ÷ questions × 100. */
import type { Cell } from 'write-excel-file/node';
import type { ReadPaper, ReadQuestion } from '#contract/papers/appeals.ts';
import type { GivenAnswer } from '#contract/questions.ts';
import { say } from '#i18n/say.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

type Row = { paper: ReadPaper; question: ReadQuestion; at: number };
type Column = { name: string; width: number; cell(row: Row): Cell };

const LETTERS = 'ABCDEF';

/** With the letters of the options as this seat had them. */
const shown = ({ kind, options, unit }: ReadQuestion, answer: GivenAnswer | null): string => {
  if (answer === null) return '';
  if ('figure' in answer) return `${answer.figure} ${unit ?? ''}`.trim();
  const named = answer.chosen.map((place) =>
    kind === 'judge' ? (options[place] ?? '') : `${LETTERS[place] ?? ''} ${options[place] ?? ''}`,
  );
  return named.join(kind === 'order' ? ' → ' : say('exports:paper.and'));
};

const columns = (): Column[] => [
  { name: say('exports:paper.head.no'), width: 8, cell: ({ paper }) => text(paper.seat.no) },
  { name: say('exports:paper.head.name'), width: 14, cell: ({ paper }) => text(paper.seat.name) },
  { name: say('exports:paper.head.at'), width: 6, cell: ({ at }) => number(at, true) },
  { name: say('exports:paper.head.stem'), width: 56, cell: ({ question }) => text(question.stem) },
  {
    name: say('exports:paper.head.options'),
    width: 40,
    cell: ({ question: { kind, options } }) =>
      text(kind === 'judge' ? '' : options.map((option, place) => `${LETTERS[place]} ${option}`).join('\n')),
  },
  { name: say('exports:paper.head.given'), width: 30, cell: ({ question }) => text(shown(question, question.answer)) },
  { name: say('exports:paper.head.key'), width: 30, cell: ({ question }) => text(shown(question, question.key)) },
  { name: say('exports:paper.head.marked'), width: 8, cell: ({ question }) => number(question.marked, true) },
  {
    name: say('exports:paper.head.ruled'),
    width: 8,
    cell: ({ question }) => number(question.dispute?.ruling?.credit, true),
  },
  { name: say('exports:paper.head.credit'), width: 8, cell: ({ question }) => number(question.credit, true) },
  {
    name: say('exports:paper.head.appeal'),
    width: 30,
    cell: ({ question }) => text(question.dispute?.appeal?.text ?? ''),
  },
  {
    name: say('exports:paper.head.reason'),
    width: 30,
    cell: ({ question }) => text(question.dispute?.ruling?.reason ?? ''),
  },
];

/** No sheet where nobody sat the paper. */
export const answerSheets = (papers: readonly ReadPaper[]) => {
  if (papers.length === 0) return [];
  const all = columns();
  const rows = papers.flatMap((paper) =>
    paper.questions.map((question, index) => ({ paper, question, at: index + 1 })),
  );
  return [
    {
      sheet: say('exports:paper.sheet.answers'),
      data: [
        all.map(({ name }) => head(name)),
        ...rows.map((row) => all.map(({ cell }) => cell(row))),
        [text(say('exports:paper.note.answers'))],
      ],
      columns: widths(all.map(({ name, width }) => wide(name, width))),
      stickyRowsCount: 1,
    },
  ];
};
