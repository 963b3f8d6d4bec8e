/** The report's tables: dimensions, measures, platforms, and the rows people sign in. */
import type { Paragraph, Table, TextRun } from 'docx';
import type { Report } from '#contract/report.ts';
import { clockText } from '#scoring/log/phrasing.ts';
import { lost, marks, metText, shownValue } from './figures.ts';
import { table, textRuns } from './parts.ts';
import { COLORS } from './styles.ts';

export type Block = Paragraph | Table;

const figure = (text: string, ok: boolean | null): TextRun[] =>
  textRuns(text, { bold: true, ...(ok === false ? { color: COLORS.bad } : {}) });

/** `numbers`: of the faults on the page. */
export function dimensionsTable({ dimensions }: Report, numbers: ReadonlyMap<string, number>): Table {
  const losses = (row: Report['dimensions'][number]): string => {
    if (row.marks === null) return '这场没有机会，分数分给了别的方面';
    const doubt = row.unsure ? `待核 ${marks(row.range[0])}–${marks(row.range[1])}。` : '';
    if (row.lost.length === 0) return row.unsure ? doubt : '没有丢分';
    const parts = row.lost.map(({ text, marks: cost, finding, place }) => {
      const number = finding === null ? undefined : numbers.get(finding);
      const where = number === undefined ? (place === null ? '' : `，见 ${clockText(place.at)}`) : `，第 ${number} 条`;
      return `${text}（${lost(cost)}${where}）`;
    });
    return `${doubt}${parts.join('，')}`;
  };
  return table(
    [
      { head: '方面', share: 0.16 },
      { head: '得分', share: 0.16, right: true },
      { head: '丢分在哪', share: 0.68 },
    ],
    dimensions.map((row) => [
      textRuns(row.name, { bold: true }),
      row.marks === null ? '不计' : `${marks(row.marks)} / ${marks(row.weight)}`,
      losses(row),
    ]),
  );
}

export function measuresTable({ measures }: Report): Table {
  return table(
    [
      { head: '指标', share: 0.18 },
      { head: '本场', share: 0.12, right: true },
      { head: '目标', share: 0.12, right: true },
      { head: '结果', share: 0.12 },
      { head: '怎么算', share: 0.46 },
    ],
    measures.map(({ name, value, unit, target, ok, formula, worked }) => [
      textRuns(name, { bold: true }),
      figure(shownValue(value, unit), ok),
      target === null ? '' : unit === 'percent' ? `${target} %` : target,
      metText(ok, target !== null),
      [...textRuns(worked), ...textRuns(`\n${formula}`, { color: COLORS.quiet })],
    ]),
  );
}

export function platformsTable({ platforms }: Report): Table {
  return table(
    [
      { head: '平台', share: 0.13 },
      { head: '指标', share: 0.18 },
      { head: '本场', share: 0.1, right: true },
      { head: '达标线', share: 0.1, right: true },
      { head: '结果', share: 0.1 },
      { head: '怎么算', share: 0.26 },
      { head: '规则日期', share: 0.13 },
    ],
    platforms.map(({ platform, figure: name, value, unit, target, ok, worked, formula, date }) => [
      textRuns(platform, { bold: true }),
      name,
      figure(shownValue(value, unit), ok),
      // Seconds are a ceiling, shares a floor.
      target === null ? '' : unit === 's' ? `≤${target} 秒` : `≥${target} %`,
      metText(ok, target !== null),
      [...textRuns(worked), ...textRuns(`\n${formula}`, { color: COLORS.quiet })],
      date,
    ]),
  );
}

/** Who signs, with room to write by hand. */
export function signatureTable(): Table {
  return table(
    [
      { head: '', share: 0.16 },
      { head: '反思或评语', share: 0.44 },
      { head: '签字', share: 0.22 },
      { head: '日期', share: 0.18 },
    ],
    [
      { who: '学生', room: '\n\n\n' },
      // A comment by hand takes more lines than a signature.
      { who: '教师', room: '\n\n\n\n\n' },
      { who: '企业导师', room: '\n\n\n' },
    ].map(({ who, room }) => [textRuns(`${who}${room}`, { bold: true }), '', '', '']),
  );
}
