/** Figures told of something other than what could be asked for: who decides up to which sum, how long somebody has waited. */
import type { Reading, StatedValue } from './clause.ts';
import type { Aside, Value } from './value.ts';

const DECIDES = /主管|[班组店]长|经理|领导|上级|权限|审批|做主|说了算|拍板|[能来归得]定|定不了|[能来]批/;
const BOUND_BEFORE = /(?:不?超[过出]?|不到|不满|满|高于|大于|低于|[过够])$/;
const BOUND_BEHIND = /^(?:以[上下内]|之内|往上|起|封顶)/;
/** Characters behind its clause in which the one who decides may be named: 100元以上的，要主管来定. */
const DECIDER_NEAR = 12;

/** Verbs of waiting and lasting, done (等了您四天, 拖了整整两天); 报了2小时内回 has its figure ahead. */
const LASTED =
  /(?:等|拖|晚|迟|耽误|耽搁|停|卡|催|搁|隔|压|守|盼|折腾|用|穿|住|跑|忍|熬|将就|对付|凑合)(?:了|过)(?:[您你咱]|大家|快|有|都|整整|足足|小|将近){0,2}$/;
const SO_FAR = /(?:已经?|都|快|整整|足足|一直|[等拖晚停卡])(?:[您你]|有|了){0,2}$/;
const SO_FAR_BEHIND = /^多?(?:了(?!解)|还?没|不动)/;
const ALREADY_BEHIND = /^多?了(?!解)/;
/** 三天没影: nothing has come of it for so long. */
const IN_VAIN = /^(?:都|还|一直)?(?:没|不见)(?:影|动静|信(?!心|用)|消息|音信|回音|人[管理应回]|着落|下文)/;
const AHEAD = /^(?:之|以)?[内后里前]/;

/** 7号59元付的: what was paid back then, no sum to come (RULES T181). */
const PAID_BEHIND = /^(?:元|块钱?)?(?:就)?[付买拍]的/;

/** 现在20:00，还来得及: what the clock shows, no hour by which anything is done (RULES T211). */
const NOW_BEFORE = /(?:现在|这会儿?|眼下|此刻|目前)(?:是|才|刚|都|已经)?(?:晚上|下午|上午|早上|中午)?$/;
const NOW_BEHIND = /^(?:整|钟|多|出头|左右)?了?[的哈哦呢啊呀嘛]*$/;

/** 今晚付款48小时内必出, 今天拍的明天发: the day of paying, with what comes later behind it (RULES T237). */
const PAYING_BEHIND = /^(?:付款?|拍下?|下单)的?[^,]{0,4}(?:\d|今|明|当|后天|两|三)/;

/** 3号寄的，等了一周了; 明天18点前付的: the customer's own deed of that day, none of the shop's (RULES T284). */
const OWN_DEED_BEHIND =
  /^(?:[^,\d]{0,2}\d{1,2}(?:[点:]\d{0,2})?前?)?(?:寄(?!出)|付|买|拍|下单)(?:回去?|过来|来|款)?的$/;

/** 16号还有好几天: how far off a day is, no day on which anything is done (RULES T263). */
const FAR_OFF = /^还[有早远]/;

/** What a figure of a clause is told of, where that is nothing anybody asked for; `text` is the whole reply. */
const asideOf = (text: string, clause: { start: number; end: number }, value: Value): Aside | undefined => {
  const before = text.slice(clause.start, value.start);
  const behind = text.slice(value.end, clause.end);
  if (value.kind === 'duration') {
    if (AHEAD.test(behind)) return undefined;
    return LASTED.test(before) ||
      ALREADY_BEHIND.test(behind) ||
      IN_VAIN.test(behind) ||
      (SO_FAR.test(before) && SO_FAR_BEHIND.test(behind))
      ? 'elapsed'
      : undefined;
  }
  if (value.kind === 'date' && FAR_OFF.test(behind)) return 'now';
  if (value.kind === 'date' && OWN_DEED_BEHIND.test(behind)) return 'paid';
  if (value.kind === 'date') return PAYING_BEHIND.test(behind) ? 'paying' : undefined;
  if (value.kind === 'clock') return NOW_BEFORE.test(before) && NOW_BEHIND.test(behind) ? 'now' : undefined;
  if (value.kind !== 'amount' && value.kind !== 'number') return undefined;
  if (PAID_BEHIND.test(behind)) return 'paid';
  if (!BOUND_BEFORE.test(before) && !BOUND_BEHIND.test(behind)) return undefined;
  return DECIDES.test(text.slice(clause.start, clause.end + DECIDER_NEAR)) ? 'bound' : undefined;
};

/** What a figure of a clause is told of, and which end of a time it is. */
export const besideOf = (
  text: string,
  clause: { start: number; end: number },
  value: Value,
): Pick<StatedValue, 'aside' | 'edge'> => ({ aside: asideOf(text, clause, value), edge: edgeOf(text, clause, value) });

const TAKEN_OFF = /^(?:元|块钱?)?(?:里|中)?再?(?:减|拿|扣|去|抹|省|刨|便宜)(?:掉|去|了)?\d/;

/** Whether a sum is the one from which something is taken off (129拿掉20): what is left is told behind. */
export const isTakenFrom = (text: string, { kind, end }: Value): boolean =>
  (kind === 'amount' || kind === 'number') && TAKEN_OFF.test(text.slice(end));

const FROM_BEHIND = /^(?:钟|整)?(?:起(?![来床])|就?开(?:始|[抢卖售]))/;
const UNTIL_BEFORE = /(?:到|至|截止)(?:今[天晚]|晚上|下午)?$/;
const UNTIL_BEHIND = /^(?:钟|整)?(?:截止|结束|为止|停)/;

/** Whether an hour is told as a beginning or as an end: 活动20:00起 is no end of it, neither the right one nor another (RULES T292). */
const edgeOf = (text: string, clause: { start: number; end: number }, value: Value): Value['edge'] => {
  if (value.kind !== 'clock') return undefined;
  const behind = text.slice(value.end, clause.end);
  if (FROM_BEHIND.test(behind)) return 'from';
  return UNTIL_BEHIND.test(behind) || UNTIL_BEFORE.test(text.slice(clause.start, value.start)) ? 'until' : undefined;
};

const GONE_BEFORE = /(?:过了|已经?过)(?:今[天儿晚])?$/;
const GONE_BEHIND = /^(?:钟|整)?(?:那班|那趟)?(?:都|已经?|早就?|刚)?过(?:了|去)/;
const GONE_AROUND = { before: /过$/, behind: /^(?:钟|整)?(?:多|半)?了/ };

/** Whether an hour is told as gone by (过了16点, 四点已经过了): it is no hour by which anything is still done (RULES T124). */
export const isGoneBy = (text: string, clause: { start: number; end: number }, { kind, start, end }: Value): boolean =>
  kind === 'clock' && isGoneBetween(text.slice(clause.start, start), text.slice(end, clause.end));

const isGoneBetween = (before: string, behind: string): boolean =>
  GONE_BEFORE.test(before) ||
  GONE_BEHIND.test(behind) ||
  (GONE_AROUND.before.test(before) && GONE_AROUND.behind.test(behind));

/** 今天过了16点: a day right before a gone hour is told of it, too. */
export const spreadGone = (values: readonly StatedValue[]): void => {
  const [day, hour] = values.slice(-2);
  if (hour?.isGone && day?.kind === 'date' && day.clauseIndex === hour.clauseIndex) day.isGone = true;
};

/** 现在已经过了, 这会儿过点了: the hour of the clause before it is over. */
const OVER = /^(?:现在|这会儿?|今天|都|已经?|早就?|刚)+过了?(?:点|时间|那个点)?了?[的哈哦呢啊呀]*$/;

/** 18:00前付的当天发；现在已经过了: what belongs to an hour that is over goes with it. */
export const passGoneBack = ({ text, clauses, values }: Reading): void => {
  for (const [index, { start, end }] of clauses.entries()) {
    if (index === 0 || !OVER.test(text.slice(start, end))) continue;
    const before = values.filter(({ clauseIndex }) => clauseIndex === index - 1);
    if (before.some(({ kind }) => kind === 'clock')) for (const value of before) value.isGone = true;
  }
};
