/** A drill keeps the rubric of its day, which has no rule for a finding that came later. */
import { expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { makeReport } from '#scoring/report.ts';
import { CASES, type Played, play, repliesOf } from '#tests/learning/support/play.ts';

const drills: readonly Played[] = CASES.flatMap((id) =>
  ['poor', 'middling', 'model'].map((who) => play([id], repliesOf(id, who))),
);
const codesIn = ({ report }: Pick<Played, 'report'>): string[] => report.findings.map(({ code }) => code);
const codes = [...new Set(drills.flatMap(codesIn))];

const without = (data: ContentData, code: string): ContentData => ({
  ...data,
  rubric: { ...data.rubric, findings: data.rubric.findings.filter((rule) => rule.code !== code) },
});

it('[M44] gives most codes, so that the next test asks of most of them', () => {
  expect(codes.length).toBeGreaterThan(30);
});

it.each(codes)('[M44] a rubric without a rule for %s makes a report all the same, without it', (code) => {
  const drill = drills.find((one) => codesIn(one).includes(code));
  if (!drill) throw new Error(`no drill with ${code}`);
  const report = makeReport(without(drill.data, code), drill.events);
  expect(codesIn({ report })).not.toContain(code);
  expect(report.score).toBeGreaterThanOrEqual(0);
});
