import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { makeReport } from '#scoring/report.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, shop } from '#tests/scoring/support/shoe-shop.ts';

const PROMISE = '给您补50元';
const WRONG = '20:00前付当天发';

const of: ContentData = {
  ...content,
  actions: [
    ...content.actions,
    {
      id: 'escalate-1',
      title: '报班长',
      group: '升级',
      sends: false,
      fields: [],
      done: '好了',
      doing: '我这就报班长',
      reports: 'B',
    },
  ],
  shops: [
    {
      ...shop,
      actions: [...shop.actions, 'escalate-1'],
      authority: [
        { level: 'A', text: '10元以内的券', gives: { coupon: 1000 } },
        { level: 'B', text: '50元以内的补偿', gives: { money: 5000 } },
      ],
    },
  ],
};

type Beyond = NonNullable<TurnJudgement['beyond']>[number];
const says = (log: Log, s: number, words: string, more: Partial<Beyond> & { card?: string } = {}): Log => {
  const { card, unsure = false, ...gift } = more;
  const quote = { message: log.nextMessage, start: 0, end: words.length };
  const noted =
    card === undefined
      ? { beyond: [{ gift: 'money' as const, amount: 50, by: 'B' as const, unsure, quote, ...gift }] }
      : { against: [{ card, unsure, quote }] };
  return log.replies(s, words, { ...noted, answers: { 'q-size': 'answered' }, points: [{}] });
};
const ended = (log: Log): Log => log.ends(60, 'kept', 'paid').finishes(70);

describe('越权答应', () => {
  it('[M10] names the gift, who may give it, the limit it exceeds and what to say', () => {
    expect(one(ended(says(asked(), 10, PROMISE)).events, 'beyond-authority', of)).toMatchObject({
      title: '越权答应：补 50 元',
      quote: PROMISE,
      turn: 1,
      severity: 'grave',
      better: '我这就报班长',
      why: expect.stringContaining('这要班长点头'),
      basis: { title: '权限', text: '客服：10元以内的券；班长：50元以内的补偿' },
    });
  });

  it('[M10] shows nothing to say instead where nobody in the shop may give it', () => {
    const found = one(ended(says(asked(), 10, PROMISE, { by: null })).events, 'beyond-authority', of);
    expect([found.better, found.why.includes('没有人能当场答应')]).toEqual([null, true]);
  });

  it('[M10] is one finding for a promise said again, and two for two sums', () => {
    const again = says(says(asked(), 10, PROMISE).says(20, '真的吗'), 25, PROMISE);
    expect(one(ended(again).events, 'beyond-authority', of)).toMatchObject({ turn: 1, at: 10_000 });
    const more = says(says(asked(), 10, PROMISE).says(20, '少了'), 25, '给您补80元', { amount: 80 });
    expect(codes(ended(more).events, of).filter((code) => code === 'beyond-authority')).toHaveLength(2);
  });

  it('[M10] costs marks when it is sure, half when put right, and nothing while it is only likely', () => {
    const marks = (log: Log) => all(ended(log).events, of).find((f) => f.code === 'beyond-authority')?.marks;
    const full = marks(says(asked(), 10, PROMISE)) ?? 0;
    expect(full).toBeGreaterThan(0);
    const right = says(asked(), 10, PROMISE).says(20, '真的吗').replies(25, '说错了，要报班长', { corrects: true });
    expect(Math.abs((marks(right) ?? 0) - full / 2)).toBeLessThanOrEqual(0.1);
    const likely = ended(says(asked(), 10, PROMISE, { unsure: true }));
    expect(one(likely.events, 'beyond-authority', of)).toMatchObject({ unsure: true, marks: 0 });
    expect(makeReport(of, likely.events).score).toBeGreaterThan(
      makeReport(of, ended(says(asked(), 10, PROMISE)).events).score,
    );
  });
});

describe('和卡上不一样', () => {
  it('[M11] names the card and quotes it', () => {
    expect(one(ended(says(asked(), 10, WRONG, { card: 's-ship' })).events, 'against-card', of)).toMatchObject({
      title: '和卡上不一样：卡上是「几点前付今天发」',
      quote: WRONG,
      why: expect.stringContaining('16:00前付款当天发'),
      basis: { kind: 'card', id: 's-ship' },
    });
  });

  it('[T35] quotes only the sentence of the card that leaves the thing open', () => {
    const text = '16:00前付款当天发出；哪天到不保证。乡镇可改村镇件。';
    const shops = of.shops.map((one) => ({
      ...one,
      policies: one.policies.map((card) => (card.id === 's-ship' ? { ...card, text } : card)),
    }));
    const told = (open: boolean) => {
      const log = asked();
      const quote = { message: log.nextMessage, start: 0, end: 6 };
      log.replies(10, '明天一定到', { against: [{ card: 's-ship', unsure: false, quote, ...(open && { open }) }] });
      return one(ended(log).events, 'against-card', { ...of, shops }).why;
    };
    expect(told(true)).toContain('写的是：哪天到不保证。');
    expect(told(true)).not.toContain('当天发出');
    expect(told(false)).toContain(text);
  });

  it('[M122] costs half where it says that it is a guess, and whole with a vow beside it', () => {
    const marksOf = (words: string, isOpen = true): number => {
      const log = asked();
      const quote = { message: log.nextMessage, start: 0, end: words.length };
      log.replies(10, words, {
        against: [{ card: 's-ship', unsure: false, quote, ...(isOpen && { open: true }) }],
        answers: { 'q-size': 'answered' },
        points: [{}],
      });
      return one(ended(log).events, 'against-card', of).marks;
    };
    const vow = marksOf('明天保证到');
    for (const guess of ['估计明天到', '应该能到的', '可能是快递弄反的'])
      expect(Math.abs(marksOf(guess) - vow / 2), guess).toBeLessThanOrEqual(0.1);
    expect(marksOf('应该没问题，明天一定到')).toBe(vow);
    expect(marksOf('估计20:00前付当天发', false)).toBe(vow);
  });

  it('[M11] is one finding for each card, and the shop’s hours count as a card', () => {
    const again = says(says(asked(), 10, WRONG, { card: 's-ship' }).says(20, '真的吗'), 25, WRONG, { card: 's-ship' });
    expect(one(ended(again).events, 'against-card', of)).toMatchObject({ turn: 1 });
    const hours = ended(says(asked(), 10, '营业到22点', { card: 'hours' }));
    expect(one(hours.events, 'against-card', of).basis).toMatchObject({ text: '08:00–24:00' });
  });

  it('[M11] isn’t charged for the words of a wrong answer, which are charged there', () => {
    const log = asked();
    const quote = { message: log.nextMessage, start: 0, end: WRONG.length };
    log.replies(10, WRONG, {
      against: [{ card: 's-ship', unsure: false, quote }],
      answers: { 'q-size': 'partial' },
      points: [{ state: 'wrong', quote }],
    });
    expect(codes(ended(log).events, of)).not.toContain('against-card');
  });

  it('[M11] names the right figure, and costs half once that was told', () => {
    const quote = (log: Log) => ({ message: log.nextMessage, start: 0, end: 4 });
    const wrong = (log: Log): Log =>
      log.replies(10, '17点前付', {
        against: [{ card: 's-ship', unsure: false, quote: quote(log), right: '16:00' }],
        answers: { 'q-size': 'answered' },
        points: [{}],
      });
    const found = (log: Log) => one(ended(log).events, 'against-card', of);
    const stays = found(wrong(asked()).says(20, '真的吗').replies(25, '是的'));
    expect(stays).toMatchObject({ title: '和卡上不一样：应当是「16:00」', basis: { id: 's-ship' } });
    const mended = found(wrong(asked()).says(20, '真的吗').replies(25, '下午4点前付'));
    expect(mended.title).toBe('和卡上不一样：应当是「16:00」，说错又改了');
    expect(Math.abs(mended.marks - stays.marks / 2)).toBeLessThanOrEqual(0.1);
  });

  it('[M25] is two findings for two figures of one card, and one for a figure told twice', () => {
    const quote = (log: Log) => ({ message: log.nextMessage, start: 0, end: 4 });
    const told = (log: Log, at: number, text: string, ...rights: [card: string, right: string][]): Log =>
      log.replies(at, text, {
        against: rights.map(([card, right]) => ({ card, unsure: false, quote: quote(log), right })),
      });
    const found = (log: Log) =>
      makeReport(of, ended(log).events).findings.filter(({ code }) => code === 'against-card');
    const two = told(told(asked(), 10, '17点前付', ['s-ship', '16:00']).says(20, '真的吗'), 25, '满88包邮', [
      's-ship',
      '99元',
    ]);
    expect(found(two)).toHaveLength(2);
    const twice = told(told(asked(), 10, '17点前付', ['s-ship', '16:00']).says(20, '真的吗'), 25, '17点前', [
      's-free',
      '16点',
    ]);
    expect(found(twice)).toHaveLength(1);
  });
});
