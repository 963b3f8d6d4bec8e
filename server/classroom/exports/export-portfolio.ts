/** A portfolio as an .xlsx: a summary, every drill with its figures, and every fault with its count. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { PortfolioBody, PortfolioRow } from '#contract/portfolio.ts';
import type { DimensionId } from '#contract/report.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { listed, say } from '#i18n/say.ts';
import { meanToTenth, toTenth } from '#scoring/log/arithmetic.ts';
import { familyName } from '#scoring/marks/families.ts';
import { FAULT_FAMILIES } from '#scoring/marks/family-counts.ts';
import { DIMENSIONS, dimensionName } from '#scoring/marks/scorecard.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { faultTitle, gradeName } from './said.ts';
import { head, number, text, wide, widest, widths } from './sheet-cells.ts';

/** The file's bytes. `rubric`: today's, for the names of codes it has. */
export const portfolioWorkbook = (body: PortfolioBody, rubric: Rubric): Promise<Buffer> => {
  const sheets: Sheet<Buffer>[] = [summarySheet(body), drillsSheet(body.entries), faultsSheet(body.entries, rubric)];
  return writeXlsxFile(sheets).toBuffer();
};

/** 成长档案-<name>-<date>.xlsx; a device's own has no name. `nowMs`: epoch milliseconds. */
export const portfolioName = ({ name }: Pick<PortfolioBody, 'name'>, nowMs: number): string => {
  const plainName = (name ?? '').replace(/[\\/:*?"<>|.\s]+/g, '');
  return `${[say('exports:portfolio.file'), ...(plainName === '' ? [] : [plainName]), dayOf(nowMs)].join('-')}.xlsx`;
};

type Column = { name: string; width: number; cell(row: PortfolioRow): Cell };

const percentOf = ({ dimensions }: PortfolioRow, id: string): number | null => {
  const dimension = dimensions.find((d) => d.id === id);
  return dimension === undefined || dimension.marks === null || dimension.weight === 0
    ? null
    : (dimension.marks / dimension.weight) * 100;
};
const meanOfKnown = (values: readonly (number | null)[]): number | null =>
  meanToTenth(values.filter((value) => value !== null));
const countOf = ({ families }: PortfolioRow, family: string): number =>
  families.find((f) => f.family === family)?.count ?? 0;

/** Dimensions are shown as shares of their weight, because the weight differs from drill to drill. */
const summarySheet = ({ name, entries, waiting }: PortfolioBody): Sheet<Buffer> => {
  const bestEntry = entries.toSorted((a, b) => b.score - a.score)[0];
  const [newest] = entries;
  const oldest = entries.at(-1);
  const typing = meanOfKnown(entries.map((e) => e.figures.charactersPerMinute));
  const labels: string[] = [];
  const labelledRow = (label: string, ...cells: Cell[]): Cell[] => {
    labels.push(label);
    return [text(label), ...cells];
  };
  const data: SheetData = [
    [head(say('exports:portfolio.title')), head(''), head('')],
    labelledRow(say('exports:head.name'), text(name ?? say('exports:portfolio.device'))),
    labelledRow(say('exports:portfolio.drills'), number(entries.length)),
    labelledRow(say('exports:portfolio.waiting'), number(waiting)),
    labelledRow(say('exports:portfolio.first'), text(oldest === undefined ? '' : minuteOf(oldest.endedAt))),
    labelledRow(say('exports:portfolio.latest'), text(newest === undefined ? '' : minuteOf(newest.endedAt))),
    labelledRow(say('exports:portfolio.meanScore'), number(meanOfKnown(entries.map(({ score }) => score)))),
    labelledRow(
      say('exports:portfolio.best'),
      number(bestEntry?.score),
      text(bestEntry === undefined ? '' : titlesOf(bestEntry)),
    ),
    labelledRow(say('exports:portfolio.meanFirst'), number(meanOfKnown(entries.map((e) => e.figures.firstResponseS)))),
    labelledRow(
      say('exports:portfolio.meanResponse'),
      number(meanOfKnown(entries.map((e) => e.figures.meanResponseS))),
    ),
    labelledRow(
      say('exports:portfolio.meanTyping'),
      typing === null ? text(say('exports:portfolio.untimed')) : number(typing),
    ),
    labelledRow(
      say('exports:portfolio.meanSatisfaction'),
      number(meanOfKnown(entries.map((e) => e.figures.satisfaction))),
    ),
    [head(say('exports:portfolio.dimensions')), head(say('exports:portfolio.meanShare')), head('')],
    ...DIMENSIONS.map((id) =>
      labelledRow(dimensionName(id), number(meanOfKnown(entries.map((e) => percentOf(e, id))))),
    ),
    [head(say('exports:head.fault')), head(say('exports:head.count')), head(say('exports:head.lost'))],
    ...FAULT_FAMILIES.map((family) =>
      labelledRow(
        familyName(family),
        number(entries.reduce((sum, e) => sum + countOf(e, family), 0)),
        number(toTenth(entries.reduce((sum, e) => sum + (e.families.find((f) => f.family === family)?.marks ?? 0), 0))),
      ),
    ),
  ];
  return {
    sheet: say('exports:portfolio.sheet.summary'),
    data,
    columns: widths([widest(labels, 18), wide(say('exports:portfolio.meanShare'), 18), 30]),
    stickyRowsCount: 1,
  };
};

const titlesOf = ({ cases }: PortfolioRow): string => listed(cases.map(({ title }) => title));

const columns = (): readonly Column[] => [
  { name: say('exports:portfolio.endedAt'), width: 17, cell: (e) => text(minuteOf(e.endedAt)) },
  { name: say('exports:portfolio.mode'), width: 7, cell: (e) => text(say(`exports:mode.${e.mode}`)) },
  { name: say('exports:portfolio.run'), width: 18, cell: (e) => text(e.runName ?? '') },
  { name: say('exports:head.case'), width: 26, cell: (e) => text(titlesOf(e)) },
  {
    name: say('exports:head.type'),
    width: 18,
    cell: (e) => text(listed([...new Set(e.cases.map((caseRow) => caseRow.typeName))])),
  },
  {
    name: say('exports:portfolio.level'),
    width: 5,
    cell: (e) => number(Math.max(...e.cases.map(({ level }) => level))),
  },
  { name: say('exports:head.score'), width: 7, cell: (e) => number(e.score) },
  { name: say('exports:head.low'), width: 8, cell: (e) => number(e.range[0]) },
  { name: say('exports:head.high'), width: 8, cell: (e) => number(e.range[1]) },
  { name: say('exports:head.grade'), width: 8, cell: (e) => text(gradeName(e.grade)) },
  ...DIMENSIONS.flatMap(dimensionColumns),
  { name: say('exports:head.firstResponse'), width: 13, cell: (e) => number(e.figures.firstResponseS) },
  { name: say('exports:head.firstAnswer'), width: 16, cell: (e) => number(e.figures.firstEffectiveS) },
  { name: say('exports:head.meanResponse'), width: 13, cell: (e) => number(e.figures.meanResponseS) },
  { name: say('exports:portfolio.typing'), width: 12, cell: (e) => number(e.figures.charactersPerMinute) },
  { name: say('exports:portfolio.satisfaction'), width: 10, cell: (e) => number(e.figures.satisfaction) },
  { name: say('exports:portfolio.stars'), width: 7, cell: (e) => number(e.figures.stars) },
  { name: say('exports:portfolio.mostAtOnce'), width: 15, cell: (e) => number(e.figures.mostAtOnce) },
  ...FAULT_FAMILIES.map(
    (family): Column => ({
      name: say('exports:head.times', { family: familyName(family) }),
      width: 13,
      cell: (e) => number(countOf(e, family)),
    }),
  ),
  { name: say('exports:portfolio.goalBefore'), width: 30, cell: (e) => text(e.reached?.title ?? '') },
  {
    name: say('exports:portfolio.goalMet'),
    width: 18,
    cell: (e) => text(e.reached === null ? '' : say(`exports:portfolio.met.${e.reached.met}`)),
  },
  { name: say('exports:portfolio.goal'), width: 30, cell: (e) => text(e.goal?.title ?? '') },
  {
    name: say('exports:portfolio.rubric'),
    width: 22,
    cell: (e) => text(say('exports:portfolio.rubricOf', { id: e.rubric.id, date: e.rubric.date })),
  },
];

const dimensionColumns = (id: DimensionId): Column[] => {
  const dimension = dimensionName(id);
  const dimensionOf = (entry: PortfolioRow) => entry.dimensions.find((d) => d.id === id);
  return [
    { name: dimension, width: 10, cell: (e) => number(dimensionOf(e)?.marks) },
    { name: say('exports:head.most', { dimension }), width: 13, cell: (e) => number(dimensionOf(e)?.weight) },
  ];
};

const drillsSheet = (entries: readonly PortfolioRow[]): Sheet<Buffer> => {
  const shownEntries = columns();
  return {
    sheet: say('exports:portfolio.sheet.drills'),
    data: [shownEntries.map(({ name }) => head(name)), ...entries.map((e) => shownEntries.map(({ cell }) => cell(e)))],
    columns: widths(shownEntries.map(({ name, width }) => wide(name, width))),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
};

/** One row for each fault of each drill. */
const faultsSheet = (entries: readonly PortfolioRow[], rubric: Rubric): Sheet<Buffer> => {
  const heads = faultHeads();
  return {
    sheet: say('exports:portfolio.sheet.faults'),
    data: [
      heads.map(([name]) => head(name)),
      ...entries.flatMap((entry) =>
        entry.faults.map((fault) => [
          text(minuteOf(entry.endedAt)),
          text(titlesOf(entry)),
          text(familyName(fault.family)),
          text(faultTitle(fault.code, ruleOf(rubric, fault.code)?.title ?? fault.title)),
          number(fault.count),
          number(fault.marks),
        ]),
      ),
    ],
    columns: widths(heads.map(([name, width]) => wide(name, width))),
    stickyRowsCount: 1,
  };
};

const faultHeads = (): readonly (readonly [string, number])[] => [
  [say('exports:portfolio.endedAt'), 17],
  [say('exports:head.case'), 26],
  [say('exports:portfolio.family'), 14],
  [say('exports:head.fault'), 26],
  [say('exports:head.count'), 7],
  [say('exports:head.lost'), 7],
];

const ruleOf = ({ findings }: Rubric, code: string) => findings.find((rule) => rule.code === code);
