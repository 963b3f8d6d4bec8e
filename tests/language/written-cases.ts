import type { PointKeys } from '#language/judgement.ts';

/** A question as an author writes it, with replies whose verdicts a person has decided. */
export type WrittenQuestion = {
  name: string;
  customer: string;
  points: (PointKeys & { must?: boolean })[];
  /** `either`: points that may be covered or not. */
  replies: { say: string; covered?: string[]; either?: string[]; wrong?: string[]; wrongId?: string }[];
};

export const WRITTEN_CASES: WrittenQuestion[] = [
  {
    name: '脚背高买多大',
    customer: '在吗\n这个我穿几码呀\n别家我都穿39',
    points: [
      {
        id: 'size',
        must: true,
        says: '建议您穿39.5码',
        also: ['拿39码半就行', '您这脚选三十九码半', '39.5这双合您脚'],
        wrongs: [
          { id: 'says-39', says: ['39码正好', '和平时一样大就行'] },
          { id: 'says-other', says: ['38就够', '40码'] },
        ],
      },
      {
        id: 'why',
        says: '因为脚背高，所以往大选半码',
        also: ['脚面高的话要大半号', '脚背高会勒，放半码', '高脚背按标准码加半码'],
        contradicts: ['脚背高不影响', '鞋带系松就行不用换码'],
      },
    ],
    replies: [
      { say: '那这双拿39.5，24.5本来是39，您脚面高，大半个码脚背就不压了', covered: ['size', 'why'] },
      { say: '在呢～先不急着看码，您量下脚长多少厘米？脚背高不高？' },
      { say: '24.5的话一般39哦，您平时39就39吧', wrong: ['size'], wrongId: 'says-39' },
      { say: '亲亲尺码以详情页为准哦' },
      { say: '您穿40码就行', wrong: ['size'], wrongId: 'says-other' },
      { say: '鞋带换个系法就不勒了', wrong: ['why'] },
      { say: '三十九码半\n您脚背高，放大半码穿着不勒', covered: ['size', 'why'] },
    ],
  },
  {
    name: '不合适怎么换',
    customer: '那万一大了咋办\n我没在网上买过鞋',
    points: [
      {
        id: 'ex',
        must: true,
        says: '首次换码来回运费由店铺承担',
        also: ['第一次换尺码邮费都算我们的', '初次更换尺寸不收您邮费', '换码的运费店里包一次'],
        contradicts: ['运费自理', '退回邮费您出', '不支持换码'],
      },
    ],
    replies: [
      { say: '收到先在家里地板上走两圈，不合适头一回换码，来回的快递费我们掏', covered: ['ex'] },
      { say: '不合适首次换码免邮费的哦', covered: ['ex'] },
      { say: '亲，质量问题都包退的哦' },
      { say: '换码可以的，邮费您自己出哈', wrong: ['ex'] },
      { say: '换码的邮费不是您出，我们出', covered: ['ex'] },
      { say: '尺码 换货 运费 首次 店铺 承担' },
    ],
  },
  {
    name: '几点能发',
    customer: '哦哦\n现在拍几点能发',
    points: [
      {
        id: 'ship',
        must: true,
        says: '16:00前付款今天发出',
        also: ['赶在下午四点以前付，当日寄出', '当天16点是截单，之前付的当天发货', '今日发，只要四点以前付清'],
        contradicts: ['明天发', '48小时内', '预售'],
      },
    ],
    replies: [
      { say: '四点前付今天就从仓里走，还有不到两个钟头', covered: ['ship'] },
      { say: '16点前付款今天发哈', covered: ['ship'] },
      { say: '48小时内发货的亲', wrong: ['ship'] },
      { say: '明天给您发', wrong: ['ship'] },
      { say: '会尽快给您发出的' },
    ],
  },
  {
    name: '鞋还能退吗',
    customer: '这单退了\n两件还都能退吧',
    points: [
      {
        id: 'shoe',
        must: true,
        says: '鞋拆盒试过、吊牌在，可以退',
        also: ['家里走走不影响退鞋', '鞋盒开了没关系能退', '没出过门的鞋，七天无理由可以'],
        contradicts: ['拆了不能退', '试穿过不行', '要有质量问题才退'],
      },
      {
        id: 'day',
        says: '11月13号24点前申请都算',
        also: ['明晚十二点前点都来得及', '从签收第二天算到13号', '您还有到明天一天'],
        contradicts: ['从付款算', '今天最后一天', '已经过期'],
      },
      {
        id: 'tee',
        says: 'T恤吊牌剪了又洗过，退不了',
        also: ['洗过的那件不能退', '吊牌没了属于不完好，这件不行', '衣服这边无法办退，因为剪标洗了'],
        wrongs: [
          { id: 'tee-ok', says: ['T恤也能退', '两件都退'] },
          { id: 'skin', says: ['贴身的一律不退'] },
        ],
      },
    ],
    replies: [
      { say: '鞋在家里试的没问题，照样退，到明天13号晚上12点前点都行', covered: ['shoe', 'day'] },
      { say: 'T恤标剪了又洗过，这件办不了，实话跟您说', covered: ['tee'] },
      { say: '在的亲，鞋可以退的哦，没穿出门就行', covered: ['shoe'] },
      { say: '可以的，两件都能退', covered: ['shoe'], wrong: ['tee'], wrongId: 'tee-ok' },
      { say: '试穿过的鞋不能退哦', wrong: ['shoe'] },
      { say: '您退是因为码不合适，还是别的？T恤吊牌还在不、下过水没有？' },
    ],
  },
  {
    name: '退多少',
    customer: '那退我多少\n五百一十八都给我吧',
    points: [
      {
        id: 'net',
        must: true,
        says: '鞋退426.10元',
        also: ['鞋这件实际付了四百二十六块一', '满减摊掉32.9，退您426.1', '鞋的实付是426.10'],
        contradicts: ['退459', '退518', '扣40都算您的'],
      },
      { id: 'sum-shown', must: true, says: '459加99减40，鞋摊32.9', also: ['满减按价分摊，鞋分到32.9'] },
    ],
    replies: [
      { say: '459加99，满减减掉40，轮到鞋头上是32.9，所以鞋您掏的是426.1', covered: ['net', 'sum-shown'] },
      { say: '鞋退426.1的', covered: ['net'] },
      { say: '满减的不能全退的哦，退款按系统显示为准' },
      { say: '鞋子给您退459', wrong: ['net'] },
    ],
  },
  {
    name: '腰包没了怎么算',
    customer: '腰包早给我侄子了\n一个赠品还要算钱？',
    points: [
      {
        id: 'price',
        must: true,
        says: '腰包标价59，不还就扣59',
        also: ['包没法还就折59进去'],
        contradicts: ['赠品白送不用管', '扣99'],
      },
      { id: 'net-gift', says: '退到手367.10', also: ['到您手上三百六十七块一'], contradicts: ['退327'] },
      {
        id: 'notblock',
        says: '赠品不在也能退',
        also: ['没有包照样退鞋', '不影响您退鞋', '包送人不耽误退'],
        contradicts: ['必须寄回赠品才能退', '赠品丢了不能退'],
      },
    ],
    replies: [
      {
        say: '页面写着包的价是59，不还回来就从里面扣，到您手上367.1；鞋照退',
        covered: ['price', 'net-gift', 'notblock'],
      },
      { say: '要扣59的哦，不影响退鞋', covered: ['price', 'notblock'] },
      { say: '亲 赠品要一起退哦，没有赠品不能退的', wrong: ['notblock'] },
    ],
  },
  {
    name: '退回邮费谁出',
    customer: '邮费谁出\n快递几块来着',
    points: [
      { id: 'buyer', must: true, says: '无理由退回运费您出', also: ['快递费您先垫'], contradicts: ['我们出'] },
      {
        id: 'insured',
        says: '有运费险，按险赔，可能不满额',
        also: ['险下来多少算多少，不够的自付'],
        contradicts: ['运费险全包'],
      },
    ],
    replies: [
      {
        say: '不想要了退的，快递您先付；这单店里送了退货险，赔多少听保险的，多半补不满',
        covered: ['buyer', 'insured'],
      },
      // Half the second fact is said as well: people differ on it.
      { say: '您先出哈，有运费险的', covered: ['buyer'], either: ['insured'] },
      { say: '邮费我们出', wrong: ['buyer'] },
      { say: '质量问题才是我们出运费，您这个是不想要了，得您出', covered: ['buyer'] },
    ],
  },
  {
    name: '钱几天到',
    customer: '钱几天到\n我等着用',
    points: [
      {
        id: 'ref',
        must: true,
        says: '收到货后7天内原路退',
        also: ['仓库收到，七日内退回原付款', '我们收到退货最多7天打款'],
        contradicts: ['30个工作日', '现在就退', '退到微信'],
      },
    ],
    replies: [
      { say: '仓库签到之后七天内退回您原来的付款方式', covered: ['ref'] },
      { say: '仓库收到七天内退哈', covered: ['ref'] },
      { say: '亲，退款需要30个工作日内到账，请耐心等待', wrong: ['ref'] },
      { say: '财务会尽快处理的' },
    ],
  },
  {
    name: '今天退不退',
    customer: '你们三个人三个说法\n我就问 今天退不退',
    points: [
      {
        id: 'do',
        must: true,
        says: '599元我现在就点确认，原路退回',
        also: ['599这就给您打回去，原付款方式', '退款我这一下就提交，全额599', '599不用再等，已经办了'],
        contradicts: ['还要等财务', '7个工作日', '只能退一部分', '先扣运费'],
      },
      {
        id: 'bank',
        says: '到账一般1到3个工作日',
        also: ['到账看银行，三个工作日以内', '最晚第三个工作日看到', '原路走账，要1到3个工作日'],
        contradicts: ['马上到账', '今晚必到'],
      },
    ],
    replies: [
      { say: '刚刚我点掉了，599一分不少，回您当时付款的地方，最慢三个工作日见着', covered: ['do', 'bank'] },
      { say: '亲，退款一般是7个工作日的呢，上一位说的48小时不太准确哦', wrong: ['do'] },
      { say: '亲亲非常抱歉给您带来不好的体验呢，请您提供一下订单号哦，我们会尽快为您处理的呢' },
    ],
  },
  {
    name: '四十八小时',
    customer: '说好四十八小时的\n今天九点四十就到点了',
    points: [
      {
        id: 'admit',
        must: true,
        says: '48小时是我们答应的，今天9:40过了，是我们没做到',
        also: ['两天的期限上午已经过去，是我们失信', '9:40到期没退，责任在店里', '48小时超了，怪我们'],
        contradicts: ['那是上一位说的', '48小时不算数', '财务规定如此'],
      },
    ],
    replies: [
      { say: '说好的48小时是我们说的，今早9点40就该打，晚了五个多小时，这个我们认', covered: ['admit'] },
      { say: '48小时不算数的', wrong: ['admit'] },
    ],
  },
];
