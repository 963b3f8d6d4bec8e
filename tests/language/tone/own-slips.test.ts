/**
 * Apologies for a slip of one's own, short answers to who is there, plain questions back; beside them the same matters
 * told rudely. No classifier learns from these lines; those of `train-tone-4.jsonl` are their neighbours.
 */
import { describe, expect, it } from 'vitest';
import WEIGHTS from '#language/classifier/weights.json' with { type: 'json' };
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { pack, unpack } from '#scripts/train/encode.ts';

const ILL = ['cold', 'impatient', 'hostile'];
const chanceOfIll = (customer: string, reply: string): number => {
  const { tone, toneConfidence } = judge({ reply, customer });
  return ILL.includes(tone) ? toneConfidence : 0;
};

describe('nobody is ill-mannered, not even perhaps, who', () => {
  it.each([
    ['单子上是灰的没', '啊不好意思 刚才嘴上说了没点'],
    ['备注呢', '我光说没写 补上了'],
    ['怎么还没到账', '不好意思 刚才说退了其实没点 现在点好了'],
    ['说好的券', '对不起 说了忘发 刚发'],
    ['到底寄哪', '刚才地址念错了 是厦门那个'],
    ['改成43了吗', '啊 忘点了 点了'],
    ['我给你看过图了', '您发过了 是我没看到'],
    ['你谁', '谷炊客服啊'],
    ['你哪个店的', '谷炊的客服'],
    ['哪里的', '苏州 我们是卖大闸蟹的'],
    ['你是真人吗', '真人啊'],
    ['不记得了', '上个月换过咖啡机的那家'],
    ['在不在', '您要买什么东西'],
    ['在', '亲在呢 您要买什么东西呀'],
    ['真退款该上哪看呀', '不用您转钱，也不用您点什么东西'],
    ['那个没了？', '什么没了 您说的哪一款'],
    ['怎么回事', '我查下 您买的是什么'],
  ])('%s：%s', (customer, reply) => {
    expect(chanceOfIll(customer, reply)).toBeLessThan(VERDICT_THRESHOLDS.tone.doubt);
  });
});

describe('whoever says the same rudely is heard', () => {
  it.each([
    ['单子上是灰的没', '说了在点在点 急啥'],
    ['在不在', '买不起就别问东西'],
    ['你是真人吗', '你才不是人'],
    ['不记得了', '不记得就翻记录 别问我'],
    ['怎么回事', '怎么回事问你自己 你弄坏的'],
    ['然后呢', '然后然后 没完没了'],
  ])('%s：%s', (customer, reply) => {
    expect(chanceOfIll(customer, reply)).toBeGreaterThanOrEqual(VERDICT_THRESHOLDS.tone.told);
  });
});

it('the weights read back are packed as they were, so that heads nobody trains keep theirs', () => {
  expect(pack(unpack(WEIGHTS)).rows).toBe(WEIGHTS.rows);
});
