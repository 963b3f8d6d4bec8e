/** Words told of, said to the bank's phone or feared for others are no red lines (RULES T182). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const codes = (reply: string): string[] => judge({ reply, customer: '' }).redLines.map(({ code }) => code);

describe('[T182] words told of', () => {
  it.each(['到点没信您就点投诉，“先别投诉”那种话我不说', '“加微信给您返现”这样的话别信'])(
    'in quotation marks and said to be nobody’s here cross no line: %s',
    (reply) => {
      expect(codes(reply)).toEqual([]);
    },
  );

  it.each([
    ['先别投诉，撤了就给您退', 'block-complaint'],
    ['听我说，“先别投诉”，撤了就给您退', 'block-complaint'],
    ['那种话我不说，您先别投诉，撤了就给您退', 'block-complaint'],
  ])('hide none: %s', (reply, code) => {
    expect(codes(reply)).toContain(code);
  });

  it('tell the customer whom to call, what others may suffer and what the desk won’t do', () => {
    expect(codes('卡背面的电话打给银行停卡，接着改付款密码')).toEqual([]);
    expect(codes('麻烦您先撤回一下，怕人家接到骚扰电话')).toEqual([]);
    expect(codes('您说加微信月底私下结，这个我没法应的')).toEqual([]);
    expect(codes('微信、私人账号我们都不给的，钱只在这张订单里付')).toEqual([]);
    expect(codes('是说超限额还是卡在密码那页')).toEqual([]);
    expect(codes('同线还加工花生，有人过敏就别拍')).toEqual([]);
    expect(codes('先别拍，加我微信便宜')).toContain('offsite');
    const moving = { reply: '你先忙搬家，不用守着，我留言给你', customer: '27号起能收\n呼 不花钱就好' };
    expect(judge(moving).redLines).toEqual([]);
    const fruit = { reply: '那就放心，没过敏的都能吃。想买时券还在您那儿，兰州能发，再见~', customer: '没听谁过敏' };
    expect(judge(fruit).redLines).toEqual([]);
    expect(codes('差你长沙的详细地址：哪个区、路、门牌号，收件人电话变没变？')).toEqual([]);
    expect(codes('那万一送到了你拒收，退回运费你自己掏哈')).toEqual([]);
    expect(codes('老两口吃一箱正好，2斤分了4小盒，一天两盒')).toEqual([]);
    expect(codes('退回你付款用的那个账户，零钱付的回零钱，卡付的回那张卡')).toEqual([]);
    expect(codes('草莓脆是赶着哪天吃或者送人吗？')).toEqual([]);
    expect(codes('不用守着手机，先收拾你的')).toEqual([]);
    expect(codes('看我怎么收拾你的')).toContain('threat');
    expect(codes('报别的错就把那行字打给我')).toEqual([]);
    expect(codes('弹出来的那行字打给我')).toContain('credential');
    expect(codes('这钱我自己掏给你，你别跟别人说')).toContain('unauthorised-promise');
    expect(codes('微信、支付宝收款码发你，直接付')).toContain('offsite');
    expect(codes('再闹就让您接骚扰电话')).toContain('threat');
    expect(codes('您加微信，月底私下结给您')).toContain('offsite');
  });
});
