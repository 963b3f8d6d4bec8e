/** Sentences of the shipped cases that once covered a point they don't tell, or were once held as wrong. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { Report } from '#contract/report.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { makeReport } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

const played = (id: string, who: string): Report => {
  const { data, hash } = contentFor(library, [id]);
  const replies = library.testplans.get(id)?.[who]?.replies ?? [];
  const options = { scenarios: [id], replies, seed: 1, mode: 'practice' as const, contentHash: hash };
  return makeReport(data, playDrill(prepare(data), options));
};
const stateOf = (made: Report, point: string): string | undefined =>
  made.ledger.flatMap((row) => row.points).find((p) => p.id === point)?.state;

describe('a phrase beside the point does not cover the point', () => {
  it.each([
    ['payment-reminder/unpaid-forgot', 'middling', 'stock', '是黑色L'],
    ['return-dispute/partial-return-gift', 'middling', 'promise', '鞋摊32.9'],
    ['product-advice/shoe-half-size', 'middling', 'easy', '签收后七天内可以退的'],
    ['product-advice/shoe-half-size', 'poor', 'why', '…适当放大'],
    ['logistics-complaint/signed-not-seen', 'poor', 'search', '您联系快递公司核实一下呢'],
    ['order-change/incident-sold-out', 'refunder', 'wait', '祝您生活愉快'],
  ])('%s, %s: %s for 「%s」', (id, who, point) => {
    expect(stateOf(played(id, who), point)).toBe('missed');
  });
});

it('a pasted table is marked rigid, and none of its rows is a wrong answer', () => {
  const { findings } = played('product-advice/shoe-half-size', 'poor');
  const table = findings.filter((f) => f.quote.includes('250对40码'));
  expect(table.map((f) => f.code)).toEqual(['canned-rigid']);
});

it('sending the customer off to ask somebody is a wrong answer, not only a missing one', () => {
  const { findings, transcript } = played('logistics-complaint/signed-not-seen', 'poor');
  const wrong = findings.filter((f) => f.code === 'wrong-fact');
  // 系统显示已经签收了 tells the same point wrong before: one finding, which says where it came again (RULES T114).
  const places = wrong.flatMap((f) => [f.quoteAt, ...(f.again ?? []).map(({ quoteAt }) => quoteAt)]);
  const words = places.map((at) => at && transcript.find(({ id }) => id === at.message)?.text.slice(at.start, at.end));
  expect(words).toContain('您联系快递公司核实一下呢');
});
