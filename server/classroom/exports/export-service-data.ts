/** Service data as an .xlsx to reckon with: one row a conversation, what each column means, and the questions. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';
import { minuteOf } from './local-time.ts';
import { head, number, text, widths } from './sheet-cells.ts';

type Column = { name: string; width: number; means: string; cell(row: ServiceRow): Cell };

const COLUMNS: readonly Column[] = [
  { name: '谁', width: 10, means: '接待的人；自己的数据里空着', cell: (r) => text(r.who) },
  { name: '日期', width: 17, means: '演练打开的时间', cell: (r) => text(minuteOf(r.at)) },
  { name: '客户', width: 14, means: '案例里的客户', cell: (r) => text(r.customer) },
  { name: '类型', width: 16, means: '12 种场景类型之一', cell: (r) => text(r.type) },
  { name: '案例', width: 26, means: '案例名', cell: (r) => text(r.title) },
  { name: '结果', width: 12, means: '会话怎么收的场', cell: (r) => text(r.outcome) },
  { name: '打分', width: 7, means: '客户打的星，1–5；空着是没打', cell: (r) => number(r.rating) },
  { name: '历时(秒)', width: 10, means: '客户进线到会话结束', cell: (r) => number(r.lastedS) },
  { name: '轮次', width: 7, means: '客户开口到你回复算一轮；冻结打断的不算', cell: (r) => number(r.rounds) },
  { name: '客户消息', width: 10, means: '客户发了几条', cell: (r) => number(r.customerMessages) },
  {
    name: '我的消息',
    width: 10,
    means: '客服打字发了几条，操作发出的卡片不算',
    cell: (r) => number(r.traineeMessages),
  },
  { name: '首次响应(秒)', width: 13, means: '第一条人工回复 − 客户第一句', cell: (r) => number(r.firstS) },
  { name: '平均响应(秒)', width: 13, means: '各轮等待之和 ÷ 轮次', cell: (r) => number(r.meanS) },
  { name: '最慢一轮(秒)', width: 13, means: '等得最久的一轮', cell: (r) => number(r.slowestS) },
  { name: '没回的轮', width: 10, means: '客户开口后一直没等到回复的轮次', cell: (r) => number(r.unanswered) },
  { name: '问题', width: 7, means: '客户问了几个问题', cell: (r) => number(r.questions) },
  { name: '答全', width: 7, means: '必答要点都说到的问题', cell: (r) => number(r.answered) },
  { name: '错处', width: 7, means: '算数的错处，待核和撤销的不算', cell: (r) => number(r.faults) },
  { name: '最多的一类', width: 14, means: '错处里次数最多的一类', cell: (r) => text(r.worstFamily) },
  { name: '时机', width: 7, means: '出现过的时机（跟进、引导拍下、催付、道别……）', cell: (r) => number(r.windows) },
  { name: '抓住', width: 7, means: '其中抓住的', cell: (r) => number(r.taken) },
  { name: '最后心情', width: 10, means: '客户离开时的心情，0–100', cell: (r) => number(r.mood) },
];

/** The file's bytes. */
export function serviceDataWorkbook({ rows, questions }: Analysis): Promise<Buffer> {
  const data: SheetData = [
    COLUMNS.map(({ name }) => head(name)),
    ...rows.map((row) => COLUMNS.map((c) => c.cell(row))),
  ];
  const meanings: SheetData = [
    [head('列'), head('意思')],
    ...COLUMNS.map(({ name, means }) => [text(name), text(means)]),
  ];
  const asked: SheetData = [
    [head('题目'), head('我的答案'), head('怎么看出来的')],
    ...questions.map((question) => [text(question.text), null, null]),
  ];
  const sheets: Sheet<Buffer>[] = [
    { sheet: '会话', data, columns: widths(COLUMNS.map(({ width }) => width)), stickyRowsCount: 1 },
    { sheet: '列的意思', data: meanings, columns: widths([14, 56]), stickyRowsCount: 1 },
    { sheet: '三个问题', data: asked, columns: widths([56, 18, 40]), stickyRowsCount: 1 },
  ];
  return writeXlsxFile(sheets).toBuffer();
}
