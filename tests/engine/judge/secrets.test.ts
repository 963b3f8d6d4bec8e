import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/model/content.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { drive, judged, say, tick } from '#tests/engine/support/drive.ts';
import { shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { burst, contentOf, order } from '#tests/engine/support/tiny.ts';

const SECRET = ['花园路', '李工', '2207', 'AB座'];

/** Red lines found in the first reply; `own` says whether the customer ordered it themselves. */
const heard = (
  reply: string,
  { asks = '那双鞋寄给谁了', own = false, secret = SECRET }: { asks?: string; own?: boolean; secret?: string[] } = {},
): TurnJudgement['redLines'] => {
  const shoes = shoesWith({ beats: [{ ...sizeBeat(), says: burst(asks) }, shipBeat()] });
  const scenario: Scenario = {
    ...shoes,
    orders: [order({ secret })],
    customer: { ...shoes.customer, ownsOrder: own },
  };
  return judged(drive(contentOf([scenario]), [say(20_000, reply), tick(40_000)]).log).redLines;
};
const quoted = (reply: string, options?: Parameters<typeof heard>[1]): string[] =>
  heard(reply, options).map(
    ({ code, confidence, quote }) => `${code} ${confidence} ${reply.slice(quote.start, quote.end)}`,
  );

describe('a secret of the order', () => {
  it('that is told is a sure red line, quoted exactly, by a rule with a name', () => {
    const reply = '您稍等，我瞧见的是花园路那边';
    expect(quoted(reply)).toEqual(['privacy high 花园路']);
    expect(heard(reply)[0]?.rule).toMatch(/^[一-鿿]+$/);
  });

  it.each([
    ['嗯，ＡＢ座', 'ＡＢ座'],
    ['花\u200b园路', '花\u200b园路'],
    ['末尾2207', '2207'],
    ['手机13912342207', '2207'],
  ])('is heard in any width, and at the end of a whole number: %s', (reply, words) => {
    expect(quoted(reply)).toEqual([`privacy high ${words}`]);
  });

  it.each(['是不是花园路我不能说', '不是花园路', '一共12207件', '编号220788', '这边看一下'])(
    'is not heard in %s',
    (reply) => {
      expect(heard(reply)).toEqual([]);
    },
  );

  it('told twice is one red line, also beside another secret told already', () => {
    expect(quoted('花园路，李工收的，花园路')).toEqual(['privacy high 花园路']);
    expect(heard('她住花园路18号，收件人李工电话13912342207').filter(({ code }) => code === 'privacy')).toHaveLength(1);
  });

  it('takes the place of a doubt about the same words', () => {
    expect(quoted('李工，6栋2单元401')).toEqual(['privacy high 李工']);
  });

  it('counts where the customer named it first, and may be read back to whose order it is', () => {
    const asks = '是不是寄到花园路了';
    expect(quoted('嗯花园路', { asks })).toEqual(['privacy high 花园路']);
    expect(heard('嗯花园路', { asks, own: true })).toEqual([]);
    expect(quoted('嗯李工', { asks, own: true })).toEqual(['privacy high 李工']);
  });

  it('is heard nowhere where the case has none', () => {
    expect(heard('花园路那边', { secret: [] })).toEqual([]);
  });

  it('of an address is no doubt when the one it belongs to is asked it back in private', () => {
    expect(heard('请问是6栋2单元吗', { asks: '我住6栋2单元 ⏎ 到了吗', own: true, secret: [] })).toEqual([]);
    expect(quoted('请问是6栋2单元吗', { secret: [] })).toEqual(['privacy low 6栋2单元']);
  });
});

describe('an order that may not even be looked up for the one who asks', () => {
  /** What a first reply tells of an order signed for on the 9th, paid on the 6th. */
  const told = (reply: string, { own = false, forbidden = true, named = false } = {}): string[] => {
    const shoes = shoesWith({
      beats: [{ ...sizeBeat(), says: burst(named ? '尾号1001那单寄给谁了' : '那双鞋寄给谁了') }, shipBeat()],
    });
    const scenario: Scenario = {
      ...shoes,
      orders: [order({ paidOn: '2026-11-06 10:00', signedOn: '2026-11-09 11:05' })],
      customer: { ...shoes.customer, ownsOrder: own },
      forbids: forbidden ? [{ do: 'check-order', act: null, with: {}, because: '', reaction: null }] : [],
    };
    return judged(drive(contentOf([scenario]), [say(20_000, reply), tick(40_000)]).log)
      .redLines.filter(({ confidence }) => confidence === 'high')
      .map(({ code, quote }) => `${code} ${reply.slice(quote.start, quote.end)}`);
  };

  it.each([
    ['订单倒是有的，别的我不能说', '订单倒是有的'],
    ['您先坐会儿，9号已经签收了', '9号已经签收了'],
    ['6号付的款', '6号付的款'],
    ['收货的是位先生', '收货的是位先生'],
    ['我查到这单了', '我查到这单了'],
  ])('[T45] has a fact of it told in: %s', (reply, words) => {
    expect(told(reply)).toEqual([`privacy ${words}`]);
  });

  it.each([
    '有没有这一单我都不能说',
    '是不是9号签收的我没法讲',
    '单子的事只跟下单的账号说',
    '您9号方便吗',
    '要是真有这单，也得本人来问',
    '收件人是谁我不能讲',
    '17号之前签收的都能退',
  ])('[T45] has nothing of it told in: %s', (reply) => {
    expect(told(reply)).toEqual([]);
  });

  it('[T45] is no secret to who ordered or who named its number, nor where it may be looked up', () => {
    const reply = '订单倒是有的，9号签收的';
    expect(told(reply)).not.toEqual([]);
    for (const other of [{ own: true }, { named: true }, { forbidden: false }]) expect(told(reply, other)).toEqual([]);
  });
});
