/** What short customers take for an answer and what they ask again, in the words of plays by strangers. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { contentFor } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';
import { threadLines } from '#scripts/play/as-trainee.ts';
import { library } from '#tests/support/library.ts';

const played = (id: string, card: number, ...replies: readonly Omit<AuthoredReply, 'to'>[]) => {
  const { data, hash } = contentFor(library, [id], cardOfSeed(card));
  const content = prepare(data);
  const authored = replies.map((reply): AuthoredReply => ({ to: 'any', after: '9s', ...reply }));
  const drill = { scenarios: [id], replies: toReplies(authored), seed: 1, mode: 'lesson', contentHash: hash } as const;
  const events = playDrill(content, drill);
  const states = events.flatMap((event) => (event.kind === 'turn-judged' ? [event.judgement.points] : []));
  const customer = threadLines(content, events)
    .filter((line) => line.includes('客户'))
    .join('\n');
  const told = events.flatMap((event) => (event.kind === 'fact-told' ? [event.fact] : []));
  return { report: makeReport(data, events), points: states, customer, told };
};
const of = (points: readonly { point: string; state: string }[] | undefined, id: string) =>
  points?.find(({ point }) => point === id)?.state;

describe('[Q90] a price that dropped within the days of its protection', () => {
  const BYE = { say: '有别的问题随时找我' };
  const BACK = { do: [{ action: 'price-protect', amount: 1000 }], say: '差价10元退回您原支付了' };

  it.each(['在的，还在7天价保里', '可以的，还在7天价保里的', '您放心，没过价保的'])(
    'is half answered by its being within, and the rest is asked for: %s',
    (say) => {
      const { report, points, customer } = played('complaint-escalation/price-dropped-tinghe', 0, { say }, BACK, BYE);
      expect(of(points[0], 'within')).toBe('covered');
      expect(customer).toContain('那给我退多少');
      expect(report.score).toBeGreaterThanOrEqual(95);
    },
  );

  it('needs no word of the days where the money is told', () => {
    const { report, customer } = played('complaint-escalation/price-dropped-tinghe', 0, BACK, BYE);
    expect(customer).not.toContain('那给我退多少');
    expect(report.score).toBeGreaterThanOrEqual(95);
  });

  it('is told wrongly by 降价不补差, and by 还在价保里 once it is over', () => {
    const refused = played('complaint-escalation/price-dropped-tinghe', 0, { say: '亲，降价不补差的哦' });
    expect(of(refused.points[0], 'diff')).toBe('wrong');
    const over = played('complaint-escalation/price-dropped-tinghe', 1, { say: '可以的，还在7天价保里的' });
    expect(of(over.points[0], 'over')).toBe('wrong');
  });
});

describe('[Q91] an order that is cancelled', () => {
  const cancelled = (say: string, ...then: readonly string[]) =>
    played(
      'order-change/cancel-poshang',
      4,
      { do: [{ action: 'check-order' }, { action: 'cancel-order' }], say },
      ...then.map((text) => ({ say: text })),
    );

  it.each([
    '亲，还没打包，可以取消，已经帮您取消了，钱原路退回',
    '还没打包，给您取消了，退款走原路',
    '取消好了，从哪付的退回哪',
  ])('has its customer ask for the sum alone once they know the way: %s', (say) => {
    const { customer, points } = cancelled(say);
    expect(of(points[0], 'route')).toBe('covered');
    expect(customer).toContain('那具体是多少钱');
    expect(customer).not.toMatch(/退去哪|退哪|退到哪|回到哪|回哪儿/);
  });

  it.each(['全额退您', '您付了多少都退给您', '会原路退回的，您付多少退多少'])('has all of it given back: %s', (say) => {
    const { points } = cancelled('亲，还没打包，已经帮您取消了', say);
    expect(of(points[1], 'sum')).toBe('covered');
  });

  it('has its customer ask for both where neither was told, and another sum is wrong', () => {
    const { customer, points } = cancelled('亲，还没打包，已经帮您取消了', '退您29.9元，原路退回');
    expect(customer).toMatch(/退去哪|退哪|退到哪|回到哪|回哪儿/);
    expect(of(points[1], 'sum')).toBe('wrong');
  });
});

describe('[Q94] what customers know of themselves', () => {
  const IDS = [...library.short.keys()].filter((id) =>
    /^product-advice\/(?!still-good)|^shipping-urge\/ship-when|^order-change\/cancel/.test(id),
  );
  const CARDS = [0, 1, 2];
  const toldBy = (id: string, card: number, say: string) => played(id, card, { say }).told;

  it('is asked of many', () => expect(IDS.length).toBeGreaterThan(30));

  it.each(IDS)('is told when they need it, once asked: %s', (id) => {
    // How long it is to last, or where it goes to, is their own matter in two of them; the day is asked alike.
    const asked = CARDS.map((card) => toldBy(id, card, '您是急着要吗，几号要呀'));
    expect(asked.filter((told) => told.length === 0)).toEqual([]);
    expect(CARDS.flatMap((card) => toldBy(id, card, '现在的人都急着要，哪天发都看仓库'))).not.toContain('needed');
  });

  const FOR_WHOM = IDS.filter((id) => !/cancel|which-of-two|how-to-keep|how-many|in-stock|gift-box/.test(id));
  it.each(FOR_WHOM)('is told for whom it is: %s', (id) => {
    const asked = CARDS.map((card) => toldBy(id, card, '是您自己用吗，还是给谁买的'));
    expect(asked.filter((told) => told.length === 0)).toEqual([]);
  });

  it('is told apart from the budget: what holds them back is one thing, what they can spend another', () => {
    const toldIn = (say: string) => [0, 1, 2].map((card) => toldBy('promotion/coupon-stack', card, say));
    expect(toldIn('您纠结啥')).toEqual([['torn'], ['torn'], ['torn']]);
    expect(toldIn('您预算大概多少，我帮您算够不够')).toEqual([['budget'], ['budget'], ['budget']]);
  });

  it('says why something goes back, to whoever asks whether it is faulty or only unwanted', () => {
    const say = '你先跟我说说，是机器哪儿不好用，还是不想要了？';
    for (const card of [0, 3, 6]) expect(toldBy('return-dispute/no-reason-guchui', card, say)).toEqual(['why']);
  });

  /** What trainees asked back beside the answer, and the fact it is about. */
  const ASKED_BACK = [
    ['promotion/coupon-usable-tinghe', '您券领了没呀', 'got'],
    ['promotion/coupon-usable-poshang', '亲，您下单了没有', 'paid'],
    ['promotion/deadline-suibu', '您大概几点能付款呢', 'when-pay'],
    ['promotion/deposit-suibu', '您尾款付了吗', 'rest-paid'],
    ['promotion/stack-suibu', '您是同一个号拍吗', 'account'],
    ['promotion/two-together-tinghe', '您是怎么算出来的呀', 'how'],
    ['quality-claim/bad-few-poshang', '您是想补还是退', 'wish'],
    ['quality-claim/is-it-faulty-guchui', '您用了多久了呀', 'since'],
    ['quality-claim/is-it-faulty-tinghe', '您是想退还是想换', 'wish'],
    ['quality-claim/part-missing-guchui', '其他配件都齐吗', 'others'],
    ['quality-claim/short-weight-poshang', '您是带箱子称的吗', 'net'],
    ['quality-claim/still-covered-guchui', '大概什么时候坏的', 'since'],
    ['quality-claim/still-covered-guchui', '您想换新还是维修', 'wish'],
    ['return-dispute/swap-other-tinghe', '您为什么想换呀', 'why'],
    ['return-dispute/gift-back-suibu', '赠品还在您手上吗', 'gift'],
    ['return-dispute/refund-yet-guchui', '您当时用什么付的款', 'paid-by'],
    ['return-dispute/refuse-delivery-guchui', '这个件您还要吗', 'wish'],
    ['return-dispute/return-fee-suibu', '是质量问题还是不想要了', 'why'],
    ['return-dispute/return-one-poshang', '另一样您还要吗', 'keeps'],
    ['return-dispute/swap-size-suibu', '您想换几码', 'want'],
    ['returning-customer/invoice-guchui', '是下单这个号吗', 'account'],
    ['returning-customer/invoice-suibu', '抬头全称是什么呀', 'title'],
    ['returning-customer/regular-price-suibu', '您要什么颜色的', 'same'],
    ['shipping-urge/ship-on-day-poshang', '贺卡想写什么', 'note'],
    ['shipping-urge/together-guchui', '您是在驿站取件吗', 'pickup'],
    ['shipping-urge/urge-tinghe', '您是想退款还是等发货', 'wish'],
    ['shipping-urge/where-is-it-suibu', '家里有人收吗', 'home'],
    ['shipping-urge/which-courier-suibu', '您是寄到哪里呀', 'place'],
  ] as const;

  it.each(ASKED_BACK)('is told to whoever asks back: %s, %s', (id, say, fact) => {
    for (const card of [0, 1, 2, 3]) expect(toldBy(id, card, say), String(card)).toEqual([fact]);
  });

  it.each(ASKED_BACK)('is not told where nothing was asked: %s', (id) => {
    for (const card of [0, 1, 2]) expect(toldBy(id, card, '好的，我先看一下您这边的情况')).toEqual([]);
  });

  it('is told before the answer is taken, which stands as it would have stood alone', () => {
    const answer = '碎的按枚退，您这边两枚一共退9元，麻烦拍张照片';
    const acts = { do: [{ action: 'request-photo' }] } as const;
    const alone = played('quality-claim/bad-few-poshang', 1, { ...acts, say: answer });
    const asked = played('quality-claim/bad-few-poshang', 1, { ...acts, say: [answer, '您是想补还是退'] });
    expect(asked.told).toEqual(['wish']);
    expect(asked.customer).toContain('退钱就行');
    expect(of(asked.points[0], 'sum')).toBe(of(alone.points[0], 'sum'));
    expect(asked.report.score).toBe(alone.report.score);
  });

  it('agrees with what they said, on every card', () => {
    for (const card of [0, 1, 2, 3, 4, 5]) {
      const { customer } = played('shipping-urge/ship-when-suibu', card, { say: '您急用吗' });
      expect(customer.includes('急用 ') && customer.includes('不算急')).toBe(false);
    }
  });
});

describe('[Q93] praise for asking first', () => {
  const quoted = (say: string | readonly string[], card = 1) =>
    played('product-advice/which-size-guchui', card, { say: say as string }, { say: '那选3L就够' })
      .report.findings.filter(({ code }) => code === 'merit:asked-first')
      .map(({ quote }) => quote);

  it.each([
    ['看几个人吃：3L是259元，2到4人；4L是329元，4到6人，您家几口人', '您家几口人'],
    ['看几个人吃的，3L是259元 您家几口人呀', '您家几口人呀'],
    ['您家几口人？3L够2到4人吃', '您家几口人？'],
    ['亲，您看平时家里几个人吃饭呢', '您看平时家里几个人吃饭呢'],
  ])('quotes the question put to the customer, whole and alone: %s', (say, quote) => {
    expect(quoted(say)).toEqual([quote]);
  });

  it('quotes no figure behind the colon where nothing else was asked', () => {
    expect(quoted('看几个人吃：3L是259元，4L是329元').filter((quote) => /\d/.test(quote))).toEqual([]);
  });
});

describe('[Q92] an order below the 300 of 满300减40', () => {
  /** Cards whose two goods come to less. */
  const CASES = [
    ['promotion/coupon-stack', 'price', 1],
    ['promotion/incident-deal-ended', 'now', 2],
  ] as const;
  const heardIn = (id: string, beat: string, seed: number, reply: string) => {
    const { data } = contentFor(library, [id], cardOfSeed(seed));
    const asks = data.scenarios[0]?.beats.find((own) => own.id === beat)?.asks ?? [];
    const points = asks.flatMap((question) => question.points.map((point) => compilePoint(point)));
    const judged = judge({ reply, customer: asks.map(({ text }) => text).join('\n'), points }).points;
    return (point: string) => judged.find(({ id: own }) => own === point)?.state;
  };

  it.each(CASES)('is told a wrong 50 even where it can’t be used: %s', (...place) => {
    for (const say of ['满300减50用不了', '满300减50，您这单不到300，用不了', '满300减50这单凑不到'])
      expect(heardIn(...place, say)('off'), say).toBe('wrong');
  });

  it.each(CASES)('is told that it can’t be used, with the right figure or none: %s', (...place) => {
    for (const say of ['满300减40，您没到300，用不了', '没到300，满减用不了', '两件不到300，满减用不了']) {
      const state = heardIn(...place, say);
      expect([state('mj'), state('off')], say).toEqual(['covered', expect.not.stringMatching('wrong')]);
    }
  });
});

describe('[Q89] a coffee machine that was activated', () => {
  it('is not refused by its rule being another, and its customer waits for the refusal', () => {
    const { points, customer } = played(
      'return-dispute/no-reason-guchui',
      6,
      { say: '亲，七天无理由要商品完好，绑定激活的咖啡机要另看一条' },
      { say: '激活后不支持七天无理由，退不了' },
    );
    expect(of(points[0], 'kind')).not.toBe('covered');
    expect(of(points[1], 'kind')).toBe('covered');
    expect(customer.split('\n').length).toBeGreaterThan(4);
  });
});
