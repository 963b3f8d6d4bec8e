/**
 * Bids to order that the head of acts misses, for they name a size, a choice or only the paying instead of the deed: a
 * closed class.
 */

/** What is ordered: a size, a colour, a number of pieces, a link. */
const THING =
  '(?:这|那|上面|下面)?(?:[一二两三四五六七八九十0-9]*[件双支条款瓶盒套箱只把]|[0-9a-z]{1,6}号?码?|[大中小均]码|大一[号码]|小一[号码]|\\p{Script=Han}{1,3}色的?|链接|规格|卡片?)+';
const ENOUGH = '(?:(?:跟我)?[说讲喊]一?声)?(?:就|即|便)?(?:行|可以|好|成|可|对|ok)(?:了|啦|的|哈|啊|哦|呢)?';
/** 拍L码就行, 选大一号下单就可以; 怎么拍都可以 and 拍照就行 bid nobody. */
const ORDERS_THING = new RegExp(
  `(?:^|您|你|直接|就|也|那|先|规格)(?:[拍选点]${THING}(?:的|[那这][个款种件台双套])?(?:${ENOUGH}|(?:直接|就|去)?(?:拍|下单|付款?)(?:${ENOUGH})?)|(?:下单|拍下?)[好了]?(?:${ENOUGH}))$`,
  'iu',
);

/** 付了就行, 付好说一声就行, 领了券付就好, 在单子里付掉就可以: whoever is told that paying is all there is left is bidden to order. */
const PAYS = new RegExp(
  `(?:^|您|你|直接|就|也|那|先|再|现在|这会儿|[里上券卡]|[领拍选用点]了)支?付(?:款|钱)?(?:了|掉|好|一下)?${ENOUGH}$`,
  'iu',
);
/** What is paid for something else than the goods: the postage of a return, a difference. */
const OTHER_PAYMENT = /运费|邮费|邮资|差|补|退|换|赔|修/;

/** What there is to choose of what the customer buys, and the word that they tell it: 想好哪个跟我说, 定了颜色喊我. */
const CHOICE = '(?:哪|颜色|尺码|码数|款式?|口味|规格|几(?:个|件|双|箱|套|盒)|数量)';
const DECIDED = '(?:想|看|选|挑|定|决定)(?:好|中|下来|准|清)?了?';
const TELL = '(?:跟|和|给|告诉|喊|叫|找|发)(?:我|咱)|(?:说|讲|吱|喊|叫|告诉)(?:一)?声|报给我';
const ASKS_CHOICE = new RegExp(`(?:${DECIDED}(?:要|拍)?${CHOICE}|${CHOICE}${DECIDED}).{0,6}(?:${TELL})`);
/** The choice is of something else than what to buy: 退哪件想好跟我说. */
const OTHER_CHOICE = /退|换|赔|修|寄|补发|投诉|取消|[时候点天]/;

/** Whether a piece bids the customer to order, by what they are to order or to choose. */
export const bidsToOrder = (piece: string): boolean =>
  ORDERS_THING.test(piece.trim()) || (ASKS_CHOICE.test(piece) && !OTHER_CHOICE.test(piece));

/** Whether a piece tells the customer that they have only to pay. */
export const bidsToPay = (piece: string): boolean => PAYS.test(piece.trim()) && !OTHER_PAYMENT.test(piece);

/** 下单时自动减2元, 拍的时候券自己会扣: what ordering comes to once it is done leads there, and is no bid to praise. */
const ORDERING =
  /(?:下单|拍(?!照|视频)|付款|结[账算])(?:的?时候?|后)?[^，,。！!？?\n]{0,5}(?:自动|自己|直接|就)(?:会|能)?(?:减|抵|扣|省|用上)/;
/** 拍的时候选这个, 下单时勾上生日券: what to choose as one orders. */
const CHOOSES_ORDERING =
  /(?:下单|拍(?!照|视频|[一两几]?[张段])|付款?|结账)(?:的?时候?)[^，,。！!？?\n]{0,4}(?:选|勾|用|领|填|认准)/;
/** 从这张卡拍, 直接下40台: from what to order, and how many. */
const ORDERS_FROM =
  /(?:从|点|进|照)(?:这|那|上面|下面|我发的?)[^，,。！!？?\n]{0,6}(?:卡片?|链接)[^，,。！!？?\n]{0,4}(?:拍(?!照)|下单|买|付)|(?:直接|就|先)(?:拍|下|买|付)[0-9一二两三四五六七八九十]+[台件双条瓶盒套箱只个把份]|(?:按|到)点(?:拍|付|下单)/;
const LEADS_TO_ORDER: readonly RegExp[] = [ORDERING, CHOOSES_ORDERING, ORDERS_FROM];
/** Whether words tell how ordering goes: with what comes off by itself, what to choose, from which card, how many (RULES M119). */
export const tellsOrdering = (text: string): boolean =>
  text
    .split(/[，,。！!\n]/)
    .some(
      (part) =>
        LEADS_TO_ORDER.some((pattern) => pattern.test(part)) && !OTHER_PAYMENT.test(part) && !/[?？吗]$/.test(part),
    );
