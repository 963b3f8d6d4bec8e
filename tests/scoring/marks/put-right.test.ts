/** What a wrong answer costs that the trainee puts right (RULES M20). */
import { expect, test } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { contentWith, rubric } from '#tests/scoring/support/shoe-shop.ts';

const slip = new Log()
  .arrives(0)
  .says(0, '穿几码', { opens: 'q-size' })
  .replies(10, '39', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong' }] })
  .replies(20, '说错了，39.5', { answers: { 'q-size': 'answered' }, points: [{ corrected: true }], corrects: true })
  .changes(24, 'q-size', 'answered', 2)
  .finishes(60);

test('[M20] it weighs its half alone, whatever a loss weighs by the rubric', () => {
  const findings = rubric.findings.map((rule) => ({ ...rule, deduct: 0 }));
  const marksAt = (severity: number): number => {
    const report = makeReport(
      { ...contentWith({ duties: [] }), rubric: { ...rubric, severity, findings } },
      slip.events,
    );
    return report.dimensions.find(({ id }) => id === 'solving')?.marks ?? 0;
  };
  expect(marksAt(1.7)).toBe(marksAt(1));
  expect(marksAt(1)).toBeGreaterThan(0);
});
