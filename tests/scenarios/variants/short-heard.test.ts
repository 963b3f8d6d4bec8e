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
  const factsOn = (id: string, card: number) =>
    Object.values(contentFor(library, [id], cardOfSeed(card)).data.scenarios[0]?.customer.knows ?? []).map(
      (fact) => fact.id,
    );

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

  /** What a trainee asks back beside the answer: the case, the question, and what the customer then tells. */
  const ASKED_BACK = [
    ['account-security/friend-order-poshang', '您和收件人是什么关系呢', 'who'],
    ['account-security/friend-order-suibu', '请问是您本人下的单吗', 'buyer'],
    ['account-security/refund-message-guchui', '里面有没有链接', 'link'],
    ['account-security/refund-message-suibu', '卡号给他了吗', 'given'],
    ['account-security/refund-message-suibu', '您自己有申请过退款吗', 'applied'],
    ['account-security/refund-message-suibu', '是短信还是电话联系您的', 'how'],
    ['account-security/refund-message-tinghe', '对方是什么号码呢', 'number'],
    ['bargaining/many-less-guchui', '您是公司采购还是自己用呢', 'use'],
    ['bargaining/many-less-guchui', '您这批大概什么时候要', 'needed'],
    ['bargaining/many-less-guchui', '您需要开发票吗', 'invoice'],
    ['complaint-escalation/offer-protected-protected-guchui', '您当时是用什么付的款', 'paidby'],
    ['complaint-escalation/price-dropped-suibu', '您当时下单用优惠券了吗', 'coupon'],
    ['complaint-escalation/price-dropped-tinghe', '您是想退货吗', 'want'],
    ['complaint-escalation/promise-kept-guchui', '是哪天答应您的呀', 'when'],
    ['complaint-escalation/promise-kept-suibu', '请问当时答应您的是什么呢', 'what'],
    ['complaint-escalation/promise-kept-tinghe', '您还记得是哪位客服吗', 'who'],
    ['complaint-escalation/who-decides-guchui', '您什么时间方便联系', 'reach'],
    ['complaint-escalation/who-decides-poshang', '您手上有照片吗', 'proof'],
    ['complaint-escalation/who-decides-suibu', '您是想退货还是换货呢', 'want'],
    ['livestream/gift-promised-tinghe', '您昨晚大概几点付的款呀', 'paid'],
    ['livestream/gift-promised-tinghe', '收货地址还是原来的吗', 'place'],
    ['livestream/gift-promised-tinghe', '请问您包裹收到了吗', 'got'],
    ['livestream/live-price-tinghe', '亲，您这边已经拍下了吗', 'paid'],
    ['livestream/live-price-tinghe', '您付款了没有呀', 'paid'],
    ['livestream/live-price-tinghe', '您打算拍几件呢', 'count'],
    ['livestream/live-price-tinghe', '您是自己用还是送人呀', 'whom'],
    ['logistics-complaint/box-crushed-guchui', '您是想换还是想退呢', 'want'],
    ['logistics-complaint/box-crushed-guchui', '您里面拆开看过了吗', 'inside'],
    ['logistics-complaint/box-crushed-guchui', '箱子破得严重吗', 'where'],
    ['logistics-complaint/box-crushed-guchui', '送货师傅还在门口吗', 'courier'],
    ['logistics-complaint/one-missing-poshang', '外箱和面单还在吗？', 'box'],
    ['logistics-complaint/one-missing-poshang', '箱子里面都翻过了吗', 'looked'],
    ['logistics-complaint/one-missing-suibu', '亲，您是想要我们补发给您，还是退掉这一样呢？', 'want'],
    ['logistics-complaint/one-missing-suibu', '您一共收到几个包裹呀', 'parcels'],
    ['logistics-complaint/one-missing-suibu', '您开箱的时候有录视频吗', 'video'],
    ['logistics-complaint/pickup-code-guchui', '有人替您拿走了吗', 'family'],
    ['logistics-complaint/pickup-code-poshang', '垃圾短信里您找过吗', 'texts'],
    ['logistics-complaint/pickup-code-suibu', '您留的手机号换过吗', 'phone'],
    ['logistics-complaint/promised-day-guchui', '您家里白天有人收吗', 'home'],
    ['logistics-complaint/promised-day-guchui', '您是急着用吗', 'needed'],
    ['logistics-complaint/promised-day-guchui', '派送的联系过您吗', 'called'],
    ['order-change/add-one-guchui', '收件人和地址都一样吗', 'place'],
    ['order-change/add-one-suibu', '您要加几件呀', 'count'],
    ['order-change/add-one-tinghe', '您新的这件拍了没', 'paid'],
    ['order-change/change-address-guchui', '原来的地址有人可以代收吗', 'there'],
    ['order-change/change-address-suibu', '收件人还是您本人吗', 'person'],
    ['order-change/change-address-suibu', '新地址发我一下，是改到哪里呢', 'to'],
    ['order-change/change-address-tinghe', '您急着用吗', 'needed'],
    ['order-change/change-address-guchui', '新的那边门牌号是多少', 'to'],
    ['order-change/change-sku-suibu', '您是要换成哪个颜色呀', 'which'],
    ['order-change/change-sku-suibu', '您确定要换这个码吗', 'which'],
    ['order-change/change-sku-suibu', '您要退款还是重发呀', 'want'],
    ['order-change/gift-note-poshang', '好的，卡片上您想写什么呀？', 'words'],
    ['order-change/gift-note-poshang', '您希望哪天送到', 'needed'],
    ['order-change/gift-note-poshang', '是直接寄给收礼的人吗', 'goes'],
    ['order-change/gift-note-poshang', '落款要写谁的名字吗', 'sign'],
    ['order-change/gift-note-poshang', '请问是送给谁的呢', 'whom'],
    ['order-change/invoice-title-guchui', '您大概几号要用', 'needed'],
    ['order-change/invoice-title-guchui', '您是用现在这个号下的单吗？', 'mine'],
    ['order-change/invoice-title-guchui', '您要开普票还是专票呢', 'kind'],
    ['order-change/invoice-title-guchui', '新的抬头全称是什么呢', 'title'],
    ['order-change/invoice-title-guchui', '请问您是下单的本人吗', 'mine'],
    ['payment-reminder/cannot-pay-guchui', '您现在是用什么付的', 'card'],
    ['payment-reminder/cannot-pay-poshang', '您家里有人会弄吗', 'family'],
    ['payment-reminder/cannot-pay-suibu', '您点付款的时候跳什么提示呀', 'shows'],
    ['payment-reminder/cannot-pay-tinghe', '卡里的余额够吗', 'enough'],
    ['payment-reminder/unpaid-guchui', '您当时是没付成功吗', 'why'],
    ['payment-reminder/unpaid-suibu', '这个您还要吗', 'wants'],
    ['payment-reminder/unpaid-tinghe', '您大概几点能付呢', 'when'],
  ] as const;

  it.each(ASKED_BACK)('is told to whoever asks back: %s, %s', (id, say, fact) => {
    const knowing = CARDS.filter((card) => factsOn(id, card).includes(fact));
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.map((card) => toldBy(id, card, say))).toEqual(knowing.map(() => [fact]));
  });

  it.each([
    ['logistics-complaint/one-missing-suibu', '补还是退都看班长怎么批'],
    ['order-change/gift-note-poshang', '贺卡想写什么都行，我们照抄'],
    ['order-change/invoice-title-guchui', '抬头写什么都行，您公司定'],
    ['livestream/live-price-tinghe', '不管付了没付，我都给您看着'],
    ['account-security/refund-message-suibu', '里面要是有链接您别点'],
    ['payment-reminder/unpaid-suibu', '您要是还要的话可以再拍'],
  ] as const)('is told to nobody who asks nothing: %s, %s', (id, say) => {
    expect(CARDS.flatMap((card) => toldBy(id, card, say))).toEqual([]);
  });

  it('goes by the card: 写什么 is answered with the words, or with 不用卡 by who wants none', () => {
    const asked = [0, 1, 2, 3, 4, 5].map((card) => [
      factsOn('order-change/gift-note-poshang', card).includes('words'),
      toldBy('order-change/gift-note-poshang', card, '卡片上您想写什么呀'),
    ]);
    expect(asked).toEqual(asked.map(([wants]) => [wants, wants ? ['words'] : ['card']]));
    expect(new Set(asked.map(([wants]) => wants)).size).toBe(2);
  });

  /** What trainees asked back beside the answer, and the fact it is about. */
  const ASKED_OF_OFFERS = [
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
    ['return-dispute/return-fee-poshang', '您寄出来没有', 'sent'],
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

  it.each(ASKED_OF_OFFERS)(
    'is told to whoever asks customers of offers, faults and parcels: %s, %s',
    (id, say, fact) => {
      for (const card of [0, 1, 2, 3]) expect(toldBy(id, card, say), String(card)).toEqual([fact]);
    },
  );

  it.each(ASKED_OF_OFFERS)('is not told where nothing was asked: %s', (id) => {
    for (const card of [0, 1, 2]) expect(toldBy(id, card, '好的，我先看一下您这边的情况')).toEqual([]);
  });

  it('is told before the answer is taken, which stands as it would have stood alone', () => {
    const answer = '碎的按枚退，您这边两枚一共退9元，麻烦拍张照片';
    const acts = { do: [{ action: 'request-photo' }] };
    const alone = played('quality-claim/bad-few-poshang', 1, { ...acts, say: answer });
    const asked = played('quality-claim/bad-few-poshang', 1, { ...acts, say: [answer, '您是想补还是退'] });
    expect(asked.told).toContain('wish');
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

describe('[T33] goods that are there', () => {
  const IN_STOCK = 'product-advice/last-pieces-in-stock-suibu';
  const CARDS = [0, 1, 2, 3];

  it.each([
    ['看了下后台，这款没剩了', '是的没有了'],
    ['抱歉这款卖完了', '真的没有了'],
  ])('please nobody who was told twice that there are none: %s', (first, second) => {
    for (const card of CARDS) {
      const { customer } = played(IN_STOCK, card, { say: first }, { say: second });
      expect(customer).not.toMatch(/有就行|没断货|怕卖光|就成|一次拍齐/);
    }
  });

  it.each(['有货的，没剩多少了，您抓紧', '有的，别的颜色没有了，这个够'])(
    'please once they are said to be there: %s',
    (say) => {
      for (const card of CARDS) {
        const { customer } = played(IN_STOCK, card, { say });
        expect(customer).toMatch(/有就行|没断货|怕卖光|就成/);
      }
    },
  );
});
