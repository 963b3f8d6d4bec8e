/**
 * Closing words 收尾: what is said once everything is settled and neither asks nor answers anything. A goodbye is heard by
 * the head of acts; these are the other kinds in which people take leave, told by the words each kind is made of.
 */

/** Who leaves, or whom they let go: 回见, 走了哈, 先这样. */
const LEAVE = /再见|回见|拜拜|8{2}|晚安|早安|先这样|就这样|走了[哈啊啦哦]?|下了[哈啊啦]|不吵您|不打扰|不耽误您/;

/** What the customer goes off to do, as an imperative to them: 开会吧您, 您先忙, 快去哄娃, 早点歇着. */
const DOINGS =
  '(?:忙|开会|吃饭?|睡(?:觉|个好觉)?|休息|歇(?:着|息|会儿?)?|上班|上课|考试|干活|做饭|哄|跑|玩|逛|看|坐车|上车|开车|办事|走|去|回)';
const LET_GO = new RegExp(
  `(?:您|你|亲|姐|哥|阿姨|叔)?(?:先|快|赶紧|放心|安心|慢慢|早点|好好)${DOINGS}|${DOINGS}(?:吧|去吧|着)(?:您|你|哈|啊|呀)?|(?:您|你)${DOINGS}着`,
);

/** That they may come back at any time: 有事喊我, 再招呼我, 随时找我. */
const CALLS =
  '(?:喊|叫|找|招呼|问|戳|滴|敲|call|联系)(?:我|咱|我们|一声)|(?:喊|叫|招呼|说|吱)一?声|来(?:喊|叫|找|问)|再(?:说|来|叫|喊|找|问)';
const COME_BACK = new RegExp(
  `(?:有|要是有|还有|有啥|有什么|有点|哪里|不对劲?|随时|再|想好|问完|回头|到时候?).{0,10}(?:${CALLS})|我?(?:一直)?(?:都|就)?在(?:的|这|线|呢)`,
);

/** What they are wished, and thanks for coming: 吃好喝好, 一路顺风, 代我问个好. */
const WISH =
  /祝|一路|顺(?:利|风|心|顺)|平安|愉快|开心|(?:吃|喝|玩|睡|跑|穿|用)(?:得?好|得?香|得?开心)|加油|保重|照顾好|注意(?:身体|安全)|路上|问个?好|欢迎(?:再|下次|常)来|慢走|感谢(?:您|你|光临)/;

const KINDS: readonly RegExp[] = [LEAVE, LET_GO, COME_BACK, WISH];

/** A sentence longer than this tells something. */
const LONGEST = 26;
const ASKS = /[?？]|[吗么呢]$/;

/** Whether the last sentence of a turn takes leave: alone, or behind what was still to be said. */
export function takesLeave(text: string): boolean {
  const last = text
    .split(/[\n。！!；;]/)
    .map((one) => one.trim())
    .findLast((one) => one !== '');
  if (last === undefined || ASKS.test(last)) return false;
  const clauses = last.split(/[，,~～\s]/).filter((one) => one !== '');
  const tail = last.length <= LONGEST ? last : (clauses.at(-1) ?? '');
  return KINDS.some((kind) => kind.test(tail));
}
