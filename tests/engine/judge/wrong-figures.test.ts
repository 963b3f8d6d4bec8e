import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const prepared = new Map<string, ReturnType<typeof prepare>>();
const contentOf = (id: string) => {
  const made = prepared.get(id) ?? prepare(contentFor(library, [id]).data);
  prepared.set(id, made);
  return made;
};

/** The figures told wrong in one turn of a case: the words, the right figure and its card. */
const strays = (id: string, text: string, more: Partial<JudgeRequest> = {}) => {
  return (answerRequest(contentOf(id), oneTurn(id, text, more)).strays ?? []).map(({ card, right, start, end }) => [
    text.slice(start, end),
    right,
    card,
  ]);
};

const FORGOT = 'payment-reminder/unpaid-forgot';
const TEN = 'payment-reminder/unpaid-ten-to-ten';
const SHIP = 'shipping-urge/ship-by-when';
const TEAM = 'order-change/team-jersey';

describe('[T77] the time by which somebody answers the customer', () => {
  it.each(['逐峰4的信我18点前留言', '发没发出15点前我留言', '发货的事17点前我打给您', '付没付成功15点前我来跟您讲'])(
    'is no time of goods in any case: %s',
    (text) => {
      const held = [...library.scenarios.keys()].flatMap((id) => strays(id, text).map((stray) => [id, ...stray]));
      expect(held).toEqual([]);
    },
  );

  it('is held against the card’s hour, and the hour of dispatch is still one of goods', () => {
    expect(strays(TEAM, '21:30前回您话')).toMatchObject([['21:30前回您话', '20:00', expect.any(String)]]);
    expect(strays(SHIP, '21点前付款今天就发')).not.toEqual([]);
  });
});

describe('[T210] a span that its own topics know', () => {
  const LIVE = 'livestream/live-three-lines';

  it('is right beside words that tell another span, too', () => {
    expect(strays(LIVE, '给嫂子那支先供着别揭铝膜，签收7天内没揭的能单退那一样')).toEqual([]);
  });

  it('is wrong where the words belong to the other span alone', () => {
    expect(strays(LIVE, '过敏包退是签收7天内')).toMatchObject([['过敏包退是签收7天内', '15天', 't-skin']]);
  });
});

describe('the price of a good that is named beside it', () => {
  it('[T29] is right in every case of its shop, with what is said of its stock', () => {
    const held = [...library.scenarios.keys()].flatMap((id) => {
      const products = contentOf(id).cases.get(id)?.shop.products ?? [];
      return products.flatMap(({ name, price }) =>
        strays(id, `${name.replaceAll(' ', '')}${price / 100}元有现货，您看要不要换这款`).map((stray) => [
          id,
          ...stray,
        ]),
      );
    });
    expect(held).toEqual([]);
  });

  it('[T29] is wrong a digit off', () => {
    const good = contentOf(FORGOT)
      .cases.get(FORGOT)
      ?.shop.products.find(({ id }) => id === 's09');
    expect(strays(FORGOT, `${good?.name.replaceAll(' ', '')}139块，包邮的`)).toMatchObject([
      [expect.any(String), '149元', 's09'],
    ]);
  });
});

describe('an hour that is over', () => {
  const SIZE = 'product-advice/shoe-half-size';
  const late = { nowMinute: 16 * 60 + 40, customer: '现在拍几点能发' };
  it.each(['今天16点前付的今天发，现在已经过了，这会儿拍明天给您发出', '现在过了16点，这会儿拍明天发'])(
    '[T124] is the card’s hour all the same: %s',
    (text) => expect(strays(SIZE, text, late)).toEqual([]),
  );

  it('[T124] is held where the card has another', () => {
    expect(strays(SIZE, '今天18点前付的今天发，现在已经过了', late)).toMatchObject([
      [expect.any(String), '16:00', 's-ship'],
    ]);
  });
});

describe('figures that stand nowhere in the case', () => {
  it('[T29] are held against the one right figure of their matter, whether it was asked for or not', () => {
    expect(strays(FORGOT, '快点付哈，就剩3条')).toEqual([['就剩3条', '216件', 's09']]);
    expect(strays(FORGOT, '139块，包邮的')).toEqual([['139块', '149元', 's09']]);
    expect(strays(SHIP, '我们是72小时内发')).toEqual([['我们是72小时内发', '48小时', 'p-ship']]);
    expect(strays(TEN, '后台写着还有108盒')).toEqual([['后台写着还有108盒', '88件', 'p11']]);
    expect(strays(TEAM, '我替你问问组长，10分钟内给你信')).toEqual([['10分钟内给你信', '30分钟', 'c-when']]);
  });

  it('[T29] are held against it too where they are right here of another matter', () => {
    expect(strays(TEN, '差不多五斤净果一盒')).toEqual([['差不多五斤净果一盒', '7斤', 'p11']]);
    expect(strays('livestream/live-spot-claim', '里面视黄醇是1%的')).toEqual([['里面视黄醇是1%的', '0.1%', 't05']]);
    expect(strays('logistics-complaint/late-one-day', '我给您发张20元的券')).toMatchObject([
      [expect.any(String), '10元', 'g-time'],
    ]);
  });

  it('[T29] are no fault where they are right, reckoned, rough, asked, denied, supposed or taken up', () => {
    const right = ['149块包邮', '库存还有两百多条', '库存216条', '两条一共298', '等我10分钟', '一百多块的裤子'];
    for (const text of right) expect(strays(FORGOT, text), text).toEqual([]);
    for (const text of ['就剩3条吗？', '不是只剩3条', '如果就剩3条我会说的', '别家就剩3条'])
      expect(strays(FORGOT, text), text).toEqual([]);
    expect(strays(FORGOT, '139块对的', { customer: '是139块吗' })).toEqual([]);
    expect(strays(FORGOT, '前面说139说错了，149块')).toEqual([]);
    expect(strays(SHIP, '24小时内发')).toEqual([]);
  });

  it('[T29] are noted once a turn among sums, as a sum reckoned from a wrong one is no second fault', () => {
    const found = strays('livestream/live-three-lines', '199是组合价哈，单买加起来247，省48');
    expect(found).toEqual([['单买加起来247', '237元', expect.any(String)]]);
  });
});

describe('[T80] an hour by which the customer is to act, told earlier than the card’s', () => {
  const BULK = 'bargaining/bulk-kickback';
  const at = (nowMinute: number) => ({ nowMinute });

  it('is no wrong figure while it is still to come: who acts by it keeps the card', () => {
    for (const text of ['那您五点半前付就行', '五点前付今天走', '您16点前付，今天能出库', '17:30之前付款都来得及'])
      expect(strays(BULK, text, at(15 * 60)), text).toEqual([]);
  });

  it('is wrong where it is later, or gone by today', () => {
    for (const text of ['20点前付今天走', '您19:30前付，今天能出库', '8点前付今天能出库'])
      expect(strays(BULK, text, at(15 * 60)), text).not.toEqual([]);
    expect(strays(BULK, '16点前付今天才能出库', at(17 * 60))).not.toEqual([]);
  });
});

describe('[T174] an hour of a named day', () => {
  it.each(['红薯干已付款，最晚6月19日20:01前发出', '红薯干已付款，最晚20号（后天）晚上8点40前出库'])(
    'is no daily hour of dispatch, in any case: %s',
    (text) => {
      const held = [...library.scenarios.keys()].flatMap((id) =>
        strays(id, text)
          .filter(([, right]) => String(right).includes(':'))
          .map((stray) => [id, ...stray]),
      );
      expect(held).toEqual([]);
    },
  );
});

describe('[T251] hours from when until when', () => {
  const LIVE = 'livestream/live-price-tinghe';
  const until = (text: string) => strays(LIVE, text);
  it('bear out the one that the case knows', () => {
    expect(until('今晚这价19:30到21:00付款的都算')).toEqual([]);
    expect(until('今晚这价19:30到23:30付款的都算')).not.toEqual([]);
  });
});

describe('[T257] an hour tomorrow by which something is done', () => {
  it('is no daily hour; by which the customer is to pay it is', () => {
    expect(strays(SHIP, '最晚明天20:12前出库')).toEqual([]);
    expect(strays(SHIP, '明天20:12前付款当天发')).not.toEqual([]);
  });
});
