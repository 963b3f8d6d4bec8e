/** The question bank as an .xlsx: a row a question, its options in columns of their own and the right ones by letter. */
import type { SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import { say } from '#i18n/say.ts';
import { citationLine } from '#library/questions/citation-line.ts';
import type { DrawnQuestion } from '#library/questions/question.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const letterOf = (place: number): string => LETTERS[place] ?? '';

/** Letters of the right options, of an ordering in the right order; the figure of a calculation stands as a number. */
const keyOf = ({ kind, key, options }: DrawnQuestion) => {
  if ('figure' in key) return number(key.figure);
  if (kind === 'judge') return text(options[key.chosen[0] ?? 0] ?? '');
  return text(key.chosen.map(letterOf).join(''));
};

/** Of a calculation alone. */
const toleranceOf = ({ key, tolerance }: DrawnQuestion) => ('figure' in key ? number(tolerance) : null);

type Names = { topics: ReadonlyMap<string, string>; shops: ReadonlyMap<string, string> };

/** The file's bytes. `names`: by id. */
export const questionWorkbook = (questions: readonly DrawnQuestion[], { topics, shops }: Names): Promise<Buffer> => {
  const columns = [
    { id: 'id', width: 18, cell: (q: DrawnQuestion) => text(q.id) },
    {
      id: 'topic',
      width: 20,
      cell: (q: DrawnQuestion) => text(topics.get(q.topic ?? '') ?? say('school:questions.general')),
    },
    { id: 'level', width: 7, cell: (q: DrawnQuestion) => number(q.level) },
    { id: 'kind', width: 8, cell: (q: DrawnQuestion) => text(say(`exports:questions.kind.${q.kind}`)) },
    {
      id: 'shop',
      width: 16,
      cell: (q: DrawnQuestion) => text(shops.get(q.shop ?? '') ?? say('school:questions.general')),
    },
    { id: 'stem', width: 56, cell: (q: DrawnQuestion) => text(q.stem) },
    { id: 'key', width: 10, cell: keyOf },
    { id: 'unit', width: 7, cell: (q: DrawnQuestion) => text(q.unit ?? '') },
    { id: 'tolerance', width: 10, cell: toleranceOf },
    { id: 'why', width: 56, cell: (q: DrawnQuestion) => text(q.why ?? '') },
    { id: 'basis', width: 40, cell: (q: DrawnQuestion) => text(citationLine(q)) },
  ] as const;
  const named = columns.map(({ id, width, cell }) => ({ name: say(`exports:questions.head.${id}`), width, cell }));
  const optionCell = (question: DrawnQuestion, place: number) =>
    text(question.kind === 'judge' ? '' : (question.options[place] ?? ''));
  const data: SheetData = [
    [...named.map(({ name }) => head(name)), ...LETTERS.map((letter) => head(letter))],
    ...questions.map((question) => [
      ...named.map(({ cell }) => cell(question)),
      ...LETTERS.map((_, place) => optionCell(question, place)),
    ]),
  ];
  return writeXlsxFile([
    {
      sheet: say('exports:questions.title'),
      data,
      columns: widths([...named.map(({ name, width }) => wide(name, width)), ...LETTERS.map(() => 24)]),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
};
