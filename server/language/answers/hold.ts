import type { Reading, StatedValue } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { either, firstMatch } from '#language/reading/either.ts';

const MINUTES = '(?:[0-9]{1,3}|[一二两俩三四五六七八九十半几]{1,3})';
/** 等下别记, 等下我数岔了: the trainee breaks in on what was said, and nothing is waited for. */
const NO_LOOK = '[,，]?(?:先?别|不对|我?(?:刚才?|前面)?[说看数算记写](?:错|岔|反|漏))';
/** 等下就没了, 等会卖完了, 您等下也记得打一个: what happens later, or what the customer does then. */
const LATER_ON =
  '儿?(?:就|都|又|怕是?|可能|再|估计)*(?:没|断[码货]|缺货|卖|抢|涨|下架|过[期点]|结束|截止)|儿?(?:也|记得|自己|别忘)';
/** 稍等, 捎等哈, 等我两分钟, 给我40秒, 容我看看: the customer is asked to wait. */
const WAIT = new RegExp(
  `[稍捎梢](?:微)?(?:等|侯|候|后(?=$|[,。!~哈哦]))|等我(?:[一1]?[下会哈]|个|去|查|看|问|${MINUTES}(?![:点号0-9])|$|[,。!~])|等一?(?:下(?!单|次|回|班|雨|午|${LATER_ON}|${NO_LOOK})|哈)|等一?会(?!${LATER_ON})儿?(?!.?再[来试]|儿?有)|^(?:您|亲|请|那|嗯|好的?)*等等(?:$|[,。!~哈哦](?!${NO_LOOK})|我(?!.?[说看数算记写](?:错|岔|反|漏)))|(?:请|您|麻烦|先)(?:稍)?等(?=[一两几半0-9])|(?:给|容|予)(?:我|咱)[^,。!?\\n]{0,4}(?:秒|[0-9一二两三四五六七八九十半几]分|刻钟|点时间|片刻|查|看|问|想|核)|容(?:我|俺)|让我(?:先)?(?:看|查|问|想|核|翻|瞅|瞧|算|确认)|(?:别|不要)(?:走开|离开)|(?<![a-z])(?:wait|hold on)(?![a-z])|一会儿?(?:就)?回(?:您|你|来)`,
);
/** 我查下, 这就去问: the trainee is looking something up right now. 看一下尺码表 sends the customer off. */
const LOOKS = either(
  /(?:这就|马上|立马|现在就?)(?:去|来|帮[您你]|给[您你]|为[您你]|替[您你]|就)*(?:看|查|问|核实|催|翻|确认)/,
  /(?<!能|可以|会)(?:我|这边|小妹|咱)?(?<!能|可以|会)(?:帮[您你]|给[您你]|为[您你]|替[您你])(?:查|核实|核对|确认|问)(?![到了过好完])(?:一?下|查)?[^,。!?\n]{0,6}(?:$|[,。!~])/,
  /(?:^|[,。!~\n])(?:先)?(?:查|问|核实|看)(?:一?下|一?哈)[哈哦]?(?:$|[,。!~])/,
);
/** 查好了跟您说, 问清楚再回您: what is looked up now is told afterwards. */
const TOLD_AFTER =
  /(?<![您你])(?:查|看|问|核实|确认)(?:好|完|清楚|明白)了?(?:以后|之后|就|再|马上|第一时间)?(?:(?:跟|给)[您你](?:说|讲)|告诉[您你]|回(?:复)?[您你])/;
const SPEAKER = '(?:我|这边|小妹|咱|俺)(?:这边|们)?';
const AT_ONCE =
  '(?:先|这就|马上|立马|现在就?|赶紧|去|来|[帮给][您你]|为[您你]|替[您你]|(?:跟|给|到|往)?(?:仓库|同事|班长|师傅|快递|后台))';
const OPENS =
  '(?:(?:把[^,。!?~\\s]{1,4})?(?:点开|点进|打开|翻开|登|进)(?:去|一?下)?(?:[您你]的?|这个?)?(?:单子?|订单|后台|系统|物流|轨迹|记录)?)';
const ONCE = '(?:看|查|问|翻|瞅|瞧|算|一?[下哈]|一[眼查遍])';
/** What the trainee has looked up by now (查到了, 看过) or can't see. */
const DONE = '(?![不着得了过好完]|到(?![底手]))';
/** What is put to the customer: 问一句, 核对下您的尾号. */
const ASKED = '(?![一]?[句个]|[^,。!?~\\s]{0,2}[您你](?!的?(?:这|那)?(?:单|订单|快递|物流|包裹|记录)))';
/** The clause ends here, asks what is being looked up (出库没, 在不在一个仓, 卡在哪), names it (您这单) or where it stands. */
const LOOKED_FOR =
  '(?:[哈哦呢啊呀吧]?|[^,。!?~\\s]{0,16}?(?:没有?|不|哪|几|多[少久]|还是|什么|啥|怎么|咋|谁|没|价|钱|日[子期]|订单|单子|[这那的]个?[单件双款台]|物流|库存|仓库|后台|系统|记录|情况|进度|轨迹)[^,。!?~\\s]{0,8})(?=$|[,。!?~\\s])';
const LOOK = '(?:看|查|翻|瞅|瞧|催|算|对(?=一?[下哈]))';
const ASK = '(?:问|核[实对]?|确认)';
/** 说一声我帮您看 looks once the customer has spoken. */
const ONCE_TOLD = '(?<!(?:说|讲|喊|叫|告诉我)一?[声句]?[,，]?|[该让叫请要])';
/** 我先看看出库没, 我去问问同事能不能改: what is being looked up or worked out may be a whole clause. */
const LOOKS_FOR = new RegExp(
  `${ONCE_TOLD}${SPEAKER}(?:${AT_ONCE}+${OPENS}?(?:${LOOK}${ONCE}?|${ASK}${ONCE}?${ASKED})|${OPENS}?(?:${LOOK}${ONCE}|${ASK}${ONCE}${ASKED}))${DONE}${LOOKED_FOR}`,
);
/**
 * 我先查一下您的老客资格，马上说: whatever is looked up, it is told at once afterwards. 我看您的单子了，这就说 has looked already.
 */
const LOOKS_THEN_TELLS = new RegExp(
  `${ONCE_TOLD}${SPEAKER}${AT_ONCE}*${LOOK}${ONCE}?${DONE}[^,。!?~\\s]{1,14}(?<![了过])[,，]\\s*(?:(?:半分钟|几秒钟?|[一两]分钟)就[好行来]|(?:我)?(?:马上|立马|立刻|这就|一会儿?)就?(?:来)?(?:说|讲|(?:跟|给|和)[您你](?:说|讲)|告诉[您你]|回(?:复)?[您你]|答(?:复)?[您你]))`,
);
/**
 * 正翻物流, 在给您查了, 我查着呢: it is being looked up in this moment. 查着了 has found it,
 * 您在看哪款 is the customer's, and 仓库在查 somebody else's: nobody waits at the desk for that.
 */
const LOOKING = either(
  /(?<![您你不没的]|(?:仓库|快递|平台|主管|班长|财务|站点|网点|师傅|小哥|同事|系统)[^,。!?]{0,6})(?:正在?|正?在)(?:[给帮替为][您你])?(?:查|翻|核|催|调|问(?!题|[您你])|确认)(?!.{0,6}(?:时候|(?:您|你(?!们))(?![的哪这那几单])))/,
  /(?<![您你不没的])正在?(?:[给帮替为][您你])?看/,
  /(?:我|这边)在(?:[给帮替为][您你])?看[^,。!?您你]{0,3}(?:轨迹|物流|[单记]|库存|后台|页面)/,
  /(?<![您你的])(?:查|翻|核|问|催)着(?:呢|哈|的|$|[,。!~])/,
);
const SOON =
  /(?:秒|分钟?|刻钟)钟?(?:内|之内|以内|后|左右|哈|就|我)?[^,。!?\n]{0,6}(?:回(?!购|收|头)|告诉|答复|给您|联系)|(?:^|[,。!~\n])(?:请?给我)?(?:大概)?(?:[0-9]{1,2}|[一1两2二三3几半十])(?:分钟?|分种|秒钟?)[哈哦呢]?(?:$|[,。!~])/;
/** The customer waits for something else, or is told not to wait. */
const NO_WAIT =
  /耐心等|无需等|不用等|请勿等|别等|等通知|稍[后候](?:会|将|有|由|再|联系|客服|专员|工作人员|系统)|等(?:客服|师傅|快递|仓库发|系统|物流|厂家|补货|到货|货到|发货)|(?<!什么)时候|(?<![帮给为替])(?:您|你)(?:自己|可以)?(?:先)?(?:看|查|问|找)|(?:小哥|师傅|快递|仓库)说/;
/** 拍张照给我看看 asks for a picture; 您拍的照片我看看 looks at one. */
const SHOW_ME =
  /(?:拍|(?:发|传|截|录)(?=[一几个张段]|.{0,2}(?:照|图|片|视频)))(?![的了过来])[^,。!?\n]{0,6}$|[发传](?:过来|来|给我|给)?$/;
/** 查一下，下午四点前回您 sets a time of its own; it is no wait at the desk. */
const LATER_KINDS = new Set<StatedValue['kind']>(['clock', 'date']);
const LONGEST_HOLD_S = 30 * 60;
/** 他本人来我马上查, 到私聊我给你查, 下好我帮您对一下: it is looked up once somebody has come, asked or ordered, and nobody waits at the desk for that now. */
const ONCE_THEY_COME =
  /(?:[他她]|本人|机主|下单的(?:人|账号|那[位个])|[您你]的?(?:先生|太太|爱人|老公|老婆|家里?人|爸爸?|妈妈?|儿子|女儿|同事|朋友))(?![^,。!?\n]{0,3}[不没刚])[^,。!?\n]{0,10}(?:来|问|找|联系|上线|登录)(?:[问找说到了]|我们?|咱|一声|的话|的?时候)*[,，]?$|[喊叫找]我[,，]?$|(?:[进过]来|[到进来转](?:私聊|小窗))[里后了]?[,，]?$|(?:下单|付款|[拍下付买选填挑])(?=[好完了])[好完]?了?(?:[以之]?后[,，]?)?$/;
/** 报个身高体重，我帮您看; 订单号发我，我马上查: it is looked up once the customer has told something. */
const ONCE_THEY_TELL =
  /(?<![跟给和对][您你]|我|没)(?:[报说讲]|告诉我?|发给?我)(?![的了过好得到])(?:一?下|[个声])?[^,，。!?\n您你了]{0,10}[,，]?$/;
/** 用过一次的才要报班长，10分钟内回您: what is done only in another case, and nobody waits for it now (RULES J243). */
const ONLY_THEN = /(?<![刚方])才(?:[要得需用会去]|能|可以)[^,，。!?\n]{0,10}(?:[,，][^,，。!?\n]{0,5})?$/;
/** 查完马上回你今天退不退: the day belongs to the question that is told back, and names no later time. */
const IN_A_QUESTION = /^[^,，。!?\n]{0,3}(\p{Script=Han})[不没]\1/u;
/** 查到了, 看了: a later message of the same turn has come back with it, and nobody waits any more. */
const IS_BACK = /\n[^\n]{0,6}(?:[查看问核翻]到|[查看问核翻][了好完])/;
/** A promised time counts if it stands fewer than this many characters from the word that asks to wait. */
const NEAR_CHARS = 40;

/** 那这边问一下，您哪天要用 announces what the customer is asked next; 去问一下 and 问下仓库 don't. */
const ANNOUNCES = /(?<![去来])问[一下哈,。~! ]{1,6}[^,。!?]*[您你]/;
/** What only the customer can tell: 您要退还是换, 您平时穿多大. 您这单到哪了 says their own question again. */
const THEIRS_TO_TELL = /还是|^[那亲]?[您你](?![的这那问说订单])/;

/** Whether the clause before asks what only the customer can tell: 卡在哪，尺码还是价钱？我帮您看 offers help, and waits for them. */
const waitsForTheirAnswer = ({ text, clauses }: Reading, start: number): boolean => {
  const before = clauses.filter((clause) => clause.end <= start).at(-1);
  return before?.isQuestion === true && THEIRS_TO_TELL.test(text.slice(before.start, before.end));
};

/** 要是想换个码，我帮您看: the clause of the look or the one before it in its sentence sets a condition. */
const isUnderCondition = ({ text, clauses }: Reading, at: number): boolean =>
  clauses
    .filter(({ start, end }) => start <= at && !/[。!?~\n]/.test(text.slice(end, at)))
    .slice(-2)
    .some(({ isConditional }) => isConditional);

/** Seconds: so short a time means waiting at the desk for this very reply (RULES T245). */
const MOMENT_S = 120;

/** Whether all figures of a stretch are such short times: 半分钟内回您 and 一两分钟回您 promise the reply itself, not a call back later. */
export const isMoment = ({ values }: Reading, { start, end }: { start: number; end: number }): boolean => {
  const inside = values.filter((value) => value.start >= start && value.end <= end);
  return inside.length > 0 && inside.every(({ kind, quantity }) => kind === 'duration' && quantity <= MOMENT_S);
};

/** When something comes is said by the clock, by the day or by how long it takes. */
const WHEN: readonly StatedValue['kind'][] = ['duration', 'clock', 'date'];

/**
 * Whether a stretch puts the customer off and names no figure of these kinds: 两件到手我给您算一下 tells nobody a sum, right or
 * wrong, and 十分钟内都给您信 tells when (RULES T68).
 */
export const isPutOff = (
  { text, values }: Reading,
  { start, end }: { start: number; end: number },
  kinds: ReadonlySet<StatedValue['kind']>,
): boolean => {
  const isOfThese = (kind: StatedValue['kind']): boolean =>
    kinds.has(kind) || (WHEN.includes(kind) && WHEN.some((other) => kinds.has(other)));
  const namesFigure = values.some((value) => value.start >= start && value.end <= end && isOfThese(value.kind));
  return !namesFigure && holdIn(readText(text.slice(start, end))) !== null;
};

/** The words that ask the customer to wait (稍等), with the seconds promised (null when none); null where nothing asks it. */
export const holdIn = (reading: Reading): { seconds: number | null; start: number; end: number } | null => {
  const text = reading.text;
  const wait = firstMatch([WAIT], text);
  const match = wait ?? firstMatch([LOOKS_FOR, LOOKS_THEN_TELLS, LOOKS, LOOKING, TOLD_AFTER, SOON], text);
  if (!match) return null;
  const { start, end } = match;
  const [next, more] = reading.clauses.filter((clause) => clause.start >= end);
  if (!wait && ANNOUNCES.test(text.slice(start, next?.end)) && (next?.isQuestion || more?.isQuestion)) return null;
  if (NO_WAIT.test(text.slice(Math.max(start - 4, 0), end + 4))) return null;
  const before = text.slice(0, start);
  if ((!wait || text.startsWith('给我', start)) && SHOW_ME.test(text.slice(Math.max(start - 8, 0), start))) return null;
  const isForAnotherCase = [ONCE_THEY_COME, ONCE_THEY_TELL, ONLY_THEN].some((form) => form.test(before));
  if (!wait && (isForAnotherCase || isUnderCondition(reading, start))) return null;
  if (IS_BACK.test(text.slice(end))) return null;
  const promised = nearestDuration(reading, start, end);
  if (!wait && !promised && waitsForTheirAnswer(reading, start)) return null;
  // 我去催一下看能不能今天走: the day is part of what is being looked up. One in a clause before (昨晚20:16付的，我查下) is not (T197).
  const from = reading.clauses.findLast((clause) => clause.start <= start)?.start ?? 0;
  const until = end + text.slice(end).search(/[。!?\n]|$/);
  const namesLater = reading.values.some(
    (value) =>
      value.start >= from &&
      value.end <= until &&
      !(value.start >= start && value.end <= end) &&
      !IN_A_QUESTION.test(text.slice(value.end, until)) &&
      (LATER_KINDS.has(value.kind) || (value.kind === 'duration' && value.quantity > LONGEST_HOLD_S)),
  );
  if (
    !promised &&
    (namesLater
      ? !wait || /天|[小]时/.test(text.slice(end, end + 4))
      : !wait && ![LOOKS, LOOKS_FOR, LOOKS_THEN_TELLS, LOOKING, TOLD_AFTER].some((form) => form.test(text)))
  )
    return null;
  // 十几秒就回你: the most that it may mean.
  return { seconds: promised ? Math.round(promised.upTo ?? promised.quantity) : null, start, end };
};

const nearestDuration = ({ values }: Reading, start: number, end: number): StatedValue | null => {
  const gapOf = (value: StatedValue): number =>
    value.start >= end ? value.start - end : Math.max(0, start - value.end);
  const near = values.filter((value) => value.kind === 'duration' && value.quantity <= LONGEST_HOLD_S);
  const [nearest] = near.toSorted((a, b) => gapOf(a) - gapOf(b));
  return nearest && gapOf(nearest) < NEAR_CHARS ? nearest : null;
};
