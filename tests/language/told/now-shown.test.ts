/** What the clock shows and how many eat along are no figures that anybody asked for (RULES T211, T214). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const clocksTold = (text: string): string[] => {
  const { reading } = readReply(text);
  return reading.values.flatMap(({ kind, aside, start, end }) =>
    kind === 'clock' && aside !== 'now' ? [reading.text.slice(start, end)] : [],
  );
};

describe('[T211] the hour that it is now', () => {
  it.each(['现在20:00，还来得及', '这会儿才八点', '现在是晚上8点哦'])('is told of nothing in 「%s」', (text) =>
    expect(clocksTold(text)).toEqual([]),
  );

  it.each([
    ['现在20:00前付都行', '20:00'],
    ['您这单20:50没付会自动关，现在20:00', '20:50'],
    ['现在改到20:00了', '20:00'],
  ])('is another than the one told in 「%s」', (text, told) => expect(clocksTold(text)).toEqual([told]));
});

describe('[T214] people counted by the mouth', () => {
  const SIZE = 'product-advice/which-size-guchui';
  const content = prepare(contentFor(library, [SIZE]).data);
  const strays = (text: string) => answerRequest(content, oneTurn(SIZE, text)).strays ?? [];

  it.each(['两三口人用3L就够，四五口以上选4L', '三口人用3L就够'])('are no sum: %s', (text) =>
    expect(strays(text)).toEqual([]),
  );

  it('leave a wrong price a wrong one', () => {
    expect(strays('3L的239元，两三口人够了')).toMatchObject([{ right: '259元' }]);
  });
});

describe('[T247] minutes of an hour told before, and a sum that is asked after', () => {
  const SCAM = 'account-security/refund-message-guchui';
  const content = prepare(contentFor(library, [SCAM]).data);
  const kindsIn = (text: string) => readReply(text).reading.values.map(({ kind }) => kind);

  it('are no sum', () => {
    expect(kindsIn('这单20:39自动关闭,39分前付上就行')).toEqual(['clock']);
    expect(kindsIn('39块前面付过了')).toEqual(['amount']);
  });

  it('tell of no other sum than the right one', () => {
    const asks = (text: string) => readReply(text).reading.clauses.some(({ isQuestion }) => isQuestion);
    expect(answerRequest(content, oneTurn(SCAM, '您这台才付了那么多，哪来的234')).strays).toEqual([]);
    expect([asks('哪来的234'), asks('从哪来的退回哪')]).toEqual([true, false]);
  });
});

describe('[T217] figures of goods that the message names', () => {
  const SOLD_OUT = 'product-advice/last-pieces-sold-out-tinghe';
  const content = prepare(contentFor(library, [SOLD_OUT]).data);
  const { scenario, shop } = content.cases.get(SOLD_OUT) ?? expect.fail('no case');
  const other =
    shop.products.find(({ id, stock }) => id !== scenario.customer.enters && (stock ?? 0) > 100) ??
    expect.fail('one good');
  const name = /\p{Script=Han}{3,}/u.exec(other.name)?.[0] ?? expect.fail(other.name);
  const strays = (text: string) => answerRequest(content, oneTurn(SOLD_OUT, text)).strays ?? [];

  it('are right by that good’s own page, clauses later too, and in no other message', () => {
    expect(strays(`换${name}的话，送人不用另包，库存${other.stock}`)).toEqual([]);
    expect(strays(`换${name}的话，送人不用另包，库存${(other.stock ?? 0) + 7}`)).not.toEqual([]);
    expect(strays(`库存${(other.stock ?? 0) + 7}`)).not.toEqual([]);
  });

  it('[T210] what a coupon leaves to pay is no sum of the coupon’s', () => {
    const id = 'payment-reminder/unpaid-sensitive';
    const unpaid = prepare(contentFor(library, [id]).data);
    expect(answerRequest(unpaid, oneTurn(id, '两瓶336元，用粉丝券326元')).strays).toEqual([]);
  });
});

describe('[T232] the price of goods that are named', () => {
  const TWO = 'promotion/two-together-poshang';
  // Of this seed an old customer has both goods and asks 一共48块8对吧.
  const content = prepare(contentFor(library, [TWO], cardOfSeed(1)).data);
  const { scenario, shop } = content.cases.get(TWO) ?? expect.fail('no case');
  const [question] = scenario.beats.flatMap(({ asks }) => asks);
  const points = question?.points.map(({ id }) => id) ?? [];
  const good = shop.products.find(({ id }) => id === scenario.customer.enters) ?? expect.fail('no goods');
  const name = /\p{Script=Han}{3,}/u.exec(good.name)?.[0] ?? expect.fail(good.name);
  const price = `${good.price / 100}元`;
  const isWrong = (text: string): boolean =>
    answerRequest(
      content,
      oneTurn(TWO, text, { customer: '这俩我都要\n一共48块8对吧', points, questions: [question?.id ?? ''] }),
    ).judgement.points.some(({ state }) => state === 'wrong');

  it.each([`您看的是${name}吧，${price}有货`, `${name}${price}`])('is no wrong sum of two: %s', (text) =>
    expect(isWrong(text)).toBe(false),
  );
  it.each([`一共${price}`, `${name}到手${price}`, `${name}两样付${price}`])('is one in %s', (text) =>
    expect(isWrong(text)).toBe(true),
  );
});

it('[T232] sums of other goods, and what a coupon leaves of the right one, are no wrong price', () => {
  const AGAIN = 'returning-customer/same-again-poshang';
  // Of this seed the customer had 9斤 of oranges, which cost 35.9元 now.
  const content = prepare(contentFor(library, [AGAIN], cardOfSeed(0)).data);
  const wrong = (text: string): boolean =>
    answerRequest(content, oneTurn(AGAIN, text, { points: ['price'], questions: ['q-again'] })).judgement.points.some(
      ({ state }) => state === 'wrong',
    );
  const right = [
    '8月27号您买过坚果，现价59.9元、用券57.9元',
    '34元上下一箱17个，券在您这儿',
    '刚付的33.9元还没发',
    '要是拿两箱，一单71.8元用券69.8元',
  ];
  expect(right.filter(wrong)).toEqual([]);
  for (const text of ['现在33.9元', '要是拿两箱，一单75.8元', '脐橙现在59.9元', '32元上下一箱，券在您这儿'])
    expect(wrong(text), text).toBe(true);
});

it('[T201] days on the way are told by no card of how long goods keep', () => {
  const LAST = 'product-advice/last-pieces-in-stock-poshang';
  const content = prepare(contentFor(library, [LAST]).data);
  const strays = (text: string) => answerRequest(content, oneTurn(LAST, text)).strays ?? [];
  expect(strays('重庆能发，发出后远的3天左右到')).toEqual([]);
});

it('[T201] what takes days to be in hand is held against no card of a fall in price', () => {
  const LOW = 'payment-reminder/unpaid-tinghe';
  const content = prepare(contentFor(library, [LOW]).data);
  const strays = (text: string) => answerRequest(content, oneTurn(LOW, text)).strays ?? [];
  expect(strays('收到付款啦，到手一般2-3天，不保证具体哪天到')).toEqual([]);
});

describe('[T216] words that soothe whoever is shaken', () => {
  const acts = (reply: string) => judge({ reply, points: [] }).acts;
  it.each(['您先坐下喝口水缓一缓', '这不怪您，他们就是吃这碗饭的', '换谁都得慌'])('are care: %s', (reply) =>
    expect(acts(reply)).toContain('empathy'),
  );
  it.each(['别急，马上查', '不怪快递，是我们发晚了'])('are none in %s', (reply) =>
    expect(acts(reply)).not.toContain('empathy'),
  );
});

describe('[T218] sums of another matter than the price that was asked for', () => {
  const AGAIN = 'returning-customer/same-again-poshang';
  const content = prepare(contentFor(library, [AGAIN]).data);
  const [question] = content.cases.get(AGAIN)?.scenario.beats.flatMap(({ asks }) => asks) ?? [];
  const points = question?.points.map(({ id }) => id) ?? [];
  const isWrong = (text: string): boolean =>
    answerRequest(content, oneTurn(AGAIN, text, { points, questions: [question?.id ?? ''] })).judgement.points.some(
      ({ state }) => state === 'wrong',
    );

  it.each(['要几袋凑满20还能用满20减2的券', '两箱41.8元', '付好了21.9元', '用券后37.8元', '11月中旬往后那批会更甜'])(
    'are no wrong price: %s',
    (text) => expect(isWrong(text)).toBe(false),
  );

  it('are no price by the author’s own figure where they stand behind one, or before what was paid', () => {
    const isRuled = (text: string): boolean =>
      answerRequest(content, oneTurn(AGAIN, text, { points, questions: [question?.id ?? ''] })).judgement.points.some(
        ({ state, alike }) => state === 'wrong' && !alike,
      );
    for (const text of ['两箱41块8，券只减一回，39块8', '21.9元已付']) expect(isRuled(text), text).toBe(false);
    for (const text of ['两箱41块8。现在39块8', '21.9元付款就行']) expect(isRuled(text), text).toBe(true);
  });

  it('are those of two goods together and of a coupon where the point speaks of how much the coupon lacks', () => {
    const LACKS = compilePoint({
      id: 'usable',
      says: '还差80元才能用券',
      also: ['差80块用不了券', '要满199，还差80'],
      value: { kind: 'amount', is: '80元' },
      about: ['差', '券'],
    });
    const stateOf = (reply: string) => judge({ reply, customer: '券能用吗', points: [LACKS] }).points[0];
    expect(stateOf('本来就想配件T的话，加晨雾T正好218，用券203')).not.toMatchObject({
      state: 'wrong',
      confidence: 0.9,
    });
    expect(stateOf('一箱19.9、两箱用券37.8')).not.toMatchObject({ state: 'wrong', confidence: 0.9 });
    expect(stateOf('还差60才能用券')).toMatchObject({ state: 'wrong' });
  });

  it('leave a wrong price wrong', () => {
    for (const text of ['现在一份13.3元', '现在13.3元', '两箱41块8。现在13.3元', '13.3元付款就行'])
      expect(isWrong(text), text).toBe(true);
  });
});

describe('whoever is told to look at what others wrote', () => {
  it('is offered nothing for a review', () => {
    const lines = (reply: string) => judge({ reply, points: [] }).redLines.map(({ code }) => code);
    expect(lines('您看完评价想好了随时来，红薯干16.9元')).not.toContain('paid-review');
    expect(lines('给个五星评价，返您5元')).toContain('paid-review');
  });
});

describe('[T197] a look-up with the question told back', () => {
  const hold = (reply: string) => judge({ reply, points: [] }).hold;

  it.each(['我先点进去查你这单退货验收到哪一步了，查完马上回你今天退不退', '我先点进去查一下，查完马上回你'])(
    'asks to wait: %s',
    (reply) => expect(hold(reply)).not.toBeNull(),
  );

  it.each(['查一下，今晚回您', '我查下，明天给您信', '我查一下，今天下午四点前回您'])(
    'sets a later time in %s',
    (reply) => expect(hold(reply)).toBeNull(),
  );
});
