/**
 * Words count for the visit in which they were said, a doubt needs a ground, and a quote is the first words that tell
 * the point.
 */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { EarlierContact, Order } from '#engine/model/content.ts';
import { sharesContent } from '#scoring/facts/counted-notes.ts';
import { makeReport } from '#scoring/report.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { asked } from '#tests/scoring/support/reading.ts';
import { beat, content, contentWith, point, question } from '#tests/scoring/support/shoe-shop.ts';

const report = (log: Log): Report => makeReport(content, log.events);
const pointOf = (made: Report, id: string) => made.ledger.flatMap((row) => row.points).find((p) => p.id === id);
const rowOf = (made: Report, id: string) => made.ledger.find((row) => row.question === id);

describe('a doubt', () => {
  it.each([
    ['有运费险的', '运费险不一定赔满', true],
    ['拿三十九号半', '建议您穿39.5码', true],
    ['大概一周左右吧', '收到退货后7天内退款', true],
    ['亲，已经在催了', '没经您同意代收，店铺负责', false],
    ['现在满300减50', '店铺券再减15元', false],
    ['鞋可以退的哦', 'T恤退不了', false],
  ])('「%s」 on 「%s」: %s', (said, says, grounded) => {
    expect(sharesContent(said, [says])).toBe(grounded);
  });

  const doubted = (...texts: string[]): Log => {
    const log = asked();
    for (const [i, text] of texts.entries())
      log.replies(10 + 20 * i, text, {
        answers: { 'q-size': 'not-recognised' },
        points: [{ state: 'not-recognised' }],
      });
    return log.changes(90, 'q-size', 'unanswered').ends(90, 'kept', 'paid').finishes(100);
  };

  it('[M2] is none without a word of the point, as there is nothing to rule on', () => {
    const made = report(doubted('亲，已经在催了'));
    expect(made.doubts).toBe(0);
    expect(pointOf(made, 'size')?.state).toBe('missed');
    expect(made.range).toEqual([made.score, made.score]);
  });

  it('is put to people once for the same words', () => {
    const made = report(doubted('三十九那双', '三十九那双', '三十九那双'));
    expect(pointOf(made, 'size')?.replies.filter((r) => r.doubtful)).toHaveLength(1);
  });
});

describe('the ledger', () => {
  it('quotes the turn that told the point first, with that turn’s seconds', () => {
    const log = asked();
    log
      .replies(12, '您拿39.5', {
        answers: { 'q-size': 'answered' },
        points: [{ quote: quote(log.nextMessage, '您拿39.5', '您拿39.5') }],
      })
      .changes(16, 'q-size', 'answered', 1)
      .says(30, '39.5对吧')
      .replies(40, '对，39.5', { points: [{}] })
      .ends(50, 'kept', 'paid')
      .finishes(60);
    expect(pointOf(report(log), 'size')?.quote).toBe('您拿39.5');
    expect(rowOf(report(log), 'q-size')?.seconds).toBe(12);
  });

  it('calls a question wrong that was answered wrong and then left', () => {
    const log = asked()
      .replies(10, '39就行', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong' }] })
      .changes(14, 'q-size', 'unanswered')
      .ends(20, 'kept', 'paid')
      .finishes(30);
    expect(rowOf(report(log), 'q-size')?.state).toBe('wrong');
  });

  it('[T3] counts the seconds of an answer told ahead from the question, where the customer asked all the same', () => {
    const log = asked()
      .replies(10, '四点前付今天发', { points: [{ point: 'ship', question: 'q-ship', asked: false }] })
      .says(30, '那几点发', { opens: 'q-ship' })
      .changes(30, 'q-ship', 'answered', 1)
      .replies(41, '今天发，四点前付', { points: [{ point: 'ship', question: 'q-ship' }] })
      .finishes(60);
    expect(rowOf(report(log), 'q-ship')?.seconds).toBe(11);
    expect(report(log).findings.map((f) => f.code)).not.toContain('merit:answered-ahead');
  });
});

it('words in a return visit answer that visit’s question, and break no promise of the first visit', () => {
  const log = asked()
    .replies(10, '39就行', { answers: { 'q-size': 'partial' }, points: [{ state: 'wrong', wrongId: 'says-39' }] })
    .changes(14, 'q-size', 'wrong', 1)
    .ends(20, 'kept', 'paid')
    .returns(20, 'pinch')
    .jumps(40, 0, '两天后')
    .arrives(40, 'c1', { returning: true, visit: 2 })
    .says(41, '勒脚', { opens: 'q-pinch' })
    .replies(50, '当时39没错的', { answers: { 'q-pinch': 'partial' }, points: [{ state: 'wrong' }] })
    .finishes(70);
  const made = report(log);
  expect(made.findings.filter((f) => f.code === 'false-promise').map((f) => f.quote)).toEqual(['39就行']);
  expect(pointOf(made, 'size')?.quote).toBe('39就行');
  expect(made.findings.filter((f) => f.code === 'wrong-fact')).toEqual([]);
  expect(made.transcript.find((line) => line.text === '两天后')?.by).toBe('event');
});

describe('merits', () => {
  it('praise no second telling as a full answer in one go', () => {
    const both = [{}, { point: 'why' }];
    const full = (first: 'partial' | 'untouched'): boolean => {
      const log = asked()
        .replies(10, '39.5', { answers: { 'q-size': first }, points: first === 'partial' ? [{}] : [] })
        .replies(30, '拿39.5，脚背高往大选半码', { answers: { 'q-size': 'answered' }, points: both })
        .changes(34, 'q-size', 'answered', 2)
        .finishes(60);
      return report(log).findings.some((f) => f.code === 'merit:full-answer');
    };
    expect([full('untouched'), full('partial')]).toEqual([true, false]);
  });

  it('praise a confirmation only where it reads the ordered thing back', () => {
    const confirmed = (points: Parameters<Log['replies']>[2]): boolean => {
      const log = new Log().arrives(0).says(0, '拍了').opensWindow(0, 'confirm-order', 60, 'orders');
      log.replies(10, '是39.5', points).closesWindow(15, 'confirm-order', 'taken').finishes(30);
      return report(log).findings.some((f) => f.code === 'merit:confirm-order');
    };
    expect([confirmed({ points: [{}] }), confirmed({})]).toEqual([true, false]);
  });

  it('[M203] praise a confirmation in the trainee’s own words, not in the case’s', () => {
    const log = new Log().arrives(0).says(0, '拍了').opensWindow(0, 'confirm-order', 60, 'orders');
    log
      .replies(10, '是39.5，这双给您发', { points: [{}] })
      .closesWindow(15, 'confirm-order', 'taken')
      .finishes(30);
    const why = report(log).findings.find((f) => f.code === 'merit:confirm-order')?.why;
    expect(why).toContain('念给客户听的是「');
    const [, words = ''] = /是「(.*?)」/.exec(why ?? '') ?? [];
    expect('是39.5，这双给您发').toContain(words);
  });

  it('praise no follow-up later than an answer may be', () => {
    const followed = (s: number): boolean => {
      const log = new Log().arrives(0).says(0, '我再想想').opensWindow(0, 'follow-up', 60, 'unsure');
      log
        .replies(s, '哪里拿不准')
        .closesWindow(s + 5, 'follow-up', 'taken')
        .finishes(90);
      // So short a drill would be 未完成 and have no merits; without `road` only the pause counts here.
      const { road: _, ...rubric } = content.rubric;
      return makeReport({ ...content, rubric }, log.events).findings.some((f) => f.code === 'merit:follow-up');
    };
    expect([followed(12), followed(36)]).toEqual([true, false]);
  });
});

it('亲 before words that are a fault already is no doubt about a cold tone', () => {
  const words = '亲，39就行';
  const log = asked();
  log
    .replies(10, words, {
      answers: { 'q-size': 'partial' },
      points: [{ state: 'wrong', quote: quote(log.nextMessage, words, '39就行') }],
      tone: 'cold',
      toneConfidence: 0.5,
      toneQuote: quote(log.nextMessage, words, '亲'),
    })
    .finishes(60);
  expect(report(log).findings.map((f) => f.code)).not.toContain('cold');
});

it('the same words twice that leave a question unanswered lose marks for the question, not for the repetition', () => {
  const log = asked()
    .replies(10, '马上为您处理', { answers: { 'q-size': 'untouched' } })
    .says(18, '啊？')
    .replies(30, '马上为您处理', { answers: { 'q-size': 'untouched' } })
    .changes(90, 'q-size', 'unanswered')
    .ends(90, 'gone', 'lost')
    .finishes(100);
  const solving = report(log).dimensions.find((d) => d.id === 'solving');
  const codes = new Map(report(log).findings.map((f) => [f.id, f.code]));
  expect([...new Set(solving?.lost.map((l) => codes.get(l.finding ?? '')))]).toEqual(['ignored']);
});

it('asking a customer to pay who has paid is named in the finding', () => {
  const log = asked()
    .pays(5)
    .replies(10, '亲，尽快付款哦', { answers: { 'q-size': 'vague' } })
    .finishes(60);
  expect(report(log).findings.find((f) => f.code === 'vague')?.why).toContain('客户 0:05 已经付了款，还在催付。');
});

it('a finding for asking again quotes the customer’s words, or says where on the desk the fact stands', () => {
  const order: Order = {
    id: 'order',
    no: '…6120',
    status: 'signed',
    placed: null,
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
    total: 0,
    inside: [],
    secret: [],
  };
  const before: EarlierContact[] = [
    { when: '11-10 21:16', by: 'customer', name: null, says: [{ kind: 'text', text: '照片发了' }] },
  ];
  const known = { ...content, scenarios: content.scenarios.map((s) => ({ ...s, before, orders: [order] })) };
  const words = '报下订单号，再发下照片';
  const log = asked();
  const askedAgain = ['订单号', '照片'].map((what) => ({ what, quote: quote(log.nextMessage, words, what) }));
  log.replies(10, words, { answers: { 'q-size': 'evaded' }, askedAgain }).finishes(60);
  const found = makeReport(known, log.events).findings.find((f) => f.code === 'asked-again');
  expect(found?.why).toContain('订单在右边，不用问。照片客户 11-10 21:16 就发了：「照片发了」。');
  expect(found?.title).toContain('订单号、照片');
  expect(found?.customer).toBe('照片发了');
});

describe('[M22] a bonus that is a figure', () => {
  const frame = point('frame', '付款48小时内发', {
    must: false,
    also: ['付了款四十八小时之内出库', '您昨天付的，48小时内发'],
  });
  const sizes = [point('size', '建议您穿39.5码', { policy: 's01' }), frame];
  const beats = [beat('size', { asks: [question('q-size', '几点发', sizes, '四点前发')] })];
  const state = (text: string, heard: 'covered' | 'not-recognised') => {
    const log = asked().replies(10, text, {
      answers: { 'q-size': 'answered' },
      points: [{}, { point: 'frame', state: heard, confidence: 0.75, quote: quote('m2', text, text) }],
    });
    return pointOf(
      makeReport(contentWith({ beats }), log.changes(14, 'q-size', 'answered').finishes(60).events),
      'frame',
    )?.state;
  };

  it('is told, or perhaps told, by that figure alone, however likely other words sound', () => {
    for (const heard of ['covered', 'not-recognised'] as const) {
      expect(state('昨天付的，我们是72小时内发', heard)).toBe('missed');
      expect(state('您放心，这两天肯定就走了', heard)).toBe('missed');
    }
    expect(state('付款起四十八小时', 'covered')).toBe('covered');
    expect(state('两天内发', 'not-recognised')).toBe('unsure');
  });
});
