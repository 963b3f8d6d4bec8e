/**
 * Closing words 收尾: said once everything is settled, they neither ask nor answer anything. The head of acts recognises
 * a goodbye; these patterns recognise other ways of taking leave, each by its own words.
 */

import type { Act } from '#language/terms/verdicts.ts';

/** Taking leave or letting go: 回见, 走了哈, 先这样. */
const LEAVE = /再见|回见|拜拜|8{2}|晚安|早安|先这样|就这样[哈吧了]|走了[哈啊啦]|下了[哈啊啦]|不吵您|不打扰|不耽误您/;

/** What the customer goes off to do, granted or wished: 开会吧您, 您先忙, 快去哄娃, 早点歇着. */
const DOINGS = '(?:忙|开会|吃|睡|休息|歇|上班|上课|考试|干活|做饭|哄|跑|玩|坐车|上车|开车|办事|收拾|泡|带娃|陪)';
const LET_GO = new RegExp(
  `(?:先|快去?|赶紧去?|放心去?|安心|早点|好好)${DOINGS}|慢慢(?:看|逛|想|挑|选|定|考虑|掂量|合计|来|吃|跑|翻|比|商量|琢磨|${DOINGS})|(?:${DOINGS}|去|走)(?:去?吧)|先去(?!平台|订单|页面|[申付拍点查看])[\\u4e00-\\u9fff]{1,4}吧$|(?:您|你)(?:(?:忙|跑|歇|睡|吃|玩)着|(?:先)?(?:忙|歇|睡|玩)去)`,
);

/** An invitation to come back at any time: 有事喊我, 再招呼我, 随时找我, 有事给我留言, 睡醒随时说. */
const CALLS =
  '(?:给(?:我|咱)们?(?:留个?言|发个?消息)|(?:喊|叫|找|招呼|问|戳|滴|敲|联系)(?:我|咱|一声)|(?:喊|叫|招呼|说|吱)一?声|来(?:喊|叫|找|问)|再(?:说|来|叫|喊|找|问))';
const COME_BACK = new RegExp(
  `(?:有事|有啥|有什么|有问题|有需要|有要|还有|哪里|不对劲?|随时|想好|问完|回头|到时候?|再).{0,10}(?:${CALLS})|随时(?:说|问|讲|来)|我(?:到[^，,]{1,5}点半?)?(?:一直|都|就)?在(?:的|呢|线|这儿?|线上)?的?[哈呢呀啊]?$`,
);

/** Good wishes and thanks for coming: 吃好喝好, 一路顺风, 代我问个好. */
const WISH =
  /祝|一路|顺(?:利|风|心|顺)|平安|愉快|开心|(?:吃|喝|玩|睡|跑|穿|用)(?:得?好|得?香|得?开心)|加油|保重|照顾好|注意(?:身体|安全)|路上[慢小注当]|问个?好|欢迎(?:再|下次|常)来|慢走|感谢(?:您|你|光临)|[谢多]谢[您你]?[又常再]?(?:回?来|支持|惦记)/;

const CLOSING_PATTERNS: readonly RegExp[] = [LEAVE, LET_GO, COME_BACK, WISH];

/** Characters: a longer sentence tells something. */
const MAX_CHARS = 26;
const ASKS = /[?？]|[吗么呢]$/;

/** Whether the last sentence of a turn takes leave: alone, or behind what was still to be said. */
export const takesLeave = (text: string): boolean => {
  const lastSentence = text
    .split(/[\n。！!；;]/)
    .map((part) => part.trim())
    .findLast((part) => part !== '');
  if (lastSentence === undefined || ASKS.test(lastSentence)) return false;
  const clauses = lastSentence.split(/[，,~～\s]/).filter((clause) => clause !== '');
  const tail = lastSentence.length <= MAX_CHARS ? lastSentence : (clauses.at(-1) ?? '');
  return CLOSING_PATTERNS.some((pattern) => pattern.test(tail));
};

/** Letting a customer take their time: 慢慢想, 不急, 不催, 您想您的, 行 你翻翻, 买不买随您, 看好颜色再拍, 想好了就可以付. */
const TAKE_TIME =
  /慢慢|(?:[想看选挑定问量]|商量|考虑)好了?[^，,。；！!\n]{0,4}(?:再|就)|定了(?:再|就|跟我)|不(?:着|用|要)?(?:急|催)|别急|(?:您|你)([\p{Script=Han}])\1(?![吗么呢])|(?:您|你)[\p{Script=Han}](?:您|你)的|(?:您|你)先[\p{Script=Han}]|([\p{Script=Han}])不\2随/u;

/** A customer who puts the purchase off or goes to look at something first: 我再转转, 我先看看, 让我想想, 我瞅瞅钱包, 嗯 琢磨一下. */
const LOOK = '(?:想|看|瞅|瞄|瞧|转|逛|比|翻|挑|琢磨|掂量|考虑|纠结|商量|合计|盘算|核|对|算|量|问|数)';
/** 还没想好呢, 拿不准, 没定: nothing is asked by it. */
const UNDECIDED = /(?:没有?(?:太|怎么)?(?:想|商量|考虑|决定|选|挑|定)(?:好|定|清楚|下来)?|拿不准|定不下来)[呢呀啊哈]?$/;
/** 先放购物车了, 先加个购物车, 等我发工资: the purchase waits for something else. */
const LAYS_ASIDE =
  /先(?:放|加|存|收藏|记)(?!心|热|假|冰|冷)|再盯|(?:^|[…\s,，])([想看问算比])\1$|^(?:嗯|行|好|那)?[…\s,，]*等(?:一?[会下]儿?|我)[…\s,，]*(?!哪|多少|说|再说)[^你您，,\p{P}\s]{2,6}$/u;
const PUTS_OFF = new RegExp(
  `(?:我|容我|让我)(?:再|先|去|得|还是|还得|回去){0,3}(?:[跟和问找][\\u4e00-\\u9fff]{1,3})?${LOOK}|(?:再|先)(?:去)?${LOOK}(?!你|您|哪|多少)|^(?:嗯|行|好|哦|等等)?[…\\s,，]*${LOOK}{1,2}(?:一下|一眼|下|会儿)$|有点纠结|(?:先|再)(?:不|别)(?:急着)?(?:拍|买|付)|回头再(?:说|看)|下[次回]再`,
);

/** Whether one of a customer's lines puts off what was on, and none asks anything. */
export const putsOff = (lines: string): boolean => {
  const last = lines.split('\n').findLast((line) => line.trim() !== '') ?? '';
  return isUndecided(last) || ((PUTS_OFF.test(last) || LAYS_ASIDE.test(last)) && !ASKS.test(last));
};

/** Whether a line says that nothing is decided yet (还没想好呢): it has the 呢 of a question and asks nothing. */
export const isUndecided = (line: string): boolean => UNDECIDED.test(line.trim());

/** A customer's own leave: 到点见, 拜拜, 先这样吧, 我去催他, 我先去吹头发, 开会了, 车开了. */
const OWN_LEAVE =
  /再见|拜拜|8{2}$|晚安$|先这样[吧了哈]?$|(?<![看听不没少常遇碰可])见[啦哈]?$|我先?去[\p{Script=Han}]{1,4}$|(?:^|[\s，,…])我?先?(?:走|开会|上课|上车|下车|进站|车来|车开|睡|忙去?|下线)[了啦]$/u;

/** Whether one of a customer's lines takes leave or says what they are off to (RULES M123). */
export const customerLeaves = (line: string): boolean => OWN_LEAVE.test(line.trim()) && !ASKS.test(line.trim());

/** 量好再拍, 问完医生再定: what is to be seen or asked first, and then ordered. */
const CHECK_FIRST =
  /(?:完|好|过|清楚?|准|得下|得上|合适|点头|同意|允许|医生)[^，,。！!？?\n]{0,6}再(?:来|去)?(?:拍(?!照)|买|下单|付|定|囤)/;
/** Whether words tell what to see to before ordering: to press on then would be the fault (RULES M125). */
export const advisesCheckFirst = (text: string): boolean => CHECK_FIRST.test(text);

/** Whether words let the customer go to think or look, in any sentence of them: that closes such a conversation (RULES M81). */
export const letsThink = (text: string): boolean =>
  text
    .split(/[\n。！!；;，,]/)
    .some((part) => !ASKS.test(part) && [LET_GO, COME_BACK, TAKE_TIME].some((p) => p.test(part)));

/** Whether a turn says goodbye, by its act or in words of leave: the one ear of the engine and the report (RULES T148). */
export const saysLeave = ({ acts, text }: { acts: readonly Act[]; text: string }): boolean =>
  acts.includes('goodbye') || takesLeave(text);

const SENDS_LATER = /(?:晚点|晚些|晚上|回头|待会|等会|一会儿?|到家|回家|明天|现在不方便).{0,6}[拍发传录]/;

/** Whether a customer's line says that they will send what they were asked for later (现在不方便拍 晚点发你): their matter stays open. */
export const sendsLater = (line: string): boolean => SENDS_LATER.test(line);
