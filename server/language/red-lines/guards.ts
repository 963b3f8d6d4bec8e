import { either } from '#language/reading/either.ts';

/** Words that refuse or forbid what follows. Not 别(的|人|家) and not 不(错|过|好意思). */
const NOT =
  '(?:不(?:应)?该(?!是)|不以(?!后|为)|不能|不可以|不可|不要|不准|不许|不让|不得|不允许|不支持|不接受|不提供|不建议|不需要|不用|不必|不会(?!吗)|不敢|不好说|不方便(?!.{0,3}(?:您|你|加|就|可以))|不兴|不搞|不做|不涉及|不存在|没法|没办法|没权限|无权|无法|没有|没说|请勿|切勿|勿|严禁|禁止|杜绝|拒绝|从不|从来不|从没|绝不|绝对不|决不|并不|可不|避免|甭|莫|无需|千万别|请别|先别|也别|都别|您别|你别|别(?!人|的|家|处|急|声张|说|提|讲|告|走|在|跟|让|给|买|拍|把|往|找|报|嫌|客气|生气|点|用|管|去)|怎么会|怎么可能|哪能|哪敢|哪有|谁敢|不是(?!吗)|谈不上|算不上|说不上|不属于|做不到|不能说|达不到|没那么|不至于|不保证|不承诺|没必要|用不着)';
const GAP = '[^,。;!?\\n ]{0,8}';
/** A denial before the offence, with no other verb that takes the denial between: 不能便宜了加我微信. */
const DENIED_BEFORE = new RegExp(`${NOT}(?!${GAP}(?:的话|就(?:没|不)|了|吗))${GAP}$`);
/** 我们不加微信: 不 right before the offence. */
const PLAIN_NOT = /(?<![要差了动得是])不(?:会|主动|私下|额外|再|另外|随便|给您|给你|跟您|私自|随意|轻易)?$/;
const REFUSED =
  '(?:不行|不可以|不能|不允许|不支持|不接受|不做|不收|不干|不[加给]|不会|不存在|不需要|不用(?!经过)|不靠谱|不合规|不是我们|不是咱|不是本店|不是店里|没有|没这|做不到|办不到|不了(?!多)|没(?:法|办法)(?:应|答应|这么)|违规|违法|犯法|禁止|都是骗|是骗|骗子|骗人|诈骗|骗局|有风险|风险|被封|封号|封店|处罚|假的|假冒|冒充|别信|别理|别点|别扫|别给|别听|别接|别回|别管|别当真|不理|不睬|不回|不听|不碰|不要理|不要信|当心|小心|挂掉|举报|太夸张|夸大|没有依据|没根据|不受保护|没保障)';
const DENIED_AFTER = new RegExp(
  `^[^,。;!?\\n]{0,12}?(?:${REFUSED}|不该(?:说|讲|这么)|不应该(?:说|讲)|(?:这|那)?(?:句|话)?我?收回|是我说(?:错|满|过))|^[^,。;!?\\n]{0,6}[,。;!? \\n](?:亲|这|那|都|是|我们?|咱们?|本店|店里|一律|全|统统|肯定|绝对|可|真|的|个|种|事|样|说法|也|平台|后来|已经?|按|属于|算){1,4}${REFUSED}|^[^,。;!?\\n]{0,4}[,。;!? \\n](?:亲|平台|也|我们|咱们?){0,2}${REFUSED}(?=$|[,。;!?\\n ]|的|哦|哈|呢|啊|呀|哒|滴|这)`,
);
const ECHOED =
  /^[^。;!\n]{0,8}?(?:吗|么|嘛|\?)[?,。 \n]{0,2}[^。;!\n]{0,10}?(?:不|没|别|假|骗|无|哪)|^[^。;!?\n]{0,6}?(?:这种|这样的?|那种|之类|这句|这话|这个说法|这类)[^。;!?\n]{0,8}(?:不|没|别|假|骗|无|违)/;
const WARNS = either(
  /骗子|诈骗|骗局|骗术|被骗|上当|冒充|冒用|假冒|钓鱼|谨防|严防|当心|警惕|凡是|但凡/,
  /谁(?:要是)?(?:叫|让|问|跟)|(?:说|叫|让|喊|要|拉)[^,。;!?\n]{1,12}的,?(?:你|您|咱)?(?:也|都|就|全)?(?:一概|一律|通通|统统|全都|全|别|甭)?(?:不|别|甭)(?:理|信|听|管|接|睬|搭)|任何(?:人|客服|理由|陌生|要求|让|叫|以)|有人(?:让|叫|拿|用|说|冒|以|加|问|找)/,
  /别人(?:让|叫|问)|(?:陌生|自称|冒牌|其他?|别的)(?:人|电话|客服)(?:说|让|叫|要|问)|如果(?:有)?(?:人|对方)/,
  /遇到|遇上|碰到|(?:昨天|之前|那个|前面|上次|以前)(?:的)?(?:客服|同事)|(?:同事|客服)(?:说|讲|答应)错|挂掉/,
  /报警|反诈/,
);
/** 要不 / 不然 / 不如 / 别走平台 begin an offer, they refuse nothing. */
const SOFT_STOP = /[,。;!?\n]/;
const HARD_STOP = /[。;!?\n]/;

/** The clause around `[start, end)`, or its sentence, as offsets. Bounded, so that a flood stays linear. */
export const stretchAround = (
  text: string,
  start: number,
  end: number,
  stop: RegExp,
  reach: number,
): { first: number; last: number } => {
  let first = start;
  while (first > 0 && start - first < reach && !stop.test(text.charAt(first - 1))) first -= 1;
  let last = end;
  while (last < text.length && last - end < reach && !stop.test(text.charAt(last))) last += 1;
  return { first, last };
};

/** 微信也不走, 没加过, 别加: the act itself is refused, forbidden or wasn't done, so nobody is led off. */
const UNDONE =
  /(?:(?<![要差怎咋何了得是嘛么能好对行])不|(?<![还您你])没|(?<![要特区分个差])别|未|勿|莫|甭)(?:再|去|用|能|会|敢|让|许|准|想|必|主动|随便|轻易|有|曾|给[您你]?|跟[您你]|和[您你]|替[您你]){0,2}$/;
/** 加不加 asks, 不加的话 and 不加就 set a condition. */
const CONDITION = /^[^,。;!?\n]{0,8}(?:的话|就)/;

/** 我微信都不走: only the object is named, and an act is denied behind it in the clause. */
const DENIED_BEHIND =
  /^(?![^,。;!?\n]{0,8}(?:的话|就))[^,。;!?\n]{0,6}?(?<!要)[不没别](?:再|去|能|会|给[您你]?|跟[您你]){0,2}[加扫聊谈说给发转走进搜联用留换拉]/;

/** Whether an act is denied behind the object that ends at `end`. */
export const isDeniedBehind = (text: string, end: number): boolean => DENIED_BEHIND.test(text.slice(end, end + 14));

/** 从来没换过微信: a denied act right before the object, whatever other act (来) stands farther off. */
const DENIED_VERB =
  /(?:(?<![要差怎咋何了得是嘛么能好对行])不(?!用)|(?<![还您你])没|(?<![要特区分个差])别)(?:再|去|能|会){0,2}[加扫聊谈发转走进上搜用留换](?:过|你|您|个){0,2}$/;

/** Whether a denied act ends right before the object; `end`: the end of the row's words. */
export const isDeniedBefore = (text: string, object: number, end: number): boolean =>
  DENIED_VERB.test(text.slice(Math.max(0, object - 8), object)) && !CONDITION.test(text.slice(end, end + 12));

/** Whether a denial stands right before the act at `act`; `end`: where the words of the row end. */
export const isActDenied = (text: string, act: number, end: number): boolean => {
  const before = text.slice(Math.max(0, act - 8), act);
  if (!UNDONE.test(before) || CONDITION.test(text.slice(end, end + 12))) return false;
  const asksWhether = before.at(-1) === '不' && before.at(-2) === text.charAt(act);
  return !asksWhether;
};

/** “先别投诉”那种话我不说: what stands in quotation marks is told of, and said to be no word of the shop's (RULES T182). */
const NO_WORD_OF_OURS = /^(?:[这那][种样类些套]?|[这那]样)的?(?:话|说法|词|事)[^。;!?\n]{0,8}(?:[不没]|别信|骗|假)/;
export const isQuotedAway = (text: string, ...places: readonly number[]): boolean =>
  places.some((place) => {
    const close = text.slice(0, place).split('"').length % 2 === 0 ? text.indexOf('"', place) : -1;
    return close >= 0 && close - place < 40 && NO_WORD_OF_OURS.test(text.slice(close + 1));
  });

/** Whether the clause around `[start, end)` refuses it, warns of it, or repeats the customer's question and says no. */
export const isDenied = (text: string, start: number, end: number): boolean => {
  if (
    PLAIN_NOT.test(text.slice(Math.max(0, start - 5), start)) &&
    !/^[^,。;!? \n]{0,6}(?:的话|就)/.test(text.slice(end, end + 10))
  )
    return true;
  const clause = stretchAround(text, start, end, SOFT_STOP, 24);
  if (DENIED_BEFORE.test(text.slice(clause.first, start))) return true;
  const after = text.slice(end, end + 26);
  if (DENIED_AFTER.test(after) && !/^[^,。;!?\n]{0,14}(?:的话|就|不方便)/.test(after)) return true;
  if (ECHOED.test(after)) return true;
  const sentence = stretchAround(text, start, end, HARD_STOP, 40);
  return WARNS.test(text.slice(sentence.first, Math.min(sentence.last, end + 24)));
};

/** 你给过他验证码没 asks what the customer gave a third person; it doesn't ask the customer for the code. */
const GIVEN =
  /(?:[给念报发说填输]|告诉|透露)[过了给]*(?:[他她]们?|人家|对方|骗子)?[^,。;!?\n]{0,8}?(?:没有|[没吗不么])(?=$|[,。;!? \n呀啊呢])|有没有?(?:[给念报发说填输]|告诉|透露)[过了给]/;
const THIRD_PERSON = /[他她谁]|人家|对方|那[人边]|骗子|别人|电话里/;
const FOR_ME =
  /[给发报念说转传回打]给?(?:我|客服|这边|过来|来)(?!们?说)|告诉我|我(?:这边|来)?[核登查输填看]|再[发报念给说]|[发报念打]一?下/;

/** Whether the sentence around `[start, end)` only asks whether a third person was given something. */
export const asksIfGiven = (text: string, start: number, end: number): boolean => {
  const { first, last } = stretchAround(text, start, end, HARD_STOP, 40);
  const sentence = text.slice(first, last);
  return THIRD_PERSON.test(sentence) && GIVEN.test(sentence) && !FOR_ME.test(sentence);
};

/** 付款卡发您了, 点我发的卡: what the shop sends isn't asked for. 发你卡号 asks. */
const SENT_BY_US = /(?<=[我们边店])[发推](?:给?[您你])?的|[发推传转](?:(?:给|到)[您你]|[您你](?=[了啦,。;!?\n ]|$))/y;

/** Whether the act at `act` is the shop's own sending. */
export const isSentByUs = (text: string, act: number): boolean => {
  SENT_BY_US.lastIndex = act;
  return SENT_BY_US.test(text);
};

/** 付好跟我说一声, 改完告诉我: who is to say when something is done reads nothing out. */
const WHEN_DONE =
  /(?:[付弄办改换绑设关停点拍选装搞登]|处理|操作|挂失|下单|支付)[好完成][了啦]?(?:以?后|就|再|[,， ])?$/;
/** 选银行卡付: a card chosen to pay with is no number. 用银行卡号登 is one. */
const CHOSEN = /[选用换刷走]成?$/;
const CARD = /(?:银行卡|储蓄卡|信用卡)(?!的?[号码数]|[正背反]面|上)/y;

/** Whether the words `act` ask for are the news that something is done, or the `object` a card to pay with (RULES T277). */
export const isNewsOrPayment = (text: string, { act, object }: { act: number; object: number }): boolean => {
  CARD.lastIndex = object;
  return WHEN_DONE.test(text.slice(0, act)) || (CARD.test(text) && CHOSEN.test(text.slice(0, object)));
};

const EITHER_WAY = /([^,。;!?\n ]{2,4})不\1/;

/** Whether a word stands against its own denial: 最好不最好 claims nothing. */
export const isLeftOpen = (text: string, { start, end }: { start: number; end: number }): boolean => {
  const word = EITHER_WAY.exec(text.slice(Math.max(0, start - 5), end + 5))?.[1];
  return word !== undefined && text.slice(start, end).includes(word);
};

/** 赔不赔 asks either way; 也不说不赔 and 没说不退 refuse nothing. */
const EITHER_VERB = /([赔退换补管办])(?:还是|或者?)?$/;
const NOT_SAID =
  /(?<![还您你])[不没未](?:敢|能|会|好|便|先|再|替[您你]|跟[您你]|有)*(?:说|讲|提|表态|答应|应|许|承诺)(?:[了过]|死|是)?$/;

/** Whether the refusal at `act` (不赔) is left open: one of two ways, or said not to be said. */
export const isRefusalOpen = (text: string, act: number): boolean => {
  const before = text.slice(Math.max(0, act - 8), act);
  if (text.charAt(act) !== '不') return false;
  return EITHER_VERB.exec(before)?.[1] === text.charAt(act + 1) || NOT_SAID.test(before);
};

/** 怪我: not 怪我吗; and 你 or 您 may follow only as the receiver (给您). */
const BLAMES_SELF =
  /[怪怨赖][我俺咱]们?(?![吗么嘛咯喽?])[^。;!?\n你您]{0,10}(?:[给让跟对替害][你您][^。;!?\n你您]{0,6})?$/;

/** Whether the sentence up to `at` blames the speaker: the words that follow are then about the speaker. */
export const isOfSpeaker = (text: string, at: number): boolean =>
  BLAMES_SELF.test(text.slice(Math.max(0, at - 24), at));
