import { describe, expect, it } from 'vitest';
import type { Measure } from '#contract/report.ts';
import type { StarRule } from '#engine/model/rubric.ts';
import { makeReport } from '#scoring/report.ts';
import { starOf } from '#scoring/report-sections/star.ts';
import { goldenContent, goldenEvents } from '#tests/scoring/support/golden-logs.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content, rubric } from '#tests/scoring/support/shoe-shop.ts';

const measure = (id: string, name: string, value: number | null, unit: Measure['unit']): Measure => ({
  ...{ id, name, value, unit, target: null, ok: null, formula: '', worked: '' },
});
const measures = (first: number | null, mean: number | null, replied: number | null, happy: number | null) => [
  measure('first-response', '首次响应', first, 's'),
  measure('mean-response', '平均响应', mean, 's'),
  measure('reply-rate', '回复率', replied, 'percent'),
  measure('satisfaction', '满意度', happy, 'percent'),
];
const rule = rubric.stars as StarRule;

describe('starOf', () => {
  it('gives five stars when every figure reaches its best threshold exactly', () => {
    const star = starOf(rule, measures(18, 30, 100, 90));
    expect(star).toMatchObject({ stars: 5, of: 5, why: '各项都到了 5 星的线。' });
  });

  it('weighs the figures: (4 × 2 + 4 × 3 + 5 × 2 + 3 × 3) ÷ 10 = 3.9, cut to 3.5, held down by satisfaction', () => {
    const star = starOf(rule, measures(25, 35, 100, 75));
    expect(star?.stars).toBe(3.5);
    expect(star?.why).toBe('拉低的是满意度：75%；升到 82% 是 4 星。');
  });

  it('[M158] gives at most one star more than the lowest figure has: one customer of five answered, quickly', () => {
    // (5 × 2 + 5 × 3 + 1 × 2 + 5 × 3) ÷ 10 = 4.2, the reply rate has 1: at most 2.
    const star = starOf(rule, measures(5, 5, 20, 100));
    expect(star?.stars).toBe(2);
    expect(star?.why).toContain('拉低的是回复率：20%；升到 90% 是 3 星。最低的这一项把整体的星数压低了。');
  });

  it('[M83] names an aim above the stars one has, or none', () => {
    for (const [first, replied, happy] of [
      [5, 20, 100],
      [25, 100, 75],
      [60, 70, 70],
      [200, 100, 60],
    ] as const) {
      const star = starOf(rule, measures(first, first, replied, happy));
      const aim = /是 (\d) 星/.exec(star?.why ?? '')?.[1];
      if (aim !== undefined) expect(Number(aim), star?.why).toBeGreaterThan(star?.stars ?? 0);
    }
  });

  it('[M82] rounds seconds as all waits are, but never onto a line that was missed', () => {
    expect(starOf(rule, measures(34.2, 30, 100, 100))?.why).toContain('首次响应：34 秒');
    expect(starOf(rule, measures(18.3, 30, 100, 100))?.why).toContain('首次响应：19 秒');
  });

  it('gives the weight of an unmeasured figure to the others, and is null where nothing was measured', () => {
    expect(starOf(rule, measures(18, null, null, null))?.stars).toBe(5);
    expect(starOf(rule, measures(null, null, null, null))).toBeNull();
    expect(starOf(undefined, measures(18, 30, 100, 90))).toBeNull();
  });

  it('gives one star less just past a threshold', () => {
    expect(starOf(rule, measures(18.1, null, null, null))?.stars).toBe(4);
    expect(starOf(rule, measures(null, null, 99.9, null))?.stars).toBe(4);
    expect(starOf(rule, measures(61, null, null, null))?.stars).toBe(1);
  });

  it('stands in the report with its date, figure by figure', () => {
    const { star } = makeReport(goldenContent('coupon-stack'), goldenEvents('coupon-stack', 'model'));
    expect(star?.date).toBe('2026-11-20');
    expect(star?.figures.map((f) => f.measure)).toEqual([
      'first-response',
      'mean-response',
      'reply-rate',
      'satisfaction',
    ]);
  });

  it('gives no stars to a drill that failed', () => {
    expect(
      makeReport(content, new Log().arrives(0).says(0, '在吗').replies(20, '在').finishes(30).events).star,
    ).toBeNull();
  });
});
