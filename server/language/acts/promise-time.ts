import { either } from '../signs/either.ts';
import { pattern } from '../signs/pattern.ts';
import { type Hearing, inPiece, type Piece, type Span, says } from './hearing.ts';

/** Times told without a number, which the typed values don't hold. */
const WORDS = pattern(
  either(
    /(?:今|明|后|大后)(?:天|日|晚|早|晨|儿个?|个儿?|朝|午)/,
    /(?:这|本|下)?(?:周|星期|礼拜)(?:[一二三四五六日天末]|内)|月底|[0-9]{1,2}[.][0-9]{1,2}[号日]?前/,
    /(?:晚上|下午|上午|早上|月中|年底|周末|下班|天黑|擦黑|打烊|收工|中午|晌午|傍晚|年|节|睡觉|半夜|夜里|晚饭|午饭|开学|过年|天亮|今夜|午夜|零点)(?:之|以)?前/,
    /这两天(?:之?内)?|当[天日]|一(?:个钟|会儿?内)|(?:半个?|一个?|两个?)(?:钟头|小时|钟|刻钟|礼拜)(?:之?内)/,
  ),
);
const HEDGED = pattern(
  /一般|大概|大约|大致|预计|预估|预期|估计|差不多|约(?!定|好)|左右|上下|可能|应该|也许|或许|争取|尽量|尽可能|说不准|不一定|不确定|不保证|保证不了|不敢|看情况|顺利的话|正常(?:情况|来说|的话)?|通常|平时|平常|每次|每隔|隔|每天|每晚|每日|每周|都是|最快|基本|理论上|前后/,
);
const DENIED = pattern(
  /到不了|(?:发|赶|来|修|做|查|给|退)不[了出到上及]|不(?:能|会(?!超|晚|迟|误|耽)|发|支持|可以|是|到(?!.{0,6}前))|没(?:法|办法|有|定|货)|无法|停(?:发|运|止)|还没|未(?!来)/,
);
/** What runs out, how long goods take or last, when the shop is open. */
const OTHER_CLOCK = pattern(
  either(
    /(?:券|活动|优惠|特价|折扣|大促|秒杀|预售|定金|尾款)(?![^,]{0,14}(?:给您|退|补|发放|到账|发您))|到期|过期/,
    /截止|截单|关闭|关单|失效|有效|无理由|质保|保修|保质|包退|包换|试用|营业|(?<!下)上班(?!前|第一|就|后)/,
    /在线|值班|充[满电]|续航|保鲜|晾干|干透|煮|蒸|烤|泡(?!沫)|静置|养护|第一次|首次|使用|服用|涂|敷|浇水|冷藏/,
    /喝完|吃完|用完|涨价|恢复原价|结束|自动|没了|免费|存放|装好当|能住|保存期|适应|习惯|都(?:有人|在)/,
    /打烊(?!前)|开(?:门|播|售|抢|始)/,
  ),
);
/** What the customer does or says. */
const CUSTOMERS = pattern(
  either(
    /(?:您|你)(?:说|讲|提|写|要求|限|给)的?[^,]{0,4}$/,
    /(?:您|你)[^,]{0,4}(?:要用|要穿|着急用|就走|开学|出门|生日|考试|比赛|要收)/,
    /(?:您|你)(?:可以|记得|先|自己|再|需要|得|要|那边)[^,]{0,8}(?:申请|退|寄|付|拍|联系|反馈|提交|发|来|取|看|试|确认)/,
    /联系(?:我们|客服)|找(?:我们|客服)|又要|非要|反馈给?我们|(?:可以?|能|都能|支持)(?:申请|退|换|取消|改)/,
    /(?:申请|提出|寄回|退回来|付款|支付)(?:的|就|都|即可|就行|才)?$/,
  ),
);
/** 下单后48小时内发货 is how it is for everybody. */
const GENERAL = pattern(
  /(?:下单|拍下|付款|支付|签收|收到|收货|到货|审核|开封|购买|揽收|截单|入库|发货|出库|确认)(?:[^,]{0,4})(?:之|以)?后/,
);
const FOR_YOU = pattern(/(?:给|为|帮|替)(?:您|你|亲)|(?:您|你)(?:这|的|那)/);
const DONE = pattern(
  either(
    /发(?!现|票|烧|黄|霉)|寄|送(?!的)|到(?!期|底)|回(?!头|收|购|馈)|答复|联系|处理/,
    /打(?:款|给|电话|过去|您|一?定)|一定打|退|补|换|安排|给(?:您|你|个|准|结|出|到)|办|装|上门|查|解决|通知/,
    /结果|完成|修|搞|弄|出(?:库|货|单|门|发|来|去|结)|派|揽|拉(?!链)|取件|交|转|同步|更新|动(?!作|力)/,
    /看(?:到|见|物流|得到)|消息|准话|准信|信儿?(?=$|[会就]?[留放发])|告诉|改|上架|走(?!线)|来(?!自|电显)|重做/,
    /刻完|[做办妥备包](?:好|完)|催|跟进|(?:弄|修|办|理|做|改|查|装|备|搞|调|搭|刻|洗|裁|配|印)(?:好|完|妥)/,
    /就好|签收|到货|收到|(?<!不)出$|达(?!成|到)|上线|下来|有(?:结果|人|信|货)|打包|到账|退款|入账|赔/,
    /见(?:到|着)|用上|装上|吃上|穿上|能用/,
  ),
);
const PAST = pattern(
  /已经?|刚|昨|上次|前天|之前(?:就|的)|(?:到|发|寄|送|退|补|换|走|上架|签收|揽收|入库|更新|到货|出库)了[呀啊哦哈呢]?$|新[色款货]|(?<![能可会以到][^,]{0,4})的$/,
);

/** A time by which something will be done: 明早九点前给您回话. Expected, general and the customer's own times are none. */
export function promiseTime(heard: Hearing): Span | null {
  for (const [index, piece] of heard.pieces.entries()) {
    const times = timesIn(heard, piece);
    const last = times.at(-1);
    if (!last || piece.mark === '?' || /[吗么]$/.test(piece.text)) continue;
    const sure = times.find((time) =>
      binds(piece, time, heard.pieces[index - 1], heard.pieces[index + 1], heard.moment.asksWhen),
    );
    if (sure) return { start: sure.start, end: sure.end };
  }
  return null;
}

/** A bare 两天 lasts; with 内 or 就给您 behind it, it ends. */
const SURELY_AFTER =
  /^(?:[之以]?内|里(?!面)|[之以]?后(?!.?[没还不再记您])|准|必|一定|给|回|寄|到您|到账)|^就(?:能|可以|会)?(?:给|回|发|到|退|寄|修|处理|办|有|换|补|安排|出|送)/;
/** What may stand around a time that is the whole answer: 能，下周二前哈. */
const ONLY_TIME = /^[亲下就能在是这本前之以到哈哦呢的呀啊嗯对可以上中午晚早]{0,6}$/;
/** 七天内退 is what the shop lets everybody do. */
const ALLOWED = /^[之以]?内(?:都|可以?|包|免费|无理由|有问题)*(?:退|换)(?![给到款您回还]|新的?[寄发给])/;
const LONGEST_PROMISE = 31 * 24 * 60 * 60;
const MOST_TIMES = 4;
type Time = Span & { exact: boolean };

function timesIn({ reading, text }: Hearing, piece: Piece): Time[] {
  const times: Time[] = [];
  const values = reading.values;
  // Values stand in the order of the text, and a flood of them isn't walked again for every piece.
  for (let at = firstFrom(values, piece.start); at < values.length; at++) {
    const value = values[at];
    if (!value || value.start >= piece.end) break;
    if (value.kind === 'clock' || (value.kind === 'date' && value.is !== 99)) {
      times.push({ start: value.start, end: value.end, exact: true });
    } else if (value.kind === 'duration' && value.is <= LONGEST_PROMISE && !/[龄保]/.test(text.charAt(value.end))) {
      times.push({ start: value.start, end: value.end, exact: false });
    }
    if (times.length >= MOST_TIMES) break;
  }
  if (times.length > 0) return times;
  const word = inPiece(piece, WORDS);
  return word ? [{ ...word, exact: true }] : [];
}

function firstFrom(values: Hearing['reading']['values'], start: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binds(piece: Piece, time: Time, last: Piece | undefined, next: Piece | undefined, asked: boolean): boolean {
  const text = piece.text;
  if (says(piece, HEDGED) || says(piece, DENIED) || says(piece, OTHER_CLOCK) || says(piece, CUSTOMERS)) return false;
  const at = time.start - piece.start;
  const ahead = text.slice(0, at);
  const after = text.slice(time.end - piece.start);
  if (/(?:您|你)(?:说|讲|提|限|给)的?.{0,2}$/.test(ahead) || says(piece, PAST)) return false;
  if (
    /^(?:碱|干电|充电|电池|字|针|钩|色|球|链|楼|线|螺|码)|^.{0,3}[到至](?:周|礼拜|星期|月|下|今|明|[0-9一二三四五六七八九十])/.test(
      after,
    )
  )
    return false;
  if (ALLOWED.test(after) || (/[换用选穿款拧配]$/.test(ahead) && text.charAt(time.end - piece.start - 1) === '号'))
    return false;
  if (!time.exact && /发货/.test(after) && !says(piece, FOR_YOU) && !/一定|保证|肯定|准|必/.test(text)) return false;
  if (says(piece, GENERAL) && !time.exact && !says(piece, FOR_YOU)) return false;
  // 活动到今晚: up to a time, not by it.
  const done = DONE.regex.test(after) || DONE.regex.test(ahead.replace(/[到至等]$/, ''));
  const near = /^[^,]{0,6}[前内]$/.test(text.slice(-8)) || after.length <= 3 ? beside(last, next) : false;
  // 什么时候补货 answered by 下周二.
  const told = asked && time.exact && ONLY_TIME.test(ahead + after);
  if (!done && !near && !told) return false;
  if (!time.exact) return SURELY_AFTER.test(after) || /最[晚迟多]|不超过|保证/.test(ahead);
  // 喜欢现在拍今天就能发 says what is possible, and binds nobody.
  return !(/拍|下单|喜欢|报名/.test(text) && /能|可以|送|享|优惠/.test(text) && !/前|内|点|到(?!期)/.test(text));
}

/** 九点前，给您回话: the deed stands in the neighbouring piece. */
function beside(last: Piece | undefined, next: Piece | undefined): boolean {
  return tellsDeed(next) || tellsDeed(last);
}

function tellsDeed(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.mark !== '?' &&
    says(piece, DONE) &&
    !says(piece, HEDGED) &&
    !says(piece, DENIED) &&
    !/[吗么]$/.test(piece.text)
  );
}
