/** A finding is true of its customer: that round's question, the words that were said, and where the goods are. */
import { describe, expect, it } from 'vitest';
import type { Order, Point } from '#engine/model/content.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith, scenario } from '#tests/scoring/support/shoe-shop.ts';

it('the better wording of a late round answers that round’s question, though an older one is open', () => {
  const log = asked()
    .replies(10, '应该差不多', { answers: { 'q-size': 'clarifying' } })
    .says(20, '几点能发', { opens: 'q-ship' })
    .replies(80, '四点前付今天发', { answers: { 'q-size': 'vague', 'q-ship': 'answered' }, reaction: 'resolved' });
  const better = one(log.events, 'late-round').better ?? '';
  expect(better).toContain('四点前付今天就走');
  expect(better).not.toContain('穿几码');
});

it('a customer who only took something in is not said to have asked', () => {
  const log = asked()
    .replies(10, '拿 39.5', { answers: { 'q-size': 'answered' }, reaction: 'resolved' })
    .says(20, '我先看下余额')
    .replies(80, '好的', {});
  expect(one(log.events, 'late-round').better).toBe('看到了，我这就接着办，半分钟内回您');
});

it('a customer who sends goods back is not told that goods are on their way', () => {
  const log = asked()
    .replies(10, '退货同意了', { answers: { 'q-size': 'answered' }, reaction: 'resolved' })
    .ends(20, 'back', 'returned')
    .opensWindow(20, 'goodbye', 80)
    .closesWindow(80, 'goodbye', 'missed');
  expect(one(log.events, 'no-goodbye').better).toBe('后面有变化我在这里回您，有事随时来找我');
});

it('[M198] a goodbye promises no news that nobody follows up', () => {
  const better = (model: string, ...actions: string[]) => {
    const log = asked().replies(10, '自动开的', { answers: { 'q-size': 'answered' }, reaction: 'resolved' });
    for (const action of actions) log.acts(12, action);
    log.ends(20, 'kept', 'kept').opensWindow(20, 'goodbye', 80).closesWindow(80, 'goodbye', 'missed');
    const endings = scenario.endings.map((ending) => (ending.id === 'kept' ? { ...ending, model } : ending));
    return one(log.events, 'no-goodbye', contentWith({ endings, duties: [] })).better;
  };
  expect(better('票的事有变化我告诉您，有事随时来')).toBe('有事随时来');
  expect(better('有动静我先告诉您')).toBe('有事随时来找我');
  expect(better('票的事有变化我告诉您，有事随时来', 'ticket')).toBe('票的事有变化我告诉您，有事随时来');
  expect(better('变化大的码先告诉您我脚多宽，有事随时来')).toBe('变化大的码先告诉您我脚多宽，有事随时来');
});

it('the finding for a window missed in silence says for how long nobody spoke', () => {
  const silent = asked().opensWindow(10, 'follow-up', 55).closesWindow(55, 'follow-up', 'missed');
  expect(one(silent.events, 'no-follow-up').why).toContain('45 秒里没有一句跟进。');
});

it('[V2] an older question isn’t passed by where the customer asks nothing new and minds nothing', () => {
  const said = (beat: string) =>
    new Log()
      .arrives(0)
      .says(0, '穿几码', { opens: 'q-size' })
      .replies(20, '应该差不多吧，看情况', { beat, answers: { 'q-size': 'vague' } });
  const passedBy = (events: Parameters<typeof codes>[0]) =>
    codes(events).filter((code) => code === 'vague' || code === 'evaded');
  expect(passedBy(said('orders').events)).toEqual([]);
  expect(passedBy(said('size').events)).toEqual(['vague']);
});

it('a late first answer is shown a question where something has to be asked first, and guesses nothing', () => {
  const measured = {
    ...content,
    scenarios: content.scenarios.map((scenario) => ({
      ...scenario,
      customer: {
        ...scenario.customer,
        knows: scenario.customer.knows.map((f) => (f.id === 'foot' ? { ...f, model: '您脚长多少厘米？' } : f)),
      },
      beats: scenario.beats.map((b) => ({
        ...b,
        asks: b.asks.map((q) => (q.id === 'q-size' ? { ...q, first: ['foot'] } : q)),
      })),
    })),
  };
  const late = () => asked().replies(60, '拿 39.5', { answers: { 'q-size': 'answered' } });
  expect(one(late().events, 'late-first', measured).better).toBe('您脚长多少厘米？');
  expect(one(late().events, 'late-first').better).toContain('39.5');
});

it('[M206] a late answer that only a record shows is to be looked up first, until it was opened', () => {
  const order = (note: string): Order => ({
    id: 'o1',
    no: '1234567890',
    status: 'unpaid',
    placed: '11-12 13:47',
    paidOn: null,
    shippedOn: null,
    signedOn: null,
    receiver: null,
    phone: null,
    address: null,
    insured: false,
    items: [],
    gifts: [],
    off: [],
    total: 32900,
    inside: [{ on: '11-12', note }],
    secret: [],
  });
  const unpaid = (note: string) => ({
    ...contentWith({
      orders: [order(note)],
      beats: scenario.beats.map((b) => ({
        ...b,
        asks: b.asks.map((q) =>
          q.id === 'q-size'
            ? {
                ...q,
                points: [{ ...(q.points[0] as Point), says: '20:47前付' }],
                model: '20点47分收走，赶在那之前付上就行',
              }
            : q,
        ),
      })),
    }),
    actions: [
      ...content.actions,
      {
        id: 'check-order',
        title: '查内部',
        group: '订单',
        sends: false,
        fields: [],
        doing: '我先看下这单的内部记录',
        done: '好',
      },
    ],
  });
  const late = (isOpened: boolean): Log => {
    const log = new Log().arrives(0);
    if (isOpened) log.acts(0, 'check-order');
    return log.says(0, '穿几码', { opens: 'q-size' }).replies(60, '20点47分', { answers: { 'q-size': 'answered' } });
  };
  const better = (isOpened: boolean, note: string) => one(late(isOpened).events, 'late-first', unpaid(note)).better;
  expect(better(false, '待付款，20:47自动关闭')).toContain('我先看下这单的内部记录，一分钟内答您');
  expect(better(true, '待付款，20:47自动关闭')).toContain('20点47分');
  expect(better(false, '待付款，慢慢付')).toContain('20点47分');
});

describe('[M138] the advice for a late reply follows what made it late', () => {
  const better = (seenS: number) => {
    const anatomy = { seenMs: seenS * 1000, lookedUp: [], firstKeyMs: (seenS + 2) * 1000, typed: 20, deleted: 0 };
    const answers = { 'q-size': 'answered' } as const;
    const log = asked().replies(
      45,
      '39.5合适，脚背高往大选半码，您放心拍',
      { answers, points: [{ confidence: 0.95 }] },
      'c1',
      anatomy,
    );
    return one(log.changes(49, 'q-size', 'answered', 1).finishes(60).events, 'late-first').better;
  };

  it('is to look first where most of the wait went by before its customer was opened', () =>
    expect(better(35)).toMatch(/^新来的先点开看一眼，再发「39.5合适/));
  it('and to send the answer first where they were seen', () => expect(better(5)).toMatch(/^先发「39.5合适/));

  it('is no look-up once more for who was pressed after saying they would look', () => {
    const looked = {
      ...content,
      scenarios: content.scenarios.map((scenario) => ({
        ...scenario,
        beats: scenario.beats.map((b) => ({
          ...b,
          asks: b.asks.map((q) =>
            q.id === 'q-size' ? { ...q, first: [{ do: 'check-order', model: '我先看下单子，这就给您报' }] } : q,
          ),
        })),
      })),
    };
    const pressed = (isHold: boolean) => {
      const log = asked();
      const hold = { seconds: 60, quote: { message: log.nextMessage, start: 0, end: 2 } };
      log.replies(10, '稍等我看下', isHold ? { acts: ['hold'], hold } : { answers: { 'q-size': 'partial' } });
      log
        .says(20, '多久', { why: { kind: 'reaction', turn: 1, reaction: 'none' } as never })
        .replies(80, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
      return one(log.finishes(90).events, 'late-round', looked).better;
    };
    expect(pressed(false)).toContain('我先看下单子');
    expect(pressed(true)).toContain('39.5');
  });
});

it('[M184] who put the order off is shown words that don’t hurry them', () => {
  const betterAfter = (line: string): string | null => {
    const log = asked()
      .replies(6, '39.5', { answers: { 'q-size': 'answered' }, reaction: 'resolved' })
      .says(10, line);
    log.opensWindow(10, 'order-prompt', 55, 'hovers').closesWindow(55, 'order-prompt', 'missed');
    return one(log.events, 'no-order-prompt').better;
  };
  expect(betterAfter('我再考虑下')).toMatch(/^不急/);
  expect(betterAfter('嗯 等会儿发工资')).toMatch(/^不急/);
  expect(betterAfter('好的 就这样')).not.toMatch(/^不急/);
});

it('[M185] no better wording is what the trainee had said within a longer message', () => {
  const better = (before: string): string | null => {
    const log = asked().replies(6, before, { answers: { 'q-size': 'answered' }, reaction: 'resolved' });
    log.says(10, '我再考虑下').opensWindow(10, 'order-prompt', 55, 'hovers');
    return one(log.closesWindow(55, 'order-prompt', 'missed').events, 'no-order-prompt').better;
  };
  const line = better('39.5') ?? '';
  expect(line).not.toBe('');
  expect(better(`39.5合适，这款有货，39.5到41都有，浅灰和黑色也都在；${line}；有别的要问的也随时来`)).not.toBe(line);
});
