/** What shows whether a reply answers: what was asked, and the signs of a fact, a step, a hedge or a dodge. */
import { type Clause, isParticle, type Reading, readText } from './clauses.ts';
import type { Answer, QuestionTouch } from './judgement.ts';
import { normalise } from './normalise.ts';
import type { Value } from './values.ts';

/** One thing the customer asks. */
export type Need = {
  text: string;
  kinds: ReadonlySet<Value['kind']> | null;
  units: RegExp | null;
  yesNo: boolean;
  how: boolean;
  /** Read when first needed. */
  reading: Reading | null;
};

const DODGE =
  /(?:看|参考|查看|查|见|参照)(?:一?下|看)?.{0,8}(?:详情|页面|说明|规则|公告|尺码表|包装盒|前台)|以.{0,10}为准|前台是?可以看到|系统(?:显示|为准)|(?:问|咨询|联系)(?:一?下)?(?:快递|平台|物流|厂家)(?!.{0,8}(?:电话|\d))/;
const EMPTY =
  /^(?:亲+|亲爱的?|您好|你好|好的?|嗯+|在的?|请|哦|呢|哈|,|。|!|~|\s)*(?:稍等|收到|在的?|您好|有什么.{0,14}|谢谢.{0,12}|感谢.{0,20}|祝您.{0,12}|再见|先下班.{0,4}|请耐心等待.{0,4}|很高兴.{0,10}|放心.{0,6}|理解.{0,6})?[的了呢哦哈啊呀吧!。~,\s]*$/;
const OFF =
  /收藏|关注(?:店|我)|满意记得|下班|感谢您(?:对|的支持)|祝您|再见|大品牌|有眼光|网红|性价比|还有(?:其他|什么)|有什么(?:问题)?(?:可以|需要|我)|为您服务|善解人意|怎么会(?:少|坏|丢|错|这样)|没有(?:相应的)?对接人|不归我|再找找/;
const VAGUE =
  /尽快|看情况|看个人|应该|应当|可能|大概(?!\d)|还行|还好|差不多|不太?清楚|不知道|不确定|没称过|没量过|符合(?:国家)?标准|到时候|看.{0,4}(?:安排|通知|厂家)|等通知|待定|未定|挺[久快多好]|快了|很快|马上就|问题不大|不大吧|吧$|正在(?:路上|处理|配送)|在路上|都好看|都可以的?$|都行$|不贵|便宜的|多多少少|基本(?:都|上)|不一定|会通知|看您|看你|因人而异|近期|过几天|过段时间|及时|无法(?:估计|获知)|一般般|好像|也许|或许|估计|说不准/;
const PROMISE = /(?:回|告诉|答复|给您|联系|通知|补|处理|有结果|回复)/;
const CHECKS = /问|核实|核对|确认|查|反馈|上报|联系/;

/** Quantity words and what answers them. */
const QUANTITIES: readonly (readonly [asks: RegExp, kinds: readonly Value['kind'][], units: RegExp | null])[] = [
  [/多少钱|什么价|价位|价格多少|几块|怎么卖/, ['amount', 'percent', 'number'], null],
  [
    /什么时候|何时|几号|哪天|多久|几天|几小时|几个?(?:小时|钟头|月)|几年|几分钟|几点|多长时间|啥时候|到哪天|多快|几时|来得及/,
    ['duration', 'date', 'clock', 'number'],
    null,
  ],
  [/多大码|最大码|几码|什么码|多大的码|哪个码/, ['size', 'number'], null],
  [/几种|几个色|几色|几款/, ['measure', 'number'], /种|色|款|个/],
  [/多大|多长|多重|多高|多宽|容量|尺寸|重量/, ['measure', 'number', 'size'], null],
  [/多少|几[升节级层斤件个条片瓶包双米口]/, ['measure', 'number', 'percent', 'amount', 'duration', 'size'], null],
];
const YES_NO =
  /吗|么(?!样)|是不是|有没有|能不能|可不可以|会不会|要不要|[能会包支要用有含带行防].?不.{1,3}|不$|没$|没有$|真的/;
const HOW = /怎么(?!还|又|不|这|会|就|没|了$)|如何|咋(?!还|不|又)/;
const STEP = /用|先|再|点|按|把|撕|贴|拧|选|进|打开|申请|联系|输入|放|洗|拿|装|发|拍/;
const YES_OR_NO =
  /^(?:亲+,?)?(?:是|对|有|没|能|可|会|不|无|行|支持|需要|要|当然|也是|未|已|现在不|宝宝可|我们家没)|可以|不能|不行|没问题|不会|没有|能[的用买退换连装放改叠送发到]|都能|不[掉防支含送带包退换发用需影勒]|是的|对的|也(?:是|会|能)|没事|只能/;

/** How the whole reply answers the customer, by the rules alone. */
export function answerByRules(reply: Reading, customer: string): Answer {
  const needs = needsOf(customer);
  const touches = needs.map((need) => touchOf(reply, need, needs.length === 1));
  if (needs.length === 0) return overall(reply, touchOf(reply, anyNeed(customer)));
  const met = touches.filter((touch) => touch === 'content').length;
  if (promisesAnswer(reply)) return 'partial';
  if (met === needs.length) return 'answered';
  if (met > 0) return 'partial';
  return overall(reply, touches.includes('hedged') ? 'hedged' : touches.includes('dodged') ? 'dodged' : 'none');
}

/**
 * What the rules notice about question and answer, for the classifier to weigh: how many things are asked and of which
 * kind, how each is touched, and whether a figure, a step, a plain yes or no, a hedge or a dodge is there.
 */
export function answerCues(reply: Reading, customer: string, cue: (name: string) => void): void {
  const needs = needsOf(customer);
  const text = reply.text;
  const stated = reply.clauses.filter((clause) => !clause.question && clause.end > clause.start);
  let met = 0;
  let topical = 0;
  for (const need of needs) {
    const touch = touchOf(reply, need, needs.length === 1);
    const kind = need.kinds ? 'figure' : need.yesNo ? 'yes-no' : need.how ? 'how' : 'open';
    const fitting = need.kinds !== null && reply.values.some((value) => fits(value, need));
    if (touch === 'content') met += 1;
    if (onTopic(reply, need)) topical += 1;
    cue(`touch:${kind}:${touch}`);
    cue(`touch:${touch}`);
    if (need.kinds) cue(`figure:${fitting}`);
    if (need.yesNo) cue(`yes-no:${YES_OR_NO.test(text)}:${reply.values.length > 0}:${text.length > 12}`);
    if (need.how) cue(`how:${STEP.test(text)}`);
    const share = shareTakenUp(reply, need);
    cue(`taken-up:${kind}:${share}`);
    cue(`taken-up:${share}:${touch}`);
  }
  const asked = Math.min(needs.length, 3);
  cue(`asked:${asked}`);
  cue(`met:${asked}:${Math.min(met, 3)}`);
  cue(`topical:${asked}:${Math.min(topical, 3)}`);
  cue(`stated:${asked}:${Math.min(stated.length, 4)}`);
  cue(`values:${asked}:${Math.min(reply.values.length, 3)}`);
  cue(`rule:${answerByRules(reply, customer)}`);
  const dodge = DODGE.test(text);
  const vague = VAGUE.test(text);
  const off = OFF.test(text);
  cue(`signs:${dodge}:${vague}:${off}:${reply.values.length > 0}`);
  if (dodge) cue('dodge');
  if (vague) cue('vague');
  if (off) cue('off');
  if (EMPTY.test(text)) cue('empty');
  if (promisesAnswer(reply)) cue('promises');
  if (CHECKS.test(text)) cue(`checks:${reply.values.length > 0}`);
  for (const value of reply.values) cue(`value:${value.kind}`);
  if (stated.length === 0) cue('only-asks');
}

function overall(reply: Reading, touch: QuestionTouch['touch']): Answer {
  if (promisesAnswer(reply)) return 'partial';
  if (touch === 'content') return 'answered';
  return touch === 'hedged' ? 'vague' : 'evaded';
}

export function needsOf(customer: string): Need[] {
  const text = normalise(customer).text.replace(/\([^()]{0,60}\)/g, '');
  const needs: Need[] = [];
  for (const piece of text.split(/[,。;!?\n\s]+/)) {
    const clause = piece.trim();
    if (clause.length < 2) continue;
    const quantity = QUANTITIES.find(([asks]) => asks.test(clause));
    if (/有几|好几/.test(clause) && !YES_NO.test(clause)) continue;
    const yesNo = YES_NO.test(clause);
    const how = HOW.test(clause);
    const open = /什么|啥|哪|为什么|区别|谁/.test(clause);
    if (!quantity && !yesNo && !how && !open) continue;
    const kinds = quantity && !(yesNo && !/多少|几/.test(clause)) ? new Set(quantity[1]) : null;
    needs.push({
      text: clause,
      kinds,
      units: quantity?.[2] ?? null,
      yesNo: yesNo && !kinds && !how && !open,
      how,
      reading: null,
    });
  }
  return needs.slice(0, 6);
}

export function anyNeed(customer: string): Need {
  const text = normalise(customer).text;
  return { text, kinds: null, units: null, yesNo: false, how: false, reading: null };
}

export function touchOf(reply: Reading, need: Need, alone = true): QuestionTouch['touch'] {
  const text = reply.text;
  const stated = reply.clauses.filter((clause) => !clause.question && clause.end - clause.start > 0);
  const topical = onTopic(reply, need);
  if (DODGE.test(text) && !reply.values.some((value) => fits(value, need))) return 'dodged';
  if (EMPTY.test(text) || stated.length === 0) return 'none';
  const fact = reply.values.some((value) => fits(value, need) && inStatement(reply, value));
  if (need.kinds) {
    if (fact) return 'content';
    if (YES_OR_NO.test(text) && topical && !VAGUE.test(text))
      return need.text.length > 4 && /不|没|无/.test(text) ? 'content' : 'hedged';
    return VAGUE.test(text) || topical ? 'hedged' : OFF.test(text) ? 'none' : 'hedged';
  }
  if (VAGUE.test(text) && !reply.values.some((value) => inStatement(reply, value))) return 'hedged';
  if (OFF.test(text) && !topical) return 'none';
  if (need.yesNo) {
    const clear = stated.some(
      (clause) =>
        YES_OR_NO.test(text.slice(clause.start, clause.end)) && !OFF.test(text.slice(clause.start, clause.end)),
    );
    if (clear || (alone && fact)) return 'content';
    const repeats = text.includes(need.text.replace(/[吗么呢?]|可以|能不能/g, ''));
    return topical ? (repeats || text.length > 9 ? 'content' : 'hedged') : 'none';
  }
  if (need.how)
    return STEP.test(text.replace(/不[用需会能可]./g, '')) && text.length >= 4
      ? 'content'
      : topical
        ? 'hedged'
        : 'none';
  if (/为什么|为啥|怎么还|怎么没/.test(need.text) && text.length <= 5) return 'hedged';
  return text.length >= 3 && !OFF.test(text) ? 'content' : 'none';
}

function fits(value: Value, need: Need): boolean {
  if (!need.kinds) return true;
  return need.kinds.has(value.kind) && (!need.units || value.kind !== 'measure' || need.units.test(value.unit));
}

function inStatement(reply: Reading, value: Value & { clause?: number }): boolean {
  const clause: Clause | undefined = value.clause === undefined ? undefined : reply.clauses[value.clause];
  return clause ? !clause.question : true;
}

const FAINT = new Set([...'可以不能没什么多少怎几'].map((char) => char.charCodeAt(0)));
function isTopical(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff && !FAINT.has(unit);
}

/** Whether a statement of the reply takes up a word of the question that isn't common to all talk. */
export function onTopic(reply: Reading, need: Need): boolean {
  need.reading ??= readText(need.text);
  const ids = new Set(need.reading.tokens.filter((token) => token.weight > 0.5).map((token) => token.id));
  if (reply.tokens.some((token) => ids.has(token.id) && !reply.clauses[token.clause]?.question)) return true;
  const plain = need.reading.clauses.map((clause) => clause.plain).join('');
  for (const clause of reply.clauses) {
    if (clause.question) continue;
    for (let at = 0; at + 1 < clause.plain.length; at++) {
      const gram = clause.plain.slice(at, at + 2);
      if (isTopical(gram.charCodeAt(0)) && isTopical(gram.charCodeAt(1)) && plain.includes(gram)) return true;
    }
  }
  return false;
}

/** 我问下仓库，两小时内回您: half an answer, because it names a time. */
function promisesAnswer(reply: Reading): boolean {
  const time = reply.values.some(
    (value) => value.kind === 'duration' || value.kind === 'clock' || value.kind === 'date',
  );
  return time && CHECKS.test(reply.text) && PROMISE.test(reply.text);
}

/** How much of what the question is about the reply takes up in statements: 0 nothing … 3 most of it. */
function shareTakenUp(reply: Reading, need: Need): 0 | 1 | 2 | 3 {
  let asked = 0;
  let taken = 0;
  for (const char of new Set(need.text)) {
    if (!isTopical(char.charCodeAt(0)) || isParticle(char)) continue;
    asked += 1;
    if (reply.clauses.some((clause) => !clause.question && clause.plain.includes(char))) taken += 1;
  }
  if (taken === 0) return 0;
  const share = taken / asked;
  return share < 0.34 ? 1 : share < 0.67 ? 2 : 3;
}
