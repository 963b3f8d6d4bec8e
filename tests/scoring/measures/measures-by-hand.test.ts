/** Every figure of docs/trade.md §2, §9 on one afternoon, worked out by hand in the comments. */
import { describe, expect, it } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import { contentFor } from '#library/load.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';
import { library } from '#tests/support/library.ts';

const reportOf = (events: readonly DrillEvent[], of = content) => makeReport(of, events);
const figuresOf = (events: readonly DrillEvent[], of = content) => {
  const { measures, desk, platforms } = reportOf(events, of);
  return {
    measure: Object.fromEntries(measures.map((m) => [m.id, m.value])),
    desk: Object.fromEntries(desk.map((d) => [d.column, d.value])),
    platform: Object.fromEntries(platforms.map((p) => [`${p.platform} ${p.figure}`, p.value])),
  };
};

const anatomy = { seenMs: 500, lookedUp: [], firstKeyMs: 2000, typed: 10, deleted: 0 };

/**
 * Seconds from the drill's start, story time from 14:05.
 *   c1  asks at 0 and 3, answered at 20: a round of 20 · asks at 30, answered at 70: a round of 40 · pays at 80, 5 points
 *   c2  asks at 10, answered at 110: a round of 100, with a second reply at 115 · goes at 130, 2 points
 *   c3  asks at 50, is never answered and leaves at 230: 180 in vain, 1 point
 */
const afternoon = (): Log =>
  new Log(['c1', 'c2', 'c3'])
    .arrives(0)
    .says(0, '在吗', { last: false })
    .says(3, '穿几码', { opens: 'q-size' })
    .arrives(10, 'c2', { queuedMs: 6000 })
    .says(10, '有货吗', { conversation: 'c2' })
    .replies(20, '39.5码', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' }, 'c1', {
      ...anatomy,
      firstKeyMs: 10_000,
    })
    .changes(24, 'q-size', 'answered', 1)
    .says(30, '几点发', { opens: 'q-ship' })
    .arrives(50, 'c3')
    .says(50, '在不在', { conversation: 'c3' })
    .replies(70, '四点前付今天发', { answers: { 'q-ship': 'answered' }, reaction: 'resolved' })
    .changes(74, 'q-ship', 'answered', 2)
    .ends(80, 'kept', 'paid', { rating: 5 })
    .status(80, 'closed')
    .replies(110, '有的', {}, 'c2')
    .replies(115, '都有', {}, 'c2')
    .ends(130, 'gone', 'lost', { rating: 2, conversation: 'c2' })
    .status(130, 'closed', 'c2')
    .ends(230, 'gone', 'lost', { rating: 1, conversation: 'c3', silent: true })
    .status(230, 'away', 'c3')
    .finishes(240, ['c1', 'c2', 'c3']);

describe('the figures of docs/trade.md §2, §9, by hand', () => {
  const { measure, desk, platform } = figuresOf(afternoon().events);

  it('首次响应 (20 + 100) ÷ 2 = 60, 平均响应 (20 + 40 + 100) ÷ 3 = 53.3: a customer never answered has no seconds', () => {
    expect([measure['first-response'], desk.firstResponseS]).toEqual([60, 60]);
    expect([measure['mean-response'], desk.meanResponseS]).toEqual([53.3, 53.3]);
  });

  it('首次有效响应: from the end of the asking burst, 20 − 3 = 17', () => {
    expect(measure['first-effective']).toBe(17);
  });

  it('答问比 4 ÷ 5 = 0.8, 总消息 9', () => {
    expect([measure['answer-ratio'], desk.answerRatio, desk.messages]).toEqual([0.8, 0.8, 9]);
  });

  it('未回复人数 1, 回复率 2 ÷ 3 = 66.7 %, 接待人数 2', () => {
    expect([measure.unanswered, desk.unanswered, desk.served]).toEqual([1, 1, 2]);
    expect([measure['reply-rate'], desk.answerRate]).toEqual([66.7, 66.7]);
  });

  it('慢接待: c1 (20 + 40) ÷ 2 = 30, c2 100, c3 180: two are over 60 s; 长接待: none is at the desk for 15 minutes', () => {
    expect([measure['slow-handling'], desk.slow]).toEqual([2, 2]);
    expect([measure['long-handling'], desk.long]).toEqual([0, 0]);
  });

  it('最大同时接待: c1, c2 and c3 from 50 to 80 = 3; 排队 (0 + 6 + 0) ÷ 3 = 2', () => {
    expect([measure['most-at-once'], desk.mostAtOnce]).toEqual([3, 3]);
    expect(measure['queue-wait']).toBe(2);
  });

  it('平均接待时长: (80 + 120) ÷ 2 = 100, c3 not being served', () => {
    expect(desk.meanServiceS).toBe(100);
  });

  it('询单转化率 1 ÷ 3 = 33.3 %, 客单价 459.00 ÷ 1, 满意度 1 ÷ 3 = 33.3 %, 回头率 1 ÷ 1: the buyer is a regular', () => {
    expect(measure).toMatchObject({ conversion: 33.3, basket: 459, satisfaction: 33.3, 'returning-buyers': 100 });
  });

  it('打字速度: 10 characters in 20 − 10 = 10 s = 60 a minute', () => {
    expect(measure['typing-speed']).toBe(60);
  });

  it('淘宝 平响: (20 + 40 + 100 + 600) ÷ 4 = 190, the unanswered counting 600', () => {
    expect(platform['淘宝 / 天猫 旺旺人工平响']).toBe(190);
  });

  it('淘宝 3 of 4 rounds in 180 s = 75 %; 京东 1 of 3 first replies in 30 s; 拼多多 and 抖音 2 of 3 in 180 s', () => {
    expect(platform).toMatchObject({
      '淘宝 / 天猫 3 分钟响应率': 75,
      '京东 首次 30 秒应答率': 33.3,
      '拼多多 3 分钟人工回复率': 66.7,
      '抖音飞鸽 3 分钟人工回复率': 66.7,
    });
  });
});

describe('the edges', () => {
  it('[M186] 回头率: of two buyers the one who had bought before counts, 1 ÷ 2; none bought: null', () => {
    const [regular] = content.scenarios;
    if (!regular) throw new Error('no case');
    const stranger = { ...regular, id: 'product-advice/new', customer: { ...regular.customer, regular: false } };
    const two = { ...content, scenarios: [regular, stranger] };
    const log = new Log(['c1', 'c2']).arrives(0).arrives(1, 'c2').says(0, '在').says(1, '在', { conversation: 'c2' });
    const opened = log.events[0];
    if (opened?.kind !== 'drill-opened') throw new Error('not opened');
    const customers = opened.customers.map((c) => (c.conversation === 'c2' ? { ...c, scenario: stranger.id } : c));
    log.events[0] = { ...opened, customers };
    log.ends(50, 'kept', 'paid').ends(60, 'kept', 'paid', { conversation: 'c2' }).finishes(70, ['c1', 'c2']);
    expect(figuresOf(log.events, two).measure['returning-buyers']).toBe(50);
    // [M186] An order that was paid before the drill is a purchase, an unpaid one isn't.
    const [order] = contentFor(library, ['return-dispute/seventh-day']).data.scenarios[0]?.orders ?? [];
    if (!order) throw new Error('no order');
    const withOrder = (status: 'signed' | 'unpaid') => {
      const scenarios = [regular, { ...stranger, orders: [{ ...order, status }] }];
      return figuresOf(log.events, { ...content, scenarios }).measure['returning-buyers'];
    };
    expect(withOrder('signed')).toBe(100);
    expect(withOrder('unpaid')).toBe(50);
    const none = new Log().arrives(0).says(0, '在吗').replies(9, '在').ends(20, 'gone', 'lost').finishes(30);
    expect(figuresOf(none.events).measure['returning-buyers']).toBeNull();
  });

  it('催付成功率: paid after the reminder counts, paid before it does not', () => {
    const reminded = (paysAt: number): Log => {
      const log = new Log().arrives(0).opensWindow(1, 'payment-reminder', 90);
      if (paysAt < 20) log.ends(paysAt, 'kept', 'paid');
      log.replies(20, '还没付款哦').closesWindow(24, 'payment-reminder', 'taken');
      return paysAt < 20 ? log.finishes(60) : log.ends(paysAt, 'kept', 'paid').finishes(60);
    };
    expect(figuresOf(reminded(40).events).measure.recovered).toBe(100);
    expect(figuresOf(reminded(10).events).measure.recovered).toBe(0);
    expect(figuresOf(afternoon().events).measure.recovered).toBeNull();
  });

  it('[M105] a payment card sent counts in 催付 and 催付成功率 without a moment for it', () => {
    const sent = new Log().arrives(0).says(0, '怎么付').acts(10, 'remind-pay').pays(20).finishes(60);
    expect(figuresOf(sent.events).measure).toMatchObject({ 'payment-reminder': 100, recovered: 100 });
  });

  it('[V1] a return visit is a session of its own: 首响 (10 + 50) ÷ 2 = 30, 京东 1 of 2', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '穿几码')
      .replies(10, '39.5')
      .ends(20, 'kept', 'paid')
      .status(20, 'away')
      .arrives(40, 'c1', { returning: true, visit: 2 })
      .status(40, 'waiting')
      .says(40, '勒脚')
      .replies(90, '给您换')
      .finishes(120);
    const { measure, platform, desk } = figuresOf(log.events);
    expect(measure['first-response']).toBe(30);
    expect(platform['京东 首次 30 秒应答率']).toBe(50);
    expect(desk.direct).toBe(1);
  });

  it('[C4] a round with a stop over 10 s in it is in no mean, and its session has no first reply', () => {
    const log = new Log().arrives(0).says(0, '穿几码').stops(3, 30).replies(10, '39.5').says(20, '几点发');
    log.replies(32, '今天').finishes(60);
    const { measure, platform } = figuresOf(log.events);
    // Only the round of 12 s is left; it isn't the first of its visit.
    expect(measure['first-response']).toBeNull();
    expect(measure['mean-response']).toBe(12);
    expect(platform['京东 首次 30 秒应答率']).toBeNull();
    expect(platform['淘宝 / 天猫 旺旺人工平响']).toBe(12);
  });

  it('[C3] midnight: a story from 22:59 counts what began before 23:00 and nothing after', () => {
    const late = contentWith({ story: { date: '2026-11-12', time: '22:59' } });
    // 22:59:30 answered in 20 s; 23:00:10 answered in 100 s.
    const log = new Log().arrives(0).says(30, '在吗').replies(50, '在').says(70, '几点发').replies(170, '今天');
    const { platform, measure } = figuresOf(log.finishes(200).events, late);
    expect(platform['淘宝 / 天猫 旺旺人工平响']).toBe(20);
    expect(measure['mean-response']).toBe(60);
  });

  it('京东 leaves 08:30 out, 拼多多 counts it', () => {
    const early = contentWith({ story: { date: '2026-11-12', time: '08:30' } });
    const { platform } = figuresOf(new Log().arrives(0).says(0, '在吗').replies(50, '在').finishes(60).events, early);
    expect(platform['京东 首次 30 秒应答率']).toBeNull();
    expect(platform['拼多多 3 分钟人工回复率']).toBe(100);
  });

  it('no rounds: no figure is NaN, and one with nothing to count is null', () => {
    const { measure, platform, desk } = figuresOf(new Log().arrives(0).finishes(5).events);
    for (const value of [...Object.values(measure), ...Object.values(platform), ...Object.values(desk)])
      expect(value === null || Number.isFinite(value)).toBe(true);
    const empty =
      'first-response first-effective mean-response ledger-mean unanswered reply-rate slow-handling answer-ratio typing-speed satisfaction conversion basket returning-buyers recovered';
    for (const id of empty.split(' ')) expect([id, measure[id]]).toEqual([id, null]);
    for (const value of Object.values(platform)) expect(value).toBeNull();
  });

  it('慢接待 and 长接待 use the rubric’s thresholds', () => {
    const strict = { ...content, rubric: { ...content.rubric, handling: { slowS: 15, longMinutes: 1 } } };
    const { measure, desk } = figuresOf(afternoon().events, strict);
    // c1 30, c2 100, c3 180 s a round; 80, 120 and 180 s at the desk.
    expect([measure['slow-handling'], desk.slow, measure['long-handling'], desk.long]).toEqual([3, 3, 3, 3]);
  });
});
