import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/content.ts';
import type { DrillEvent } from '#engine/events.ts';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from './log.ts';
import { content, contentWith, need } from './shoe-shop.ts';

const all = (events: readonly DrillEvent[], of: ContentData = content) => makeReport(of, events).findings;
const one = (events: readonly DrillEvent[], code: string, of: ContentData = content) => {
  const found = all(events, of).filter((f) => f.code === code);
  expect(all(events, of).map((f) => f.code)).toContain(code);
  expect(found).toHaveLength(1);
  const [first] = found;
  if (!first) throw new Error(`no ${code}`);
  return first;
};
const codes = (events: readonly DrillEvent[], of: ContentData = content) =>
  all(events, of)
    .map((f) => f.code)
    .filter((c) => !c.startsWith('merit:'));

const asked = (): Log => new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });

describe('late 响应慢', () => {
  it('late-first names the seconds of the first effective response and offers a hold on that question', () => {
    const log = asked()
      .replies(5, '在的亲', { answers: { 'q-size': 'untouched' } })
      .replies(71, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    const f = one(log.events, 'late-first');
    expect(f).toMatchObject({ seconds: 71, quote: '问完 71 秒才有一句答到', quoteAt: null, severity: 'mild' });
    expect(f.why).toContain('第一句 5 秒就到了，但没碰到问题');
    expect(f.better).toBe('「这双我穿几码」我看下，30 秒内给您准话');
  });

  it('late-round names the round and takes up the customer’s own words', () => {
    const log = asked()
      .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .says(20, '几点发呀')
      .replies(90, '今天');
    expect(one(log.events, 'late-round')).toMatchObject({
      seconds: 70,
      customer: '几点发呀',
      better: '「几点发呀」我看下，30 秒内给您准话',
    });
  });

  it('unanswered and customer-left: the silent trainee, each loss once', () => {
    const log = asked()
      .says(60, '在吗', { why: { kind: 'silence', step: 1 } })
      .changes(200, 'q-size', 'unanswered')
      .ends(200, 'gone', 'lost', { silent: true, rating: 1 })
      .finishes(210);
    expect(one(log.events, 'unanswered')).toMatchObject({ seconds: 200, quote: '3:20没有回复' });
    expect(one(log.events, 'customer-left')).toMatchObject({ customer: '在吗' });
    expect(codes(log.events)).not.toContain('ignored');
    expect(makeReport(content, log.events).score).toBe(0);
  });

  it('slow-handling says the mean and costs nothing beside its rounds', () => {
    const log = asked()
      .replies(70, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .says(80, '几点发')
      .replies(160, '今天');
    expect(one(log.events, 'slow-handling')).toMatchObject({ quote: '2 轮平均 75 秒', marks: 0 });
  });
});

describe('quick replies 短语误用', () => {
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
  ] as const)('%s is %s, quoted whole, and the same words are not marked vague as well (RULES M7)', (verdict, code) => {
    const { events } = canned(verdict);
    expect(one(events, code)).toMatchObject({
      quote: text,
      quoteAt: { message: 'm2', start: 0, end: text.length },
      customer: '穿几码',
      better: '那这双拿39.5，您脚面高，大半个码就不压了',
    });
    expect(codes(events)).not.toContain('vague');
  });

  it('typing the same words twice is 频繁 too, short courtesies are not', () => {
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
      quote: '{买家昵称}',
      better: '把 {买家昵称} 换成「一颗柚子」',
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
    ['order-prompt', 'no-order-prompt', '逐峰3 缓震跑鞋 39.5现在可以拍下了'],
    ['follow-up', 'no-follow-up', '您是还在想「这双我穿几码」吗？那这双拿39.5'],
    ['payment-reminder', 'no-payment-reminder', '逐峰3 缓震跑鞋 39.5这单还没付'],
    ['recognise-regular', 'regular-as-stranger', '10-20 买的晨雾 速干T还合用吗'],
    ['goodbye', 'no-goodbye', '逐峰3 缓震跑鞋 39.5这边都办好了'],
    ['confirm-order', 'no-confirm-order', '建议您穿39.5码'],
    ['cross-sell', 'no-cross-sell', '逐峰3 缓震跑鞋 39.5'],
    ['return', 'no-return', '「这双我穿几码」查好了'],
  ] as const)('%s missed is %s, with words that name the goods or the doubt', (kind, code, better) => {
    const f = one(windowed(kind, kind === 'confirm-order' ? 'orders' : null).events, code);
    expect(f).toMatchObject({ seconds: 45, quote: '45 秒里没有一句' });
    expect(f.better).toContain(better);
  });

  it('quotes what was said in the window instead', () => {
    const log = asked()
      .opensWindow(10, 'order-prompt', 55)
      .replies(20, '好的亲，有需要随时联系哦')
      .closesWindow(55, 'order-prompt', 'missed');
    expect(one(log.events, 'no-order-prompt').quote).toBe('好的亲，有需要随时联系哦');
  });

  it('[C5] a void window is no fault', () => {
    const log = asked().opensWindow(10, 'order-prompt', 55).closesWindow(20, 'order-prompt', 'void');
    expect(codes(log.events)).not.toContain('no-order-prompt');
  });

  it('[V2] spoiled too early is too-early; an act too many is pestering without a window', () => {
    const early = asked()
      .opensWindow(10, 'payment-reminder', 55)
      .replies(12, '亲快付款')
      .closesWindow(16, 'payment-reminder', 'spoiled', 'too-early');
    expect(one(early.events, 'too-early').quote).toBe('亲快付款');
    const often = asked().replies(12, '亲还在吗').closesWindow(16, 'follow-up', 'spoiled', 'pestering');
    expect(one(often.events, 'pestering').quote).toBe('亲还在吗');
  });

  it('[T7] the second hold without a time is bare-hold, the first is not', () => {
    const hold = { answers: { 'q-size': 'held' as const }, hold: { seconds: null, quote: null } };
    const log = asked().replies(10, '稍等', hold).replies(40, '再等一下哈', hold);
    expect(one(log.events, 'bare-hold').quote).toBe('再等一下哈');
  });

  it('a silence the window already marks is not marked late again (RULES M7)', () => {
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
      title: '含糊：没有答「这双我穿几码」',
    });
  });

  it('evaded comes from the answer or from how the customer took it', () => {
    const said = asked().replies(10, '请以详情页为准', { answers: { 'q-size': 'evaded' } });
    expect(one(said.events, 'evaded').quote).toBe('请以详情页为准');
    const taken = asked().replies(10, '我们家鞋子质量特别好', {
      answers: { 'q-size': 'untouched' },
      reaction: 'evaded',
      bad: true,
    });
    expect(one(taken.events, 'evaded').basis?.id).toBe('s01');
  });

  it('ignored: talked on, and the question stood open to the end', () => {
    const log = asked()
      .replies(10, '好的', { answers: { 'q-size': 'untouched' } })
      .changes(90, 'q-size', 'unanswered')
      .ends(90, 'gone', 'lost', { silent: true })
      .finishes(95);
    expect(one(log.events, 'ignored')).toMatchObject({ quote: '好的', title: '问题没有理：这双我穿几码' });
  });

  it('answered-partly names what was left out', () => {
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
    expect(one(log.events, 'answered-partly', two).title).toBe('只答了一半：没说「脚背高，往大选半码」');
  });

  it('asked-again quotes the question and what the customer had said', () => {
    const log = asked();
    const words = '请问脚长多少呢';
    log.replies(10, words, {
      answers: { 'q-size': 'untouched' },
      askedAgain: [{ what: 'foot', quote: quote(log.nextMessage, words, '脚长多少') }],
      reaction: 'asked-again',
      bad: true,
    });
    expect(one(log.events, 'asked-again')).toMatchObject({
      quote: '脚长多少',
      customer: '刚量了 24.5',
      why: expect.stringContaining('刚量了 24.5'),
    });
  });

  it('[T5] nothing said before the question, and no greeting before the answer, is a fault', () => {
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

describe('wrong 答错', () => {
  it('wrong-fact cites the card and says what is right', () => {
    const log = asked();
    const words = '亲，39码正好的';
    log.replies(10, words, {
      answers: { 'q-size': 'partial' },
      points: [{ state: 'wrong', quote: quote(log.nextMessage, words, '39码正好') }],
      reaction: 'wrong',
      bad: true,
    });
    expect(one(log.events, 'wrong-fact')).toMatchObject({
      quote: '39码正好',
      quoteAt: { message: 'm2', start: 2, end: 7 },
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

  it('self-contradiction: right before, wrong now', () => {
    const log = asked()
      .replies(10, '39.5码', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .says(20, '确定吗')
      .replies(30, '39码吧', { points: [{ state: 'wrong' }] });
    expect(one(log.events, 'self-contradiction').quote).toBe('39码吧');
  });

  it('false-promise: the customer acted on it and came back', () => {
    const log = asked()
      .replies(10, '39码正好', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong', wrongId: 'says-39' }] })
      .ends(20, 'kept', 'paid')
      .returns(20, 'pinch');
    expect(one(log.events, 'false-promise').why).toContain('又回来找');
  });

  it('cross-talk and stacking', () => {
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
  it('missing-action names the button and what goes in it', () => {
    const of = contentWith({ duties: [need({ do: 'refund-partial', with: { amount: 5900 } })] });
    const log = asked().replies(10, '好').ends(20, 'kept', 'paid');
    expect(one(log.events, 'missing-action', of)).toMatchObject({
      quote: '没有点「部分退款」',
      better: '点「部分退款」，金额填「¥59.00」',
    });
  });

  it('forbidden-action, unverified-action and wrong-amount, one finding a deed', () => {
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

describe('manner 态度', () => {
  it.each(['cold', 'impatient', 'hostile'] as const)(
    '%s quotes the words; a guess is 待核 and costs nothing',
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

  it('[M3] a red line has a compliant alternative, and caps only when sure', () => {
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
    expect(sure).toMatchObject({ quote: '加我微信', basis: { id: 'c-own' } });
    expect(sure.better).toContain('就在这里说就行');
    expect(makeReport(content, hit('high').events)).toMatchObject({ cappedBy: 'red-line:offsite' });
    const low = makeReport(content, hit('low').events);
    expect(low.cappedBy).toBeNull();
    expect(low.range[0]).toBeLessThanOrEqual(59);
    expect(low.score).toBeGreaterThan(59);
  });

  it('no-empathy: came in angry, and nobody took it up', () => {
    const of = contentWith({ customer: angry() });
    const log = asked()
      .replies(10, '39.5', { answers: { 'q-size': 'partial' } })
      .says(20, '?')
      .replies(30, '39.5码', { answers: { 'q-size': 'answered' } });
    expect(one(log.events, 'no-empathy', of).quote).toBe('39.5');
    const cared = asked()
      .replies(10, '让您久等了，39.5', { acts: ['apology'], answers: { 'q-size': 'answered' } })
      .says(20, '?')
      .replies(30, '39.5码');
    expect(codes(cared.events, of)).not.toContain('no-empathy');
  });
});

function angry() {
  const [first] = content.scenarios;
  if (!first) throw new Error('no case');
  return { ...first.customer, mood: 25 };
}

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
      ['merit:fast-first', '问完 10 秒就答到'],
      ['merit:asked-first', '脚长多少'],
      ['merit:full-answer', '39.5'],
    ]);
    expect(found.every((f) => f.severity === 'merit' && f.marks === 0)).toBe(true);
  });

  it('[T7] kept-promise: said half a minute, came back in time', () => {
    const log = asked()
      .replies(10, '我看下，30秒', { answers: { 'q-size': 'held' }, hold: { seconds: 30, quote: null } })
      .holds(14, 1, 50, true)
      .replies(35, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
      .endsHold(39, true);
    expect(one(log.events, 'merit:kept-promise').why).toContain('说了 30 秒');
  });
});

describe('the rubric and DOMAIN §4', () => {
  const CODES =
    'late-first late-round unanswered customer-left slow-handling canned-off-topic canned-rigid canned-repeated unfilled-variable no-follow-up no-order-prompt no-payment-reminder regular-as-stranger no-goodbye no-confirm-order pestering too-early no-cross-sell no-return bare-hold ignored evaded vague asked-again answered-partly wrong-fact false-promise self-contradiction cross-talk stacking missing-action forbidden-action unverified-action wrong-amount cold impatient hostile no-empathy red-line:offsite red-line:insult red-line:threat red-line:privacy red-line:credential red-line:false-claim red-line:paid-review red-line:unauthorised-promise red-line:block-complaint red-line:final-interpretation';

  it('knows every stable code, each once, with a title, a why and what to do', () => {
    const known = content.rubric.findings.map((f) => f.code);
    expect(new Set(known).size).toBe(known.length);
    for (const code of CODES.split(' ')) expect(known).toContain(code);
    for (const f of content.rubric.findings) expect([f.title, f.why, f.advice].every((t) => t.length > 1)).toBe(true);
  });

  it('speaks to 你, without 亲 or exclamation, and weighs a hundred', () => {
    for (const f of content.rubric.findings) expect(`${f.title}${f.why}${f.advice}`).not.toMatch(/亲[，。]|[！!]|您/);
    expect(Object.values(content.rubric.weights).reduce((a, b) => a + b, 0)).toBe(100);
  });
});
