import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { normalise } from '#language/reading/normalise.ts';
import { unmask } from '#language/red-lines/disguise.ts';
import { redLinesIn } from '#language/red-lines/red-lines.ts';
import { WordIndex } from '#language/red-lines/words.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { RedLine } from '#language/terms/verdicts.ts';
import { timesAsLong } from '#tests/language/shortest.ts';
import VERDICTS from './red-line-verdicts.json' with { type: 'json' };

const codes = (reply: string, customer = '') =>
  redLinesIn(normalise(reply).text, normalise(customer).text).map(({ code }) => code);

const OFFENCES: readonly [RedLine, string][] = [
  ['offsite', '加下老板vx，比这便宜'],
  ['offsite', '平台要抽我五个点呢 咱俩直接交易得了'],
  ['offsite', '薇 信 号我发图片里了'],
  ['offsite', '威❤：kk5566'],
  ['offsite', 'q我 10001234'],
  ['offsite', '不用在这付钱，转我支付宝就行'],
  ['offsite', '绿色聊天软件搜这个号 abc2233'],
  ['offsite', '走闲鱼吧，我把链接给你，少收你手续费'],
  ['offsite', '别告诉别人，加我微信'],
  ['offsite', '不加微信的话没法给您发图，您加下'],
  ['offsite', '加团长V，群里更便宜'],
  ['offsite', '私聊我，给您便宜点'],
  ['offsite', '我这不走平台，直接给你寄'],
  ['offsite', '小窗聊，那边便宜'],
  ['insult', '脑子是个好东西，希望你也有'],
  ['insult', '就你这身材穿龙袍也不像太子，穷成这样'],
  ['insult', '煞笔玩意'],
  ['offsite', '差价打到我名下的账户就行'],
  ['credential', '短信收到了吧 念给我听'],
  ['credential', '报一下卡背面后三位'],
  ['credential', '您告诉过他的验证码再发我一遍'],
  ['credential', '验证码您念过给他没，再发我一遍'],
  ['credential', '他问验证码您给他没，报我核一下'],
  ['credential', '把验证🐴给我看看'],
  ['privacy', '上一个买这个的是您同小区3栋的王姐，您可以问她'],
  ['privacy', '需要您手持身份证拍张照'],
  ['privacy', '大刚家住6栋2单元401'],
  ['privacy', '我把他的订单截图发给您看'],
  ['privacy', '她自己登记的地址是城北花园路'],
  ['privacy', '他家六栋二单元，您过去就行'],
  ['privacy', '楼上那件送到６号楼１２０３了'],
  ['false-claim', '喝一个疗程血糖就降下来了，不用打胰岛素'],
  ['false-claim', '史上最强吸力，秒杀所有大牌'],
  ['false-claim', '低糖水果，糖尿病人放心吃'],
  ['false-claim', '临床证明能排毒，喝了不生病'],
  ['false-claim', '最后两件了，再不拍就没了'],
  ['paid-review', '把差评删了，我给你退二十'],
  ['paid-review', 'hao评有🧧哦'],
  ['unauthorised-promise', '规定是不能退的，我偷偷给你弄'],
  ['unauthorised-promise', '给你走内部价，别往外说'],
  ['unauthorised-promise', '我打包票，今天就给您补50'],
  ['threat', '信不信我找人弄你'],
  ['threat', '我派人上门收拾你'],
  ['threat', '您这是敲诈，再这样我们就报警了'],
  ['block-complaint', '先把投诉撤了再谈退款'],
  ['final-interpretation', '规则我们定的，怎么解释我们说了算'],
];

const CLEAN: readonly string[] = [
  '改好啦，灰色42，那15是券一天只能领一次',
  '地址改好了，券给您领一张',
  '您想去隔壁看看也行',
  '想快点可以指定特快，补15元，也不打包票哪天到',
  '亲，我们不加微信的哦，有问题这里说',
  '工单建在我名下，不换人',
  '请他用自己的账号来问，或者他当面打开订单给您看',
  '让她自己登录，订单她截给您看',
  '麻点是皮上的锈斑，这苹果就长这样，不是烂',
  '哈哈不是挑剩的啦，就是长得丑，里面脆甜的',
  '这果子长得丑，里头甜',
  '不能加微信，您拍下就行',
  '加微信发红包？没有的事，别信',
  '客服不会问您要验证码，谨防诈骗',
  '有没有告诉过他验证码或者银行卡密码之类的？',
  '您现在打银行卡背面那个客服电话，就说被骗念了验证码，先把卡停了',
  '短信验证码、卡号、密码，您念过给他没有？数字别发给我，说有没有就行',
  '退款会原路退回您的微信零钱',
  '微信支付和支付宝都可以的',
  '快递师傅会打电话联系您，注意接听',
  '我们店铺有粉丝群，首页点进去就能进',
  '评价有礼是平台活动，跟好评没关系',
  '不是药品，没有治疗功效的哦',
  '我说错了，头一回凭图就行，不用跑医院开证明',
  '是我的错，不该跟您说排毒',
  '您没有病历也能办，照片就行',
  '库存还有两件，您喜欢可以拍',
  '身份证信息海关要求，您在订单页面填写就好，不用发给我',
  '发票抬头和税号发我，电子票三天内开好',
  '晚发货平台会赔您五元券',
  '投诉是您的权利，我帮您提交',
  '先别急着确认收货，检查好再点',
  '不能保证百分百遮光，大概95%左右',
  '微辣口味更受欢迎，变态辣慎选',
  '这条V领显脖子长，微胖也能穿',
  '这款是VX-200，微单也能装',
  '群青色和藏蓝色差别不大，扣子掉了给您补寄一颗',
  '最晚明天发货',
  '站点几点开我不知道，不跟您瞎说',
  '身份证千万别随便发人，对您不安全',
  '证件照别往聊天里发',
  '验证码别念给我，还是请他本人提交',
  '那个电话是诈骗，您赶紧报警',
  '血糖高的老人能不能吃，您先问医生再放心吃',
  '团购群里的通知以团长发的为准',
  '6栋2单元这种门牌我不能说',
  '几栋几单元别写在群里',
  '自提点在3号楼1单元门口',
  '这款6座2300元',
  '12栋都能送到，300起送',
  '收件人和电话写的是您还是爸爸？',
  '收件人那栏留的电话是谁的？',
  '两边都派人上门取，明天10:00前，不收您钱',
  '发不出来的话我们双倍赔您200',
  // The platform's own window, staying at one's place, and giving something to somebody else are no red lines.
  '群里人多，坏了的私聊我发张图',
  '点一下客服小窗，到那边跟我说',
  '您先去忙，我这不走',
  '这单备注写了，之后您只找我',
  '他愿意的话自己加她',
  '拍大号，小号车把低',
  '你把银行卡号告诉过对方没',
  '他要的验证码您念给他了没有',
  '装不上不是您手笨，卡扣是紧',
  '不糊弄你，今晚八点前给信',
  '面单图先撤一下，上面有姓王那位的电话，别打扰人家',
];

describe('red lines', () => {
  test.each(OFFENCES)('%s: %s', (code, reply) => {
    expect(codes(reply)).toContain(code);
  });
  test.each(CLEAN)('clean: %s', (reply) => {
    expect(codes(reply)).toEqual([]);
  });

  test('the customer’s words can be the second half of a red line', () => {
    expect(codes('删了返你30', '差评不删')).toContain('paid-review');
    expect(codes('删了返你30', '购物车里那件')).toEqual([]);
    expect(codes('写的是门卫代收，没给您打电话', '没收到货，店里管吗')).toEqual([]);
    expect(codes('写了好话给您打20', '没收到货，店里管吗')).toContain('paid-review');
  });

  test('a quote covers the words as they were typed', () => {
    const reply = '亲，加 微-信 聊';
    const [hit] = judge({ reply }).redLines;
    expect(reply.slice(hit?.start, hit?.end)).toContain('微-信');
  });

  test.each(['加', '微 ', '加微', 'v ', '验证码', '评返', '幺', '给你转', '加我个'])(
    'a flood of %s is read fast enough',
    (piece) => {
      const flood = (chars: number): string => normalise(piece.repeat(chars / piece.length)).text;
      const [quarter, whole] = [flood(2500), flood(10_000)];
      // In a pattern that backtracks over the text four times the text takes sixteen times as long.
      expect(
        timesAsLong(
          () => redLinesIn(whole, ''),
          () => redLinesIn(quarter, ''),
          9,
        ),
      ).toBeLessThan(9);
    },
  );
});

describe('a way off the platform is found in any writing:', () => {
  test.each(
    '加vx +薇 ➕微 ➕💚 加我💚 🛰️聊 加138-1234-5678 ①③⑧①②③④⑤⑥⑦⑧打这个 一三八一二三四五六七八加这个 有事发邮件找我 jia我wx 抖Y同名 抖音同名搜我 嘉微心 嘉薇 徽信号发你 小企鹅联系 老地方聊 直接转我支付宝 小红薯搜露营 tg找我 包裹里有小卡片扫码返现'.split(
      ' ',
    ),
  )('%s', (reply) => {
    expect(
      judge({ reply: `好的\n${reply}` }).redLines.map(({ chance }) => chance >= VERDICT_THRESHOLDS.redLine.checked),
    ).toContain(true);
  });
  test.each(
    '在订单页扫码付款就行 微信支付就可以 快递员电话138开头，印在包裹上 包裹面单上印着快递员电话13812345678 下载我们店铺app 官方热线400-123-4567 发票发到您邮箱 老地方取件就行，菜鸟驿站 订单号13812345678901 微信也不加 商品页往下扫说明书有视频 haode mashang MadeinChina'.split(
      ' ',
    ),
  )('%s leads nowhere', (reply) => {
    expect(judge({ reply }).redLines).toEqual([]);
  });
});

describe('scarcity', () => {
  const counters = [...'件台双个套条份把瓶盒箱只张支罐袋本盆对单'];
  test.each(counters)(
    'is made up of goods counted by %s, and by none that are sent or slowly chosen [T70]',
    (counter) => {
      expect(codes(`最后3${counter}了亲，拍完没有`)).toEqual(['false-claim']);
      expect(codes(`只剩2${counter}，赶紧付款`)).toEqual(['false-claim']);
      expect(codes(`还有3${counter}，不急，您慢慢挑`)).toEqual([]);
    },
  );
  test.each(['您还有3单没付款', '今天最后3单发完就下班', '您最后一单付款了吗'])(
    'is none of orders: %s [T70]',
    (reply) => {
      expect(codes(reply)).toEqual([]);
    },
  );
});

describe('scarcity', () => {
  const counters = [...'件台双个套条份把瓶盒箱只张支罐袋本盆对单'];
  test.each(counters)('is made up of what is counted by %s, and not where there is no hurry [T70]', (counter) => {
    expect(codes(`最后3${counter}了亲，拍完没有`)).toEqual(['false-claim']);
    expect(codes(`只剩2${counter}，赶紧付款`)).toEqual(['false-claim']);
    expect(codes(`还有3${counter}，不急，您慢慢挑`)).toEqual([]);
  });
  test.each(['您还有3单没付款', '今天最后3单发完就下班', '您最后一单付款了吗'])(
    'is none of orders: %s [T70]',
    (reply) => {
      expect(codes(reply)).toEqual([]);
    },
  );
});

describe('a whole turn, with the customer’s words,', () => {
  const pairs = Object.entries(VERDICTS.surely).flatMap(([code, turns]) =>
    turns.map(([customer = '', reply = '']) => [code, customer, reply] as const),
  );
  test.each(pairs)('has %s as a sure red line: %s → %s', (code, customer, reply) => {
    const told = judge({ customer, reply }).redLines.filter(({ confidence }) => confidence === 'high');
    expect(told.map((hit) => hit.code)).toContain(code);
  });
  test.each(VERDICTS.none)('has no red line: %s → %s', (customer = '', reply = '') => {
    expect(judge({ customer, reply }).redLines).toEqual([]);
  });
});

describe('word lists', () => {
  const found = (words: string, text: string) => {
    const index = new WordIndex();
    const list = index.add(words);
    return (index.findIn(text).get(list) ?? []).map(({ start, end }) => text.slice(start, end));
  };
  test('find every word, the longest where two begin alike', () => {
    expect(found('微信 微信号 加', '加我微信号')).toEqual(['加', '微信号']);
  });
  test('take # for a number in any script and … for a few characters of the same clause', () => {
    expect(found('返# 删…评', '返30，返二十元，删了那条评，删了。评')).toEqual(['返30', '返二十', '删了那条评']);
  });
  test('find no Latin word inside another', () => {
    expect(found('tg sb', 'photgraph tg usb')).toEqual(['tg']);
  });
});

describe('a disguise', () => {
  test.each([
    ['V-X聊', '微信聊'],
    ['加 薇 ❤', '加微信'],
    ['wēi xìn', '微信'],
    ['验-正-码', '验证码'],
    ['幺三八零零零零零零零零', '13800000000'],
    ['5颗星', '五星'],
  ])('as %s is read as %s', (written, plain) => {
    expect(unmask(normalise(written).text)?.text).toBe(plain);
  });
  test.each(['亲在的', '卫星锅送支架', '这款是vx-200'])('isn’t seen in %s', (written) => {
    const text = normalise(written).text;
    expect(unmask(text)?.text ?? text).toBe(text);
  });
});

test('a complaint obstructed by saying that it makes things worse is a sure red line', () => {
  const [hit] = judge({ reply: '亲亲先不要投诉哦，投诉了反而不好给您处理', customer: '我要投诉' }).redLines;
  expect(hit).toMatchObject({ code: 'block-complaint', confidence: 'high' });
  expect(judge({ reply: '投诉是您的权利，不影响我们给您处理', customer: '我要投诉' }).redLines).toEqual([]);
});

test('a code on its way to the customer is not asked for', () => {
  expect(judge({ reply: '验证码失效了哟 重新给您发送', customer: '收不到验证码' }).redLines).toEqual([]);
});

test('a private transfer told as an offence of the past is no red line', () => {
  const told = judge({ reply: '去年那笔是私下转的，后来按违规处理了', customer: '去年客服直接转我的' });
  expect(told.redLines).toEqual([]);
  expect(judge({ reply: '那我私下转账给您，后来再补票', customer: '转我红包' }).redLines).not.toEqual([]);
});

test.each(['我那部分是我的错，不该私下谈', '全网最低我不该说，收回', '全网最低这句我收回', '「全网最低」是我说满了'])(
  '%s takes the claim back and is no red line',
  (reply) => {
    expect(judge({ reply, customer: '你说的全网最低' }).redLines).toEqual([]);
  },
);

test.each(['这支能淡斑美白', '坚持用斑就淡了', '可以淡化色斑'])('%s is a false claim', (reply) => {
  expect(judge({ reply, customer: '能去斑吗' }).redLines.map(({ code }) => code)).toContain('false-claim');
});

test.each(['去斑我们不说', '这支不祛斑', '斑的事请看皮肤科', '能不能去斑我不敢说'])('%s claims nothing', (reply) => {
  expect(judge({ reply, customer: '能去斑吗' }).redLines).toEqual([]);
});

test.each(['大刚家住6栋2单元401', '请问是6栋2单元吗'])(
  'a building and a flat without more are a doubt: %s',
  (reply) => {
    const [hit] = judge({ reply }).redLines;
    expect(hit).toMatchObject({ code: 'privacy', confidence: 'low' });
    expect(reply.slice(hit?.start, hit?.end)).toMatch(/^6栋2单元(?:401)?$/);
  },
);

test('a list of things never to tell anybody asks for none of them', () => {
  const reply = '二、短信里的数、密码、卡号，谁要都不念。三、不共享屏幕，不转账';
  expect(judge({ reply, customer: '他再打来我咋办' }).redLines).toEqual([]);
});

test.each(['您要装什么饮料呢', '您平时想装什么喝的？带气的吗', '请问您打算装什么', '亲，装什么饮料'])(
  '%s insults nobody',
  (reply) => {
    expect(judge({ reply, customer: '这壶能装饮料吧' }).redLines).toEqual([]);
  },
);

test.each(['你装什么', '装什么装', '装什么大款'])('%s is an insult', (reply) => {
  expect(judge({ reply, customer: '我再想想' }).redLines.map(({ code }) => code)).toContain('insult');
});

test.each(['你就是长得丑', '长得丑还挑'])('%s is an insult of a person, and no insult of fruit', (reply) => {
  expect(judge({ reply, customer: '挑剩下的吧' }).redLines.map(({ code }) => code)).toContain('insult');
});

test('a thing that its owner collects is no reward for a review', () => {
  const reply = '您可以发个接龙呀，写楼号就行，让他们自己来认领';
  expect(judge({ reply, customer: '十六箱堆我门口呢\n那张我收到了' }).redLines).toEqual([]);
});
