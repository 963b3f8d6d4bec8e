import { type Clause, type Reading, readText } from './clauses.ts';
import type { Answer, JudgeQuestion, PointVerdict, QuestionTouch } from './judgement.ts';
import { normalise } from './normalise.ts';
import type { Value } from './values.ts';

type Need = {
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

/** How the whole reply answers the customer, from the text alone. */
export function answerFrom(reply: Reading, customer: string): Answer {
  const needs = needsOf(customer);
  const touches = needs.map((need) => touchOf(reply, need, needs.length === 1));
  if (needs.length === 0) return overall(reply, touchOf(reply, anyNeed(customer)));
  const met = touches.filter((touch) => touch === 'content').length;
  if (promisesAnswer(reply)) return 'partial';
  if (met === needs.length) return 'answered';
  if (met > 0) return 'partial';
  return overall(reply, touches.includes('hedged') ? 'hedged' : touches.includes('dodged') ? 'dodged' : 'none');
}

function overall(reply: Reading, touch: QuestionTouch['touch']): Answer {
  if (promisesAnswer(reply)) return 'partial';
  if (touch === 'content') return 'answered';
  return touch === 'hedged' ? 'vague' : 'evaded';
}

/** The whole answer when points are known: their verdicts decide, the text only where they are silent. */
export function answerFromPoints(verdicts: readonly PointVerdict[], reply: Reading, customer: string): Answer {
  const said = verdicts.filter((verdict) => verdict.state === 'covered' || verdict.state === 'wrong').length;
  if (said === verdicts.length) return 'answered';
  if (said > 0) return 'partial';
  const text = answerFrom(reply, customer);
  return text === 'answered' ? 'partial' : text;
}

/** How the reply deals with each open question. */
export function touchesOf(
  reply: Reading,
  questions: readonly JudgeQuestion[],
  verdicts: readonly PointVerdict[],
): QuestionTouch[] {
  return questions.map(({ id, text, pointIds }) => {
    const own = verdicts.filter((verdict) => pointIds.includes(verdict.id));
    if (own.some((verdict) => verdict.state === 'covered' || verdict.state === 'wrong'))
      return { id, touch: 'content' };
    const need = needsOf(text)[0] ?? anyNeed(text);
    const touch = touchOf(reply, need);
    if (
      touch === 'content' &&
      questions.length > 1 &&
      !onTopic(reply, need) &&
      !own.some((one) => one.state === 'not-recognised')
    ) {
      return { id, touch: 'none' };
    }
    return { id, touch };
  });
}

function needsOf(customer: string): Need[] {
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

function anyNeed(customer: string): Need {
  const text = normalise(customer).text;
  return { text, kinds: null, units: null, yesNo: false, how: false, reading: null };
}

function touchOf(reply: Reading, need: Need, alone = true): QuestionTouch['touch'] {
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
function onTopic(reply: Reading, need: Need): boolean {
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
