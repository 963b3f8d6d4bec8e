/** The report's tables: dimensions, measures, platforms, and the rows people sign in. */

import type { Paragraph, Table, TextRun } from 'docx';
import type { Report } from '#contract/report.ts';
import { percentText } from '#i18n/percent.ts';
import { joined, joinWithCommas, say } from '#i18n/say.ts';
import { clockText } from '#scoring/log/phrasing.ts';
import { marks, metText, minusMarks, shownValue } from './figures.ts';
import { table, textRuns } from './parts.ts';
import { COLORS } from './styles.ts';

export type Block = Paragraph | Table;

const figureRuns = (text: string, isOnTarget: boolean | null): TextRun[] =>
  textRuns(text, { bold: true, ...(isOnTarget === false ? { color: COLORS.bad } : {}) });

/** `numbers`: of the faults on the page. */
export const dimensionsTable = ({ dimensions, unjudged }: Report, numbers: ReadonlyMap<string, number>): Table => {
  const lostRowsText = (row: Report['dimensions'][number]): string => {
    if (row.marks === null) return say(`exports:word.dimensions.${unjudged ? 'nothing' : 'noOpportunity'}`);
    const [lowest, highest] = row.range.map(marks);
    const doubt = row.unsure ? say('exports:word.dimensions.unsure', { low: lowest ?? '', high: highest ?? '' }) : '';
    const note = row.note ?? '';
    if (row.lost.length === 0)
      return joinWithCommas([
        row.unsure ? doubt : say('exports:word.dimensions.nothingLost'),
        ...(note === '' ? [] : [note]),
      ]);
    return joined([
      doubt,
      joinWithCommas([...row.lost.map((loss) => lossText(loss, numbers)), ...(note === '' ? [] : [note])]),
    ]);
  };
  return table(
    [
      { head: say('exports:word.dimensions.name'), share: 0.16 },
      { head: say('exports:word.dimensions.marks'), share: 0.16, right: true },
      { head: say('exports:word.dimensions.lost'), share: 0.68 },
    ],
    dimensions.map((row) => [
      textRuns(row.name, { bold: true }),
      row.marks === null ? say('exports:word.dimensions.none') : `${marks(row.marks)} / ${marks(row.weight)}`,
      lostRowsText(row),
    ]),
  );
};

/** Marks lost and where to look: the number of the finding behind them, else the time of the moment. */
const lossText = (
  { text, marks: cost, finding, place }: Report['dimensions'][number]['lost'][number],
  numbers: ReadonlyMap<string, number>,
): string => {
  const number = finding === null ? undefined : numbers.get(finding);
  if (number !== undefined) return say('exports:word.dimensions.lossIn', { text, marks: minusMarks(cost), number });
  if (place === null) return say('exports:word.dimensions.loss', { text, marks: minusMarks(cost) });
  return say('exports:word.dimensions.lossAt', { text, marks: minusMarks(cost), at: clockText(place.at) });
};

export const measuresTable = ({ measures }: Report): Table => {
  return table(
    [
      { head: say('exports:word.measures.name'), share: 0.18 },
      { head: say('exports:word.measures.value'), share: 0.12, right: true },
      { head: say('exports:word.measures.target'), share: 0.12, right: true },
      { head: say('exports:word.measures.ok'), share: 0.12 },
      { head: say('exports:word.measures.worked'), share: 0.46 },
    ],
    measures.map(({ name, value, unit, target, ok, formula, worked }) => [
      textRuns(name, { bold: true }),
      figureRuns(shownValue(value, unit), ok),
      target === null ? '' : unit === 'percent' ? percentText(target) : target,
      metText(ok, target !== null),
      [...textRuns(worked), ...textRuns(`\n${formula}`, { color: COLORS.quiet })],
    ]),
  );
};

export const platformsTable = ({ platforms }: Report): Table => {
  return table(
    [
      { head: say('exports:word.platforms.name'), share: 0.13 },
      { head: say('exports:word.measures.name'), share: 0.18 },
      { head: say('exports:word.measures.value'), share: 0.1, right: true },
      { head: say('exports:word.platforms.target'), share: 0.1, right: true },
      { head: say('exports:word.measures.ok'), share: 0.1 },
      { head: say('exports:word.measures.worked'), share: 0.26 },
      { head: say('exports:word.platforms.date'), share: 0.13 },
    ],
    platforms.map(({ platform, figure: name, value, unit, target, ok, worked, formula, date }) => [
      textRuns(platform, { bold: true }),
      name,
      figureRuns(shownValue(value, unit), ok),
      // A target in seconds is a maximum, a target in percent a minimum.
      target === null
        ? ''
        : unit === 's'
          ? say('exports:word.platforms.atMost', { n: target })
          : `≥${percentText(target)}`,
      metText(ok, target !== null),
      [...textRuns(worked), ...textRuns(`\n${formula}`, { color: COLORS.quiet })],
      date,
    ]),
  );
};

/** The people who sign, with room to write by hand. */
export const signatureTable = (): Table => {
  return table(
    [
      { head: '', share: 0.16 },
      { head: say('exports:word.sign.words'), share: 0.44 },
      { head: say('exports:word.sign.title'), share: 0.22 },
      { head: say('exports:word.sign.date'), share: 0.18 },
    ],
    [
      { who: say('exports:word.sign.trainee'), room: '\n\n\n' },
      // A comment by hand takes more lines than a signature.
      { who: say('exports:word.sign.teacher'), room: '\n\n\n\n\n' },
      { who: say('exports:word.sign.mentor'), room: '\n\n\n' },
    ].map(({ who, room }) => [textRuns(`${who}${room}`, { bold: true }), '', '', '']),
  );
};
