/** What nobody had asked yet costs no marks beside the leaving of who gave up waiting (RULES M102). */
import { describe, expect, it } from 'vitest';
import type { Reply } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'promotion/coupon-stack';
const reportOf = (...replies: Reply[]) => playedOnce(library, [CASE], replies).report;
const said = (text: string): Reply => ({ to: 'any', afterS: 12, say: [{ text }], do: [], repeat: false });
/** Dimensions in which the finding with this code lost marks. */
const chargedIn = (report: ReturnType<typeof reportOf>, code: string): string[] => {
  const ids = report.findings.flatMap((finding) => (finding.code === code ? [finding.id] : []));
  return report.dimensions
    .filter(({ lost }) => lost.some(({ finding }) => finding !== null && ids.includes(finding)))
    .map(({ id }) => id);
};

describe('[M102] who gave up waiting', () => {
  it('is charged in 响应时效 alone, and nothing that lay ahead is offered elsewhere', () => {
    const report = reportOf(said('在的，您说'));
    expect(report.findings.map(({ code }) => code)).toContain('customer-left');
    expect(chargedIn(report, 'customer-left')).toEqual(['response']);
    const offered = report.dimensions.filter(({ offered }) => offered > 0).map(({ id }) => id);
    expect(offered).not.toContain('operation');
    expect(offered).not.toContain('sales');
  });

  it('is charged as one row of 问题解决 for what lay ahead where rude words drove them away', () => {
    const report = reportOf(said('你有病吧，爱买不买'), said('滚'));
    expect(chargedIn(report, 'customer-left').filter((id) => id !== 'response' && id !== 'solving')).toEqual([]);
    expect(report.score).toBeLessThan(20);
  });
});
