/** In what mood a clause stands: asked, sent elsewhere, taken back; and who is to act in it. Texts are folded. */
import type { Party } from '#language/terms/party.ts';
import { either } from './either.ts';
import { isEmbedded } from './embedded.ts';

/** A mark or a question word, 哪来的234 among them. 没有 and 不 at the end ask only behind the thing asked about: 到了没有, 能退不. */
const ASKS = either(
  /\?|吗|多少|什么(?!的)|为啥|有啥|是啥|干啥|啥时|哪[里儿个款种一天边位家些样]|哪(?=[的是有]|来的\d)|怎么|咋(?!的)/,
  /(?<![吃等过用穿试好这那前后十戴洗喝养住放隔晚早差了百没])几[点天号件码个楼层斤岁米双包条位口栋]|么$/,
  /(?:能|可以|要|会|行|包|带|送|是|得|好|对|在|支持|需要).{0,8}(?<!要|还|都|就|也|么|的|才|得)不$|有没$/,
  /[了好到过].{0,4}没(?:有)?[呀啊]?$|[了好到过开掉完断坏来去](?<![本原从向历将未后以过起][来去])没(?:有)?[呀啊呢]?$|有.{1,6}没(?:有)?$|(?:是|要|选|用|发|买|穿|想|拿|走).{1,10}还是|了没|是否/,
  /[看查问核瞧](?:一?[下眼]|[看查问])[^,]{2,12}没有?$/,
  /谁(?:的|来|出|付|承担)|多[大久长高重宽厚远深](?!的|都|了|点|些)/,
);
/** 高不高, 能不能, 要不要换: a verb with its own denial asks. With 不敢保证 or 不知道 behind it (到不到我不敢说) it doesn't. */
const EITHER_WAY = /([\u4e00-\u9fff])(?:不|没)\1/;
const NO_EITHER_WAY =
  /(?:(?<!知)不知道|不清楚|(?<!晓)不晓得|不确定|说不[准死])[^?]{0,6}$|爱(.)不\1|时不时|动不动|差不差|了不了|说不说|(.)[不没]\2.{0,8}(?:看[您你]|一样|照|没关系|无所谓)|不管|无论|甭管|(?:看|问)(?:一下|[看问])?(?:他们?|它|人家|那家|那边|对方|别家).{0,6}(.)[不没]\3/;
const OR_ELSE =
  /^还是(?!\d[\d.]*(?:元|块)?(?:$|[,，])|先|别|不|得|要|建议|让|请|由|寄|可以|能|有|没|会|请|老|给|那|一样|原|按|照|在)/;
const NO_QUESTION = either(
  /多少.{0,2}(?:听|按|算|看|就|退|赔|补|是多少|寄多少|拿多少|给多少)|没什么|没有什么|没啥|无论/,
  // 付哪儿回哪儿, 付多少退多少: the same word twice is whichever it is. 坏几个按占比退: however many.
  /不管|甭管|都什么|怎么.{1,3}怎么|(哪[里儿个张家款]|多少|谁).{1,5}\1|多多少少|不多少/,
  /几[个枚颗只件瓶盒罐包袋支双条箱片].{0,2}(?:[按照就都退赔补]|给[您你][退赔补])/,
  /随便什么|任何|不是不|怎么说|没多少|哪怕/,
  /(?:看|问|比)(?:一下|[看问比])?(?:他们?|它|人家|那家|那边|对方|别家).{0,14}(?:什么|几|多|哪)/,
  /不怎么|没怎么/,
);
/** 您看看详情页的库存: the customer is sent off to read, and nothing is stated. 以快递回复为准 states who decides (RULES T291). */
const SENT_TO_READ =
  /(?:看|参考|查|见|参照|以).{0,6}(?:详情|页面|说明|规则|公告|尺码表|(?:物|际|统|示|图|片|述|单)为准)/;

/** 您担心…, 您是…对吧: the customer's own words are repeated; 去年, 隔壁那款, 有个客人: another time, thing or person. */
const ECHOED =
  /^(?:亲,?)?(?:您|你)(?:是)?(?:担心|怀疑|觉得|说的?|提的?|提了|问的?|想问|想说|反馈|怕|嫌|以为)(?!的[都没是对])|^(?:没(?:有)?(?:看到|收到)|听您|看您).{0,14}(?:是吧|对吧|是不|吧)$|(?:是吧|对吧|对吗|是吗|对不对|是不是)$/;
const ELSEWHEN =
  /去年|前年|上回|上一?次(?!性)|^(?:我们?|咱们?|那是|这是)?以前|之前那|原来(?:填|写|说|定)|原定|原本|平[时常日](?:都|一直)?是?(?:穿|戴|用|买|喝|吃)|本来(?:写|说|定|是)|隔壁|别家|别的(?:店|款|客|人)|其[他它]家|有[个位](?:客|妈|姐|顾|亲|买家)|别人家|双十[一二]的?时候/;

const AS_MANY = /(?<![共有总])(几.)[^了、,]{1,2}\1/;
/** Whether a clause is worded as a question and says 'as many as it is': 坏几个算几个. The classifier learned it as one. */
export const saysAsMany = (text: string): boolean => AS_MANY.test(text);

/** Whether a clause gives back the customer's words, or speaks of another time, thing or person. */
export const echoesOrSpeaksOfOthers = (text: string): boolean => {
  return ECHOED.test(text) || ELSEWHEN.test(text);
};

const CONSENT_TAG = '(?:好不好|行不行|可以吗|可以不|行吗|行不|好吗|成吗|成不)[呀啊呢哈]?[?]?$';
/**
 * 给您退1块6好不好, 八点前回您行吗: the shop offers to do something. 要不您换他的号看看?: advice. Either states its content, whatever the
 * customer answers, so it counts as no question.
 */
const OFFER = new RegExp(
  `(?:退|补|赔|换|减|少|便宜|送|免|让|寄|发|回复?|答复|告诉|通知|联系)(?:给)?[您你].{0,14}${CONSENT_TAG}|[给帮替为][您你](?:退|补|赔|换|减|少|便宜|送|免|让|寄).{1,14}${CONSENT_TAG}|^(?:那)?要不(?!要|行|是|然)[^?]{4,24}[?]$`,
);
const OFFER_TAG = new RegExp(`${CONSENT_TAG}|[?]$`);

/** Whether a clause only asks the customer to accept an offer of the shop. */
const isOffer = (textWithMark: string): boolean => {
  if (!OFFER.test(textWithMark)) return false;
  const untagged = textWithMark.replace(OFFER_TAG, '');
  return !ASKS.test(untagged) && !isEitherWay(untagged);
};

/** 八点前给您个准信好不好呀: the offer counts as stated, for 好不好 only asks for consent. */
const ASKS_CONSENT =
  /(?<=(?:给|帮|替|为|回复?|告诉|通知|答复)[您你][^,]{0,16})(?:好不好|行不行|可不可以|可以不|[好行]不|(?:可以|好|行|成)[吗么])[呀啊呢哈]?[?]?$/;

/** The mark at the end of a clause, taken off before the words are tested: 吊牌还在不，asks as 吊牌还在不 does. */
const CLOSING_MARK = /[,。;!~\s]$/;

/** Whether a clause asks; words that only send the customer off to read count as asking, too. `textWithMark`: with its closing mark. */
export const asksIn = (textWithMark: string): boolean => {
  if (isOffer(textWithMark)) return false;
  const clauseText = textWithMark.replace(ASKS_CONSENT, '');
  const mayAsk = ASKS.test(clauseText.replace(CLOSING_MARK, '')) || OR_ELSE.test(clauseText) || isEitherWay(clauseText);
  return (
    (mayAsk && !NO_QUESTION.test(clauseText) && !saysAsMany(clauseText) && !isEmbedded(clauseText)) ||
    SENT_TO_READ.test(clauseText)
  );
};

const isEitherWay = (clauseText: string): boolean => {
  return EITHER_WAY.test(clauseText) && !NO_EITHER_WAY.test(clauseText);
};

/** 打错了, 不对, 应该是: the words before are taken back. */
const TAKES_BACK =
  /说错|打错|写错了?(?:哈|是|$)|看错|看岔|记错|搞错|弄错|讲错|发错消息|口误|更正|纠正|^(?:啊|哦|噢|诶|哎|额|呃|嗯)?不对(?:$|[,。!~…啊哈呀])|^(?:啊|哦|噢|诶|哎|额|呃)不(?:是)?(?:$|[,。!~…])|^(?:啊|哦|噢|诶|哎)?错了(?!码|货|发)|(?:刚|前面|上面|上一?[条句]).{0,6}(?:错|不对|不准)/;

/** 昨晚同事说错了: the slip is of another day or another person, so nothing of this message is taken back. */
const ANOTHERS_SLIP = /昨[晚天]|前天|那天|同事|[早晚夜]班|[上前]一位|上[次回]|主播/;

/** Whether a clause takes back what stands before it. */
export const takesBack = (clauseText: string): boolean => {
  return TAKES_BACK.test(clauseText) && !ANOTHERS_SLIP.test(clauseText);
};

const SHOP_ACTS =
  /(?:^|[^跟给找问和])(?:我们?|咱们?|俺|这边|店里|仓库|小妹|小二)(?:先|再|直接|马上|立马|现在|可以|就|都|也|这边|来|去|会|已经|帮|给|替|安排|负责|联系|处理|登记|申请|催|查|退|补|寄|发|改|取消|打|派|叫|上门)|(?:帮|替|给)[您你](?:联系|申请|催|查|改|取消|登记|安排|处理|补|寄|发|退|办|打|问|拦|反馈|核实|换)|我来|我去|我们来/;
// 我来帮您找 is the shop's deed although it contains 您找.
const CUSTOMER_ACTS =
  /(?<![帮替给为])(?:您|你)(?:自己|自个|亲自|这边|那边|先|再|直接|需要|得|要|可以|去|来|联系|打|申请|点|拨|跟|找|问|寄|拍下|提交|操作|登录|填|量|拿|叫|催|改|取消|装|弄)|自己(?:联系|申请|催|改|取消|寄|装|弄|叫|打|操作|去|来|量|拿|取|动手|点|找)|自行|自个儿?|麻烦[您你]|劳驾|亲自/;

/** Who is to act: the shop (我帮您联系), the customer (您联系), or null for neither or both. */
export const actorIn = (text: string): Party | null => {
  const shopActs = SHOP_ACTS.test(text);
  const customerActs = CUSTOMER_ACTS.test(text);
  if (shopActs === customerActs) return null;
  return shopActs ? 'shop' : 'customer';
};
