/** 可以的亲 and no more: after one question it is an answer, right or wrong as the same in whole sentences would be. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';

const CITY = {
  id: 'no-city',
  says: '已经出库改不了城市',
  also: ['出库了改不了别的城市', '不能改到杭州', '改不了收货城市'],
  contradicts: ['能改到杭州', '地址可以改成杭州', '已经给您改到杭州了'],
};
const COLOUR = {
  id: 'can',
  says: '原单可以直接改颜色',
  also: ['能换颜色', '颜色可以换'],
  contradicts: ['颜色换不了', '不能换颜色'],
};
const RETURN = { id: 'can', says: '七天内可以退', also: ['不合脚可以退'], contradicts: ['退不了', '不能退'] };
const UNKNOWN = {
  id: 'dunno',
  says: '老款能不能用我不确定',
  also: ['老款的我不清楚', '老款通不通用我这里没有资料'],
  about: ['老款', '通用', '这个'],
  yes: ['不确定', '不清楚', '没有资料'],
};

type Asked = { title: string; says: string; point: PointWordings };

/** As a drill asks it: the open question's title stands before the customer's words. */
const heard = (reply: string, { title, says, point }: Asked): string | undefined => {
  return judge({
    reply,
    customer: `${title}\n${says}`,
    points: [compilePoint(point)],
    questions: [{ id: 'q', text: title, pointIds: [point.id] }],
  }).points[0]?.state;
};

const city = { title: '收货地址能改到别的城市吗', says: '姐姐 地址填成旧的了\n能改到杭州吗', point: CITY };
const colour = { title: '颜色还能换吗', says: '快\n颜色拍错了 能换不', point: COLOUR };
const trouble = { title: '不合脚能不能退', says: '万一不合脚 退起来是不是很麻烦', point: RETURN };
const free = {
  title: '灰色要加钱吗',
  says: '灰的不加钱吧',
  point: { id: 'same', says: '灰色黑色同价', also: ['不用加钱'] },
};
const stock = {
  title: '今天能发出来吗',
  says: '刚付了\n38的\n今天能发出来吧\n周日我妈六十大寿',
  point: { id: 'out', says: '今天发不出来', also: ['38码今天发不了'], contradicts: ['今天能发出来', '今天可以发'] },
};
const EIGHT = {
  id: 'price',
  says: '我能给到95折',
  also: ['最多给您九五折'],
  contradicts: ['八折可以的', '给您做八折'],
};
const PAID = {
  id: 'no-200',
  says: '200给不了您',
  also: ['200真不行', '不能赔的'],
  contradicts: ['赔您200', '两百可以赔'],
};
const eight = { title: '40台能做八折吗', says: '要40台 发员工福利\n八折能做吗', point: EIGHT };
const paid = { title: '能赔200吗', says: '我跟媳妇吵一晚上\n赔我200', point: PAID };
const two = { title: '地址能改到别的城市吗', says: '能改到杭州吗\n今天能到吗', point: CITY };
const ring = { title: '垫圈老款能用吗', says: '我妈那台老的\n这圈能用上不', point: UNKNOWN };

describe('a bare yes or no', () => {
  it.each([
    ['可以的亲', city, 'wrong'],
    ['没问题', city, 'wrong'],
    ['可以的，没问题的亲', city, 'wrong'],
    ['不可以的哦亲亲', city, 'covered'],
    ['您好，不能的', city, 'covered'],
    ['可以的', colour, 'covered'],
    ['不行', colour, 'wrong'],
    ['可以的亲', eight, 'wrong'],
    ['可以的', paid, 'wrong'],
    ['不可以的', paid, 'covered'],
    ['可以的亲', stock, 'wrong'],
  ])('「%s」 answers what alone is asked', (reply, asked, state) => {
    expect(heard(reply, asked)).toBe(state);
  });

  it.each([
    ['不会的', trouble, 'no to 麻烦吗 denies no return'],
    ['可以的', free, 'neither fits 不加钱吧'],
    ['不可以的', two, 'two things are asked'],
    ['可以的', ring, 'yes and no say the same of what nobody knows'],
    ['不可以的', ring, 'yes and no say the same of what nobody knows'],
    ['应该可以的吧，具体看情况', city, 'a hedge is no yes'],
    ['可以，不行', city, 'both are said'],
    ['好的', city, '好的 tells that it was read'],
  ])('「%s」 is no answer: %#', (reply, asked) => {
    expect(['not-recognised', 'not-addressed']).toContain(heard(reply, asked));
  });
});

describe('不行 to 是不是', () => {
  const address = {
    title: '收货地址是不是公司',
    says: '那麻烦帮我核一下\n这单的收货地址写的是不是我们公司',
    point: {
      id: 'not-told',
      says: '订单信息只跟下单账号说',
      wrongs: [
        { id: 'reads', says: ['是你们公司的地址', '是的没错'] },
        { id: 'nod', says: ['不是公司的'] },
      ],
    },
  };
  it.each(['不行的', '不可以哈'])('doesn’t answer what something is: %s', (reply) => {
    expect(heard(reply, address)).not.toBe('wrong');
  });
  it.each(['是的', '不是的'])('answers whether it is: %s', (reply) => expect(heard(reply, address)).toBe('wrong'));
});
