/** What a reply in time earns in 响应时效 where it told only what was wrong (RULES M78). */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { contentWith } from '#tests/scoring/support/shoe-shop.ts';

const content = contentWith({ duties: [] });
const WRONG = { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong' }] } as const;
const RIGHT = { answers: { 'q-size': 'answered' }, points: [{}] } as const;

const answeredAt = (second: number, how: Parameters<Log['replies']>[2]): Report =>
  makeReport(
    content,
    new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' }).replies(second, '39', how).finishes(400).events,
  );
const responseOf = ({ dimensions }: Report) => dimensions.find(({ id }) => id === 'response');

describe('[M78] a reply in time with wrong words alone', () => {
  it('earns nothing in 响应时效, whose weight 问题解决 takes', () => {
    const wrong = answeredAt(8, WRONG);
    const right = answeredAt(8, RIGHT);
    expect(responseOf(wrong)).toMatchObject({ weight: 0, marks: null });
    expect(responseOf(right)?.marks).toBeGreaterThan(0);
    const solving = (report: Report) => report.dimensions.find(({ id }) => id === 'solving')?.weight ?? 0;
    expect(solving(wrong)).toBeGreaterThan(solving(right));
  });

  it('has its wait charged where it was late, too, and is never dearer for being quick', () => {
    const late = answeredAt(200, WRONG);
    expect(responseOf(late)?.lost.length).toBeGreaterThan(0);
    expect(late.score).toBeLessThanOrEqual(answeredAt(8, WRONG).score);
  });

  it('keeps what it earned where it told something right or asked for what is needed', () => {
    const both = answeredAt(8, { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong' }, { point: 'p-why' }] });
    expect(responseOf(both)?.marks).toBeGreaterThan(0);
    const asks = answeredAt(8, {
      ...WRONG,
      asked: [{ fact: 'foot', again: false, quote: { message: 'm1', start: 0, end: 2 } }],
    });
    expect(responseOf(asks)?.marks).toBeGreaterThan(0);
  });
});
