import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { type Log, quote } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith, need } from '#tests/scoring/support/shoe-shop.ts';

describe('wrong 答错', () => {
  it('wrong-fact cites the card and gives the right answer', () => {
    const log = asked();
    const words = '亲，39码正好的';
    log.replies(10, words, {
      answers: { 'q-size': 'partial' },
      points: [{ state: 'wrong', quote: quote(log.nextMessage, words, '39码正好') }],
      reaction: 'wrong',
      bad: true,
    });
    expect(one(log.events, 'wrong-fact')).toMatchObject({
      quote: '39码正好的',
      quoteAt: { message: 'm2', start: 2, end: 8 },
      title: '答错了：应当是「建议您穿39.5码」',
      basis: { kind: 'product', id: 's01', title: '逐峰3 缓震跑鞋' },
    });
  });

  it('[T4] put right costs half and, unprompted, is a merit', () => {
    const wrong = { answers: { 'q-size': 'partial' as const }, points: [{ state: 'wrong' as const }] };
    const kept = asked().replies(10, '39码', wrong).changes(90, 'q-size', 'wrong', 1);
    const right = asked()
      .replies(10, '39码', wrong)
      .replies(20, '说错了，是39.5', {
        answers: { 'q-size': 'answered' },
        points: [{ corrected: true }],
        corrects: true,
      });
    expect(codes(right.events)).toContain('wrong-fact');
    expect(all(right.events).map((f) => f.code)).toContain('merit:corrected');
    expect(one(right.events, 'wrong-fact').marks).toBeLessThan(one(kept.events, 'wrong-fact').marks);
  });

  it('self-contradiction: a right answer, then a wrong one', () => {
    const log = asked()
      .replies(10, '39.5码', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .says(20, '确定吗')
      .replies(30, '39码吧', { points: [{ state: 'wrong' }] });
    expect(one(log.events, 'self-contradiction').quote).toBe('39码吧');
  });

  it('false-promise: the customer acted on the words and came back', () => {
    const log = asked()
      .replies(10, '39码正好', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong', wrongId: 'says-39' }] })
      .ends(20, 'kept', 'paid')
      .returns(20, 'pinch');
    expect(one(log.events, 'false-promise').why).toContain('又回来找');
  });

  it('cross-talk and stacking quote their words', () => {
    const talk = asked().replies(10, '您的草莓今天发', {
      crossTalk: { conversation: 'c2', points: ['x'] },
      answers: { 'q-size': 'untouched' },
    });
    expect(one(talk.events, 'cross-talk').quote).toBe('您的草莓今天发');
    const stack = asked().replies(10, '39.5 16点 包邮 七天', { stacking: true, answers: { 'q-size': 'untouched' } });
    expect(one(stack.events, 'stacking').quote).toBe('39.5 16点 包邮 七天');
  });
});

describe('operation 操作', () => {
  it('missing-action names the button and its fields', () => {
    const of = contentWith({ duties: [need({ do: 'refund-partial', with: { amount: 5900 } })] });
    const log = asked().replies(10, '好').ends(20, 'kept', 'paid');
    expect(one(log.events, 'missing-action', of)).toMatchObject({
      quote: '没办：部分退款',
      better: '点「部分退款」，金额「¥59.00」',
    });
  });

  it('forbidden-action, unverified-action and wrong-amount: one finding for each operation', () => {
    const forbidden = asked().acts(10, 'change-price', { forbidden: 0, unverified: true });
    expect(one(forbidden.events, 'forbidden-action').why).toContain('改价没有这个权限');
    expect(codes(forbidden.events)).not.toContain('unverified-action');
    const unverified = asked().acts(10, 'refund-partial', { with: { amount: 5900 }, unverified: true });
    expect(one(unverified.events, 'unverified-action').better).toBe('先问「脚长」，再点「部分退款」');
    const amount = asked().acts(10, 'refund-partial', { with: { amount: 9900 }, wrongAmount: true });
    expect(one(amount.events, 'wrong-amount')).toMatchObject({
      quote: '点了「部分退款」 ¥99.00',
      why: expect.stringContaining('¥59.00'),
    });
  });

  it('forbidden words quote themselves', () => {
    const log = asked();
    const words = '亲快付款';
    log.replies(10, words, { forbiddenWords: [{ forbid: 0, quote: quote(log.nextMessage, words, words) }] });
    expect(one(log.events, 'forbidden-action').quote).toBe(words);
  });
});

const angry = () => {
  const [first] = content.scenarios;
  if (!first) throw new Error('no case');
  return { ...first.customer, mood: 25 };
};

describe('manner 态度', () => {
  it.each(['cold', 'impatient', 'hostile'] as const)(
    '%s quotes the words; an unsure one is 待核 and costs nothing',
    (tone) => {
      const log = asked();
      const words = '不是说了吗';
      const toneQuote = quote(log.nextMessage, words, words);
      log.replies(10, words, {
        tone,
        toneQuote,
        answers: { 'q-size': 'answered' },
        points: [{ quote: { ...toneQuote, end: 1 } }],
      });
      expect(one(log.events, tone).quote).toBe(words);
      const guess = asked().replies(10, words, {
        tone,
        toneConfidence: 0.5,
        answers: { 'q-size': 'answered' },
        points: [{}],
      });
      expect(one(guess.events, tone)).toMatchObject({ unsure: true, marks: 0 });
    },
  );

  it('[M3] a red line shows a compliant alternative, and caps only when it is sure', () => {
    const words = '亲加我微信说';
    const hit = (confidence: 'high' | 'low') => {
      const log = asked();
      return log.replies(10, words, {
        redLines: [{ code: 'offsite', confidence, quote: quote(log.nextMessage, words, '加我微信'), rule: 'r' }],
        answers: { 'q-size': 'answered' },
        points: [{ quote: quote(log.nextMessage, words, '亲') }],
      });
    };
    const sure = one(hit('high').events, 'red-line:offsite');
    expect(sure).toMatchObject({ quote: '亲加我微信说', basis: { id: 'c-own' } });
    expect(sure.better).toContain('就在这里说就行');
    expect(makeReport(content, hit('high').events)).toMatchObject({ cappedBy: 'red-line:offsite' });
    const low = makeReport(content, hit('low').events);
    expect(low.cappedBy).toBeNull();
    expect(low.range[0]).toBeLessThanOrEqual(59);
    expect(low.score).toBeGreaterThan(59);
  });

  it('no-empathy: the customer came in angry, and no reply took that up', () => {
    const of = contentWith({ customer: angry() });
    const said = (words: string): Log =>
      asked()
        .says(2, words)
        .replies(10, '39.5', { answers: { 'q-size': 'partial' } })
        .says(20, '?')
        .replies(30, '39.5码', { answers: { 'q-size': 'answered' } });
    expect(one(said('什么破鞋').events, 'no-empathy', of)).toMatchObject({
      at: 2_000,
      turn: 1,
      customer: '什么破鞋',
      quoteAt: null,
      title: '没有安抚：客户发了火',
    });
    expect(one(said('吓死我了').events, 'no-empathy', of).title).toBe('没有安抚：客户怕了');
    // A customer who says nothing of it is calm, whatever mood the case begins with.
    expect(codes(said('不急').events, of)).not.toContain('no-empathy');
    const cared = asked()
      .replies(10, '让您久等了，39.5', { acts: ['apology'], answers: { 'q-size': 'answered' } })
      .says(20, '?')
      .replies(30, '39.5码');
    expect(codes(cared.events, of)).not.toContain('no-empathy');
  });
});

describe('merits', () => {
  it('are findings too, quoted, and never on words that were a fault', () => {
    const log = asked();
    log.replies(10, '脚长多少', {
      answers: { 'q-size': 'clarifying' },
      asked: [{ fact: 'foot', quote: quote(log.nextMessage, '脚长多少', '脚长多少'), again: false }],
    });
    log.events.push({ kind: 'fact-told', at: 14_000, conversation: 'c1', fact: 'foot', how: 'asked', turn: 1 });
    log.says(16, '24.5');
    const words = '39.5，脚背高往大半码';
    log.replies(26, words, {
      answers: { 'q-size': 'answered' },
      points: [
        { quote: quote(log.nextMessage, words, '39.5') },
        { point: 'why', quote: quote(log.nextMessage, words, '脚背高往大半码') },
      ],
      reaction: 'resolved',
    });
    const found = all(log.events);
    expect(found.map((f) => [f.code, f.quote])).toEqual([
      ['merit:asked-first', '脚长多少'],
      ['merit:full-answer', '39.5，脚背高往大半码'],
    ]);
    expect(found.every((f) => f.severity === 'merit' && f.marks === 0)).toBe(true);
  });

  it('[T7] kept-promise: half a minute was promised, and the reply came in time', () => {
    const log = asked()
      .replies(10, '我看下，30秒', { answers: { 'q-size': 'held' }, hold: { seconds: 30, quote: null } })
      .holds(14, 1, 50, true)
      .replies(35, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .endsHold(39, true);
    expect(one(log.events, 'merit:kept-promise').why).toContain('说了 30 秒');
  });
});
