/** What a yes or a no alone means: 可以的亲 and nothing more. */

import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import type { Reading } from '#language/reading/clause.ts';

/** Characters a clause beside the yes or no may have: 您好, 亲亲, 宝 may stand there, 具体看情况 may not. */
const GREETED = 2;

/** The yes or no of a reply that says nothing else and says it outright; null for any other. */
export function bareAnswer({ clauses, values }: Reading): 'yes' | 'no' | null {
  const said = clauses.filter(({ bare }) => bare !== null);
  const signs = new Set(said.map(({ bare }) => (bare?.axis === 'fact' ? Math.sign(bare.sign) : 0)));
  const [sign] = signs;
  // 可以的，没问题 is one yes said twice; 可以，不行 is neither yes nor no.
  if (signs.size !== 1 || !sign || values.length > 0) return null;
  if (said.some(({ hedged, question, weight }) => hedged || question || weight > 0)) return null;
  if (clauses.some((clause) => clause.bare === null && (clause.weight > 0 || clause.plain.length > GREETED)))
    return null;
  return sign < 0 ? 'no' : 'yes';
}

const REFUSES =
  /^[^\u4e00-\u9fff]*(?:这个?|那|真的?|亲|抱歉|不好意思|[,\s]){0,3}不(?:行|可以|能|成|得)(?:[的呢哦呀啊哈亲]|[^\u4e00-\u9fff])*$/;
const ASKS_WHAT_IS = /是不是|是否|是.*[吗吧]|对[吗吧]|对不对/;
const ASKS_LEAVE = /能|可以|行不|行吗|方便/;

/** 不行 after 是不是我们公司 refuses to tell: it says neither yes nor no to the question. */
export function refusesToTell({ text }: Reading, { reading, objects }: QuestionContext): boolean {
  if (!reading || objects.length === 0 || !REFUSES.test(text)) return false;
  return objects.every((index) => {
    const asked = reading.text.slice(reading.clauses[index]?.start, reading.clauses[index]?.end);
    return ASKS_WHAT_IS.test(asked) && !ASKS_LEAVE.test(asked);
  });
}
