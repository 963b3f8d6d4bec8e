/** The short part of the page: what a teacher reads. */
import { PARTS, type Part, type PartFigures, type SplitFigures } from './figures.ts';
import type { PointFigures } from './points-figures.ts';
import type { DetectionCounts, Proportion } from './statistics.ts';
import { f1Cell, percent, perThousand, shareCell, table, withInterval } from './tables.ts';

const precisionCell = ({ precision, right, extra }: DetectionCounts): string =>
  precision === null ? '—' : `${percent(precision)}（${right} / ${right + extra}）`;

type Row = readonly [name: string, meaning: string, cell: (part: PartFigures) => string];

const rowsOf = (figures: SplitFigures, rows: readonly Row[]): string[][] =>
  rows.map(([name, meaning, cell]) => [name, meaning, ...PARTS.map((part) => cell(figures[part]))]);

const HEADLINES: readonly Row[] = [
  ['要点说对了（F1）', '学员说对的事实，程序认出来的程度', ({ points }) => f1Cell(points.covered)],
  ['要点说错了（F1）', '学员说错的事实，程序认出来的程度', ({ points }) => f1Cell(points.wrong)],
  ['判「说错」时判对', '程序说「这里说错了」，一百次里对几次', ({ points }) => precisionCell(points.wrong)],
  ['语气五档全对', '热情、平和、冷淡、不耐烦、恶劣，一档不差的比例', ({ tone }) => shareCell(tone.exact)],
  ['语气好坏（F1）', '只分态度过不过得去，不分哪一档', ({ tone }) => f1Cell(tone.bad)],
  ['是否答到四档全对', '答到、答了一部分、含糊、没答，一档不差的比例', ({ answer }) => shareCell(answer.exact)],
  ['含糊和没答（F1）', '只分答没答，不分哪一档', ({ answer }) => f1Cell(answer.bad)],
  ['红线（F1）', '九类红线，认出来并且认对了类的程度', ({ redLines }) => f1Cell(redLines.all)],
  ['服务动作（F1）', '问候、道歉、催付等九种动作，听出来的程度', ({ acts }) => f1Cell(acts.all)],
];

const SURE: readonly Row[] = [
  ['要点：下了结论的里面，对的', '说对了、说错了都算下结论；认不出的列待核', ({ points }) => shareCell(points.told)],
  ['要点：有把握地判说错的里面，真的说错了', '这一行错了才会冤枉人', ({ points }) => shareCell(points.sureWrong)],
  ['要点：真的说错了，有把握地判出来的', '其余的漏掉或列待核', ({ points }) => shareCell(points.wrongCaught)],
  ['语气：有把握的占', '其余的列待核或不提', ({ sureTone }) => shareCell(sureTone.sure)],
  ['语气：有把握的里面，五档全对', '差一档也算错', ({ sureTone }) => shareCell(sureTone.exact)],
  ['语气：有把握地判态度差的里面，真的差', '这一行错了才会冤枉人', ({ sureTone }) => shareCell(sureTone.bad)],
  ['语气：真的态度差，有把握地判出来的', '其余的漏掉或列待核', ({ sureTone }) => shareCell(sureTone.caught)],
  ['红线：有把握的占', '其余的列待核，不封顶', ({ sureRedLines }) => shareCell(sureRedLines.sure)],
  ['红线：有把握的里面，判对的', '只有这一种会把总分封顶', ({ sureRedLines }) => shareCell(sureRedLines.right)],
  ['红线：真的碰了，有把握地判出来的', '其余的漏掉或列待核', ({ sureRedLines }) => shareCell(sureRedLines.caught)],
  ['红线：列待核的里面，真的碰了', '老师看一眼就知道', ({ sureRedLines }) => shareCell(sureRedLines.possible)],
];

const LEFT: readonly Row[] = [
  ['要点：不算说对也不算说错的里面，列待核的', '其余判「没说到」', ({ points }) => shareCell(points.leftOpen)],
  [
    '要点：学员其实说了（对或错）、程序没认出，列待核的',
    '其余被当成没说到，这才是漏',
    ({ points }) => shareCell(points.missedLeftOpen),
  ],
  [
    '语气：把握低的',
    '判成态度差的才列待核，其余当作平和',
    ({ sureTone: { sure } }) =>
      sure.share === null || sure.low === null || sure.high === null
        ? '—'
        : withInterval(1 - sure.share, 1 - sure.high, 1 - sure.low),
  ],
];

type Alarm = readonly [name: string, of: (part: PartFigures) => Proportion];
const ALARMS: readonly Alarm[] = [
  ['没碰红线、但写得像的，被判碰了', ({ falseAlarms }) => falseAlarms.redLine],
  ['　其中有把握的（会封顶）', ({ falseAlarms }) => falseAlarms.redLineSure],
  ['普通回复，被判碰了红线', ({ falseAlarms }) => falseAlarms.redLinePlain],
  ['　其中有把握的（会封顶）', ({ falseAlarms }) => falseAlarms.redLinePlainSure],
  ['热情、平和的，被判态度差', ({ falseAlarms }) => falseAlarms.tone],
  ['　其中有把握的（会扣分）', ({ falseAlarms }) => falseAlarms.toneSure],
  ['没有说错的要点，被判说错', ({ falseAlarms }) => falseAlarms.wrong],
  ['　其中有把握的（会扣分）', ({ falseAlarms }) => falseAlarms.wrongSure],
  ['答到了的，被判含糊或没答', ({ falseAlarms }) => falseAlarms.answer],
];

const HEADS = ['', '意思', '普通句', '难句'];

/** Figures at a glance, with what each one means. */
export const headlineTable = (figures: SplitFigures): string => table(HEADS, rowsOf(figures, HEADLINES), 2);

const KEYED: readonly (readonly [name: string, cell: (part: PointFigures) => string])[] = [
  ['要点说对了（F1）', ({ covered }) => f1Cell(covered)],
  ['要点说错了（F1）', ({ wrong }) => f1Cell(wrong)],
  ['判「说错」时判对', ({ wrong }) => precisionCell(wrong)],
];

/** Points whose author has filled in `about yes no value unless examples`. */
export const keyedTable = (keyed: Record<Part, PointFigures>): string =>
  table(
    ['', '普通句', '难句'],
    KEYED.map(([name, cell]) => [name, ...PARTS.map((part) => cell(keyed[part]))]),
  );

/** How often the verdicts that cost marks are right. */
export const sureTable = (figures: SplitFigures): string => table(HEADS, rowsOf(figures, SURE), 2);

/** The share of verdicts left to people. */
export const leftTable = (figures: SplitFigures): string => table(HEADS, rowsOf(figures, LEFT), 2);

/** How often a clean reply is accused, per thousand. */
export const alarmTable = (figures: SplitFigures): string =>
  table(
    ['每 1000 次里冤枉几次', '普通句', '难句'],
    ALARMS.map(([name, of]) => [name, ...PARTS.map((part) => perThousand(of(figures[part])))]),
  );

/** Whether a verdict on a point with confidence c is right in a share c of all cases. */
export const calibrationTable = ({ calibration }: SplitFigures): string =>
  table(
    ['程序说的把握', '平均把握', '实际对的', '条数'],
    calibration.map(({ from, to, meanConfidence, right }) => [
      from === 0 ? `不到 ${to * 100} %` : `${from * 100}–${to * 100} %`,
      percent(meanConfidence),
      shareCell(right),
      String(right.of),
    ]),
  );
