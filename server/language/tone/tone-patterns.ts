/** Patterns of tone in words: kindness, curtness, irritation, contempt. */

import type { Reading } from '#language/reading/clause.ts';
import { either, firstMatch } from '#language/reading/either.ts';
import type { Tone } from '#language/terms/verdicts.ts';

/** Contempt, mockery, a dare, the fault put on the customer. */
const HOSTILE = [
  /有本事|怕你不成|还怕你(?=投诉|告|举报|曝光|闹|[^一-鿿]|$)|谁怕(?!吵|冷|热|黑|疼|痛|烫|辣|响)|看谁吃亏|吓唬谁|(?:投诉|告|打|举报)(?:一个|个)?(?:试试|去啊)|谁拦着|(?:去|尽管|随便|随你|爱)(?:你)?(?:曝光|投诉|举报|告|闹|差评|给差评|找平台)(?:啊|呗|去|吧|好了)|打啊|告啊/,
  /(?:是)?你(?:自己)?.{0,4}[胖笨瘦丑蠢矮]|怪(?:得了)?(?:衣服|我们?咯|谁)|至于[吗么嘛]|不就是(?:想|为了)|谁[让叫][你您]|[谁鬼]知道是不是[你您]|([截投告评闹])就\1(?![^呗啊嘛,。!])|赖(?:我们|谁|我)|活该|自找的|你(?:自己)?[洗弄摔用穿搞][坏脏错烂破](?:的|了)(?!.{0,4}(?:也|可以|能))/,
  /想买(?:lv|香奈儿|名牌|什么好)|没见过世面|占便宜没够|贪便宜|买不起|穷(?!尽)|白嫖|碰瓷|讹[人我钱]|想钱想疯|嫌(?!.?[烦弃]|贵)[^,。?! ]{1,4}(?:[就去别你]|不(?![?,。! ]|$))|不买(?:就)?(?:拉倒|滚|别)|(?:要|爱)买(?:就)?买.{0,3}不买|没钱(?:就|还)/,
  /[你您]这种人|中国话|人话|没长(?:眼|脑)|脑子|智商|素质|眼瞎|(?<!不(?:[会能敢肯]|跟[你您]|给[你您]|[敢能会]跟[你您])?|(?:是|怪|怨|^|[,。\s])我(?:刚刚?才?|昨天)?(?:在)?)瞎(?!猜)|智障|神经病|有病(?!史|痛|症|历|假|例)|垃圾(?!袋|桶|篓|箱|分类|短信|食品)|[你您](?:全家|妈(?=的?(?:$|[,。!~\n])|[逼比b死]|了个|个|卖)|才是骗)|骗子(?:才|是你)|你才/,
  /爱(.)不\1|爱.{1,3}不.{1,3}(?:随|拉|$)|随[你您]便|随便[你您](?![一-鿿])|求[你您]买|请便|[去找](?:隔壁|[别他]人?家)买?[嘛呗啊呀去]|滚(?!筒|动|轮|烫|刷|珠|边|水|粥)|不(?:伺候|奉陪)|懒得(?:理|跟|和)/,
  /长见识|(?:慢慢|尽管).{0,2}投诉|祝[你您](?:投诉)?成功|也不看看|有那么难(?:吗|么)?|呵呵|了不起啊|上天呢|笑死(?!我)|你(?:以为|当)(?:你|自己|我们?)(?:是)?谁|(.{1,2})了就\1了|破(?:店|东西|玩意)|多大(?:点|个)?事|就(?:这|是这)(?:个)?态度|你(?:还|又)来(?:买|问)|就这(?:水平|素质)|多(?:读|上)(?:点)?(?:书|学)/,
  // The customer's slip told as neglect: 自己不看清楚, 不量尺寸的么.
  /(?:自己|自个儿?)[^,。?!]{0,8}(?:不|没)(?:看|核|量|问|数|查|填|选|领|勾|点)|不(?:看|核|量|问)[^,。?!]{0,6}[么吗](?:$|[,。?!])|(?:说明书?|尺码表|标题)[^,。?!]{0,6}(?:白[印写贴]|摆设)/,
  /关(?:我|我们)(?:什么|啥|屁(?:大|事|话|用)|毛)事|少来|算老几|不要脸|脸皮|废物|蠢|白痴|傻(?:逼|子|叉)|(?<![妈爸您你我她他])妈的|尼玛|(?<![a-z])sb(?![a-z])|tmd|催命|闲得慌|屁(?:大|话|用)|没大人|(?<![人己])憋着|减减肥|会算计|无赖|泼妇|(?<!不)丢人|矫情|事儿?(?:真)?多(?!多)|有毛病|[\uE002]/,
];
/** Irritation at being asked, however polite the surface. */
const IMPATIENT = [
  /(?:跟|和)[你您]说了|(?<!仓库|快递|师傅|主管|站点|同事|厂家|[他她]们?)说了(?:不(?!算|作数)|没|多少|好几|几|[两三]遍|就(?![是算办]))|说过(?:了|啦)(?:吧|吗|的|啊|呀|$|[,。!])|都说了|(?<![也并又倒])不是(?:都|已经)?(?:说|写|讲|告诉|回|发|有|标)|刚(?:刚)?(?:才)?(?:已经)?说(?:过|了)|说了(.{1,3})\1/,
  /又(?:来)?问(?![^。!?\n]{0,8}(?:不好意思|抱歉|对不[住起]))|(?<!我们?|我这边|仓库|同事)还(?:在)?问(?!题)|老问|怎么还(?:不|没|要|问|在)|问(?:了)?半天|(?:到底|究竟)(?:买不买|要不要|想(?:干|要|问)|哪里不|哪儿不|懂不懂|有完|要怎样)/,
  /[催急吵嚷](?:什么|啥)|别(?:(?:再|老|一直)[催发刷问]|催)|[急催吵闹骂](?:我|他们)?[也都]没用|[急催]我有什么办法|催得|没看见.{0,4}忙|忙着呢|有话快说|(?:赶紧|快点?|赶快)说|有完没完/,
  /一次(?:性)?(?:问|说|讲)(?:完|清)|(?<!(?:仓库|快递|师傅|主管|站点|同事|厂家|[他她]们?)[^,。]{0,3})[一-鿿\d]{1,3}遍(?:了|啦)|[你您][两二三四五几多]遍|这(?:都|也|么简单)(?:找不到|不会|不懂|看不到|不知道|的)|听不懂|看不懂(?:吗|么|啊)|不会(?:自己)?(?:看|翻|查|找|算|搜|点)(?:一?下)?(?:吗|么|啊|$|[?!])|自己不会|(?:能不能|可不可以)(?:自己|别|翻|先看|看一下上面|看看上面|快点)/,
  /前面(?:不是|已经|都|就)?(?:已经)?.{0,4}(?:[问讲发说]过(?!的)|回答|写了)|(?:讲|说|写)得(?:已经)?(?:很|够|这么|那么)(?:清楚|明白|详细|多)|(?:解释|说|讲|回答)得?(?:够|太)?多(?:了|遍)|天天(?:换|问|退|催|改)|看不见[?吗]|(?![哈呵嘻好谢对嗯啊么哒有在])([一-鿿])\1\1|不用(?:每隔|一直|老|总|反复)|叫一次|(?<![让叫害劳][您你]们?)一遍遍|(?:写|标)着呢|都写(?:了|着)/,
  // Annoyance at a purchase left open: 要不要了, 拍着啥意思啊.
  /([要买付定])不\1(?:了|吧|给(?![您你]))|(?:啥|什么|几个)意思(?:啊|$|[,。?!])/,
  /(?:^|[,。!])(.{1,2})就是\1(?!的)|看了![^a-z]|烦(?:不烦|死|人|着)|头疼|服了|没完没了|哎呀.{0,4}(?:你|您|到底)|我都.{0,4}(?:问|说|讲|回).{0,4}遍|(?<!我)(?:啰嗦|废话|磨叽|墨迹)(?!一)|行了[吧行]|够意思了?吧|还想[咋怎]么?样|先.{0,5}再来?问/,
];
/** 不用寄, 不用检测: a short no that spares the customer something isn't curt. */
const SPARES = /^(?:都)?(?:不用|不必|无需|不需要)(?!了|的?$)/;
/**
 * 不用寄，自己处理了就行: a no that spares the customer something, and what they may do instead. 不用问，自己看就行 sends
 * them away, and so does whatever stands without such a no (RULES T101).
 */
const LEFT_TO_THEM =
  /(?:^|[,。!~ ])(?:[您你]|那|就|碎的|坏的)*自己(?!(?:去|再)?[看查翻找搜问等])[^,。;!?\n]{0,6}(?:就[行好成]|就可以|都行|也行)[了啦的哈呀哦~。!]*$/;
export const sparesCustomer = (bubble: string): boolean =>
  SPARES.test(coreOf(bubble.split(/[,。!?; ]/)[0] ?? '')) &&
  LEFT_TO_THEM.test(bubble) &&
  ![...HOSTILE, ...IMPATIENT].some((pattern) => pattern.test(bubble));

/** The customer is brushed off, though perhaps correctly. */
const BRUSH_OFF = either(
  /^(?:嗯+|哦+|随便|自己.{0,8}|不知道|不清楚|无|没|没了|没货|没有|不能|不行|不可以|不管.{0,4}|.{1,2}不了|不会|看(?:详情|页面|物流|说明书?)|等[着吧]|等通知吧?|再说吧?|就(?:这|那)样|看着办|看.{1,3}|说|行吧|知道了|哪有)$/,
  /(?<!不用|不必|无需|不要|别|甭)自己(?:[量看查找算搜去想弄点改领]|联系)|^(?:去)?问.{1,4}去?$|(?<!不用|不必|无需|不要|别)找(?:快递|物流|平台|厂家)(?:去|吧|$)/,
  /不就行了|随便(?:选|你|您|买)?$|不满意就退|不(?:喜欢|想要|合适)就退|^急也/,
  /都(?:差不多|一样).{0,2}随便|那没办法$|说明书,?自己|^.{1,6}(?:上|里)(?:有|写着?)$/,
  /(?:的事)?问(?:快递|平台|物流|厂家)$|不归我管|不关我/,
);

/** 你自己看商品页 sends the customer away, but is no worse than cold. */
export const SENT_AWAY = /^(?:亲|那|你|您|就|先|可以|麻烦)*自己(?:去)?[看查翻找搜][^,。;!?\n]{0,8}$/;

/** 你 with blame and nothing that softens it. Tested only where nothing in the reply is kind. */
const BLAMES_YOU =
  /(?<!迷)你(?!好|们).{0,3}(?:自己|才).{0,6}(?:错|问题|看|怪)|就你|只有你|别人(?:都|怎么)(?:没|不)|你(?:是)?第一个|你(?:不懂|懂什么|懂吗)|不可能.{0,3}你/;
const RHETORICAL =
  /懂不懂|明不明白|知不知道|难道|又不是(?:机器|神|我|你)|(?<!迷)你(?!好|们)[^,。]{0,8}(?:不行|不懂|不会|没看)[^,。]{0,2}(?:吗|么|[?])|等一?下不行/;

const KIND: readonly (readonly [words: RegExp, worth: number])[] = [
  [/抱歉|对不起|不好意思|对不住|歉意|过意不去|见谅|糟心|委屈|久等/, 2],
  [/谢谢|感谢|多谢|辛苦您|麻烦您/, 2],
  [/理解您|能理解|心疼|抱抱|不容易|遗憾|换谁|别担心|不担心|不着急|别着急|慢慢来|没事哒|没事的|不烦|要紧/, 2],
  [/放心|祝您|祝福|欢迎|荣幸|很高兴|开心|乐意|客气|孝顺|有眼光|恭喜/, 2],
  [/马上(?:给|为|帮)您|这就(?:给|帮)您|一步步|教您|我帮您|我来|帮您(?:延|盯|留|申请|登记|备注|加急)/, 1.5],
  [/亲|宝贝|宝宝们|客官|小主|姐|亲爱/, 1],
  [/[呢哦呀哈啦嘛哟~\uE001\uE003]/, 1],
  [/为您|给您|帮您/, 0.5],
  [/您/, 0.5],
];

/** The worst pattern of ill manners in one bubble or clause; null without one. */
export const tonePattern = (text: string): 'hostile' | 'impatient' | 'cold' | null => {
  if (HOSTILE.some((pattern) => pattern.test(text))) return 'hostile';
  if (IMPATIENT.some((pattern) => pattern.test(text))) return 'impatient';
  return BRUSH_OFF.test(coreOf(text)) ? 'cold' : null;
};

/** The tone by the rules alone, the words that show it, and the weight of the kind words. */
export type RuledTone = { tone: Tone; span: { start: number; end: number } | null; warmth: number };

/** `hasAbuse`: the reply holds an insult or a threat. */
export const toneByRules = (reading: Reading, hasAbuse: boolean): RuledTone => {
  const { text } = reading;
  const warmth = warmthOf(text);
  const hostile = firstMatch(HOSTILE, text);
  if (hasAbuse || hostile) return { tone: 'hostile', span: hostile, warmth };
  const impatient = firstMatch(IMPATIENT, text);
  if (impatient) return { tone: 'impatient', span: impatient, warmth };
  if (SENT_AWAY.test(text)) return { tone: 'cold', span: { start: 0, end: text.length }, warmth };
  const blame = warmth < 1 ? firstMatch([BLAMES_YOU], text) : null;
  if (blame) return { tone: 'hostile', span: blame, warmth };
  const reproach = warmth < 1 ? firstMatch([RHETORICAL], text) : null;
  if (reproach) return { tone: 'impatient', span: reproach, warmth };
  if (warmth < 2 && isCold(reading, warmth)) return { tone: 'cold', span: { start: 0, end: text.length }, warmth };
  return { tone: warmth >= 2 ? 'warm' : 'neutral', span: null, warmth };
};

const warmthOf = (text: string): number =>
  KIND.reduce((points, [words, worth]) => points + (words.test(text) ? worth : 0), 0);

const isCold = (reading: Reading, warmth: number): boolean => {
  const core = coreOf(reading.text);
  if (core === '') return false;
  if (BRUSH_OFF.test(core)) return warmth < 1.5;
  if (warmth >= 1 && !/^亲/.test(reading.text)) return false;
  const isDenied =
    reading.clauses.some((clause) => clause.barePolarity?.sign === -1) ||
    reading.tokens.some((token) => token.sign < 0 && token.isExplicit);
  if (SPARES.test(core) || /[在好]吗$/.test(core.replace(/[?]$/, ''))) return false;
  // A short no without a reason, an alternative or a figure. 您还在吗 isn't one.
  return core.length <= 4 && reading.values.length === 0 && isDenied && warmth < 1.5;
};

const coreOf = (text: string): string => text.replace(/亲+|您|[\s,。!?~.]/g, '').replace(/[呢哦呀哈啦嘛]$/, '');
