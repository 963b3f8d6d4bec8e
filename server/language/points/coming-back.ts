/**
 * An undertaking to look something up and come back within a time: 我查一下库存，2分钟内回您. It answers nothing by itself
 * (RULES T120), whatever words of the answer it takes up.
 */
import type { Clause, Reading } from '#language/reading/clause.ts';
import { holdsQuestion } from '#language/reading/embedded.ts';

const TIME =
  '(?:(?:大概|大约|最多|最晚|约)?(?:[0-9]{1,3}|[一二两俩三四五六七八九十半几]{1,3})(?:个)?(?:秒|分|刻钟|小时|钟头)钟?(?:之内|以内|内|后|左右)?|马上|立马|立刻|这就|一会儿?|一下|待会儿?|等下|稍后|尽快|很快|回头|随后)';
const SPEAKER = '(?:我们?|这边|咱们?|小妹|客服)';
const LEAD = `(?:[稍请]等|[亲您你好嗯行]|那|${SPEAKER}|${TIME}|先|再|就|现在|赶紧|去|来|查[好完到清楚]+|[帮给为替跟][您你]|[了哈哦呢啊呀]|[\\s,~])*`;
const TELLS =
  '(?:回(?:复|话|信)?[您你]|回[您你]?(?:个)?(?:消息|信|话|复)|[给跟](?:[您你])?(?:一?个)?(?:准信|回?[信话复音]|回音|答复|结果|结论|消息|说)|答复[您你]?|告诉[您你]|通知[您你]|联系[您你]|有(?:结果|消息|答复)(?:就|马上)?(?:回|告诉|通知)[您你])';
/** A clause that says when the customer hears back, and nothing else. */
const COMES_BACK = new RegExp(`^${LEAD}${TELLS}(?:[哈哦呢啊呀的了,\\s~]|${TIME})*$`);
const HAS_TIME = new RegExp(TIME);
/** Whom or where they ask: 我去跟网点核实, 我后台查一下. */
const WHOM = '(?:(?:仓库|后台|系统|同事|快递|物流|网点|站点|厂家|财务|平台|师傅|[班组店]长|主管|领导)(?:那?边)?)';
/** What the trainee has looked up by now: 看了, 查到了, 问过了. */
const DONE = '(?![不着得了过好完清]|到(?![底哪]))';
/** A clause that says what is being looked up: 我查一下库存, 我帮您看一下拦住没有, 稍等我问下仓库. */
const LOOKS = new RegExp(
  `^(?:[稍捎请]微?[等侯候]|[亲您你好嗯行的]|那|麻烦|一?[下会]儿?|[,\\s~])*(?:${SPEAKER}|先|这就|马上|立马|现在|赶紧|再|去|来|跟|[帮给为替][您你])+${WHOM}?(?:(?:查|问|核[实对]|确认|翻|了解|请示|咨询)${DONE}|看(?:看|一眼|一?下|$)${DONE})`,
);
/** A clause that only asks to wait or greets. */
const ONLY_WAITS = /^(?:[稍捎请]?微?(?:等|侯|候)|别急|不好意思|抱歉|[亲您你好嗯行的哈哦呢啊]|一?[下会]儿?|[\s,~])*$/;
/** 我查一下两分钟内回您: both in one clause. */
const ENDS_BACK = new RegExp(`${TELLS}(?:[哈哦呢啊呀的了,\\s~]|${TIME})*$`);

const textOf = ({ text }: Reading, { start, end }: Clause): string => text.slice(start, end);

/** Whether words are about looking up or coming back: a point that says so is told by such words. */
export const speaksOfComingBack = (reading: Reading): boolean =>
  reading.clauses.some((clause) => LOOKS.test(textOf(reading, clause)) || COMES_BACK.test(textOf(reading, clause)));

/** The stretches of a reply that only undertake to look something up and come back. */
export const comingBackIn = (reading: Reading): { start: number; end: number }[] =>
  reading.clauses.flatMap((clause, index) => {
    const text = textOf(reading, clause);
    if (clause.isQuestion || clause.isConditional || !HAS_TIME.test(text)) return [];
    if (!COMES_BACK.test(text) && !(LOOKS.test(text) && ENDS_BACK.test(text))) return [];
    return [{ start: (reading.clauses[firstOf(reading, index)] as Clause).start, end: clause.end }];
  });

/** The first clause of the undertaking that ends in clause `last`: what is looked up may be said in clauses of its own. */
const firstOf = (reading: Reading, last: number): number => {
  let first = last;
  for (let index = last - 1; index >= 0; index--) {
    const clause = reading.clauses[index] as Clause;
    const text = textOf(reading, clause);
    if (LOOKS.test(text) || (ONLY_WAITS.test(text) && first === index + 1)) first = index;
    else if (!clause.isQuestion && !holdsQuestion(text)) break;
  }
  return first;
};
