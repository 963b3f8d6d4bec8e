import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

const differences = (log: Log, of: ContentData = content) => makeReport(of, log.events).platformDifferences;
const between = (log: Log, one: string, other: string, of: ContentData = content) =>
  differences(log, of).find((d) => d.one.includes(one) && d.other.includes(other));

describe('why platforms differ on one transcript', () => {
  it('淘宝 counts the unanswered round 600 s and caps the long one; 平均响应 does neither', () => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(20, '39.5').says(100, '几点发').replies(800, '今天');
    log.says(900, '喂').ends(1000, 'gone', 'lost', { silent: true }).finishes(1010);
    const found = between(log, '旺旺人工平响', '平均响应');
    // (20 + 600 + 600) ÷ 3 against (20 + 700) ÷ 2.
    expect(found?.values).toEqual([406.7, 360]);
    expect(found?.reasons.map((r) => [r.text, r.rounds.map((m) => [m.at / 1000, m.text])])).toEqual([
      ['淘宝 / 天猫把没回的一次按 600 秒算，共 1 次；平均响应不算没回的', [[900, '没有回']]],
      ['淘宝 / 天猫一次最多按 600 秒，1 次超过了', [[100, '12 分钟']]],
    ]);
  });

  it('京东 and 拼多多 compare the same first round with other thresholds', () => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(71, '39.5').finishes(80);
    expect(between(log, '京东', '拼多多')?.reasons).toEqual([
      {
        text: '京东的线是 30 秒，拼多多是 180 秒，1 次在两条线之间',
        rounds: [{ conversation: 'c1', name: '一颗柚子', at: 0, text: '1 分 11 秒' }],
      },
    ]);
  });

  it('京东 does not count what began before 09:00', () => {
    const early = contentWith({ story: { date: '2026-11-12', time: '08:59' } });
    const log = new Log()
      .arrives(0)
      .says(0, '在吗')
      .replies(10, '在')
      .says(70, '几点发')
      .replies(90, '今天')
      .finishes(99);
    const found = between(log, '京东', '拼多多', early);
    expect(found?.values).toEqual([null, 100]);
    expect(found?.reasons.map((r) => r.text)).toEqual(['京东只算 09:00–23:00 开始的，少了 1 次']);
  });

  it('京东 ignores later rounds, and 抖音 loses the session by one of them', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '在吗')
      .replies(10, '在')
      .says(20, '几点发')
      .replies(320, '今天')
      .finishes(330);
    expect(between(log, '京东', '抖音')?.reasons.map((r) => r.text)).toEqual([
      '京东只看第一次，抖音飞鸽后面 1 次也看，其中 1 次没在 180 秒内，有一次超时整个会话就不算',
    ]);
    expect(between(log, '3 分钟响应率', '抖音')?.reasons.map((r) => r.text)).toEqual([
      '抖音飞鸽按会话算，1 次超时就丢了 1 个会话里的 1 个；淘宝 / 天猫按次算，只丢超时的那几次',
    ]);
  });

  it('no difference is told where all agree', () => {
    const log = new Log().arrives(0).says(0, '穿几码').replies(10, '39.5').finishes(20);
    expect(differences(log)).toEqual([]);
  });

  it('every pair that disagrees has a reason with rounds, at any hour and for any seconds', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const gaps = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(minute, gaps, fc.boolean(), (start, seconds, silent) => {
        const time = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
        const log = new Log().arrives(0);
        let at = 0;
        for (const gap of seconds) {
          log.says(at, '在吗').replies(at + gap, '在的');
          at += gap + 20;
        }
        if (silent) log.says(at, '人呢').ends(at + 200, 'gone', 'lost', { silent: true });
        const of = contentWith({ story: { date: '2026-11-12', time } });
        const report = makeReport(of, log.finishes(at + 300).events);
        for (const d of report.platformDifferences) {
          expect([d.one, d.other, d.reasons.length > 0]).toEqual([d.one, d.other, true]);
          for (const r of d.reasons) expect(r.rounds.length).toBeGreaterThan(0);
        }
        const shares = report.platforms.filter((p) => p.unit === 'percent').map((p) => p.value);
        const pairs = shares.flatMap((a, i) => shares.slice(i + 1).filter((b) => b !== a));
        expect(report.platformDifferences.filter((d) => d.unit === 'percent')).toHaveLength(pairs.length);
      }),
      { numRuns: 60 },
    );
  });
});
