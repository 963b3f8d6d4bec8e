/** How reports put things: words, figures and lengths, in the reports of all planned and all lazy trainees. */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { everyReport } from '#tests/learning/support/every-report.ts';

/** Everything a report says itself, without what it quotes. */
const said = ({ verdict, first, findings, dimensions, star, composure, platforms }: Report): string[] => {
  return [
    verdict,
    ...(first ? [first.title, first.goal] : []),
    ...findings.flatMap((f) => [f.title, f.why, ...(f.quoteAt === null ? [f.quote] : [])]),
    ...dimensions.flatMap((d) => d.lost.map((l) => l.text)),
    ...(star ? [star.why] : []),
    ...(composure ? [composure.said] : []),
    ...platforms.map((p) => p.formula),
  ].map((text) => text.replace(/「[^」]*」/g, '「」'));
};

const told = (is: RegExp): string[] => [
  ...new Set(everyReport().flatMap(({ report }) => said(report).filter((text) => is.test(text)))),
];

describe('a report', () => {
  it('uses one word for one thing: 句 and 次', () => {
    expect(everyReport().length).toBeGreaterThan(400);
    expect(told(/回合|轮/)).toEqual([]);
  });

  it('has none of the phrases that blame or preach', () => {
    expect(
      told(
        /丢分最多|该说的那一句当场说|时机没接|容易走|留得住|错误家族|不问不说|一句人话|机器人|骗子|态度问题|必须|务必|切记|要学会|意识不强|少这一句|还没改过来|机器没有把握|没有特别做得好/,
      ),
    ).toEqual([]);
  });

  it('has no minus before a figure and no fraction of a second', () => {
    expect(told(/[−-]\d+(?:\.\d+)? ?[秒分]/)).toEqual([]);
    expect(told(/\d\.\d+ 秒/)).toEqual([]);
  });

  it('has no more than three figures in a paragraph of its verdict, its stars and its findings', () => {
    const figures = (text: string): number =>
      text.replace(/（[^）]*）|\d{4}-\d\d-\d\d|\d+:\d\d/g, '').match(/\d+/g)?.length ?? 0;
    const many = everyReport().flatMap(({ report }) =>
      [report.verdict, report.star?.why ?? '', ...report.findings.map((f) => f.title)]
        .map((text) => text.replace(/「[^」]*」/g, '「」'))
        .filter((text) => figures(text) > 3),
    );
    expect([...new Set(many)]).toEqual([]);
  });

  it('has a verdict of at most 96 characters and a countable goal of at most thirty', () => {
    const countable = /\d|一[句位次条个项字单件样]|次次|每[位一单句]|句句|一个/;
    for (const { report, id, who } of everyReport()) {
      expect(report.verdict.length, `${id} ${who} ${report.verdict}`).toBeLessThanOrEqual(96);
      if (report.first === null) continue;
      expect(report.first.goal.length, report.first.goal).toBeLessThanOrEqual(30);
      expect(report.first.goal).toMatch(countable);
    }
  });

  it('tells late replies in one row, with which ones and the longest', () => {
    for (const { report, id, who } of everyReport())
      for (const { lost } of report.dimensions) {
        const late = lost.filter(({ text }) => /^(?:这句回晚了|等了才答到)|句回晚了/.test(text));
        expect(late.length, `${id} ${who} ${late.map((l) => l.text).join(' | ')}`).toBeLessThanOrEqual(1);
      }
  });
});
