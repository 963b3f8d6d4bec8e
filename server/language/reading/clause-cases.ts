/** Clauses about one kind of case, and clauses taken back: words about another case don't answer this one. */

import type { Clause, Reading } from './clause.ts';
import { conceptId, type Word } from './lexicon.ts';
import { takesBack } from './moods.ts';
import type { PlacedState } from './polarity.ts';

/** Concepts that name a special kind of case: 质量问题的话我们出, 偏远地区除外, 拆了就不能退. */
const CASE_CONCEPTS = new Set(
  [
    'quality',
    'quality_',
    'broken_pack',
    'damage',
    'humandamage',
    'wrongsent',
    'wrong_goods',
    'missing',
    'remotearea',
    'ship_area',
    'custom_no_return',
    'fresh_return',
  ].map(conceptId),
);

/** The kinds of case a clause names. */
export const caseKindsIn = (words: readonly Word[], states: readonly PlacedState[]): readonly number[] => {
  if (words.length === 0) return NONE;
  const found: number[] = [];
  for (const word of words) {
    if (
      states.some((placed) => (placed.state === 'not-so' || placed.state === 'negative') && placed.end === word.start)
    )
      continue;
    for (const { id } of word.entry.concepts) if (CASE_CONCEPTS.has(id)) found.push(id);
  }
  return found.length > 0 ? found : NONE;
};

const NONE: readonly number[] = [];
const TURNS_AWAY = /^(?:您这|你这|那您|但|不过|否则|不然|其他|其它|平时|正常|一般|没有?问题|这[个款单件双])/;

/** 下回买完30天内看到降价，差价原路退: the rest of a sentence that speaks of the next time is of another case (RULES T200). */
const NEXT_TIME = /^.{0,3}(?:下[回次](?!见|再?来|光临)|[以往]后(?:再|要是|在我们[这家店])?(?:买|拍|下单))/;
/** 以后付款15天内看到降价随时来: at the head of a sentence it is no span behind a deed (发出以后). */
const FROM_NOW_ON = /^[以往今]后再?付款?(?!的)/;
/** 我没说在期内，也没说过期: what wasn't said is told neither way (RULES T230). 没说清 and 没说过 alone name nothing. */
const NOT_SAID = /^(?:(?:.{0,4}[我咱]们?[可也]?|谁?也)没有?|.{0,2}没人)说过?(?![清完明准好错全到过了])[^,]/;
/** 18点前付的才当天出库, 明天18点前付也是当天出: who pays at another time isn't this customer (RULES T263). */
const PAID_OTHERWISE = /前[付拍下][款单]?的?才|[明后][天早].{0,6}前[付拍下][款单]?的?也/;
/** 明天18点前付的，明天就出: so does the clause behind who pays on another day (RULES T284). */
const PAID_ANOTHER_DAY = /[明后][天早].{0,6}前[付拍下][款单]?的?[话]?$/;
/** 现在过了18:00，…；要是18:00前付的就当天出库: an hour that is over is set as a condition for who paid before it (RULES T274). */
const OVER_BY_NOW = /(?:现在|这会儿?|眼下|已经|都)过了?(\d{1,2}[:点](?:\d{2})?)(?!就|再|[^,。]{0,3}的)/g;
const isOfHourOver = (text: string, said: string): boolean =>
  [...text.matchAll(OVER_BY_NOW)].some(([, hour = '']) => said.includes(`${hour}前`));
const SENTENCE_END = /[。!?;\n]/;
const passNextTimeOn = ({ clauses, text }: Reading): void => {
  let isOfNextTime = false;
  for (const [index, clause] of clauses.entries()) {
    const opens = index === 0 || SENTENCE_END.test(text.slice(clauses[index - 1]?.end ?? 0, clause.start));
    const said = text.slice(clause.start, clause.end);
    isOfNextTime = (isOfNextTime && !opens) || NEXT_TIME.test(said) || (opens && FROM_NOW_ON.test(said));
    const before = clauses[index - 1];
    const isOfOthers =
      PAID_ANOTHER_DAY.test(said) ||
      (!opens && before !== undefined && PAID_ANOTHER_DAY.test(text.slice(before.start, before.end)));
    if (isOfNextTime || isOfOthers || NOT_SAID.test(said) || PAID_OTHERWISE.test(said) || isOfHourOver(text, said))
      clause.isOfOtherCase = true;
  }
};

/** 质量问题的话，我们出: a condition holds for the clause right behind it, unless that one turns away (但) or names a case. */
export const passCasesOn = (reading: Reading): void => {
  passNextTimeOn(reading);
  const { clauses, text } = reading;
  let condition = NONE;
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as Clause;
    if (
      condition.length > 0 &&
      !TURNS_AWAY.test(text.slice(clause.start, clause.start + 4)) &&
      clause.caseKinds.length === 0
    ) {
      clause.holdsUnder = condition;
    } else if (clause.caseKinds.length > 0 && (clause.isConditional || clause.payer !== null))
      clause.holdsUnder = clause.caseKinds;
    condition = clause.isConditional && clause.caseKinds.length > 0 ? clause.caseKinds : NONE;
  }
};

/** Whether a slip is corrected behind it. In 要39.5才对，刚才说错了 it isn't: the slip lies in an earlier message. */
const isCorrectedBehind = (reading: Reading, from: number): boolean => {
  return (
    reading.values.some((value) => value.clauseIndex >= from) ||
    reading.tokens.some((token) => token.clauseIndex > from && token.weight > 0.5)
  );
};

/** Words that don't tell which slip is meant: 刚才我也打错了 names none, 前面说明天中午说错了 does. */
const OF_ANY_SLIP =
  /(?:说|讲|打|写|算|看|记|弄|搞|报|发)(?:错|反|岔|快|早)了?|不好意思|对不起|抱歉|前面|刚才|刚刚|刚|之前|上面|那[句条]|这[句条]|[我您你也是的了啊哦呃哎呀哈嗯又都不对一下说讲写]/g;
const ENDS_IN_SLIP = /[错反岔]了?[哈啊呀哦]?$/;
/** With fewer characters left the clause names no slip. */
const MIN_NAMING_CHARS = 2;

/** Whether a clause names the slip, which then stands in an earlier message: 转寄那个我前面也说错了. */
const namesItsSlip = ({ text, values }: Reading, { start, end }: Clause, index: number): boolean => {
  const clauseText = text.slice(start, end);
  if (!ENDS_IN_SLIP.test(clauseText)) return false;
  if (values.some((value) => value.clauseIndex === index)) return true;
  return clauseText.replace(OF_ANY_SLIP, '').replace(/[^\u4e00-\u9fff]/g, '').length >= MIN_NAMING_CHARS;
};

/** 哦对是449，我打错了: the clause right before the slip already corrects it, so it isn't taken back. */
const IS_CORRECTION = /^(?:[哦啊呃嗯哎噢]|不?对的?|那个|亲)*(?:应该|其实|就|才)?是(?!不是|的)/;

/** 有矿脂的，我前面看岔了: the slip lies in an earlier message, and what stands before it here corrects it already. */
const OF_EARLIER = /前面|刚才|刚刚|^[我俺]?刚|之前|上面|上一?[条句]/;

/** M M，打错了 是L: takes back earlier clauses whose values or kinds of goods are said again after a correction. */
export const retractCorrected = (reading: Reading): void => {
  const { clauses, text } = reading;
  for (let index = 1; index < clauses.length; index++) {
    const clause = clauses[index] as Clause;
    if (!takesBack(text.slice(clause.start, clause.end))) continue;
    if (namesItsSlip(reading, clause, index)) {
      clause.isRetracted = true;
      continue;
    }
    if (!isCorrectedBehind(reading, index)) continue;
    const previousClause = clauses[index - 1];
    const correction =
      previousClause && IS_CORRECTION.test(text.slice(previousClause.start, previousClause.end))
        ? previousClause
        : null;
    const kinds = new Set<string>();
    for (const value of reading.values)
      if (value.clauseIndex >= index && value.clauseIndex <= index + 2) kinds.add(value.kind + value.unit);
    const groups = new Set<number>();
    for (const token of reading.tokens)
      if (token.clauseIndex >= index && token.clauseIndex <= index + 2 && token.group !== 0) groups.add(token.group);
    let hasRetracted = false;
    for (const value of reading.values) {
      const earlier = clauses[value.clauseIndex];
      if (value.clauseIndex >= index || !earlier || earlier === correction || !kinds.has(value.kind + value.unit))
        continue;
      earlier.isRetracted = true;
      hasRetracted = true;
    }
    for (const token of reading.tokens) {
      const earlier = clauses[token.clauseIndex];
      if (token.clauseIndex >= index || !earlier || earlier === correction || !groups.has(token.group)) continue;
      earlier.isRetracted = true;
      hasRetracted = true;
    }
    const earlier = clauses[index - 1];
    const isOfEarlierMessage = OF_EARLIER.test(text.slice(clause.start, clause.end));
    if (!hasRetracted && !isOfEarlierMessage && earlier && earlier !== correction) earlier.isRetracted = true;
  }
};

/** 您退是因为码不合适，还是别的？: the clause before 还是 is part of the question. */
export const passChoiceBack = ({ text, clauses }: Reading): void => {
  for (let index = 1; index < clauses.length; index++) {
    const clause = clauses[index];
    const previousClause = clauses[index - 1];
    if (clause?.isQuestion && previousClause && text.startsWith('还是', clause.start)) previousClause.isQuestion = true;
  }
};

/** 您可以问问他家: others are to answer the questions that follow. */
const ASK_THEM = /(?:问|看)(?:一下|[看问])?(?:他家|他们家?|人家|那家|别家|对方)$/;

/** 您问问他家，是怎么测的、离多远测的: questions to ask elsewhere are advice, no questions to this customer. */
export const passAskingElsewhereOn = ({ text, clauses }: Reading): void => {
  let isForOthers = false;
  for (const clause of clauses) {
    const closingMark = text.charAt(clause.end);
    if (isForOthers && closingMark !== '?') clause.isQuestion = false;
    else isForOthers = false;
    isForOthers = (isForOthers || ASK_THEM.test(text.slice(clause.start, clause.end))) && /[,、]/.test(closingMark);
  }
};

/** 防水的话，不支持的: a bare yes or no belongs to the clause before it, unless that is a question or a yes or no itself. */
export const passBareAnswersBack = (reading: Reading): void => {
  for (let index = 1; index < reading.clauses.length; index++) {
    const barePolarity = reading.clauses[index]?.barePolarity;
    const previousClause = reading.clauses[index - 1];
    if (!barePolarity || !previousClause || previousClause.isQuestion || previousClause.barePolarity) continue;
    for (const token of reading.tokens) {
      if (
        token.clauseIndex !== index - 1 ||
        (token.isExplicit && !(barePolarity.axis === 'payer' && token.axis === 'fact'))
      )
        continue;
      token.sign = barePolarity.sign;
      token.isExplicit = true;
      token.axis = barePolarity.axis;
    }
  }
};
