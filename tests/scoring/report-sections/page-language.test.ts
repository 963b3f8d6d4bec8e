/** What the report says of its own in English: no Chinese but names, what people wrote and what a case calls itself. */
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { inLanguage } from '#i18n/language.ts';
import { FINDING_CODES } from '#scoring/facts/codes.ts';
import { draftFinding } from '#scoring/facts/finding-draft.ts';
import { makeReport } from '#scoring/report.ts';
import { storyOf } from '#scoring/report-sections/story.ts';
import { goldenContent, goldenEvents, type Trainee } from '#tests/scoring/support/golden-logs.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const CASES = ['coupon-stack', 'unpaid-forgot', 'partial-return-gift'];
const TRAINEES: readonly Trainee[] = ['model', 'poor', 'silent'];
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** The text without quotations and brackets, in which content keeps its own names. */
const bare = (text: string): string => text.replace(/“[^”]*”|\([^)]*\)|\[[^\]]*\]/g, '');
const chineseIn = (texts: readonly (string | null)[]): string[] =>
  texts.flatMap((text) => (text !== null && CHINESE.test(bare(text)) ? [text] : []));

const english = (events: readonly DrillEvent[], of = content): Report => inLanguage('en', () => makeReport(of, events));

/** Columns of the desk figures whose moments quote people. */
const QUOTED = ['talked', 'served', 'unanswered', 'messages', 'customerMessages', 'traineeMessages', 'characters'];

/** The report's own sentences; findings and advice are tested elsewhere. */
const ownSentences = ({ measures, desk, platforms, platformDifferences, ...report }: Report): (string | null)[] => [
  ...measures.flatMap(({ name, target, formula, worked }) => [name, target, formula, worked]),
  ...desk.flatMap(({ name, formula, source, leftOut }) => [name, formula, source, leftOut]),
  ...desk.filter(({ column }) => !QUOTED.includes(column)).flatMap(({ from }) => from.map(({ text }) => text)),
  ...platforms.flatMap(({ platform, figure, formula, worked }) => [platform, figure, formula, worked]),
  ...platformDifferences.flatMap(({ one, other, reasons }) => [
    one,
    other,
    ...reasons.flatMap((r) => [r.text, ...r.rounds.map(({ text }) => text)]),
  ]),
  report.star?.why ?? null,
  report.composure?.said ?? null,
  report.anatomy.evidence,
  report.anatomy.cause?.title ?? null,
  ...report.conversations.map(({ outcome }) => outcome),
  ...report.transcript.filter(({ by }) => by === 'action').map(({ text }) => text),
  ...report.transcript.filter(({ by, id }) => by === 'event' && !id.includes('-jump-')).map(({ text }) => text),
];

const crowded = (): Log => {
  const log = new Log(['c1', 'c2']).arrives(0);
  for (const i of [0, 1, 2, 3, 4, 5]) {
    if (i === 3) log.arrives(300, 'c2').says(300, '在吗', { conversation: 'c2' });
    log
      .says(i * 110, `问 ${i}`)
      .replies(i * 110 + (i < 3 ? 10 : 90), `答 ${i}`, { tone: 'neutral', toneConfidence: 1 });
  }
  return log.finishes(900, ['c1', 'c2']);
};

describe('a report in English', () => {
  it.each(CASES.flatMap((name) => TRAINEES.map((trainee) => [name, trainee] as const)))('%s, %s', (name, trainee) => {
    expect(chineseIn(ownSentences(english(goldenEvents(name, trainee), goldenContent(name))))).toEqual([]);
  });

  it('of two customers at once', () => {
    const report = english(crowded().events);
    expect(report.composure?.said).toMatch(/^(?:With|Much)/);
    expect(chineseIn(ownSentences(report))).toEqual([]);
  });

  it('counts and judges as in Chinese', () => {
    const events = goldenEvents('coupon-stack', 'poor');
    const figures = (r: Report) => [r.score, r.findings.map((f) => [f.code, f.marks]), r.desk.map((d) => d.value)];
    const of = goldenContent('coupon-stack');
    expect(figures(english(events, of))).toEqual(figures(makeReport(of, events)));
  });

  it('late replies are one row', () => {
    const rows = english(crowded().events).dimensions.flatMap(({ lost }) => lost.map(({ text }) => text));
    expect(rows.filter((text) => text.includes('late replies'))).toEqual([
      '3 late replies (5:30, 7:20, 9:10), longest 1 min 30 s',
    ]);
  });
});

const finding = (code: string, more: Partial<ReportFinding>): ReportFinding => ({
  ...{
    id: 'f1',
    key: 'k',
    code,
    family: 'wrong',
    familyName: '',
    severity: 'grave',
    dimension: 'expression',
    marks: 3,
  },
  ...{ unsure: false, at: 1000, conversation: 'c1', title: 'Red line: an insult', quote: '应该会吧', again: [] },
  ...{ quoteAt: { message: 'm1', start: 0, end: 4 }, customer: '几点发', seconds: 42, why: '', basis: null },
  ...{ better: null, betterIn: null, turn: 1, ruling: null },
  ...more,
});
const CUSTOMERS = ['几点发', '那我等着', ''];
const WAITS = [42, null];

describe('a story in English', () => {
  it.each(FINDING_CODES.filter((code) => !code.startsWith('merit:')))('%s', (code) => {
    const told = CUSTOMERS.flatMap((customer) =>
      WAITS.flatMap((seconds) =>
        ['should be “3 pm”', null].map((detail) =>
          inLanguage('en', () =>
            storyOf(
              finding(code, { customer, seconds }),
              { total: 4, late: 1, thresholdS: 30 },
              { draft: draftFinding({ code, at: 1000, conversation: 'c1', detail, seconds }) },
            ),
          ),
        ),
      ),
    );
    expect(chineseIn(told)).toEqual([]);
  });
});
