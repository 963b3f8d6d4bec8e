import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

const figures = (events: readonly DrillEvent[], of: ContentData = content) =>
  Object.fromEntries(
    makeReport(of, events).platforms.map((p) => [p.figure + (p.platform.startsWith('抖') ? ' 抖音' : ''), p.value]),
  );

/** Rounds of 20, 200 and 700 s, and one of 100 s nobody answered. */
const mixed = (): Log =>
  new Log()
    .arrives(0)
    .says(0, '穿几码')
    .replies(20, '39.5')
    .says(100, '几点发')
    .replies(300, '今天')
    .says(400, '那个')
    .replies(1100, '在')
    .says(1200, '喂')
    .ends(1300, 'gone', 'lost', { silent: true, rating: 1 })
    .finishes(1310);

describe('platform figures from one transcript (docs/trade.md §2)', () => {
  it('淘宝 平响 caps a round at 600 s and counts the unanswered as 600: (20 + 200 + 600 + 600) ÷ 4', () => {
    expect(figures(mixed().events).旺旺人工平响).toBe(355);
  });

  it('淘宝 3 分钟响应率: 1 of 4', () => {
    expect(figures(mixed().events)['3 分钟响应率']).toBe(25);
  });

  it('京东 looks at the first reply only, 抖音 at every gap', () => {
    const of = figures(mixed().events);
    expect(of['首次 30 秒应答率']).toBe(100);
    expect(of['3 分钟人工回复率']).toBe(100);
    expect(of['3 分钟人工回复率 抖音']).toBe(0);
  });

  it('[C3] reads hours in story time: at 23:30 nothing counts, whatever the wall says', () => {
    const late = contentWith({ story: { date: '2026-11-12', time: '23:30' } });
    const of = figures(mixed().events, late);
    expect(of.旺旺人工平响).toBeNull();
    expect(of['首次 30 秒应答率']).toBeNull();
  });

  it('[C3] a jump moves the story into the hours', () => {
    const early = contentWith({ story: { date: '2026-11-12', time: '07:30' } });
    const log = new Log()
      .arrives(0)
      .says(0, '在吗')
      .replies(10, '在')
      .jumps(20, 40)
      .says(30, '几点发')
      .replies(60, '今天');
    expect(figures(log.events, early).旺旺人工平响).toBe(30);
  });

  it('dates every row and says which is disputed', () => {
    const rows = makeReport(content, mixed().events).platforms;
    expect(rows).toHaveLength(5);
    expect(rows.every((r) => /^\d{4}-\d{2}-\d{2}$/.test(r.date))).toBe(true);
    expect(rows.find((r) => r.platform === '拼多多')?.formula).toContain('可改');
  });
});
