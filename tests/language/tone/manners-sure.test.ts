/**
 * Ill manners in a turn of one bubble: which are sure, and which aren't even a doubt. Lines of 2026-11-22; no classifier
 * learns from them.
 */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const ILL = ['cold', 'impatient', 'hostile'];
const manner = (customer: string, reply: string): 'sure' | 'doubt' | 'none' => {
  const { tone, toneConfidence } = judge({ reply, customer });
  if (!ILL.includes(tone) || toneConfidence < VERDICT_THRESHOLDS.tone.doubt) return 'none';
  return toneConfidence >= VERDICT_THRESHOLDS.tone.told ? 'sure' : 'doubt';
};
const sureLines = (customer: string, reply: string): string[] =>
  judge({ reply, customer }).redLines.flatMap(({ code, confidence }) => (confidence === 'high' ? [code] : []));

describe('ill manners are heard surely in', () => {
  it.each([
    ['怎么还没发货呀', '你催我也变不出来货 等着呗'],
    ['几点发', '说过两回了 四点前 你是没看吗'],
    ['在吗在吗', '行行 知道了 你别刷屏了'],
    ['能不能快点', '仓库也要休息，你急也没用'],
    ['我截图了啊', '截就截呗 谁怕你'],
    ['隔壁才卖两百', '随便您，便宜您去别家买嘛'],
    ['拉链坏了', '谁知道是不是你自己弄坏的'],
    ['差价能补吗', '二十块钱至于吗'],
    ['我要投诉', '您要投诉请便'],
    ['忘记领赠品了', '赠品要自己勾，没勾赖我们么'],
    ['你这个贵十块', '十块钱都舍不得，还逛什么店'],
    ['我不懂参数', '不懂就别挑三拣四的'],
    ['到底哪个好', '都给你比了三回了，挑一个不行么'],
    ['你再说一遍', '前面打那么多字您是一句没看啊'],
  ])('%s：%s', (customer, reply) => {
    expect(manner(customer, reply)).toBe('sure');
  });
});

describe('no doubt is left to people about', () => {
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
    ['我明天再弄', '行，链接还在，你哪天得空哪天弄'],
    ['就去接了个娃', '接个娃回来就没了，真是赶巧了'],
    ['那个人也说过', '他那边也说过，按页面算，不会两样'],
    ['才买一周', '您才买一周，还在无理由里'],
    ['我自己去退？', '不用你跑，叫人上门拿'],
    ['你骗我吧', '没骗你，今天真发不了，仓库锁了'],
    ['我烦死了', '是够烦的，剩下的我来跑'],
    ['随便吧', '那我按寄家里弄，不对你再说'],
  ])('%s：%s', (customer, reply) => {
    expect(manner(customer, reply)).toBe('none');
  });
});

describe('sure red lines', () => {
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
  ])('are not heard in %s：%s', (customer, reply) => {
    expect(judge({ reply, customer }).redLines).toEqual([]);
  });
});
