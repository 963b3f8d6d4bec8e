import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

describe('late 响应慢', () => {
  it('late-first names the seconds of the first effective response and puts that question’s answer first', () => {
    const log = asked()
      .replies(5, '在的亲', { answers: { 'q-size': 'untouched' } })
      .replies(71, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    const f = one(log.events, 'late-first');
    expect(f).toMatchObject({ seconds: 71, quote: '问完 1 分 11 秒才有一句答到', quoteAt: null, severity: 'mild' });
    expect(f.why).toContain('第一句 5 秒就到了，但没碰到问题');
    expect(f.better).toBe('那这双拿39.5');
  });

  it('[M73] late-first of a later visit says which visit it was', () => {
    const log = asked()
      .replies(9, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .arrives(100, 'c1', { returning: true, visit: 2 })
      .says(100, '几点发呀', { opens: 'q-ship' })
      .replies(171, '今天', { answers: { 'q-ship': 'answered' } });
    expect(one(log.events, 'late-first').why).toContain('说的是客户第 2 次进来');
    const first = asked().replies(71, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    expect(one(first.events, 'late-first').why).not.toContain('次进来');
  });

  it('late-round names the round and takes up the customer’s own words', () => {
    const log = asked()
      .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .says(20, '几点发呀')
      .replies(90, '今天');
    expect(one(log.events, 'late-round')).toMatchObject({
      seconds: 70,
      customer: '几点发呀',
      better: '您问的是几点发呀，我这就查，半分钟内回您',
    });
  });

  it('[M15] customer-left includes the wait it ended, so that each loss of a silent trainee counts once', () => {
    const log = asked()
      .says(60, '在吗', { why: { kind: 'silence', step: 1 } })
      .changes(200, 'q-size', 'unanswered')
      .ends(200, 'gone', 'lost', { silent: true, rating: 1 })
      .finishes(210);
    // The last wait and the customer's leaving are one deed, with one finding.
    expect(codes(log.events)).not.toContain('unanswered');
    expect(one(log.events, 'customer-left')).toMatchObject({ customer: '在吗' });
    expect(codes(log.events)).not.toContain('ignored');
    expect(makeReport(content, log.events).score).toBe(0);
  });

  it('slow-handling names the mean and costs nothing beside its rounds', () => {
    const log = asked()
      .replies(70, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .says(80, '几点发')
      .replies(160, '今天');
    expect(one(log.events, 'slow-handling')).toMatchObject({ quote: '2 次平均 1 分 15 秒', marks: 0 });
  });
});

describe('quick replies 照搬重发', () => {
  const text = '尺码对照：脚长220毫米对35.5码';
  const canned = (verdict: 'off-topic' | 'rigid' | 'repeated') => {
    const log = asked();
    const message = log.nextMessage;
    return log.replies(10, text, {
      answers: { 'q-size': 'vague' },
      canned: [{ message, quickReply: 'sf6', similarity: 1, edited: 0, verdict }],
    });
  };

  it.each([
    ['off-topic', 'canned-off-topic'],
    ['rigid', 'canned-rigid'],
    ['repeated', 'canned-repeated'],
  ] as const)('%s is %s, quoted whole, and the same words are not marked vague too (RULES M7)', (verdict, code) => {
    const { events } = canned(verdict);
    expect(one(events, code)).toMatchObject({
      quote: text,
      quoteAt: { message: 'm2', start: 0, end: text.length },
      customer: '穿几码',
      better: '那这双拿39.5，您脚面高，大半个码就不压了',
    });
    expect(codes(events)).not.toContain('vague');
  });

  it('the same words typed twice are 频繁 too, but short courtesies are not', () => {
    const log = asked()
      .replies(10, '马上为您处理')
      .says(20, '啊')
      .replies(30, '马上为您处理')
      .says(40, '?')
      .replies(50, '好的')
      .says(60, '?')
      .replies(70, '好的');
    expect(one(log.events, 'canned-repeated').turn).toBe(2);
  });

  it('unfilled-variable quotes the braces', () => {
    const log = asked();
    const words = '{买家昵称}您好';
    log.replies(10, words, { unfilled: [{ name: '买家昵称', quote: quote(log.nextMessage, words, '{买家昵称}') }] });
    expect(one(log.events, 'unfilled-variable')).toMatchObject({
      quote: '{买家昵称}您好',
      better: null,
    });
  });
});

describe('not valuing 不重视客户', () => {
  const windowed = (
    kind:
      | 'order-prompt'
      | 'follow-up'
      | 'payment-reminder'
      | 'recognise-regular'
      | 'goodbye'
      | 'confirm-order'
      | 'cross-sell'
      | 'return',
    beat: string | null = null,
  ) => asked().opensWindow(10, kind, 55, beat).closesWindow(55, kind, 'missed');

  it.each([
    ['order-prompt', 'no-order-prompt', '请客户拍下', '逐峰3 缓震跑鞋 39.5现在可以拍下了'],
    ['follow-up', 'no-follow-up', '跟进', '那这双拿39.5'],
    ['payment-reminder', 'no-payment-reminder', '催付', '逐峰3 缓震跑鞋 39.5这单还没付'],
    ['recognise-regular', 'regular-as-stranger', '提到上次', '10-20 买的晨雾 速干T还合用吗'],
    ['goodbye', 'no-goodbye', '道别', '逐峰3 缓震跑鞋这边都办好了'],
    ['confirm-order', 'no-confirm-order', '核对', '给您核对一遍：穿39.5码'],
    ['cross-sell', 'no-cross-sell', '推荐', '逐峰3 缓震跑鞋 39.5'],
    ['return', 'no-return', '回话', '那这双拿39.5'],
  ] as const)('%s missed is %s, with words that name the goods or the doubt', (kind, code, absent, better) => {
    const f = one(windowed(kind, kind === 'confirm-order' ? 'orders' : null).events, code);
    expect(f).toMatchObject({ seconds: 45, quote: `45 秒里没有一句${absent}` });
    expect(f.better).toContain(better);
  });

  it('tells what was said in the window instead, and quotes nothing for a missing act', () => {
    const log = asked()
      .opensWindow(10, 'order-prompt', 55)
      .replies(20, '好的亲，有需要随时联系哦')
      .closesWindow(55, 'order-prompt', 'missed');
    const found = one(log.events, 'no-order-prompt');
    expect(found.why).toContain('说的是「好的亲，有需要随时联系哦」');
    expect(found.quoteAt).toBeNull();
  });

  it('[C5] a void window is no fault', () => {
    const log = asked().opensWindow(10, 'order-prompt', 55).closesWindow(20, 'order-prompt', 'void');
    expect(codes(log.events)).not.toContain('no-order-prompt');
  });

  it('[V2] an act too early is too-early, and one too many is pestering even without a window', () => {
    const early = asked()
      .opensWindow(10, 'payment-reminder', 55)
      .replies(12, '亲快付款')
      .closesWindow(16, 'payment-reminder', 'spoiled', 'too-early');
    expect(one(early.events, 'too-early').quote).toBe('亲快付款');
    const goodbye = asked()
      .opensWindow(10, 'goodbye', 55)
      .replies(12, '您先忙，有事找我', { acts: ['goodbye'] })
      .closesWindow(16, 'goodbye', 'spoiled', 'too-early');
    expect(codes(goodbye.events)).not.toContain('too-early');
    const often = asked().replies(12, '亲还在吗').closesWindow(16, 'follow-up', 'spoiled', 'pestering');
    expect(one(often.events, 'pestering').quote).toBe('亲还在吗');
  });

  it('[T7] the second hold without a time is bare-hold, the first is not', () => {
    const hold = { answers: { 'q-size': 'held' as const }, hold: { seconds: null, quote: null } };
    const log = asked().replies(10, '稍等', hold).replies(40, '再等一下哈', hold);
    expect(one(log.events, 'bare-hold').quote).toBe('再等一下哈');
  });

  it('a silence that a window’s finding already marks is not marked as late too (RULES M7)', () => {
    const log = asked()
      .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .says(20, '嗯…')
      .opensWindow(20, 'order-prompt', 65)
      .closesWindow(65, 'order-prompt', 'missed')
      .says(65, '我再想想')
      .replies(95, '还在吗');
    expect(codes(log.events)).toContain('no-order-prompt');
    expect(codes(log.events)).not.toContain('late-round');
  });
});

describe('evading 回避问题', () => {
  it('vague quotes the clause that hedges', () => {
    const log = asked().replies(10, '您好呀，一般应该正常码就行，看您喜欢', {
      answers: { 'q-size': 'vague' },
      reaction: 'vague',
      bad: true,
    });
    expect(one(log.events, 'vague')).toMatchObject({
      quote: '一般应该正常码就行',
      title: '没给准话：没有答「这双我穿几码」',
    });
  });

  it('[M155] vague costs half where the very next turn answers, and says so', () => {
    const vague = () =>
      asked()
        .replies(10, '您好呀，一般应该正常码就行，看您喜欢', {
          answers: { 'q-size': 'vague' },
          reaction: 'vague',
          bad: true,
        })
        .says(20, '到底几码');
    const answer = { answers: { 'q-size': 'answered' as const }, points: [{}] };
    const [next, later] = [
      one(vague().replies(30, '39.5', answer).events, 'vague'),
      one(vague().replies(30, '看您喜欢哪种').says(40, '?').replies(50, '39.5', answer).events, 'vague'),
    ];
    expect(next.why).toContain('这一句没接，追问才答。');
    expect(next.why).not.toContain('听完还是没有');
    expect(later.why).not.toContain('追问才答');
    expect(next.marks).toBeLessThan(later.marks);
  });

  it('evaded comes from the judged answer or from the customer’s reaction', () => {
    const said = asked().replies(10, '请以详情页为准', { answers: { 'q-size': 'evaded' } });
    expect(one(said.events, 'evaded').quote).toBe('请以详情页为准');
    const taken = asked().replies(10, '我们家鞋子质量特别好', {
      answers: { 'q-size': 'untouched' },
      reaction: 'evaded',
      bad: true,
    });
    expect(one(taken.events, 'evaded').basis?.id).toBe('s01');
  });

  it('ignored: the trainee went on, and the question stayed open to the end', () => {
    const log = asked()
      .replies(10, '好的', { answers: { 'q-size': 'untouched' } })
      .changes(90, 'q-size', 'unanswered')
      .ends(90, 'gone', 'lost', { silent: true })
      .finishes(95);
    expect(one(log.events, 'ignored')).toMatchObject({ quote: '「这双我穿几码」之后的话都没有答到它', quoteAt: null });
  });

  it('answered-partly names what was missing, and keeps the trainee’s own right words', () => {
    const two = contentWith({
      beats:
        content.scenarios[0]?.beats.map((b) => ({
          ...b,
          asks: b.asks.map((q) => ({ ...q, points: q.points.map((p) => ({ ...p, must: true })) })),
        })) ?? [],
    });
    const log = asked()
      .replies(10, '39.5', { answers: { 'q-size': 'partial' }, points: [{}], reaction: 'partly' })
      .changes(90, 'q-size', 'unanswered')
      .ends(90, 'gone', 'lost');
    expect(one(log.events, 'answered-partly', two)).toMatchObject({
      title: '少答一样：没说「脚背高，往大选半码」',
      better: '39.5，脚背高，往大选半码',
    });
  });

  it('asked-again quotes the question and what the customer had told', () => {
    const log = asked();
    const words = '请问脚长多少呢';
    log.replies(10, words, {
      answers: { 'q-size': 'untouched' },
      askedAgain: [{ what: 'foot', quote: quote(log.nextMessage, words, '脚长多少') }],
      reaction: 'asked-again',
      bad: true,
    });
    expect(one(log.events, 'asked-again')).toMatchObject({
      quote: '请问脚长多少呢',
      customer: '刚量了 24.5',
      why: expect.stringContaining('刚量了 24.5'),
    });
  });

  it('[T5] words before the question, and an answer without a greeting, are no fault', () => {
    const log = new Log()
      .arrives(0)
      .says(0, '在吗')
      .replies(3, '在的亲', { owed: false })
      .says(10, '穿几码', { opens: 'q-size' })
      .replies(14, '看到啦', { answers: { 'q-size': 'untouched' } })
      .replies(22, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .changes(26, 'q-size', 'answered', 3);
    expect(codes(log.events)).toEqual([]);
  });
});
