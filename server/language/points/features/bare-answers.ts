/** What a yes or a no alone means: 可以的亲 and nothing more. */

import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import { contentOf } from '#language/points/wordings/wording.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';

/** Characters a clause beside the yes or no may have: 您好, 亲亲, 宝 may stand there, 具体看情况 may not. */
const MAX_GREETING_CHARS = 2;

/** The yes or no of a reply that says nothing else and says it outright; null for any other. */
export const bareAnswer = ({ clauses, values }: Reading): 'yes' | 'no' | null => {
  const bareClauses = clauses.filter(({ barePolarity }) => barePolarity !== null);
  const signs = new Set(
    bareClauses.map(({ barePolarity }) => (barePolarity?.axis === 'fact' ? Math.sign(barePolarity.sign) : 0)),
  );
  const [sign] = signs;
  // 可以的，没问题 is one yes said twice; 可以，不行 is neither yes nor no.
  if (signs.size !== 1 || !sign || values.length > 0) return null;
  if (bareClauses.some(({ isHedged, isQuestion, weight }) => isHedged || isQuestion || weight > 0)) return null;
  if (
    clauses.some(
      (clause) => clause.barePolarity === null && (clause.weight > 0 || clause.plain.length > MAX_GREETING_CHARS),
    )
  )
    return null;
  return sign < 0 ? 'no' : 'yes';
};

/** The yes or no that a reply begins with and that says nothing more by itself (能的 出库了也没事); null for any other. */
export const leadingAnswer = ({ clauses: [first, ...others] }: Reading): 'yes' | 'no' | null => {
  if (!first || others.length === 0 || first.barePolarity?.axis !== 'fact') return null;
  if (first.isHedged || first.isQuestion || first.weight > 0) return null;
  return first.barePolarity.sign < 0 ? 'no' : 'yes';
};

const REFUSAL =
  /^[^\u4e00-\u9fff]*(?:这个?|那|真的?|亲|抱歉|不好意思|[,\s]){0,3}不(?:行|可以|能|成|得)(?:[的呢哦呀啊哈亲]|[^\u4e00-\u9fff])*$/;
const ASKS_WHAT_IS = /是不是|是否|是.*[吗吧]|对[吗吧]|对不对/;
const ASKS_PERMISSION = /能|可以|行不|行吗|方便/;

/** 不行 after 是不是我们公司 refuses to tell: it says neither yes nor no to the question. */
export const refusesToTell = ({ text }: Reading, { reading, objectClauses }: QuestionContext): boolean => {
  if (!reading || objectClauses.length === 0 || !REFUSAL.test(text)) return false;
  return objectClauses.every((index) => {
    const questionText = reading.text.slice(reading.clauses[index]?.start, reading.clauses[index]?.end);
    return ASKS_WHAT_IS.test(questionText) && !ASKS_PERMISSION.test(questionText);
  });
};

/** What a bare yes or no is about: the content and the words of the question it answers; `clauseIndex`: where it stands. */
export type BareObject = {
  readonly clauseIndex: number;
  readonly content: string;
  readonly values: readonly StatedValue[];
  readonly tokens: readonly { id: number }[];
};

/** 能放冰箱吗 — 不可以的哈: a bare yes or no takes its object from the question when only one thing is asked. */
export const bareObjectOf = (reading: Reading, question: QuestionContext, isBareAnswer: boolean): BareObject | null => {
  const firstBare = reading.clauses.findIndex((clause) => clause.barePolarity?.axis === 'fact');
  const questionReading = question.reading;
  if (firstBare < 0 || !questionReading) return null;
  for (let index = 0; index < firstBare; index++) if ((reading.clauses[index]?.weight ?? 0) > 0) return null;
  if (isBareAnswer && refusesToTell(reading, question)) return null;
  const objectClauses = (isBareAnswer ? question.objectClauses : [question.objectClause]).filter(
    (object) => object >= 0,
  );
  if (objectClauses.length === 0) return null;
  const isTurned = questionReading.tokens.some(
    (token) => objectClauses.includes(token.clauseIndex) && token.isExplicit && token.axis === 'fact' && token.sign < 0,
  );
  const clauses = objectClauses.flatMap((index) => questionReading.clauses[index] ?? []);
  return {
    clauseIndex: firstBare,
    content: objectClauses
      .map((index, position) => contentOf(questionReading, clauses[position] as Clause, index).text)
      .join(''),
    values: questionReading.values.filter((value) => objectClauses.includes(value.clauseIndex)),
    tokens: isTurned ? [] : questionReading.tokens.filter((token) => objectClauses.includes(token.clauseIndex)),
  };
};
