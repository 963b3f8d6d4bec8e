/** A run's results as an .xlsx: marks, the trade's figures, what each figure means, and every ruling. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Ruling, RunResults, SeatResult } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { deskRules } from '#scoring/desk/rules.ts';
import { FAMILY_NAMES } from '#scoring/marks/report-findings.ts';
import { DIMENSION_NAMES, DIMENSIONS } from '#scoring/marks/scorecard.ts';
import { countedSeats, mean } from './class-figures.ts';
import { lasting } from './comparable.ts';
import { DESK_SHEET, deskSheet, deskValues } from './export-desk.ts';
import { fileNamePart } from './file-name.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { head, number, text, widths } from './sheet-cells.ts';
import { storedValues } from './stored-values.ts';

export type RulingRow = Ruling & { no: string; name: string };

const GRADES = { excellent: '优秀', pass: '及格', fail: '不及格' } as const;
const FAMILIES = Object.entries(FAMILY_NAMES).filter(([family]) => family !== 'merit');

/** The file's bytes. `rulings`: oldest first, undone ones included. */
export function workbook(results: RunResults, rulings: readonly RulingRow[], rubric: Rubric): Promise<Buffer> {
  const sheets: Sheet<Buffer>[] = [
    marksSheet(results),
    deskSheet(results, rubric),
    rulesSheet(rubric),
    rulingsSheet(rulings),
  ];
  const features = [storedValues(new Map([[DESK_SHEET, deskValues(results)]]))];
  return writeXlsxFile(sheets, { features }).toBuffer();
}

/** `<run>-<date>.xlsx`, without what Windows refuses in a name. */
export function workbookName({ run }: Pick<RunResults, 'run'>): string {
  const plain = fileNamePart(run.name);
  return `${plain === '' ? '场次' : plain}-${dayOf(run.at)}.xlsx`;
}

/** Marks won and how many there were; null where there was no opportunity, whose marks the others share. */
function aspect({ result }: SeatResult, id: (typeof DIMENSIONS)[number]): { marks: number; of: number } | null {
  const found = result?.dimensions.find((d) => d.id === id);
  return found === undefined || found.marks === null ? null : { marks: found.marks, of: found.weight };
}

const MARKS: readonly { name: string; width: number; cell(seat: SeatResult): Cell }[] = [
  { name: '学号', width: 8, cell: (s) => text(s.no) },
  { name: '姓名', width: 12, cell: (s) => text(s.name) },
  { name: '总分', width: 8, cell: (s) => number(s.result?.score) },
  { name: '待核低', width: 8, cell: (s) => number(s.result?.range[0]) },
  { name: '待核高', width: 8, cell: (s) => number(s.result?.range[1]) },
  { name: '等级', width: 8, cell: (s) => text(s.result === null ? '' : GRADES[s.result.grade]) },
  { name: '改判前', width: 8, cell: (s) => number(s.result?.machineScore) },
  ...DIMENSIONS.flatMap((id) => [
    { name: DIMENSION_NAMES[id], width: 10, cell: (s: SeatResult) => number(aspect(s, id)?.marks) },
    { name: `${DIMENSION_NAMES[id]}满分`, width: 13, cell: (s: SeatResult) => number(aspect(s, id)?.of) },
  ]),
  { name: '首次响应(秒)', width: 13, cell: (s) => number(s.result?.figures.firstResponseS) },
  { name: '平均响应(秒)', width: 13, cell: (s) => number(s.result?.figures.meanResponseS) },
  ...FAMILIES.map(([family, name]) => ({
    name: `${name}(次)`,
    width: 13,
    cell: (s: SeatResult) =>
      number(s.result?.faults.filter((f) => f.family === family).reduce((sum, f) => sum + f.count, 0)),
  })),
  { name: '待核(处)', width: 9, cell: (s) => number(s.result?.unsure) },
  { name: '粘贴(条)', width: 9, cell: (s) => number(s.result?.brought?.pasted) },
  { name: '快过手打(条)', width: 13, cell: (s) => number(s.result?.brought?.fast) },
  { name: '迟到', width: 12, cell: (s) => text(s.lateMs > 0 ? lasting(s.lateMs) : '') },
  {
    name: '断线',
    width: 12,
    cell: (s) => text(s.result !== null && s.result.lostMs > 0 ? lasting(s.result.lostMs) : ''),
  },
  { name: '次数', width: 6, cell: (s) => number(s.attempts.length) },
  { name: '改判(条)', width: 9, cell: (s) => number(s.rulings) },
  { name: '可比', width: 6, cell: (s) => text(s.comparable ? '是' : '否') },
  { name: '备注', width: 40, cell: (s) => text(s.notes.join('；')) },
];

function marksSheet({ seats, figures }: RunResults): Sheet<Buffer> {
  const counted = countedSeats(seats);
  const absent = seats.filter(({ joined }) => !joined).length;
  const foot = [
    `平均只算可比的 ${figures.n} 人`,
    ...(figures.leftOut > 0 ? [`${figures.leftOut} 人不计入平均`] : []),
    ...(absent > 0 ? [`${absent} 人没有进来`] : []),
  ].join('，');
  const means = [
    text('平均', true),
    text(foot),
    number(figures.mean, true),
    ...Array.from({ length: 4 }, () => null),
    ...DIMENSIONS.flatMap((id) => {
      const had = counted.flatMap((seat) => aspect(seat, id) ?? []);
      return [number(mean(had.map(({ marks }) => marks)), true), number(mean(had.map(({ of }) => of)), true)];
    }),
    number(figures.firstResponseS, true),
    number(figures.meanResponseS, true),
  ];
  const data: SheetData = [
    MARKS.map(({ name }) => head(name)),
    ...seats.map((s) => MARKS.map(({ cell }) => cell(s))),
    means,
  ];
  return {
    sheet: '成绩',
    data,
    columns: widths(MARKS.map(({ width }) => width)),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
  };
}

const UNITS = { count: '个', ratio: '比值', percent: '%', s: '秒' } as const;

const NOTES = [
  ['全班', '只算可比的：人数和条数相加，答问比用合计相除，最大同时聊天数取最大，回复率和秒数取平均'],
  ['可比', '没有进来、迟到或断线超过 1 分钟、单独放过的突发客户和别人不一样多的席位不算进平均'],
  ['满分', '没有机会的方面不计分，它的分摊给别的方面，所以同一方面的满分各人可能不同'],
  ['粘贴、快过手打', '粘贴进来的消息（短语不算），和每秒 30 字以上打出来的消息；来自浏览器，只看，不计分'],
  ['断线', '从没有人在台上那一刻算到回来，没有回来的算到演练结束；不到 10 秒的不记，全场冻结的时间不算'],
  ['总分', '几次里最好的一次；待核的判读没改判前先只算几成（见评分标准），低到高是待核的范围'],
] as const;

function rulesSheet(rubric: Rubric): Sheet<Buffer> {
  const data: SheetData = [
    ['列', '单位', '公式', '来源', '不算的'].map(head),
    ...deskRules(rubric).map(({ name, unit, formula, source, leftOut }) =>
      [name, UNITS[unit], formula, source, leftOut].map((one) => text(one)),
    ),
    ...NOTES.map(([name, note]) => [text(name), null, text(note)]),
  ];
  return { sheet: '公式', data, columns: widths([18, 8, 50, 44, 56]), stickyRowsCount: 1 };
}

const VERDICTS = {
  dismissed: '驳回',
  upheld: '认定',
  score: '改总分',
  covered: '答到了',
  wrong: '答错了',
  'not-said': '没答到',
} as const;

function rulingsSheet(rulings: readonly RulingRow[]): Sheet<Buffer> {
  const names = ['学号', '姓名', '改判', '原来', '改成', '理由', '谁改的', '时间', '撤销', '撤销时间'];
  const data: SheetData = [
    names.map(head),
    ...rulings.map((r) => [
      text(r.no),
      text(r.name),
      text(VERDICTS[r.verdict]),
      text(r.title),
      number(r.score),
      text(r.reason),
      text(r.by),
      text(minuteOf(r.at)),
      text(r.undone?.by ?? ''),
      text(r.undone === null ? '' : minuteOf(r.undone.at)),
    ]),
  ];
  return { sheet: '改判记录', data, columns: widths([8, 12, 8, 40, 8, 40, 12, 17, 12, 17]), stickyRowsCount: 1 };
}
