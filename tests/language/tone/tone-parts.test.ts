import { describe, expect, it } from 'vitest';
import { partsOf } from '#language/classifier/parts.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const ILL = ['cold', 'impatient', 'hostile'];
const GOOD = '有货的，今天下午五点前拍都能发';
const heard = (reply: string) => judge({ reply, customer: '还有货吗，啥时候发' });

describe('a rude bubble after a good answer is heard', () => {
  it.each([
    '烦死了',
    '别烦我',
    '问够了没',
    '你识字吗',
    '投诉去吧',
    '自己不会看啊',
    '你自己看商品页',
    '说了多少遍了',
    '买不起就别问',
  ])('%s', (line) => {
    expect(ILL).toContain(heard(`${GOOD}\n${line}`).tone);
  });

  it('one warm bubble before or behind doesn’t hide a rude one', () => {
    expect(ILL).toContain(heard('亲，让您久等了，真的很抱歉\n有货的\n问够了没').tone);
    expect(ILL).toContain(heard('问够了没\n有货的\n辛苦您啦，祝您生活愉快哦').tone);
  });

  it('the evidence is the rude bubble', () => {
    const reply = `${GOOD}\n烦死了`;
    const { tone, evidence } = heard(reply);
    const told = evidence.find(({ what }) => what === `tone:${tone}`);
    expect(reply.slice(told?.start, told?.end)).toBe('烦死了');
  });

  it('你自己看商品页 is cold and no insult', () => {
    const { tone, redLines } = heard(`${GOOD}\n你自己看商品页`);
    expect(tone).toBe('cold');
    expect(redLines).toEqual([]);
  });
});

describe('sending the customer to look for themselves is cold', () => {
  it.each(['你自己看商品页', '自己看详情页', '自己查', '你自己查', '自己看商品页哈', '你自己看详情'])(
    '%s is cold',
    (reply) => {
      const told = judge({ reply, customer: '这个能机洗吗' });
      expect(told.tone).toBe('cold');
      expect(told.toneConfidence).toBeGreaterThanOrEqual(VERDICT_THRESHOLDS.tone.told);
      expect(told.redLines).toEqual([]);
    },
  );
});

describe('friendly words to 你 in a longer turn are not held against anybody', () => {
  it.each([
    '六十多号人，跳着广场舞还惦着给咱拉人，您这面子真大，谢谢姐\n您拉了谁、自己垫了袋子这些我都写单子上了，我的同事接班也看得见',
    '哈哈搬家胶带专门跟人躲猫猫，不急你先找\n地址空了再发我就行，收件写你同学是吧，我备注先记上了',
    '不怪你，买支霜不算乱买，脸红不是你的错\n先顾娃，我在这等着',
  ])('%s', (reply) => {
    const { tone, toneConfidence, redLines } = heard(reply);
    expect(ILL.includes(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told).toBe(false);
    expect(redLines).toEqual([]);
  });
});

describe('no ill manners are heard', () => {
  it.each([
    '您脚长多少',
    '里头穿得厚吗',
    '先断电再拆',
    '别用开水烫',
    '拆了就退不了',
    '灰的没货了',
    '那边封路了，可能晚两天',
    '您微胖的话拍大一码',
    '右下角三个点里有',
    '慢慢来 我等你',
  ])('in %s', (line) => {
    const { tone, toneConfidence } = heard(`${GOOD}\n${line}`);
    expect(ILL.includes(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told).toBe(false);
    expect(['warm', 'neutral']).toContain(tone);
  });

  it('in rude words quoted from somebody else', () => {
    for (const line of ['他说“爱买不买”这种话是不对的', '快递说烦死了是他不对，我去投诉他'])
      expect(['warm', 'neutral'], line).toContain(heard(`${GOOD}\n${line}`).tone);
  });
});

it('the parts of a turn are its bubbles, and the clauses of a bubble that has several', () => {
  const parts = partsOf(readText(normalise('有货的，今天能发\n嗯').text));
  expect(parts.map(({ text, isBubble }) => [text, isBubble])).toEqual([
    ['有货的,今天能发', true],
    ['今天能发', false],
    ['嗯', true],
  ]);
});
