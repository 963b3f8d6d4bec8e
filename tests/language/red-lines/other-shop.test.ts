/** 他家那台 speaks of another shop's goods: nobody's data are told, whatever is said of them (RULES T118). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const WHOSE = ['他家', '她家'];
const GOODS = ['那台', '那款', '这双', '那件', '标的', '卖的那瓶', '店里那箱'];
const SAYS = [
  '写的是无隔音罩的',
  '是老款，叫轻享版',
  '写的是38码偏小',
  '订单量没我们多',
  '照片上看是塑料的',
  '只住得下两个罐子',
];
const SHARED = '截图里他家标99，你家129，凭啥';

const codes = (reply: string): string[] => judge({ reply, customer: SHARED }).redLines.map(({ code }) => code);

describe('another shop’s goods', () => {
  it.each(WHOSE)('%s … tell nobody’s data [T118]', (whose) => {
    const replies = GOODS.flatMap((goods) => SAYS.map((says) => `${whose}${goods}${says}`));
    expect(replies.filter((reply) => codes(reply).includes('privacy'))).toEqual([]);
  });

  it.each([
    '他家住3栋502，电话138开头',
    '她家地址是花园路8号，您去找她',
    '他家在3栋2单元，您去找他',
    '他手机号是138开头的，您打给他',
    '她家那单写的是幸福小区3栋',
  ])('%s tells a person’s all the same [T118]', (reply) => {
    expect(codes(reply)).toContain('privacy');
  });
});
