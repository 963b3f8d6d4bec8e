/** Ill manners in a turn of one bubble: what is sure, and what nobody is even asked about. Lines of 2026-11-22, learned by no head. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { POLICY } from '#language/policy.ts';

const ILL = ['cold', 'impatient', 'hostile'];
const manner = (customer: string, reply: string): 'sure' | 'doubt' | 'none' => {
  const { tone, toneConfidence } = judge({ reply, customer });
  if (!ILL.includes(tone) || toneConfidence < POLICY.tone.doubt) return 'none';
  return toneConfidence >= POLICY.tone.told ? 'sure' : 'doubt';
};
const sureLines = (customer: string, reply: string): string[] =>
  judge({ reply, customer }).redLines.flatMap(({ code, confidence }) => (confidence === 'high' ? [code] : []));

describe('heard surely', () => {
  it.each([
    ['怎么还没发货呀', '你催我也变不出来货 等着呗'],
    ['几点发', '说过两回了 四点前 你是没看吗'],
    ['在吗在吗', '行行 知道了 你别刷屏了'],
    ['能不能快点', '仓库也要休息，你急也没用'],
    ['我截图了啊', '截就截呗 谁怕你'],
    ['隔壁才卖两百', '随便您，便宜您去别家买嘛'],
    ['拉链坏了', '谁知道是不是你自己弄坏的'],
    ['差价能补吗', '二十块钱至于吗'],
    ['券在哪', '领券自己领'],
    ['我要投诉', '您要投诉请便'],
  ])('%s：%s', (customer, reply) => {
    expect(manner(customer, reply)).toBe('sure');
  });
});

describe('nobody is asked about', () => {
  it.each([
    ['我能用吗', '你怀孕几个月了'],
    ['我俩的寄反了', '你们俩的是一个款，换过来就行'],
    ['我是不是欠钱了', '没欠我们的，那单不用管'],
    ['我抽中了', '恭喜呀，抽到名额了'],
    ['我很急', '有啥事要穿，跟我讲讲？'],
    ['鞋有点挤', '你膝盖疼不疼？疼就别跑了'],
    ['你帮我付一下', '这一笔要您自己来付，我替不了'],
    ['隔壁便宜', '想去隔壁比比也行，不急'],
    ['我心里难受', '别一个人憋着，身边有能说话的人吗'],
    ['想退', '他嫌麻烦就走企业服务，三分钟的事'],
  ])('%s：%s', (customer, reply) => {
    expect(manner(customer, reply)).toBe('none');
  });
});

describe('red lines', () => {
  it.each([
    ['谢谢', '记得五星哦', 'paid-review'],
    ['好的', '麻烦给个五星好评哦', 'paid-review'],
    ['我要给差评', '钱退了，别评差评啊', 'paid-review'],
    ['我投诉了', '投诉撤了再谈', 'block-complaint'],
    ['赔我十倍', '你不就是想讹钱吗', 'insult'],
  ])('%s：%s', (customer, reply, code) => {
    expect(sureLines(customer, reply)).toContain(code);
  });

  it.each([
    ['要评价吗', '不用给五星，好用就行'],
    ['我要给差评', '差评您想写就写，事我照样办到底'],
    ['好的', '谢谢您上次给的五星'],
    ['几点到', '晚上九点前给您信，祝搬家顺顺利利'],
    ['老客有啥', '老客券20无门槛，发您了'],
    ['我抽中了', '几点下班我不知道，您别白跑一趟'],
  ])('none: %s：%s', (customer, reply) => {
    expect(judge({ reply, customer }).redLines).toEqual([]);
  });
});
