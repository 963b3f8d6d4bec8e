/** A portfolio as an .xlsx: what it comes to, every drill with its figures, and every fault with its count. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { PortfolioBody, PortfolioRow } from '#contract/portfolio.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { FAMILY_NAMES } from '#scoring/marks/report-findings.ts';
import { DIMENSION_NAMES, DIMENSIONS } from '#scoring/marks/scorecard.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { head, number, text, widths } from './sheet-cells.ts';

const GRADES = { excellent: '优秀', pass: '及格', fail: '不及格' } as const;
const MODES = { practice: '练习', lesson: '课堂', exam: '考试' } as const;
const REACHED = { met: '达到', better: '好些了', 'not-met': '没达到', 'not-tried': '没碰上' } as const;
const FAMILIES = Object.entries(FAMILY_NAMES).filter(([family]) => family !== 'merit');

/** The file's bytes. `rubric`: today's, for the names of codes it has. */
export function portfolioWorkbook(body: PortfolioBody, rubric: Rubric): Promise<Buffer> {
  const sheets: Sheet<Buffer>[] = [summarySheet(body), drillsSheet(body.entries), faultsSheet(body.entries, rubric)];
  return writeXlsxFile(sheets).toBuffer();
}

/** 成长档案-<name>-<date>.xlsx; a device's own has no name. `now`: epoch milliseconds. */
export function portfolioName({ name }: Pick<PortfolioBody, 'name'>, now: number): string {
  const plain = (name ?? '').replace(/[\\/:*?"<>|.\s]+/g, '');
  return `${['成长档案', ...(plain === '' ? [] : [plain]), dayOf(now)].join('-')}.xlsx`;
}

type Column = { name: string; width: number; cell(row: PortfolioRow): Cell };

const percentOf = ({ dimensions }: PortfolioRow, id: string): number | null => {
  const own = dimensions.find((d) => d.id === id);
  return own === undefined || own.marks === null || own.weight === 0 ? null : (own.marks / own.weight) * 100;
};
const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : tenth(known.reduce((sum, value) => sum + value, 0) / known.length);
};
const tenth = (value: number): number => Math.round(value * 10) / 10;
const countOf = ({ families }: PortfolioRow, family: string): number =>
  families.find((f) => f.family === family)?.count ?? 0;

/** Dimensions are shares of their weight here: the weight differs from drill to drill. */
function summarySheet({ name, entries, waiting }: PortfolioBody): Sheet<Buffer> {
  const best = entries.toSorted((a, b) => b.score - a.score)[0];
  const [newest] = entries;
  const oldest = entries.at(-1);
  const typing = mean(entries.map((e) => e.figures.charactersPerMinute));
  const line = (label: string, ...cells: Cell[]): Cell[] => [text(label), ...cells];
  const data: SheetData = [
    [head('成长档案'), head(''), head('')],
    line('姓名', text(name ?? '这台设备')),
    line('场数', number(entries.length)),
    line('等发布的场数', number(waiting)),
    line('第一场', text(oldest === undefined ? '' : minuteOf(oldest.endedAt))),
    line('最近一场', text(newest === undefined ? '' : minuteOf(newest.endedAt))),
    line('平均总分', number(mean(entries.map(({ score }) => score)))),
    line('最高总分', number(best?.score), text(best === undefined ? '' : titlesOf(best))),
    line('平均首次响应(秒)', number(mean(entries.map((e) => e.figures.firstResponseS)))),
    line('平均响应(秒)', number(mean(entries.map((e) => e.figures.meanResponseS)))),
    line('平均打字(字/分)', typing === null ? text('没有计时') : number(typing)),
    line('平均满意度(%)', number(mean(entries.map((e) => e.figures.satisfaction)))),
    [head('六个方面'), head('平均得分率(%)'), head('')],
    ...DIMENSIONS.map((id) => line(DIMENSION_NAMES[id], number(mean(entries.map((e) => percentOf(e, id)))))),
    [head('错处'), head('次数'), head('丢分')],
    ...FAMILIES.map(([family, title]) =>
      line(
        title,
        number(entries.reduce((sum, e) => sum + countOf(e, family), 0)),
        number(tenth(entries.reduce((sum, e) => sum + (e.families.find((f) => f.family === family)?.marks ?? 0), 0))),
      ),
    ),
  ];
  return { sheet: '档案', data, columns: widths([18, 18, 30]), stickyRowsCount: 1 };
}

const titlesOf = ({ cases }: PortfolioRow): string => cases.map(({ title }) => title).join('、');

const COLUMNS: readonly Column[] = [
  { name: '结束时间', width: 17, cell: (e) => text(minuteOf(e.endedAt)) },
  { name: '模式', width: 7, cell: (e) => text(MODES[e.mode]) },
  { name: '场次', width: 18, cell: (e) => text(e.runName ?? '') },
  { name: '案例', width: 26, cell: (e) => text(titlesOf(e)) },
  { name: '类型', width: 18, cell: (e) => text([...new Set(e.cases.map((one) => one.typeName))].join('、')) },
  { name: '级', width: 5, cell: (e) => number(Math.max(...e.cases.map(({ level }) => level))) },
  { name: '总分', width: 7, cell: (e) => number(e.score) },
  { name: '待核低', width: 8, cell: (e) => number(e.range[0]) },
  { name: '待核高', width: 8, cell: (e) => number(e.range[1]) },
  { name: '等级', width: 8, cell: (e) => text(GRADES[e.grade]) },
  ...DIMENSIONS.flatMap((id): Column[] => [
    {
      name: DIMENSION_NAMES[id],
      width: 10,
      cell: (e) => number(e.dimensions.find((d) => d.id === id)?.marks),
    },
    {
      name: `${DIMENSION_NAMES[id]}满分`,
      width: 13,
      cell: (e) => number(e.dimensions.find((d) => d.id === id)?.weight),
    },
  ]),
  { name: '首次响应(秒)', width: 13, cell: (e) => number(e.figures.firstResponseS) },
  { name: '首次有效响应(秒)', width: 16, cell: (e) => number(e.figures.firstEffectiveS) },
  { name: '平均响应(秒)', width: 13, cell: (e) => number(e.figures.meanResponseS) },
  { name: '打字(字/分)', width: 12, cell: (e) => number(e.figures.charactersPerMinute) },
  { name: '满意度(%)', width: 10, cell: (e) => number(e.figures.satisfaction) },
  { name: '星级', width: 7, cell: (e) => number(e.figures.stars) },
  { name: '最大同时聊天数', width: 15, cell: (e) => number(e.figures.mostAtOnce) },
  ...FAMILIES.map(
    ([family, name]): Column => ({ name: `${name}(次)`, width: 13, cell: (e) => number(countOf(e, family)) }),
  ),
  { name: '上次的目标', width: 30, cell: (e) => text(e.reached?.title ?? '') },
  { name: '上次的目标达到没有', width: 18, cell: (e) => text(e.reached === null ? '' : REACHED[e.reached.met]) },
  { name: '先改这一件', width: 30, cell: (e) => text(e.goal?.title ?? '') },
  { name: '评分标准', width: 22, cell: (e) => text(`${e.rubric.id}（${e.rubric.date}）`) },
];

function drillsSheet(entries: readonly PortfolioRow[]): Sheet<Buffer> {
  return {
    sheet: '每场',
    data: [COLUMNS.map(({ name }) => head(name)), ...entries.map((e) => COLUMNS.map(({ cell }) => cell(e)))],
    columns: widths(COLUMNS.map(({ width }) => width)),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

/** A line a fault a drill. */
function faultsSheet(entries: readonly PortfolioRow[], rubric: Rubric): Sheet<Buffer> {
  const titleOf = (code: string, title: string): string => rubric.findings.find((f) => f.code === code)?.title ?? title;
  return {
    sheet: '错处',
    data: [
      ['结束时间', '案例', '错误家族', '错处', '次数', '丢分'].map(head),
      ...entries.flatMap((e) =>
        e.faults.map((fault) => [
          text(minuteOf(e.endedAt)),
          text(titlesOf(e)),
          text(FAMILY_NAMES[fault.family] ?? fault.family),
          text(titleOf(fault.code, fault.title)),
          number(fault.count),
          number(fault.marks),
        ]),
      ),
    ],
    columns: widths([17, 26, 14, 26, 7, 7]),
    stickyRowsCount: 1,
  };
}
