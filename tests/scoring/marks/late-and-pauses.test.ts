/** What a missed chance costs where nothing could be sold, and where it came soon after it had closed. */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { asked, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith, scenario } from '#tests/scoring/support/shoe-shop.ts';

const answered = (): Log =>
  asked()
    .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
    .changes(9, 'q-size', 'answered', 1);

describe('[M250] a pause that nobody takes up', () => {
  const order = { id: 'order', no: '1', status: 'signed', items: [], gifts: [], off: [], total: 45900, inside: [] };
  const paused = (status: string, ends: 'kept' | 'paid', customers = 4) => {
    const { events } = answered()
      .says(20, '我先去上课啦')
      .opensWindow(20, 'follow-up', 60)
      .closesWindow(60, 'follow-up', 'missed')
      .finishes(90);
    const made = contentWith({
      ...{ duties: [], orders: [{ ...scenario.orders[0], ...order, status } as never] },
      beats: scenario.beats.filter(({ window }) => window?.kind !== 'order-prompt'),
      endings: scenario.endings.map((ending) => (ending.outcome === 'paid' ? { ...ending, outcome: ends } : ending)),
    });
    const types = [{ id: scenario.type, name: '商品咨询与推荐', stage: 'after' as const }];
    const report = makeReport(
      { ...made, types },
      events.map((event) =>
        event.kind !== 'drill-opened'
          ? event
          : {
              ...event,
              customers: Array.from({ length: customers }, (_, n) => ({
                ...{ conversation: `c${n + 1}`, scenario: scenario.id, arrivesAt: 0 },
              })),
            },
      ),
    );
    const found = report.findings.find(({ code }) => code === 'no-follow-up');
    const sales = report.dimensions.find(({ id }) => id === 'sales');
    return { dimension: found?.dimension, marks: found?.marks ?? 0, sales: sales?.weight };
  };

  it('is 服务素养 where nothing can be sold, and costs less there', () => {
    const nothing = paused('signed', 'kept');
    expect(nothing).toMatchObject({ dimension: 'manner', sales: 0 });
    expect(nothing.marks).toBeGreaterThan(0);
    expect(nothing.marks).toBeLessThan(paused('unpaid', 'kept').marks);
  });

  it('is 销售转化 as ever, and deducts, with three customers or fewer', () => {
    expect(paused('signed', 'kept', 3).dimension).toBe('sales');
    expect(paused('signed', 'kept', 3).marks).toBeGreaterThan(paused('signed', 'kept').marks);
  });

  it.each([['unpaid', 'kept'] as const, ['signed', 'paid'] as const])(
    'is 销售转化 where an order is %s and the story may end %s',
    (status, ends) => expect(paused(status, ends).dimension).toBe('sales'),
  );
});

describe('[M251] a chance that came after it had closed', () => {
  const remindedAt = (s: number | null) => {
    const log = answered().opensWindow(20, 'payment-reminder', 60).closesWindow(60, 'payment-reminder', 'missed');
    return s === null ? log : log.replies(s, '您这单还没付，是卡在哪儿了吗', { acts: ['payment-reminder'] });
  };
  const missed = (s: number | null) => one(remindedAt(s).events, 'no-payment-reminder', content);

  it('leaves a quarter lost within a minute, half later', () => {
    expect(missed(100).why).toContain('只扣四分之一');
    expect(missed(140).why).not.toContain('四分之一');
    expect(missed(100).marks).toBeLessThan(missed(140).marks * 0.7);
    expect(missed(140).marks).toBeLessThan(missed(null).marks);
  });

  it('counts also where the next chance of its kind stood open by then', () => {
    const { events } = answered()
      .opensWindow(20, 'payment-reminder', 60)
      .closesWindow(60, 'payment-reminder', 'missed')
      .opensWindow(62, 'payment-reminder', 120)
      .replies(80, '您这单还没付，是卡在哪儿了吗', { acts: ['payment-reminder'] })
      .closesWindow(84, 'payment-reminder', 'taken');
    expect(one(events, 'no-payment-reminder', content).why).toContain('只扣四分之一');
  });
});
