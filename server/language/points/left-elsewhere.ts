/**
 * Words that leave the answer to another rule: 绑定激活的咖啡机要另看一条, 生鲜另有规定, 这个得分情况看. They name what it is
 * about and settle nothing (RULES Q89), whatever words of the answer they take up.
 */
import type { Clause, Reading } from '#language/reading/clause.ts';

const RULE = '(?:[一那哪]?(?:条|款|项|张卡?)(?:规则|规定|政策)?|(?:别|其他)的?(?:规则|规定|政策|卡)|规则|规定|政策)';
/** What is to be read, or how: another rule, case by case. 另算 is no such word: 运费另算 tells who pays. */
const LEAVES = new RegExp(
  `(?:(?:另外?|单独|分开)(?:要|得|再)?(?:去)?看(?:一?下|看)?${RULE}?|看(?:另外?|别的|其他)(?:一)?${RULE}|另有(?:规定|规则|说法)|另当别论|另说|分情况(?:来)?(?:看|说|定)?)(?:[的了哈哦呢啊呀哟,\\s~]|才行|才知道)*$`,
);
/** Words before which the clause has no topic of its own: it stands in the clause before it. */
const NO_TOPIC = /^(?:[亲您你,\s~]|不过|但是?|这个|那|就|也|还|可能|需?要|得|是)*$/;

const leaves = ({ text }: Reading, clause: Clause): RegExpMatchArray | null =>
  text.slice(clause.start, clause.end).match(LEAVES);

const denies = ({ polarityWords }: Clause): boolean => polarityWords.some(({ sign }) => sign < 0);

/** Whether words are about another rule: a point that says so is told by such words. */
export const speaksOfElsewhere = (reading: Reading): boolean =>
  reading.clauses.some((clause) => leaves(reading, clause) !== null);

/** The stretches of a reply that only leave the answer to another rule, with the topic before them. A denial before them settles it. */
export const leftElsewhereIn = (reading: Reading): { start: number; end: number }[] =>
  reading.clauses.flatMap((clause, index) => {
    const found = leaves(reading, clause);
    if (found === null) return [];
    const before = reading.text.slice(clause.start, clause.start + (found.index ?? 0));
    const words = clause.polarityWords.filter(({ start }) => start < clause.start + before.length);
    if (words.some(({ sign }) => sign < 0)) return [];
    const topic = reading.clauses[index - 1];
    const hasTopicBefore = NO_TOPIC.test(before) && topic !== undefined && !topic.isQuestion && !denies(topic);
    return [{ start: hasTopicBefore ? topic.start : clause.start, end: clause.end }];
  });

/** 你打面单上快递的电话让他们换, 您自己联系下驿站: the customer is to see to it with somebody else (RULES T199). */
const SENDS = /^.{0,3}[您你][自己直接先去可以]*(?:[打拨催]|[找问](?![我的])|联系(?!我))/;

/** The clauses that send the customer to somebody else: a point that says so is told by such words, and no other. */
export const sentAwayIn = ({ text, clauses }: Reading): { start: number; end: number }[] =>
  clauses.filter(({ isQuestion, start, end }) => !isQuestion && SENDS.test(text.slice(start, end)));
