/** Who bears a cost by one folded clause: by a phrase none of whose words tells it, or by the states of its words. */
import type { Party } from '#language/terms/party.ts';
import { either } from './either.ts';
import type { PlacedState } from './polarity.ts';
import type { Value } from './value.ts';

/** The customer is spared: 不让您掏钱, 咋能要您的钱, 一分都不要您出. */
const SPARED = either(
  /(?:不用|不需要?|无需|甭)[您你]$/,
  /(?:不|没|甭|别|无|哪能|哪会|哪里会|咋能|咋会|怎么能|怎么会)(?:会|能|用|需|得)?(?:让|叫|要|用|需|找|问|跟|管)(?:[您你]|大家|客人|客户)(?:这边|自己|来|再|多|另外)?(?:花|掏|出|付|给|交|垫|贴|收|要)(?:.{0,2}(?:钱|费|一|半|分|毛|块)|[的了哈哦呢啦呀]|$)/,
  /(?:不|没|甭|别|无|哪(?:里|还)?(?:能|会|好意思)|咋能|咋会|怎么能|怎么会|不好意思)(?:会|能|好意思|用|再)?(?:收|要|赚|算|花|拿)[您你](?:的|一|半|这|那|个)?.{0,2}(?:钱|费|分|毛|块)/,
);
const NOT_A_CENT =
  /(?:[一半][分毛块厘]|[一半]个(?:子儿?|铜板|钢镚儿?)|分文|分毛|一毫)(?:钱)?.{0,4}?(?:不|没|甭|别|无)(?!算|差|少|能少|便宜|止)/;
const NO_COST =
  /(?:没有?|无|不产生|不存在|零)(?:任何|什么|啥|额外|别的|其他|另外的)?(?:费用?|花销|开销|收费)|无偿|(?:价格?|售价|里面?|里头|已经?|都|是)(?:包?含|含着?)税|^含税|税.{0,4}(?:包含|含在|算在|包在)|不(?:另)?加税?点|^免(?:了|的|哈|哦|呢|啦)?$/;
/** The shop bears it: 我们来出这笔, 挂店里账上, 都是店里的事. */
const SHOP_BEARS = either(
  /(?:挂|记|走|算|划|报)(?:到|在|进)?(?:我们?|咱们?|店里|公司|本店|店铺)(?:这边)?(?:的)?(?:账|头|名下)/,
  /(?:钱|费|运费|邮费|来回|快递|这笔|这钱|邮资|车费|工钱)[^不没别非]{0,4}(?:是|归|由)(?:我们?|咱们?|店里|店铺|公司|工厂|厂里|厂家)(?:的事|来|这边|管|负)/,
  /运费险(?:会|能|可以|给您?|来)?赔|(?:工厂|厂家|厂里|品牌方)(?:来)?(?:承担|出钱|报销)/,
  /(?:钱|运费|邮费|邮资|快递费?|这笔|差价|费用)(?:的话)?[^不没别非减扣除刨]{0,2}(?:我们?|咱们?|店里|店铺|公司|工厂|厂里|平台|运费险|保险)(?:来|给您?|这边|全)?(?:赔|付|承担|补|管|兜|包|出|扛|结|担)/,
);

/** The customer bears it: 您自担, 差价您补, 那8块得您给师傅. */
const CUSTOMER_BEARS = either(
  /(?<!不|不用|不要|不是|不需要|无需|不让|甭)(?:[您你]|自己|自个儿?|买家|客户|顾客)(?:自己|自个儿?|这边|那边|这头|来|实际)?(?:担(?!心|忧|待)|补(?:差|上差|齐差|上钱|钱|$)|付的|掏的|出的|交的|(?:另外|再|多)(?:付|交|掏|出))/,
  /[您你]自担|差价?(?:是|要|得|需要?)?(?:[您你]|自己)(?:自己)?(?:来|再)?(?:补|拍|付|出|贴)/,
  /(?:得|要|需要?|需)(?:[您你]|自己|自个儿?|客户|买家)(?:这边|自己|自个儿?)?(?:再|另外)?(?:给|付|掏|出|交|结)(?!出|我)/,
  /(?:自己|自个儿?)掏|拍(?:一下|下)?(?:个)?(?:差价|补差)|[您你]拍(?:一?下)?(?:那个|个)?差价/,
);
/** A price is asked for it: 得另外给二十, 一次三十, 三十五一个. */
const PRICED = either(
  /(?:费|工钱|人工|手工|价钱?)(?:是|要|得|需要?|一共|大概|就|收|每次|一次|为|[您你]|[:])*[0-9一二两三四五六七八九十百][0-9零一二两三四五六七八九十百]*(?:块|元|$)/,
  /[加收]?(?:税点|点数)[0-9一二三四五六七八九十]|加[0-9一二三四五六七八九十]+个?(?:税)?点/,
  /(?:得|要|需要?|另外?|额外|再|单独|每[次趟个件层单套位台张字米]|就|再)(?:另外?|额外|再|单独|多|[您你])?(?:给|付|掏|花|出|交|买|拍|补|加|添|贴)(?:[您你])?(?:师傅|他们?|人家|我们|大概|差不多)?[0-9零一二两三四五六七八九十百半]+(?:块|元|毛|$)/,
  /^.{0,12}(?:每|一)(?:次|趟|回|层|小时|人|位|字|米|页|单)[0-9二两三四五六七八九十百][0-9零一二两三四五六七八九十百]*(?:块|元|$)/,
  /[0-9一二两三四五六七八九十百](?:块|元|块钱)(?:一|每|\/)(?:次|趟|回|层|个|件|套|小时|人|位|张|台|单)/,
);
const BOUGHT = /(?:另外|单独|额外|另行|自行)(?:再|去)?(?:购?买|选购|花钱|下单|拍)(?!家|单|照|张|图|个视频)/;
/** 到付 for goods sent back (寄回来邮费到付) means the shop pays; for goods sent out (补发的到付) the customer does. */
const ON_DELIVERY = /到付/;
const SENT_OUT =
  /补发|重发|补寄|重寄|换新|新的|(?:我们|咱|这边|店里|给[您你])(?:这边)?(?:再)?(?:发|寄|补)|发(?:给|过去|出)|寄(?:给|过去|出)|收件|签收/;

export const otherParty = (party: Party): Party => (party === 'shop' ? 'customer' : 'shop');

/** Who bears the cost by an expression in a clause; null where it has none. */
export const payerByExpression = (clause: string): Party | null => {
  if (ON_DELIVERY.test(clause)) {
    if (/不(?:能|要|可以|接受|支持|收|走|用|发)?到付/.test(clause)) return null;
    return SENT_OUT.test(clause) ? 'customer' : 'shop';
  }
  if (NOT_A_CENT.test(clause) || SPARED.test(clause) || NO_COST.test(clause)) return 'shop';
  if (SHOP_BEARS.test(clause)) return 'shop';
  return CUSTOMER_BEARS.test(clause) || PRICED.test(clause) || BOUGHT.test(clause) ? 'customer' : null;
};

/** Who bears the cost by the token states and values of a clause; null where it doesn't tell. */
export const payerByWords = (states: readonly PlacedState[], values: readonly Value[], text: string): Party | null => {
  return payerByStates(states, text) ?? (isCharged(values, text) ? 'customer' : null);
};

const payerByStates = (states: readonly PlacedState[], text: string): Party | null => {
  let payer: Party | null = null;
  for (let index = 0; index < states.length; index++) {
    const placed = states[index];
    if (!placed) continue;
    const previous = states[index - 1];
    const isDenied =
      previous && (previous.state === 'negative' || previous.state === 'not-so') && placed.start - previous.end <= 1;
    if (placed.state === 'free') payer = isDenied ? 'customer' : 'shop';
    if (placed.state === 'charged') payer = isDenied ? 'shop' : 'customer';
    if (placed.state === 'pays') payer = payerBefore(states, index) ?? payer;
    if (placed.state === 'on-account-of') {
      const party = states[index + 1];
      if (isDenied) continue;
      if (party && party.start - placed.end <= 1) {
        if (party.state === 'seller') payer = 'shop';
        else if (party.state === 'buyer' || party.state === 'third') payer = 'customer';
      } else if (/^我的?/.test(text.slice(placed.end, placed.end + 2))) payer = 'shop';
    }
  }
  return payer;
};

/** Words before a sum that charge it to the customer: 每层加20元, 另收150. 459加99 is arithmetic. */
const CHARGES = /(?<![0-9一二两三四五六七八九十百千块元])(?:加|收|另付|补|交|多付|要花|费|抽)(?:您|你|个|大概|约)?$/;

const isCharged = (values: readonly Value[], text: string): boolean => {
  for (const value of values) {
    if (value.kind !== 'amount' && value.kind !== 'number' && value.kind !== 'percent') continue;
    if (CHARGES.test(text.slice(Math.max(0, value.start - 5), value.start))) return true;
  }
  return false;
};

/** Most characters between a verb of paying and whom it is said of: 运费我们这边出. */
const MAX_PAYER_GAP = 6;

/** Who pays by the party named before the verb; each denial between them turns it. */
const payerBefore = (states: readonly PlacedState[], verbIndex: number): Party | null => {
  const verbStart = states[verbIndex]?.start ?? 0;
  let isDenied = false;
  for (let index = verbIndex - 1; index >= 0; index--) {
    const placed = states[index];
    if (!placed || verbStart - placed.end > MAX_PAYER_GAP) return null;
    if (placed.state === 'negative' || placed.state === 'not-so') isDenied = !isDenied;
    if (placed.state !== 'seller' && placed.state !== 'buyer' && placed.state !== 'third') continue;
    // 您自己 and 个人 + 自己 are one subject, so a denial before the first part counts, too.
    const previous = states[index - 1];
    const isAdjacent = previous && placed.start - previous.end <= 1;
    if (isAdjacent && (previous.state === 'negative' || previous.state === 'not-so')) isDenied = !isDenied;
    const named: Party = placed.state === 'seller' ? 'shop' : 'customer';
    return isDenied ? otherParty(named) : named;
  }
  return null;
};

/** Words before a bare figure that make it money: 一次三十, 抵五十, 退18. 459加99减40 is arithmetic. */
const SUM_BEFORE =
  /(?<![0-9一二两三四五六七八九十百千块元])(?:收|加|付|补|花|掏|费|价|工钱|人工|卖|抵|退|赔|减|返|省|贵|便宜|优惠|满|(?:每|一)(?:次|趟|层|个|件|套))(?:[您你]|了|大概|大约|差不多|约|个|给[您你]|是|要|得)?$/;

/** Whether the figure that begins at `start` is a sum. */
export const isSum = (text: string, start: number): boolean => {
  return SUM_BEFORE.test(text.slice(Math.max(0, start - 5), start));
};
