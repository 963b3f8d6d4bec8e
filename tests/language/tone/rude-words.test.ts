/**
 * Rude words of the table, and the same words meant kindly. No classifier learns from `manner-families.jsonl`; the table
 * was written beside its `tuned` lines.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const ILL = ['cold', 'impatient', 'hostile'];
const isSure = (reply: string, customer = '在吗'): boolean => {
  const { tone, toneConfidence } = judge({ reply, customer });
  return ILL.includes(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told;
};
type Line = { customer: string; reply: string; expect: string; tuned?: true };
const LINES = readFileSync('tests/language/tone/manner-families.jsonl', 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));

describe('words that are rude in any turn', () => {
  it.each([
    '有货的，明天发\n您快点吧 别磨磨蹭蹭的',
    '我这好几十个人排着，别浪费大家时间',
    '三天到，我跟您讲过两遍了',
    '您不要反复确认了，是黑色',
    '退款原路回，还要我说几遍',
    '煮十分钟，什么都要问',
    '码是您自己选的，赖不着店里',
    '以后看清楚再拍',
    '标题里有，您认不认得字',
    '快递弄丢的，跟我没关系',
    '嫌慢就别买',
    '又不是就您一个人等',
    '群里别嚷嚷了 喊什么喊',
    '三块钱也好意思要',
    '这图网上找的吧',
    '自己往上翻，都有',
    '用完了来退，算盘打得响',
    '您比来比去有啥好比的',
    '我就一打工的，跟我说没用',
    '全世界就您有道理',
    '要截图爱截截',
    '便宜没好货，这都不懂',
    '那您去买隔壁99的呀',
    '群里别刷屏了行吗',
    '催我有啥用，又不是我送货',
    '十块钱的东西闹什么',
    '那是您体质问题',
    '放心，吃不死人',
    '前面的人答应的跟我没关系',
    '是您自己没弄好吧',
    '一天到晚问，烦死了',
    '不是让你先量了吗，45够的',
    '刚不是叫您先拔插头了吗',
  ])('%s', (reply) => {
    expect(isSure(reply)).toBe(true);
  });
});

describe('[T89] whoever hurries, sends off, blames or leaves the customer to it', () => {
  it.each([
    '您抓紧点哈，我后面还有客人',
    '怎么还没付款呢，都半天了',
    '没别的我接下一位了',
    '两点停的，您自己来晚了',
    '话里别带刺行吗',
    '差评您随便写，报上去了',
    '订单点开，入口自己找找',
  ])('is heard beside an answer: %s', (reply) => {
    expect(isSure(`是323元，今天发\n${reply}`)).toBe(true);
  });

  it.each([
    '麻烦您抓紧拍张照片，我好给您报上去',
    '我抓紧给您查，后面还有一步要您点',
    '没别的事我先接别的客户，有问题随时喊我',
    '还有别的要我帮忙吗，没有我忙别的单了，有事喊我',
    '没赶上也正常，晚了十来分钟，我看看还能减多少',
    '投诉是您的权利，不影响我给您换新',
    '您先自己找找，找不着我一步一步带您',
    '页面显示怎么还没付款呢，我看看是不是系统慢了',
  ])('is not who helps or gives leave: %s', (reply) => {
    expect(isSure(reply)).toBe(false);
  });
});

describe('[T140] an offer followed by a reproach', () => {
  it.each([
    '给您20的券您还要怎样',
    '给您补发了一箱，还要怎么样才满意',
    '赔都赔了您还要怎样啊',
    '券也送了价也保了，还不知足呢',
    '20块给您补上了，见好就收吧',
    '又换又赔的，你还要我怎么样',
  ])('is ill-mannered: %s', (reply) => {
    expect(isSure(reply, '就这么打发我？')).toBe(true);
    expect(isSure(`在的，我看到您的单了\n${reply}`, '就这么打发我？')).toBe(true);
  });

  it.each([
    '您看还要怎样处理呢',
    '给您20的券，您看还要怎样安排呢',
    '我给您退了，还要怎样才能让您消消气，您说',
    '给您换了一双，尺码要是还不合适随时说',
    '换新的给您寄了，旧的您看怎样处理方便',
    '券给您发了，您还想要别的款我再推荐',
    '给您换新了，您还要怎样寄回，我把地址发您',
  ])('asks for the customer’s wish: %s', (reply) => {
    expect(isSure(reply, '就这么打发我？')).toBe(false);
  });
});

describe('[T105] a clause that sounds ill-mannered in a turn of several bubbles', () => {
  it.each([
    '能开\n抬头写错是您自己填的，下回填仔细点吧',
    '您要几箱\n您自己点了两次啊 系统又不会乱下单',
    '那也没办法呀亲，大促都这样，别家也回得慢\n退239给您',
  ])('counts with its bubble: %s', (reply) => {
    expect(isSure(reply)).toBe(true);
  });

  it.each([
    '您那边可能点了两次，没关系\n多的那单我取消了',
    '还有别的要我帮忙吗\n没有的话我去给您催仓库',
    '大促单子多，让您久等了对不住\n现在就给您退239',
    '这会儿单多，我尽快\n两分钟给您回',
    '这哪是您乱买，尺码表那张图绕\n换41给您办好了，等着收就行',
  ])('is none where the bubble is civil: %s', (reply) => {
    expect(isSure(reply)).toBe(false);
  });
});

describe('the same words in a harmless meaning', () => {
  it.each([
    '您别嫌我啰嗦，先断电再擦',
    '不是让您现在就拍，先量好',
    '是不是让您先点了同意了吗，我看下页面',
    '嗯，还要拍啥再来问我',
    '听雪是吧，看的人和里头穿啥最要紧',
    '羽绒服是吧，你多高',
    '我刚磨蹭了一会儿，不好意思，这就给您发',
    '我跟仓库说了两遍了，今天肯定走',
    '您不用反复问，动了我第一时间告诉您',
    '不好意思我说了两遍也没说清楚',
    '好吃不好吃这还用问，甜得很，随时退',
    '这个赖不到别人，是我们漏发了',
    '您下次不急的话慢慢看清楚再拍也行，这回我给您换',
    '不识字没关系，我读给您听',
    '快递的事不归我管，不过我帮您问',
    '那单跟我们没关系，是骗子冒充的',
    '嫌大的话拿小号，够用',
    '吆喝啥您说，我来喊',
    '平台的抽奖跟我们没关系，抽中了照发',
    '您有啥都问，问透了再拍',
    '不是您体质问题，是这批面霜刺激',
    '都说便宜没好货，这个您放心，检测单在详情页',
    '那您买小一号的呀，合脚',
    '孩子爱等等公交，您慢慢来',
    '换我等三天也烦死了，抱歉',
    '您再催我也没关系，我这就去问',
    '您问了好几家了吧，我们这个能拆洗',
    '出门左转就是驿站',
    '退不退那是您的事，我这边照办',
    '我让仓库麻利点，赶六点那趟',
    '不差您这一分钱，多付的都退',
    '他说爱买不买是他不对',
  ])('%s', (reply) => {
    expect(isSure(reply)).toBe(false);
  });
});

describe('a question about the customer’s own doings, and a choice left to them, are harmless', () => {
  it.each([
    ['篮筐能拆吗', '能拆，平时是您洗还是家里人洗，嫌不嫌麻烦'],
    ['重不重', '平时谁拎呀 嫌沉不'],
    ['我要投诉', '投不投诉都随您，这边该退的照退'],
    ['不知道去不去', '你来不来我这边都给你留着'],
    ['要我写评价吗', '晒不晒随你'],
  ])('%s：%s', (customer, reply) => {
    expect(isSure(reply, customer)).toBe(false);
  });
});

describe('the lines by families of rudeness', () => {
  const surely = (ill: boolean, tuned: boolean): number =>
    LINES.filter((one) => (one.tuned ?? false) === tuned && ILL.includes(one.expect) === ill).filter((one) =>
      isSure(one.reply, one.customer),
    ).length;

  it('are surely heard in most cases', () => {
    expect(surely(true, true)).toBeGreaterThanOrEqual(140);
    expect(surely(true, false)).toBeGreaterThanOrEqual(25);
  });

  it('accuse no harmless line with the same words', () => {
    expect(surely(false, true) + surely(false, false)).toBe(0);
  });
});

it('the report quotes the rude words alone', () => {
  const reply = '黑色有的，四点前发。您自己定的颜色不能怪店里';
  const told = judge({ reply, customer: '发错色了' }).evidence.find(({ what }) => what.startsWith('tone:'));
  expect(reply.slice(told?.start, told?.end)).toContain('怪店');
});
