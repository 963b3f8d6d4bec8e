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
const OFF_TOPIC =
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
  statements: readonly Clause[];
  /** Some clause states a yes or a no. */
  statesYesOrNo: boolean;
  /** Its statements without particles, each ended by a line break. */
  statedText: string;
  isDodge: boolean;
  isVague: boolean;
  isOffTopic: boolean;
  isEmpty: boolean;
  hasYesOrNo: boolean;
  hasStep: boolean;
  /** 我问下仓库，两小时内回您: half an answer, because it names a time. */
  promisesAnswer: boolean;
};

/** Looks a reply over once. */
export const answerPatterns = (reply: Reading): AnswerPatterns => {
  const { text, values, clauses } = reply;
  const statements = clauses.filter((clause) => !clause.isQuestion && clause.end > clause.start);
  const namesTime = values.some(({ kind }) => kind === 'duration' || kind === 'clock' || kind === 'date');
  const isOffTopic = OFF_TOPIC.test(text);
  const hasYesOrNo = YES_OR_NO.test(text);
  return {
    reply,
    statements,
    statesYesOrNo: statements.some(({ start, end }) => {
      const said = text.slice(start, end);
      return YES_OR_NO.test(said) && !(isOffTopic && OFF_TOPIC.test(said));
    }),
    statedText: statements.map((clause) => clause.plain).join('\n'),
    isDodge: DODGE.test(text),
    isVague: VAGUE.test(text),
    isOffTopic,
    isEmpty: EMPTY.test(text),
    hasYesOrNo,
    hasStep: STEP.test(text),
    promisesAnswer: namesTime && CHECKS.test(text) && PROMISE.test(text),
  };
};

/** How the whole reply answers the customer, by the rules alone. */
const answerByRules = (patterns: AnswerPatterns, touches: readonly QuestionTouch['touch'][]): Answer => {
  if (patterns.promisesAnswer) return 'partial';
  const answeredCount = touches.filter((touch) => touch === 'content').length;
  if (answeredCount > 0) return answeredCount === touches.length ? 'answered' : 'partial';
  return touches.includes('hedged') ? 'vague' : 'evaded';
};

/**
 * What the rules notice about question and answer, for the classifier to weigh: how many things are asked and of which
 * kind, how each is touched, and whether a figure, a step, a plain yes or no, a hedge or a dodge is there.
 */
export const addAnswerFeatures = (patterns: AnswerPatterns, customerText: string, features: Features): void => {
  const needs = needsOf(customerText);
  const { values, text } = patterns.reply;
  const touches: QuestionTouch['touch'][] = [];
  let topicalCount = 0;
  for (const need of needs) {
    const touch = touchOf(patterns, need, needs.length === 1);
    const kind = need.valueKinds ? FIGURE : need.isYesNo ? YES_NO : need.asksHow ? HOW : OPEN;
    touches.push(touch);
    if (isAboutTopic(patterns, need)) topicalCount += 1;
    const touchIndex = TOUCH_NAMES.indexOf(touch);
    features.addNamed(FEATURE.touchOfKind, kind, touchIndex);
    features.addNamed(FEATURE.touch, touchIndex);
    if (need.valueKinds) features.addNamed(FEATURE.figure, fitsAnyValue(values, need));
    if (need.isYesNo) features.addNamed(FEATURE.yesNo, patterns.hasYesOrNo, values.length > 0, text.length > 12);
    if (need.asksHow) features.addNamed(FEATURE.how, patterns.hasStep);
    const takenUp = shareTakenUp(patterns, need);
    features.addNamed(FEATURE.takenUp, kind, takenUp);
    features.addNamed(FEATURE.takenUpTouch, takenUp, touchIndex);
  }
  const answeredCount = touches.filter((touch) => touch === 'content').length;
  const askedCount = Math.min(needs.length, 3);
  features.addNamed(FEATURE.asked, askedCount);
  features.addNamed(FEATURE.met, askedCount, Math.min(answeredCount, 3));
  features.addNamed(FEATURE.topical, askedCount, Math.min(topicalCount, 3));
  features.addNamed(FEATURE.stated, askedCount, Math.min(patterns.statements.length, 4));
  features.addNamed(FEATURE.figures, askedCount, Math.min(values.length, 3));
  const byRules = answerByRules(patterns, needs.length > 0 ? touches : [touchOf(patterns, anyNeed(customerText))]);
  features.addNamed(FEATURE.rule, ANSWERS.indexOf(byRules));
  const { isDodge, isVague, isOffTopic } = patterns;
  features.addNamed(FEATURE.signs, Number(isDodge) * 2 + Number(isVague), isOffTopic, values.length > 0);
  if (isDodge) features.addNamed(FEATURE.dodge);
  if (isVague) features.addNamed(FEATURE.vague);
  if (isOffTopic) features.addNamed(FEATURE.off);
  if (patterns.isEmpty) features.addNamed(FEATURE.empty);
  if (patterns.promisesAnswer) features.addNamed(FEATURE.promises);
  if (CHECKS.test(text)) features.addNamed(FEATURE.checks, values.length > 0);
  for (const value of values) features.addNamed(FEATURE.valueKind, VALUE_KINDS.indexOf(value.kind));
  if (patterns.statements.length === 0) features.addNamed(FEATURE.onlyAsks);
};

/** Kinds of question. */
const FIGURE = 1;
const YES_NO = 2;
const HOW = 3;
const OPEN = 4;
const TOUCH_NAMES: readonly QuestionTouch['touch'][] = ['none', 'hedged', 'dodged', 'content'];
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

const fitsAnyValue = (values: readonly Value[], need: AnswerNeed): boolean => {
  for (const value of values) if (fitsNeed(value, need)) return true;
  return false;
};

/** How the reply deals with one question. `isOnly`: it is the only one. */
export const touchOf = (patterns: AnswerPatterns, need: AnswerNeed, isOnly = true): QuestionTouch['touch'] => {
  const { reply, isVague, isOffTopic } = patterns;
  const { text, values } = reply;
  if (patterns.isDodge && !values.some((value) => fitsNeed(value, need))) return 'dodged';
  if (patterns.isEmpty || patterns.statements.length === 0) return 'none';
  const hasFact = values.some((value) => fitsNeed(value, need) && isInStatement(reply, value));
  if (need.valueKinds) {
    if (hasFact) return 'content';
    const isOnTopic = isAboutTopic(patterns, need);
    if (patterns.hasYesOrNo && isOnTopic && !isVague)
      return need.text.length > 4 && /不|没|无/.test(text) ? 'content' : 'hedged';
    return isVague || isOnTopic || !isOffTopic ? 'hedged' : 'none';
  }
  if (isVague && !values.some((value) => isInStatement(reply, value))) return 'hedged';
  const isOnTopic = isAboutTopic(patterns, need);
  if (isOffTopic && !isOnTopic) return 'none';
  if (need.isYesNo) {
    if (patterns.statesYesOrNo || (isOnly && hasFact)) return 'content';
    const repeatsQuestion = text.includes(need.text.replace(/[吗么呢?]|可以|能不能/g, ''));
    return isOnTopic ? (repeatsQuestion || text.length > 9 ? 'content' : 'hedged') : 'none';
  }
  if (need.asksHow) {
    if (patterns.hasStep && STEP.test(text.replace(/不[用需会能可]./g, '')) && text.length >= 4) return 'content';
    return isOnTopic ? 'hedged' : 'none';
  }
  if (/为什么|为啥|怎么还|怎么没/.test(need.text) && text.length <= 5) return 'hedged';
  return text.length >= 3 && !isOffTopic ? 'content' : 'none';
};

const fitsNeed = (value: Value, need: AnswerNeed): boolean => {
  if (!need.valueKinds) return true;
  return (
    need.valueKinds.has(value.kind) &&
    (!need.unitPattern || value.kind !== 'measure' || need.unitPattern.test(value.unit))
  );
};

const isInStatement = (reply: Reading, value: Value & { clause?: number }): boolean => {
  const clause: Clause | undefined = value.clause === undefined ? undefined : reply.clauses[value.clause];
  return clause ? !clause.isQuestion : true;
};

/** Whether a statement of the reply uses a word of the question that tells its topic (没有 and 什么 don't). */
export const isAboutTopic = ({ reply, statedText }: AnswerPatterns, { topic }: AnswerNeed): boolean => {
  for (const token of reply.tokens)
    if (topic.conceptIds.has(token.id) && !reply.clauses[token.clauseIndex]?.isQuestion) return true;
  return topic.bigrams.some((gram) => statedText.includes(gram));
};

/** How much of the question's topic the statements of the reply take up: 0 nothing … 3 most of it. */
const shareTakenUp = ({ statedText }: AnswerPatterns, { topic }: AnswerNeed): 0 | 1 | 2 | 3 => {
  let takenCount = 0;
  for (const char of topic.chars) if (statedText.includes(char)) takenCount += 1;
  if (takenCount === 0) return 0;
  const share = takenCount / topic.chars.length;
  return share < SIMILARITY_THRESHOLDS.someTakenUp ? 1 : share < SIMILARITY_THRESHOLDS.mostTakenUp ? 2 : 3;
};
