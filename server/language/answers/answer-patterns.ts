/** What shows whether a reply answers: the patterns of a fact, a step, a plain yes or no, a hedge or a dodge. */

import { FEATURE } from '#language/classifier/feature-families.ts';
import type { Features } from '#language/classifier/features.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import type { Value } from '#language/reading/value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import { ANSWERS, type Answer, type QuestionTouch } from '#language/terms/verdicts.ts';
import { type AnswerNeed, anyNeed, needsOf } from './questions-asked.ts';

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

const STEP = /用|先|再|点|按|把|撕|贴|拧|选|进|打开|申请|联系|输入|放|洗|拿|装|发|拍/;
const YES_OR_NO =
  /^(?:亲+,?)?(?:是|对|有|没|能|可|会|不|无|行|支持|需要|要|当然|也是|未|已|现在不|宝宝可|我们家没)|可以|不能|不行|没问题|不会|没有|能[的用买退换连装放改叠送发到]|都能|不[掉防支含送带包退换发用需影勒]|是的|对的|也(?:是|会|能)|没事|只能/;

/** The patterns of one reply, looked for once however many questions are open. */
export type AnswerPatterns = {
  reply: Reading;
  stated: readonly Clause[];
  /** Some clause states a yes or a no. */
  clear: boolean;
  /** Its statements without particles, each ended by a line break. */
  said: string;
  dodge: boolean;
  vague: boolean;
  off: boolean;
  empty: boolean;
  yesOrNo: boolean;
  step: boolean;
  /** 我问下仓库，两小时内回您: half an answer, because it names a time. */
  promises: boolean;
};

/** Looks a reply over once. */
export function answerPatterns(reply: Reading): AnswerPatterns {
  const { text, values, clauses } = reply;
  const stated = clauses.filter((clause) => !clause.isQuestion && clause.end > clause.start);
  const namesTime = values.some(({ kind }) => kind === 'duration' || kind === 'clock' || kind === 'date');
  const off = OFF.test(text);
  const yesOrNo = YES_OR_NO.test(text);
  return {
    reply,
    stated,
    clear: stated.some(({ start, end }) => {
      const said = text.slice(start, end);
      return YES_OR_NO.test(said) && !(off && OFF.test(said));
    }),
    said: stated.map((clause) => clause.plain).join('\n'),
    dodge: DODGE.test(text),
    vague: VAGUE.test(text),
    off,
    empty: EMPTY.test(text),
    yesOrNo,
    step: STEP.test(text),
    promises: namesTime && CHECKS.test(text) && PROMISE.test(text),
  };
}

/** How the whole reply answers the customer, by the rules alone. */
function answerByRules(signs: AnswerPatterns, touches: readonly QuestionTouch['touch'][]): Answer {
  if (signs.promises) return 'partial';
  const met = touches.filter((touch) => touch === 'content').length;
  if (met > 0) return met === touches.length ? 'answered' : 'partial';
  return touches.includes('hedged') ? 'vague' : 'evaded';
}

/**
 * What the rules notice about question and answer, for the classifier to weigh: how many things are asked and of which
 * kind, how each is touched, and whether a figure, a step, a plain yes or no, a hedge or a dodge is there.
 */
export function answerFeatures(signs: AnswerPatterns, customer: string, features: Features): void {
  const needs = needsOf(customer);
  const { values, text } = signs.reply;
  const touches: QuestionTouch['touch'][] = [];
  let topical = 0;
  for (const need of needs) {
    const touch = touchOf(signs, need, needs.length === 1);
    const kind = need.kinds ? FIGURE : need.yesNo ? YES_NO : need.how ? HOW : OPEN;
    touches.push(touch);
    if (onTopic(signs, need)) topical += 1;
    const how = TOUCHES.indexOf(touch);
    features.named(FEATURE.touchOfKind, kind, how);
    features.named(FEATURE.touch, how);
    if (need.kinds) features.named(FEATURE.figure, fitsAny(values, need));
    if (need.yesNo) features.named(FEATURE.yesNo, signs.yesOrNo, values.length > 0, text.length > 12);
    if (need.how) features.named(FEATURE.how, signs.step);
    const share = shareTakenUp(signs, need);
    features.named(FEATURE.takenUp, kind, share);
    features.named(FEATURE.takenUpTouch, share, how);
  }
  const met = touches.filter((touch) => touch === 'content').length;
  const asked = Math.min(needs.length, 3);
  features.named(FEATURE.asked, asked);
  features.named(FEATURE.met, asked, Math.min(met, 3));
  features.named(FEATURE.topical, asked, Math.min(topical, 3));
  features.named(FEATURE.stated, asked, Math.min(signs.stated.length, 4));
  features.named(FEATURE.figures, asked, Math.min(values.length, 3));
  const byRules = answerByRules(signs, needs.length > 0 ? touches : [touchOf(signs, anyNeed(customer))]);
  features.named(FEATURE.rule, ANSWERS.indexOf(byRules));
  const { dodge, vague, off } = signs;
  features.named(FEATURE.signs, Number(dodge) * 2 + Number(vague), off, values.length > 0);
  if (dodge) features.named(FEATURE.dodge);
  if (vague) features.named(FEATURE.vague);
  if (off) features.named(FEATURE.off);
  if (signs.empty) features.named(FEATURE.empty);
  if (signs.promises) features.named(FEATURE.promises);
  if (CHECKS.test(text)) features.named(FEATURE.checks, values.length > 0);
  for (const value of values) features.named(FEATURE.valueKind, VALUE_KINDS.indexOf(value.kind));
  if (signs.stated.length === 0) features.named(FEATURE.onlyAsks);
}

/** Kinds of question. */
const FIGURE = 1;
const YES_NO = 2;
const HOW = 3;
const OPEN = 4;
const TOUCHES: readonly QuestionTouch['touch'][] = ['none', 'hedged', 'dodged', 'content'];
const VALUE_KINDS: readonly Value['kind'][] = [
  'amount',
  'duration',
  'clock',
  'date',
  'percent',
  'size',
  'measure',
  'number',
];

function fitsAny(values: readonly Value[], need: AnswerNeed): boolean {
  for (const value of values) if (fits(value, need)) return true;
  return false;
}

/** How the reply deals with one question. `isOnly`: it is the only one. */
export function touchOf(signs: AnswerPatterns, need: AnswerNeed, isOnly = true): QuestionTouch['touch'] {
  const { reply, vague, off } = signs;
  const { text, values } = reply;
  if (signs.dodge && !values.some((value) => fits(value, need))) return 'dodged';
  if (signs.empty || signs.stated.length === 0) return 'none';
  const hasFact = values.some((value) => fits(value, need) && inStatement(reply, value));
  if (need.kinds) {
    if (hasFact) return 'content';
    const isOnTopic = onTopic(signs, need);
    if (signs.yesOrNo && isOnTopic && !vague)
      return need.text.length > 4 && /不|没|无/.test(text) ? 'content' : 'hedged';
    return vague || isOnTopic || !off ? 'hedged' : 'none';
  }
  if (vague && !values.some((value) => inStatement(reply, value))) return 'hedged';
  const isOnTopic = onTopic(signs, need);
  if (off && !isOnTopic) return 'none';
  if (need.yesNo) {
    if (signs.clear || (isOnly && hasFact)) return 'content';
    const repeatsQuestion = text.includes(need.text.replace(/[吗么呢?]|可以|能不能/g, ''));
    return isOnTopic ? (repeatsQuestion || text.length > 9 ? 'content' : 'hedged') : 'none';
  }
  if (need.how) {
    if (signs.step && STEP.test(text.replace(/不[用需会能可]./g, '')) && text.length >= 4) return 'content';
    return isOnTopic ? 'hedged' : 'none';
  }
  if (/为什么|为啥|怎么还|怎么没/.test(need.text) && text.length <= 5) return 'hedged';
  return text.length >= 3 && !off ? 'content' : 'none';
}

function fits(value: Value, need: AnswerNeed): boolean {
  if (!need.kinds) return true;
  return need.kinds.has(value.kind) && (!need.units || value.kind !== 'measure' || need.units.test(value.unit));
}

function inStatement(reply: Reading, value: Value & { clause?: number }): boolean {
  const clause: Clause | undefined = value.clause === undefined ? undefined : reply.clauses[value.clause];
  return clause ? !clause.isQuestion : true;
}

/** Whether a statement of the reply uses a word of the question that tells its topic (没有 and 什么 don't). */
export function onTopic({ reply, said }: AnswerPatterns, { topic }: AnswerNeed): boolean {
  for (const token of reply.tokens)
    if (topic.ids.has(token.id) && !reply.clauses[token.clauseIndex]?.isQuestion) return true;
  return topic.grams.some((gram) => said.includes(gram));
}

/** How much of the question's topic the statements of the reply take up: 0 nothing … 3 most of it. */
function shareTakenUp({ said }: AnswerPatterns, { topic }: AnswerNeed): 0 | 1 | 2 | 3 {
  let taken = 0;
  for (const char of topic.chars) if (said.includes(char)) taken += 1;
  if (taken === 0) return 0;
  const share = taken / topic.chars.length;
  return share < SIMILARITY_THRESHOLDS.someTakenUp ? 1 : share < SIMILARITY_THRESHOLDS.mostTakenUp ? 2 : 3;
}
