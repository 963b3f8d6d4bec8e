/** Conversations as rows, and questions the rows answer. */
import { describe, expect, test } from 'vitest';
import type { ServiceRow } from '#contract/analysis.ts';
import { analysisQuestions } from '#scoring/practice-advice/analysis-questions.ts';
import { serviceRows } from '#scoring/practice-advice/service-rows.ts';
import { makeReport } from '#scoring/report.ts';
import { serviceRow } from '#tests/fixtures/service-row.ts';
import { goldenContent, goldenEvents } from '#tests/scoring/support/golden-logs.ts';

const CASE = 'coupon-stack';
const rowsOf = (trainee: 'model' | 'poor'): ServiceRow[] =>
  serviceRows(makeReport(goldenContent(CASE), goldenEvents(CASE, trainee)), {
    drill: 'd1',
    trainee: '甲',
    at: 1000,
    typeOf: () => '促销活动咨询',
  });

describe('a conversation as a row', () => {
  test('has the figures of its report', () => {
    const report = makeReport(goldenContent(CASE), goldenEvents(CASE, 'poor'));
    const [row] = rowsOf('poor');
    const [conversation] = report.conversations;
    if (!row || !conversation) throw new Error('no conversation');
    const waits = conversation.rounds.filter((r) => r.to !== null && r.grade !== 'void' && r.grade !== 'interrupted');
    const mean = waits.reduce((sum, { seconds }) => sum + seconds, 0) / waits.length;
    expect(row.meanS).toBe(Math.round(mean * 10) / 10);
    expect(row.slowestS).toBe(Math.round(Math.max(...waits.map(({ seconds }) => seconds)) * 10) / 10);
    expect(row.questions).toBe(report.ledger.length);
    expect(row.faults).toBe(report.findings.filter((f) => f.severity !== 'merit' && !f.unsure).length);
    expect(row).toMatchObject({ id: `d1-${conversation.conversation}`, who: '甲', at: 1000, type: '促销活动咨询' });
  });

  test('of a trainee who answers well has all questions answered and fewer faults', () => {
    const [good] = rowsOf('model');
    const [bad] = rowsOf('poor');
    expect(good?.answered).toBe(good?.questions);
    expect(good?.faults ?? 99).toBeLessThan(bad?.faults ?? 0);
  });
});

const PASS_S = 30;

describe('questions on service data', () => {
  test('are none for only two conversations', () => {
    expect(analysisQuestions([serviceRow({}), serviceRow({})], PASS_S)).toEqual([]);
  });

  test('have the answers that one works out by hand', () => {
    // A: 20, 40 → 30.0; B: 50 → 50.0. Waited over 60 s: ratings 2 and 3 → 2.5. Late (over 30 s): 2 of 3 → 66.7 %.
    const questions = analysisQuestions(
      [
        serviceRow({ firstS: 20 }),
        serviceRow({ firstS: 40, slowestS: 80, rating: 2 }),
        serviceRow({ title: 'B', firstS: 50, slowestS: 61, rating: 3 }),
      ],
      PASS_S,
    );
    expect(questions.map(({ id }) => id)).toEqual(['slowest-group', 'wait-and-rating', 'late-share']);
    expect(questions[0]).toMatchObject({ answers: ['B'], options: ['A', 'B'] });
    expect(questions[1]).toMatchObject({ answer: 2.5, unit: '分' });
    expect(questions[2]).toMatchObject({ answer: 66.7, unit: '%' });
  });

  test('ask by the rubric’s threshold', () => {
    const rows = [serviceRow({ firstS: 20 }), serviceRow({ firstS: 40 }), serviceRow({ firstS: 50 })];
    const late = analysisQuestions(rows, 45).find(({ id }) => id === 'late-share');
    expect(late).toMatchObject({ answer: 33.3, text: expect.stringContaining('超过 45 秒') });
    expect(late?.worked).toContain('1 个首次响应超过 45 秒');
  });

  test('are replaced by others where the rows can’t answer them', () => {
    const questions = analysisQuestions([serviceRow({}), serviceRow({}), serviceRow({})], PASS_S);
    expect(questions.map(({ id }) => id)).toEqual(['late-share', 'answered-share', 'taken-share']);
    expect(questions[1]).toMatchObject({ answer: 75 });
  });
});
