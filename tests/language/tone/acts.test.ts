import { describe, expect, test } from 'vitest';
import { actsIn, momentOf } from '#language/acts/acts.ts';
import { holdIn } from '#language/answers/hold.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { timesAsLong } from '#tests/language/shortest.ts';

const actsOf = (reply: string, customer = '') => judge({ reply, customer }).acts;

/** `yes` show the act, `no` look like it and don't. A pair is [reply, what the customer wrote or what happened]. */
type Said = string | readonly [reply: string, customer: string];
const told = (said: Said) => (typeof said === 'string' ? ([said, ''] as const) : said);

const family = (act: Act, yes: readonly Said[], no: readonly Said[]): void => {
  describe(act, () => {
    test.each(yes.map(told))('%s (%s)', (reply, customer) => expect(actsOf(reply, customer)).toContain(act));
    test.each(no.map(told))('not: %s (%s)', (reply, customer) => expect(actsOf(reply, customer)).not.toContain(act));
  });
};

family(
  'greeting',
  [
    '您好，欢迎光临',
    '王女士您好，尺码已经记下',
    '姐，晚上好呀',
    'hi亲，在看哪款',
    ['在的，您讲', '在不'],
    ['有的有的，请讲', '有人吗'],
    '这里是小桔客服，为您服务',
  ],
  [
    '亲，这款只剩黑色',
    '“你好星期天”这款贴纸没有了',
    '您好久没来啦',
    ['在的，盒子最底下', '发票在里面吗'],
    '早就发出了',
    '嘿嘿应该的',
    '欢迎下次再来',
    ['亲，还在吗', '（没回）'],
    '您好像拍了两单',
  ],
);

family(
  'apology',
  [
    '布好意思哈，漏看了',
    '是我们打包的疏忽',
    '让您久等啦',
    '这事怪我，没交代清楚',
    '抱歉呢亲，最大只到3XL',
    'sorry，暂时没货',
    '您批评得对，回头就改',
  ],
  ['您不用道歉', '感谢您的谅解', '质量问题的话是我们的责任，运费我们出', '不会让您久等的', '你自己没看清，怪我咯？'],
);

family(
  'thanks',
  ['蟹蟹亲', '多谢您提醒', '辛苦您啦', 'thx~', '有劳您跑一趟'],
  ['不用谢', '谢师宴用大盒的', '感恩节那天不发货', '辛苦您提供下单号', '花都谢了的话换个盆'],
);

family(
  'empathy',
  [
    '换谁都得上火',
    '您急得对，是该催',
    '我知道您赶时间',
    '大夏天扛上六楼，确实太累了',
    '搁我我也烦',
    '老人腿脚不便，来回跑不容易',
    '没摔着吧？',
    '难怪您生气',
    '您这会儿一定特别难受',
    '冲我发两句火没关系',
    '想哭就哭一会儿',
    '阿姨别怕哈，您刚才给过他验证码没有',
  ],
  [
    '感谢您的理解',
    '这款不容易掉色',
    '戴着一点不累',
    '省得您闹心',
    '现在知道急了，活该',
    '别着急，慢慢选',
    '别怕麻烦，寄回来就行',
    '快递小哥挺辛苦的',
    '换我们承担运费',
    '您跟我说一声没关系，改得了',
  ],
);

family(
  'order-prompt',
  [
    '喜欢就带走吧',
    '趁早下手，手慢就没了',
    '想好直接拍就行',
    '先来一箱尝尝呗',
    '心动不如行动',
    '您也来一件吧',
    '看准了就冲',
    '链接搁这儿，数量选2',
    '链接发您了，数量填12，应付对得上再付',
  ],
  [
    '拍下后48小时内发',
    '把破损处直接拍给我看看',
    '不用急着买，再看看',
    '怎么拍都可以',
    '每人限拍一件',
    '点下单页就能看到',
    '退货申请里数量填2',
    '您那单数量填3了',
    '趁湿用水冲',
    ['付款就可以了哈', '（未付款）'],
  ],
);

family(
  'payment-reminder',
  [
    ['您那单还没付呢', '（拍下未付款）'],
    ['换张卡试试，单子还在', '（未付款）'],
    ['就差最后一步啦', '（未付款）'],
    ['邮费改好了，现在可以去付款啦', '（未付款）'],
    '您有一笔订单待付款',
  ],
  [
    ['付款后不能改地址', '（未付款）'],
    ['货到付款不支持的', '（未付款）'],
    ['不想要也没关系', '（未付款）'],
    ['三个色都有货', '（未付款）'],
    ['代付就点找朋友付', '（拍下未付款）'],
  ],
);

family(
  'follow-up',
  [
    ['亲，还在吗', '（没回）'],
    ['商量得咋样啦', '（静默）'],
    ['上次您看的那款到货了', '（2天没回复）'],
    ['还有哪里不清楚可以问我', '（没回）'],
    ['台灯用着还习惯吗', '（签收后）'],
    ['锅用了没，粘不粘', '（签收后）'],
    ['您慢慢弄，我在这边等', '（签收后）'],
    ['我在这边等您回来', '（没回）'],
    ['低糖的上架了', '（没回）'],
    ['好，您去剪，我在这儿，回来接着说', '（没回）'],
    ['退款提交好了，有事回来说', '（没回）'],
    ['您慢慢抽，班长一回话我就留在这儿', '（没回）'],
    ['您打，我等着', '（没回）'],
    ['您打，我等着', '（签收后）'],
  ],
  [
    ['第一次用先充满三小时', '（签收后）'],
    ['仓库在这边，明天发', '（签收后）'],
    ['运费我们出', '（没回）'],
    ['最后一天打折，看好就拍吧', '（静默）'],
    ['会话将自动结束', '（静默）'],
    ['我在这儿帮您查，退回来说明书要在', '（没回）'],
    ['仓库让我等着点货', '（没回）'],
    '这款是纯棉的',
  ],
);

family(
  'goodbye',
  [
    ['钱没见着您就来这儿喊一声', '（聊完了）'],
    '祝活动办得顺利',
    '收到，出库了单号发您，合作愉快',
    '祝您生活愉快',
    '明天见',
    '欢迎再来',
    '那我先撤啦',
    '晚安好梦',
    '拜拜~',
    '不打扰您了',
    '咱改天聊',
    '18点前见',
    '17:30前这个窗口见',
    '替我跟你姐问声好',
    '去择菜吧，晚饭吃好',
    '姐妹先忙，到点我来敲您',
    '您安心打包，搬家顺利',
    '体委辛苦了，四月跑个好成绩',
    ['到了合不合脚给我回个话', '（聊完了）'],
    ['河边慢慢跑，下坡悠着点', '（聊完了）'],
  ],
  [
    ['没收到您的照片，找不着订单', '（没回）'],
    '晚安面膜睡前用',
    '祝寿的卡片三块',
    '意见我记下了',
    '见光会褪色',
    '八点前见不到就喊我',
    '店里晚上十点下班',
    '先撤销退款申请',
    '为您忙，应该的',
    '姐妹先忙着挑的那款有货',
    '新鞋头两次慢慢跑，悠着点',
    '比赛顺利办完了再说',
    '穿这双跑个好成绩的人不少',
  ],
);

family(
  'ask-info',
  [
    '单号报一下',
    '麻烦拍下裂口我看看',
    '要黑的还是白的呀',
    '您脚宽不宽',
    '具体是哪里坏了呢',
    '身高体重多少',
    '量下脚长，发我',
    ['退款还办吗？办的话把破损处拍一张', '（没回）'],
  ],
  [
    '亲，您好，请问有什么可以帮您的呢',
    '给您换新的可以吗',
    '不用拍照，直接寄回',
    '我帮您查下到哪了',
    '怎么洗都不掉色',
    '有问题随时跟我说',
    '说明书上写着怎么装',
    '去哪家买您随意',
    '路上走几天我说不准',
    '剩多少寄多少，盖好就行',
    '这样处理您看行不行',
    ['是遇到什么问题了吗，还没付哦', '（未付款）'],
    ['灯装好了没，有没有闪', '（签收后）'],
    '还是建议您选大一码',
  ],
);

family(
  'promise-time',
  [
    '后天就到您手里',
    '两小时内回您',
    '今晚八点前给您准信',
    '九点前，给您回话',
    '天黑前装车',
    '主管那边我在追，20:00前的信会留在这里',
    '现在付，今晚十点前揽收',
    '今天拍30号就到',
    ['下周二', '啥时候能补货'],
    '三个工作日内退到您卡里',
  ],
  [
    '尽快给您处理',
    '预计后天送达',
    '一般三天到',
    '下单后48小时内发货',
    '券今晚十二点到期',
    '30分钟后自动关闭',
    '明天到不了',
    '两小时充满',
    '七天内都能申请退换',
    '早九点到晚十点都有人',
    '您说的明天我记住了',
    '适应两天就好了',
    '今天到货了',
    '每天四点截单',
  ],
);

family(
  'cross-sell',
  ['顺便带双袜子', '袜子3双39，要就一块儿拍', '可以配一条腰带', '这苹果第二箱减4块'],
  ['不用另外配电池', '标配两节电池', '第二箱晚一天到'],
);

describe('hold', () => {
  const seconds = (reply: string) => judge({ reply }).hold?.seconds;
  test.each([
    '捎等',
    '等哈',
    '容我看看',
    '亲等我一下',
    '我查下',
    '这就去问',
    '让我看一下',
    '您拍的照片我看看',
    '暗号对上了，我翻下轨迹',
    '我看下后台',
    '姐妹别急，我帮你看下哈',
    '帮你查一下哦',
    '我问一下仓库',
  ])('%s', (reply) => {
    expect(seconds(reply)).toBeNull();
  });
  test.each([
    ['给我两分钟', 120],
    ['一分钟哈', 60],
    ['稍等，我去仓库看看，三分钟回您', 180],
    ['十分钟内给您答复，我问下库房', 600],
    ['30秒', 30],
  ])('%s', (reply, wanted) => expect(seconds(reply)).toBe(wanted));
  test.each([
    '稍后会有人联系您',
    '等通知',
    '不用等，直接拍',
    '我查一下，下午四点前告诉您',
    '断电一分钟，重新装',
    '看一下尺码表',
    '您自己查一下物流',
    '等补货吧',
    '拍张照给我看看',
    '发张照片我看看',
    '那你录一段给我看看',
  ])('not: %s', (reply) => expect(judge({ reply }).hold).toBeNull());
});

test('a trainee who only greets is heard as greeting', () => {
  expect(actsOf('亲，您好，请问有什么可以帮您的呢', '什么时候发货')).toEqual(['greeting']);
});

test('evidence points at the words as they were typed', () => {
  const reply = '亲～明早十点前给您回话';
  const found = judge({ reply }).evidence.find((one) => one.what === 'act:promise-time');
  expect(reply.slice(found?.start, found?.end)).toMatch(/明早|十点/);
});

test('floods are read in linear time', () => {
  for (const piece of [
    '亲',
    '您好',
    '今天',
    '还是什么',
    '明天发给您，',
    '拍照片发我 ',
    '我帮您查',
    '不好意思',
    '稍等',
  ]) {
    const readFlood = (chars: number) => {
      const reading = readText(piece.repeat(chars / piece.length));
      return () => {
        momentOf(reading.text);
        actsIn(reading, momentOf(''), holdIn(reading) !== null);
      };
    };
    expect(timesAsLong(readFlood(10_000), readFlood(2500), 9), piece).toBeLessThan(9);
  }
});

test('leaving the door open is a goodbye once all is settled', () => {
  const heard = (reply: string, customer: string) => judge({ reply, customer }).acts;
  for (const reply of [
    '有问题随时找我',
    '您忙吧，收到试试，不合适随时喊我',
    '谢谢亲，鞋到了在家慢慢试，不合脚就来找我',
    '好，您先忙，五点半前我来找您。这一圈让您受累了',
    '您去买吐司，19点10分前我来报信',
    '阿姨，今天就给您发。往后有人叫您转钱都别理，您慢用',
    '您守了九天了，辛苦，今晚也吃点东西。到点我来回您',
    '鞋穿着有哪不得劲跟我说，跑开心',
    '身上不舒服先去医院，随时跟我说',
  ])
    expect(heard(reply, '好的\n（聊完了）')).toContain('goodbye');
  expect(heard('有问题随时找我', '这个怎么洗')).not.toContain('goodbye');
});

test('a thing the customer will never be told to do is not asked for', () => {
  expect(actsOf('退款只在订单里走的，不会让您开什么共享')).not.toContain('ask-info');
  expect(actsOf('您要开什么票')).toContain('ask-info');
});
