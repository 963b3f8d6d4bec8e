import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const BASKET = 'bargaining/rival-forty';
const BLENDER = 'product-advice/blender-nap';
const JERSEY = 'order-change/team-jersey';
const ORANGES = 'shipping-urge/ship-by-when';
const BISCUIT = 'complaint-escalation/expired-biscuit';
const INVOICE = 'returning-customer/invoice-guchui';
const SHOES_INVOICE = 'returning-customer/invoice-suibu';
const SWAP = 'return-dispute/swap-size-suibu';
const TITLE = 'order-change/invoice-title-guchui';
const SWEET = 'product-advice/how-to-keep-poshang';
const SCAM = 'account-security/scam-call';
const CREAM = 'payment-reminder/unpaid-sensitive';
const FEE = 'return-dispute/return-fee-tinghe';
const content = prepare(
  contentFor(library, [
    BASKET,
    BLENDER,
    JERSEY,
    ORANGES,
    CREAM,
    INVOICE,
    SHOES_INVOICE,
    SWAP,
    TITLE,
    SWEET,
    BISCUIT,
    SCAM,
    FEE,
  ]).data,
);

const rights = (scenario: string, text: string): string[] =>
  (answerRequest(content, oneTurn(scenario, text, { customer: '那我再问下' })).strays ?? []).map(({ right }) => right);

describe('[T185] [T250] what a card or a page says, denied or affirmed', () => {
  it.each([
    [BASKET, '炸篮不能放进洗碗机', '可以放进洗碗机洗'],
    [BLENDER, '杯子直接丢进洗碗机就行', '也不能进洗碗机'],
    [JERSEY, '还没开印的那几件也不能取消', '未开印的件数可以取消'],
    [ORANGES, '橙子到了就封在塑料袋里放着', '别封在塑料袋里'],
  ])('%s: %s', (scenario, text, right) => expect(rights(scenario, text)).toEqual([right]));

  it.each([
    [BASKET, '炸篮能放进洗碗机'],
    [BASKET, '炸篮不用拿手刷，洗碗机洗得干净'],
    [BASKET, '炸篮能不能进洗碗机我帮您查下'],
    [BASKET, '我刚才说炸篮不能进洗碗机是说错了，可以的'],
    [BASKET, '您要是不放心，炸篮先别放洗碗机'],
    [BASKET, '炸篮放没放进洗碗机我不敢说'],
    [BLENDER, '杯子不能进洗碗机，清水冲冲就好'],
    [BLENDER, '洗碗机这块页面写得清楚'],
    [JERSEY, '没开印的件数您要取消我这就点'],
    [JERSEY, '开印的就不能取消了'],
    [ORANGES, '橙子别封在塑料袋里，摊开放'],
    [CREAM, '喘不上气马上去看医生'],
    [INVOICE, '需要两样：公司全称抬头和纳税人识别号'],
    [TITLE, '抬头我替她直接改不了，只能下单那个账号本人提'],
    [SWEET, '室温放3到5天变软，小番茄别冷藏'],
    [BISCUIT, '袋子和剩下的别扔'],
    [SWEET, '冰糖橙皮薄不好剥，切成瓣瓣吃安逸'],
    [CREAM, '敏感皮别直接上脸，先在耳后试24小时，没事再用'],
    [SCAM, '有共享屏幕的先关掉，别再给码'],
    [SCAM, '共享屏幕要是开着赶紧退出'],
  ])('%s: %s accuses nobody', (scenario, text) => expect(rights(scenario, text)).toEqual([]));
});

describe('[T262] what a card names as the case of a rule (铝膜拆了，为不完好)', () => {
  it.each(['16号晚上12点前在订单里申请就行，管口铝膜别拆', '瓶口的内塞铝膜千万别拆', '里头那层铝膜您先留着别揭'])(
    'is denied by nobody who advises against it: %s',
    (text) => expect(rights(FEE, text)).toEqual([]),
  );

  it('what the card says of goods is still denied by who says they have none', () => {
    expect(rights(FEE, '您这支管口没有铝膜封着的')).toEqual(['管口有铝膜封']);
  });
});

it('[T265] a turn that says just what a card says denies nothing of it in the words beside', () => {
  const moved = prepare(contentFor(library, ['order-change/change-address-guchui'], cardOfSeed(1)).data);
  const opposed = (text: string): string[] =>
    (answerRequest(moved, oneTurn('order-change/change-address-guchui', text, { customer: '还在不' })).strays ?? [])
      .filter(({ card }) => card === 'g-addr')
      .map(({ right }) => right);
  expect(opposed('让您久等了。出了库不能改城市，能做的是拦截下来重发苏州，我先点拦截')).toEqual([]);
  expect(opposed('出了库也能改城市，直接给您改苏州')).toEqual(['出库后不能改城市']);
});

it('[T229] words that answer another question word for word are no wrong answer to this one', () => {
  // Of this seed the oranges go out on a Friday, and who asks about today is answered by 20:00.
  const ofFriday = prepare(contentFor(library, [ORANGES], cardOfSeed(7)).data);
  const stateOf = (text: string) =>
    answerRequest(
      ofFriday,
      oneTurn(ORANGES, text, {
        customer: '那今天能不能走\n等得心烦',
        points: ['latest', 'by-nine'],
        questions: ['q-today'],
      }),
    ).judgement.points.find(({ id }) => id === 'by-nine')?.state;
  expect(stateOf('对，11月13日周五14:55前发出')).not.toBe('wrong');
  expect(stateOf('周五14:55前告诉您')).toBe('wrong');
});

it('[T240] a clause about other goods of the shop is held against no page but theirs', () => {
  const TWO = 'promotion/two-together-poshang';
  // Of this seed the customer asks for kiwis and small tomatoes: kiwis go into the fridge once soft, tomatoes never do.
  const both = [...Array(30).keys()]
    .map((seed) => prepare(contentFor(library, [TWO], cardOfSeed(seed)).data))
    .find(({ cases }) => JSON.stringify(cases.get(TWO)?.scenario.customer).includes('p13'));
  if (!both) expect.fail('no card with kiwis');
  const held = (text: string) =>
    (answerRequest(both, oneTurn(TWO, text, { customer: '那我再问下' })).strays ?? []).length;
  expect(held('猕猴桃室温放3到5天变软，小番茄别冷藏')).toBe(0);
  expect(held('猕猴桃软了也别冷藏')).toBe(1);
});

it('[T273] one character said stands for one of a card at most: 审 of 不用等审批 is not all of 报班长', () => {
  expect(rights(SHOES_INVOICE, '普票是电子的，系统自动开，不用等审批')).toEqual([]);
  expect(rights(SWAP, '普票是电子的，系统自动开，不用等审批')).toEqual([]);
  expect(rights(SWAP, '鞋底脏了想换也不用报班长')).toEqual(['还想换的报班长']);
});

it('[T276] a card that the case rests nothing on is denied by nobody', () => {
  expect(rights(SHOES_INVOICE, '鞋底脏了想换也不用报班长')).toEqual([]);
});
