/** 你妈等着用 speaks of the customer's mother: no insult and no hostile tone, whoever is spoken of and whatever is said (RULES T55). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const KIN = ['妈', '爸', '奶奶', '爷爷', '姥姥', '婆婆', '姐', '弟'];
const SAYS = [
  '等着用',
  '那边有人陪着没',
  '腰不好先别让搬',
  '穿L码正好',
  '住几楼',
  '收到了您跟我说一声',
  '那台也能用',
  '今天能签收',
];

const heard = (reply: string) => judge({ reply, customer: '我妈等着用呢' });

describe('kin spoken of', () => {
  it.each(KIN)('你%s insults nobody [T55]', (kin) => {
    const wrong = SAYS.map((says) => `你${kin}${says}`).filter((reply) => {
      const { redLines, tone } = heard(reply);
      return redLines.length > 0 || tone === 'hostile' || tone === 'impatient';
    });
    expect(wrong).toEqual([]);
  });

  it.each(['你妈的', '操你妈', '你妈才是骗子', '你妈懂个屁', '去你妈的'])(
    '%s is an insult all the same [T55]',
    (reply) => {
      expect(heard(reply).redLines.map(({ code }) => code)).toEqual(['insult']);
    },
  );

  it('狗都叫了 is no insult, and 你是狗吧 is one [T55]', () => {
    expect(heard('去接件吧你，狗都叫了').redLines).toEqual([]);
    expect(heard('你是狗吧').redLines.map(({ code }) => code)).toEqual(['insult']);
  });
});
