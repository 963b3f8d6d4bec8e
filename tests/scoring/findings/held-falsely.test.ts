/** Findings that two readers of the plays called false, each beside a similar one that is fair (RULES M36–M39). */
import { describe, expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import type { Judged, Log } from '#tests/scoring/support/log.ts';
import { asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith } from '#tests/scoring/support/shoe-shop.ts';

const right: Judged = { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' };

describe('[M37] a point told right and then in words that sound otherwise', () => {
  const again = (text: string) =>
    asked()
      .replies(5, '39.5', right)
      .changes(9, 'q-size', 'answered', 1)
      .says(12, '那要是不想要了呢')
      .replies(20, text, { points: [{ state: 'wrong', confidence: 0.9 }] });

  it.each(['不想要了就不行', '退货的话您自己来', '穿过的就不换了'])(
    'is left to people without another figure: %s',
    (text) => {
      expect(one(again(text).events, 'self-contradiction')).toMatchObject({ unsure: true, marks: 0 });
      const rows = makeReport(content, again(text).events).dimensions.flatMap(({ lost }) =>
        lost.map((row) => row.text),
      );
      expect(rows.filter((row) => row.includes('没答成'))).toEqual([]);
    },
  );

  it.each(['38码', '应该拿40码'])('is a sure contradiction with another figure: %s', (text) =>
    expect(one(again(text).events, 'self-contradiction').unsure).toBe(false),
  );
});

describe('[M38] a trainee who takes up what the customer asked for does not press them', () => {
  const fourth = (customer: string, text: string, judged: Judged = {}): Log =>
    asked()
      .replies(5, '39.5', right)
      .says(12, customer)
      .replies(20, text, { customer, ...judged })
      .closesWindow(24, 'payment-reminder', 'spoiled', 'pestering');

  it.each([
    ['真给弄上了呀 您再瞅一眼', '我看一下订单'],
    ['您看看 那头有了没', '您付款页上写的是什么'],
    ['钱到了没有', '这边看还没有变成已付款'],
    ['帮我查下', '订单还显示待付款呢'],
  ])('%s → %s', (customer, text) => expect(codes(fourth(customer, text).events)).not.toContain('pestering'));

  it('by looking something up or coming back from a hold', () => {
    const hold = { hold: { seconds: null, quote: null } };
    expect(codes(fourth('好', '稍等我看一下', hold).events)).not.toContain('pestering');
    const back = asked()
      .replies(5, '稍等', { ...hold, answers: { 'q-size': 'held' } })
      .replies(20, '您那边写的是待付款还是待发货', { customer: '好 我等着' })
      .closesWindow(24, 'payment-reminder', 'spoiled', 'pestering');
    expect(codes(back.events)).not.toContain('pestering');
  });

  it.each([
    ['我再想想', '亲记得付款哦'],
    ['不买了', '订单还在，付一下吧'],
    ['哦', '还没付呢亲'],
  ])('but does by one more reminder: %s → %s', (customer, text) =>
    expect(codes(fourth(customer, text).events)).toContain('pestering'),
  );

  it('[M219] or takes leave of who has agreed', () => {
    for (const [customer, text, isPestered] of [
      ['是吗 那按你说的', '您方便时付掉就行，明天就发，有事给我留言', false],
      ['嗯 行', '单子还在，方便时付掉，您先忙', false],
      ['那算了 不要了 行', '您方便时付掉就行，有事给我留言', true],
      ['是吗 那按你说的', '还没付呢，尽快完成付款，有事给我留言', true],
      ['是吗 那按你说的', '还没付呢亲', true],
    ] as const)
      expect(codes(fourth(customer, text).events).includes('pestering'), text).toBe(isPestered);
  });

  it('but does by clicking the payment reminder, whatever the customer asked', () => {
    const clicked = asked()
      .replies(5, '39.5', right)
      .acts(18, 'remind-pay')
      .replies(20, '您看看', { customer: '有货吗' })
      .closesWindow(24, 'payment-reminder', 'spoiled', 'pestering');
    expect(codes(clicked.events)).toContain('pestering');
  });
});

describe('[M38] a regular customer is recognised', () => {
  const [scenario] = content.scenarios;
  const shop = contentWith({
    customer: { ...(scenario as NonNullable<typeof scenario>).customer, name: '阿敏在阳台' },
  });
  const greeted = (text: string): string[] => {
    const log = asked()
      .opensWindow(2, 'recognise-regular', 42)
      .replies(10, text)
      .closesWindow(42, 'recognise-regular', 'missed');
    return codes(log.events, shop);
  };

  it.each(['敏姐来啦', '阿敏姐，又见到您了', '哎呀敏姐是你呀'])(
    'by a part of their name with a word for kin: %s',
    (text) => expect(greeted(text)).not.toContain('regular-as-stranger'),
  );

  it.each(['亲您好', '小姐姐您好呀', '阿敏在阳台您好', '这位大姐您说'])(
    'but not by a form of address that fits anybody: %s',
    (text) => expect(greeted(text)).toContain('regular-as-stranger'),
  );
});

describe('[M39] words that avoid', () => {
  const hedge = (text: string): boolean => {
    const log = asked().replies(5, text, { answers: { 'q-size': 'vague' } });
    return codes(log.events).includes('vague');
  };

  it.each(['麻烦您尽快选一个', '您看清楚时间', '请您再看下尺码表', '您到时候量一下脚'])(
    'are not those the customer is asked to do something with: %s',
    (text) => expect(hedge(text)).toBe(false),
  );

  it.each(['我们尽快给您处理', '给您尽快回复', '这个不太清楚', '尺码我也说不准', '到时候再看吧'])('%s', (text) =>
    expect(hedge(text)).toBe(true),
  );

  it('are not counted on a question told right before', () => {
    const log = asked()
      .replies(5, '39.5', { ...right, reaction: 'partly' })
      .says(12, '那跑步也行吧')
      .replies(20, '应该行的', { answers: { 'q-size': 'vague' } });
    expect(codes(log.events)).not.toContain('vague');
  });
});

describe('[M39] a time or promise to report back tells nothing as done', () => {
  const told = (text: string): string[] => {
    const claims = [{ actions: ['escalate-1'], quote: { message: 'm2', start: 0, end: text.length } }];
    const log = asked().replies(5, text, { ...right, claims });
    const message = log.events.find((e) => e.kind === 'trainee-said');
    const [claim] = claims;
    if (message?.kind === 'trainee-said' && claim) claim.quote.message = message.id;
    return codes(log.ends(60, 'kept', 'paid').finishes(80).events);
  };

  it.each(['报上去了给您讲', '问好了告诉您', '报了就回您', '八十块到时候给你报了呗', '检测费给您报了'])('%s', (text) =>
    expect(told(text)).not.toContain('claimed-undone'),
  );

  it.each(['已经报上去了', '我给您报了', '报上去了，有信给您说', '刚报班长了'])('but these do: %s', (text) =>
    expect(told(text)).toContain('claimed-undone'),
  );
});
