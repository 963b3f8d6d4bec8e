/** The table a school starts from: a question of each kind to write over, and what each column takes. */
import type { CellObject, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import {
  FILE_QUESTIONS_MAX,
  OPTIONS_MAX,
  QUESTION_COLUMNS,
  QUESTION_LIMITS,
  type QuestionColumn,
} from '#contract/practice/own-questions.ts';
import { listed, say } from '#i18n/say.ts';
import { letterOf } from './raw-question.ts';
import { columnName } from './read-workbook.ts';

type Example = Partial<Record<QuestionColumn, string | number>> & { options?: readonly string[] };

/** Questions are Chinese in every language, as the bank's are. `topic`, `shop`: names that a school may have. */
const EXAMPLES: readonly Example[] = [
  {
    ...{ id: 'bx-01', level: 1, kind: 'single', stem: '客户发来一张破损照片，第一句回什么？', key: 'B' },
    options: ['让他先去找快递', '先致歉，说马上核对这单', '问他是不是自己摔的', '先发退货地址'],
    ...{ why: '先接住情绪，再看单子；责任没查清以前不往外推。', basis: '《实训手册》第3章「破损件」' },
  },
  {
    ...{ id: 'bx-02', level: 3, kind: 'multiple', stem: '交班时要写进交接单的有哪些？', key: 'ACD' },
    options: ['还没回完的客户', '今天的天气', '答应了几点回电', '在等仓库回话的单子'],
    ...{ why: '接班的人要知道谁在等、等什么、几点前回。', basis: '《实训手册》第5章「交接班」' },
  },
  {
    ...{ id: 'bx-03', level: 1, kind: 'judge', stem: '客户没有催，答应过的回电可以不打。', key: '错' },
    ...{ why: '答应了就要按时回，不看客户催不催。', basis: '《实训手册》第2章「回电」' },
  },
  {
    ...{ id: 'bx-04', level: 3, kind: 'order', stem: '接到漏发的投诉，按什么顺序办？', key: 'CABD' },
    options: ['请仓库核对出库记录', '告诉客户补发还是退款', '致歉并核对订单', '记下来几点前回访'],
    ...{ why: '先接住再核对，查清了才给办法，最后留回访。', basis: '《实训手册》第4章「漏发」' },
  },
  {
    ...{ id: 'bx-05', level: 5, kind: 'calculate', unit: '元', tolerance: 0.005 },
    ...{ stem: '两件同款共付 158 元，只退一件，优惠按件均摊，退多少？', key: 79 },
    ...{ why: '优惠按件均摊，158 ÷ 2 = 79 元。', basis: '《实训手册》第6章「部分退款」' },
  },
];

const WIDTHS: Readonly<Record<QuestionColumn, number>> = {
  ...{ id: 12, topic: 14, level: 7, kind: 9, shop: 12, stem: 48 },
  ...{ key: 10, unit: 7, tolerance: 10, why: 48, basis: 36 },
};
const OPTION_WIDTH = 24;
const RULES_WIDTHS = [12, 96];

type Names = { topics: readonly string[]; shops: readonly string[] };

/** `topics`, `shops`: the names that may stand in their columns. */
export const questionTemplate = ({ topics, shops }: Names): Promise<Buffer> => {
  const letters = Array.from({ length: OPTIONS_MAX }, (_, place) => letterOf(place));
  const table: SheetData = [
    [...QUESTION_COLUMNS.map((column) => head(columnName(column))), ...letters.map((letter) => head(letter))],
    ...EXAMPLES.map((example) => [
      ...QUESTION_COLUMNS.map((column) => cellOf(example, column)),
      ...letters.map((_, place) => text(example.options?.[place] ?? '')),
    ]),
  ];
  const general = say('school:questions.general');
  const rules: SheetData = [
    [head(say('school:replies.template.column')), head(say('school:replies.template.how'))],
    ...QUESTION_COLUMNS.map((column) => [
      text(columnName(column)),
      text(
        say(`school:questions.how-to.${column}`, {
          most: column in QUESTION_LIMITS ? mostOf(column) : '',
          names:
            column === 'topic' ? listed([general, ...topics]) : column === 'shop' ? listed([general, ...shops]) : '',
        }),
      ),
    ]),
    [text(columnName('options')), text(say('school:questions.how-to.options', { most: QUESTION_LIMITS.option }))],
    [
      text(say('school:replies.template.count')),
      text(say('school:questions.how-to.count', { most: FILE_QUESTIONS_MAX })),
    ],
  ];
  return writeXlsxFile([
    {
      ...{ data: table, sheet: say('school:questions.sheet'), stickyRowsCount: 1 },
      columns: widths([
        ...QUESTION_COLUMNS.map((column) => wide(columnName(column), WIDTHS[column])),
        ...letters.map(() => OPTION_WIDTH),
      ]),
    },
    { data: rules, columns: widths(RULES_WIDTHS), sheet: say('school:replies.template.rules') },
  ]).toBuffer();
};

const cellOf = (example: Example, column: QuestionColumn): CellObject | null => {
  if (column === 'kind') return text(say(`exports:questions.kind.${kindOf(example)}`));
  if (column === 'topic' || column === 'shop') return text(say('school:questions.general'));
  const value = example[column] ?? '';
  return typeof value === 'number' ? number(value) : text(value);
};
const KINDS = ['single', 'multiple', 'judge', 'order', 'calculate'] as const;
const kindOf = ({ kind }: Example) => KINDS.find((one) => one === kind) ?? 'single';
const mostOf = (column: QuestionColumn): string => {
  const limits: Partial<Record<QuestionColumn, number>> = QUESTION_LIMITS;
  return String(limits[column] ?? '');
};
