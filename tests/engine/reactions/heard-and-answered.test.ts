/** What customers of stored plays said though it had been told, asked or never said: on the turns that led to it. */
import { describe, expect, it } from 'vitest';
import { withoutSameQuestion } from '#engine/customer/opening-replacements.ts';
import { mindsSum, namesSum, toldInstead, withAgreedSku } from '#engine/customer/paid-otherwise.ts';
import type { Burst, CustomerDeed, Reactions } from '#engine/model/content.ts';
import { isPerhapsIllMannered } from '#engine/reactions/turn-tone.ts';
import { asksNoTimeJustNamed, DOUBT_SUPPOSES, supposesOnlySaid } from '#engine/state/true-lines.ts';
import { windowClosesAt } from '#engine/state/windows.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { replayed } from '#scripts/fairness/replayed.ts';

const { library } = loadLibrary('scenarios');

const burst = (...texts: string[]): Burst => texts.map((text) => ({ kind: 'text', text }));

/** Seconds, operations and words of a turn. */
type Turn = [after: number, words: string[], deeds?: AuthoredReply['do']];

/** What the customer says to the last of these turns. */
const answerTo = (scenario: string, turns: readonly Turn[]): string => {
  const replies = turns.map(
    ([after, say, deeds]): AuthoredReply => ({
      to: 'any',
      after: `${after}s`,
      say,
      ...(deeds && { do: deeds }),
    }),
  );
  return replayed(library, scenario, toReplies(replies)).reactions.at(-1)?.customer ?? '';
};

describe('a burst', () => {
  it('[J155] asks one thing once', () => {
    const asked = burst('那这算不算虚假宣传');
    expect(withoutSameQuestion(burst('剪好了', '这叫虚假宣传吧'), asked)).toEqual(burst('剪好了'));
    expect(withoutSameQuestion(burst('那拦吧'), burst('那拦没拦住 几点告诉我呀'))).toEqual(burst('那拦吧'));
    expect(withoutSameQuestion(burst('剪好了', '你们管事的在吧'), asked)).toEqual(burst('剪好了', '你们管事的在吧'));
  });

  it('[J155] asks one thing once where the case has it twice', () => {
    const said = answerTo('promotion/live-gift-mismatch', [
      [9, ['看到你这单了，昨晚20:16付的组合，我查下付款排第几'], [{ action: 'check-order' }]],
      [
        12,
        [
          '轮得到，你是第187单，在前200里',
          '场控挂的也是20:00到20:30，你付的时候在里面，是我们链接漏写、赠品单也漏了，不好意思',
          '小样四件我已经点了补寄，今天寄，运费我们出，18点前单号给你',
        ],
        [{ action: 'resend', product: 't11' }],
      ],
      [11, ['不全是，20:00到20:30付、并且排在前200的才有', '你187两样都占，放心']],
      [
        13,
        ['刚报给班长了，链接漏写跟赠品单漏生成都写了，顺便请他查其他单漏没漏', '班长10分钟内回我，有信了在这跟你说'],
        [{ action: 'escalate-1', note: '11-11直播前200单送旅行小样，链接漏写且赠品单没生成，187已补寄，请查其余' }],
      ],
      [
        14,
        [
          '哈哈 主播那边班长会转给场控的',
          '小样今天寄，邻近省一般次日到，远的3天左右，周六不敢给你打包票',
          '周六是要赶什么事吗？你收货在哪个省',
        ],
      ],
      [12, ['好嘞你剪，不着急，剪好发这儿我收下转班长', '18点前单号我留言给你，不用守着']],
    ]);
    expect(said).toContain('虚假宣传');
    expect(said.match(/虚假宣传/g)).toHaveLength(1);
  });
});

describe('who has minded a word', () => {
  it('[J156] waits for what is said to it before going on', () => {
    const preparedCase = {
      persona: { patience: [90, 180, 300] },
      scenario: { customer: { knows: [] } },
      beats: new Map(),
    };
    const window = { id: 'w', kind: 'confirm-order', beat: 'recap', fromAt: 5000, untilAt: 30_000 } as const;
    const minded = {
      said: [{ id: 'a', text: '5个工作日', at: 10_000 }],
      lastLineAt: 20_000,
      lastReaction: 'wrong',
      nodded: false,
      hold: null,
      lastBurst: [],
    };
    const closesAt = (more: object): number =>
      windowClosesAt({ ...minded, ...more } as never, preparedCase as never, window as never);
    expect(closesAt({})).toBe(110_000);
    expect(closesAt({ nodded: true })).toBe(30_000);
    expect(closesAt({ lastReaction: 'none' })).toBe(30_000);
    expect(closesAt({ said: [{ id: 'b', text: '核了', at: 25_000 }] })).toBe(30_000);
  });

  it('[J159] says what they meant when they are asked', () => {
    const said = answerTo('return-dispute/seventh-day', [
      [14, ['在的，今天第6天，明天还能退']],
      [14, ['对 今天第6天']],
      [14, ['你说哪里不对呀？']],
    ]);
    expect(said).toContain('那我今天退赶得上吗');
  });

  it('[J250] says when they are at home where that is asked instead', () => {
    const said = answerTo('return-dispute/seventh-day', [
      [14, ['在的，今天第6天，明天还能退']],
      [14, ['对 今天第6天']],
      [14, ['您几点在家？我约快递上门取']],
    ]);
    expect(said).not.toContain('那我今天退赶得上吗');
    expect(said).toMatch(/晚上|下班|没准|没个准|说不准/);
  });
});

describe('ill manners, perhaps', () => {
  it('[J157] are heard in tone and insult', () => {
    const turn = { tone: 'neutral', toneConfidence: 0.9, redLines: [], slights: [] };
    const isHeard = (more: object): boolean => isPerhapsIllMannered({ ...turn, ...more } as never);
    expect(isHeard({})).toBe(false);
    expect(isHeard({ tone: 'impatient', toneConfidence: 0.42 })).toBe(true);
    expect(isHeard({ tone: 'impatient', toneConfidence: 0.3 })).toBe(false);
    expect(isHeard({ redLines: [{ code: 'insult', confidence: 'low' }] })).toBe(true);
    expect(isHeard({ redLines: [{ code: 'offsite', confidence: 'low' }] })).toBe(false);
    expect(isHeard({ slights: [{ kind: 'mocks', unsure: false }] })).toBe(false);
  });

  it('[J157] get no content word', () => {
    const said = answerTo('returning-customer/third-pair', [
      [8, ['在 黑色有货 还是42？']],
      [12, ['那你快点定 我这排着好几个人呢', '没别的事就拍42']],
      [12, ['我就是说快点 没别的意思', '你还要问啥']],
    ]);
    expect(said).toContain('老客');
    expect(said).not.toMatch(/^(?:反正一直穿这个 ⏎ )?(?:行|好|嗯)/);
  });
});

const PACKS: Turn[] = [
  [14, ['吃个饭回来没了，是挺憋屈的', '这个半价是14:00截止的，按付款时间算，现在14:12已经过了，283.5这个价我拍不了']],
  [
    16,
    [
      '两只189×2=378，满300减40，再用张199减15的店铺券，378-40-15=323',
      '券发你了，包邮，折下来一只161块5。你两只是自己用还是给别人带的？',
    ],
    [{ action: 'send-coupon', coupon: 'cp15' }],
  ],
  [15, ['一人一只正好，现在就两个色，黑色和灰色', '你们要啥颜色？电脑仓放得下15.6寸的']],
  [14, ['好，两只黑色，备注写上了', '今天16点前付款的话今天就能发，默认普通快递，哪天到我不敢打包票', '你哪天要用？']],
];

describe('what was told before', () => {
  it('[J158] is not insisted on, and a question put to the customer is answered', () => {
    expect(answerTo('promotion/incident-deal-ended', PACKS)).not.toMatch(/问|数呢/);
  });

  it('[J158] is made sure of', () => {
    const said = answerTo('promotion/incident-deal-ended', [...PACKS, [12, ['这款防泼水，背着也轻']]]);
    expect(said).toMatch(/323.*(?:对|是)吧/);
  });

  it('[J176] is no mistake for a figure of the talk', () => {
    const said = answerTo('return-dispute/seventh-day', [
      [
        14,
        ['在的，没超，今天还能退', '你11-05签收，6号算第1天，数到今天12号正好第7天，今晚24点前在平台点申请就有效'],
        [{ action: 'check-order' }],
      ],
      [14, ['你在订单里点申请退货，今晚24点前提交上就算数，鞋不用今天寄', '鞋咋不想要了，穿出门没有，吊牌还在不']],
      [
        16,
        ['不碍事，今晚点了就算，东西明后天寄都行', '我这边点同意了。不喜欢退的寄回运费你出，单里有运费险，多半补不满'],
        [{ action: 'approve-return', items: 's02', order: 'order' }],
      ],
      [12, ['去吧去吧，不用翻墙哈哈', '回来看下聊天里的退货地址，寄的时候照那个寄就行']],
      [
        17,
        [
          '退289，就是你实付的。我们收到鞋起7天内原路退，哪天到快递我说不准',
          '要赶25号，得18号前鞋到我们这，按最晚7天算才来得及。所以明天就寄最稳，别拖',
        ],
      ],
    ]);
    expect(said).not.toMatch(/不是这样|真的吗|室友/);
  });

  it('[J178] is not asked in its own words', () => {
    const said = answerTo('order-change/incident-sold-out', [
      [
        28,
        [
          '不好意思，38码刚盘点卖空了，页面没来得及下，今天发不出去',
          '38要17号才到货，赶不上周日。要么换39的有现货，要么退款',
        ],
        [{ action: 'check-order', order: 'order' }],
      ],
      [30, ['退的，269全退，原路回', '你妈平时鞋合脚吗，脚宽不宽？宽的话39也能穿，4点前改好今天能发']],
      [
        28,
        ['行，脚宽拿39正好，给你改好了，你刷新下看看', '今天能发'],
        [{ action: 'change-sku', sku: '39', order: 'order', product: 's03' }],
      ],
    ]);
    expect(said).toContain('39');
    expect(said).not.toContain('改好了吧');
  });
});

describe('a line for waiting', () => {
  it('[J226] asks for no time that was just named', () => {
    const fits = (line: string, text: string): boolean =>
      asksNoTimeJustNamed({ said: [{ id: '1', text, at: 1 }] as never }, burst(line));
    expect(fits('要等好久嘛', '我报班长，10分钟内给您回话')).toBe(false);
    expect(fits('要等好久嘛', '我帮您查下物流，稍等一小会儿')).toBe(true);
    expect(fits('都等好久了', '我报班长，10分钟内给您回话')).toBe(true);
  });
});

describe('a doubt', () => {
  it('[J177] supposes only what was said', () => {
    const fits = (text: string, ...said: string[]): boolean =>
      supposesOnlySaid({ said: said.map((text, at) => ({ id: String(at), text, at })) }, burst(text));
    expect(fits('价钱不一样诶', '2小时内给你回，20点前这个一块给你回', '不用你先掏特快钱')).toBe(false);
    expect(fits('价钱不一样诶', '特快补20')).toBe(true);
    expect(fits('价不对', '一共两百三十块')).toBe(true);
    expect(fits('这个天数和我查到的对不上', '很快就出')).toBe(false);
    expect(fits('这个天数和我查到的对不上', '要5个工作日')).toBe(true);
    expect(fits('真的吗 我再看看', '不用')).toBe(true);
  });

  it('[J177] names only what its point is about, in every case', () => {
    const astray: string[] = [];
    for (const id of library.scenarios.keys()) {
      const { data } = contentFor(library, [id], cardOfSeed(0));
      for (const scenario of Object.values(data.scenarios)) {
        const points = scenario.beats.flatMap((beat) => [...beat.points, ...beat.asks.flatMap((ask) => ask.points)]);
        const wrongs = [scenario.reacts, ...scenario.beats.map(({ reacts }) => reacts)].flatMap((reacts: Reactions) =>
          Object.entries(reacts.wrong),
        );
        for (const [id, reaction] of wrongs) {
          const told = JSON.stringify(points.filter((point) => point.id === id));
          for (const bubble of (reaction?.bursts ?? []).flat())
            for (const row of DOUBT_SUPPOSES)
              if (bubble.kind === 'text' && id !== '*' && row.names.test(bubble.text) && !row.told.test(told))
                astray.push(`${scenario.id} ${id}: ${bubble.text}`);
        }
      }
    }
    expect(astray).toEqual([]);
  });
});

describe('an order that comes out otherwise than told', () => {
  const order = {
    deed: 'place-order',
    product: 'p',
    sku: '42.5',
    pays: true,
    amount: 39900,
    off: [
      { card: 'mj', amount: 4000 },
      { card: 'back', amount: 2000 },
    ],
  } satisfies CustomerDeed;
  const told = (...said: string[]) => ({ said: said.map((text, at) => ({ id: String(at), text, at })) });

  it('[J179] is minded by its sum', () => {
    expect(toldInstead(order, told('再加满300减50 389拿走'))).toBe(38900);
    expect(toldInstead({ ...order, amount: 4180 }, told('两箱可以用两张券，39块8，拍两箱划算'))).toBe(3980);
    expect(toldInstead(order, told('389拿走', '看错了，到手是399'))).toBeNull();
    expect(toldInstead(order, told('满减完付419，再用券'))).toBeNull();
    expect(toldInstead(order, told('今天付的能发'))).toBeNull();
    expect(mindsSum(4180, 3980)).toEqual(burst('怎么是41.8 你不是说39.8吗'));
    expect(namesSum({ kind: 'text', text: '两箱用券 41块8' }, 4180)).toBe(true);
  });

  it('[J179] is minded where the case has the customer pay', () => {
    const said = answerTo('bargaining/apple-two-yuan', [
      [9, ['23.9不讲价，果园都这个价', '这批卖得快，没几箱了']],
      [8, ['用券21块9', '两箱可以用两张券，39块8，拍两箱划算']],
      [7, ['抠不下来']],
      [9, ['没说犯法', '两家分就拍两箱', '券发你了'], [{ action: 'send-coupon', coupon: 'cp2' }]],
      [10, ['不是挑剩的，皮上锈斑而已，不打蜡，肉是脆甜的', '要就拍']],
      [11, ['打不打药我不清楚，检测单手上也没有', '我问合作社，晚上8点前回你']],
      [9, ['行 一箱21块9，领了券拍']],
      [15, ['嗯拍吧']],
      [40, ['48小时内发']],
      [12, ['链接在这，先忙去了'], [{ action: 'send-product', product: 'p01' }]],
    ]);
    expect(said).toContain('怎么是41.8 你不是说39.8吗');
    expect(said).not.toContain('两箱用券 41块8');
  });

  it('[J180] is of the size that both have named', () => {
    const shop = { products: [{ id: 'p', skus: ['41', '42', '42.5', '43'] }] } as never;
    const sku = (spoken: string[], ...said: string[]) => {
      const talk = { ...told(...said), spoken: Object.fromEntries(spoken.map((line) => [line, 1])) };
      const deed = withAgreedSku(order, talk as never, shop);
      return deed.deed === 'place-order' ? deed.sku : null;
    };
    expect(sku(['还是拿42？'], '没别的事就拍42')).toBe('42');
    expect(sku(['还是拿42？'], '拿42，顶脚就42.5')).toBe('42.5');
    expect(sku(['再来双黑的'], '没别的事就拍42')).toBe('42.5');
    expect(sku(['还是拿42？'], '袜子拿40-42那个码')).toBe('42.5');
  });
});
