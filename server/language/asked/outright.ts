/** Whether a reply asks the customer a question that wants an answer: 您要退还是换 does, 这样行吗 doesn't. */
import type { Clause, Reading } from '#language/reading/clause.ts';
import { askingFeatures } from './asking.ts';

/** The least sureness that a clause asks, and the least chance the head of acts must give it. */
const [SURELY, LIKELY] = [0.8, 0.5];
/** Asks for consent, or whether the customer has understood: 行吗, 您看可以不, 明白了没. A bare 嗯 answers that. */
const SEEKS_ASSENT =
  /(?:^|[,\s]|[^不])(?:好|行|成|可以|中|要得|对|是|明白|清楚|懂|知道|记住|看到|收到)(?:了|的)?(?:吗|么|嘛|吧|不|没|啵)[呀啊呢哈]*\??$|(好|行|对|可)不\1|是不是\??$/;
/** 你要退还是换 offers the customer two ways and needs no question word. 您还是先别用 is advice. */
const EITHER_OR = /[您你][^,;]{1,8}还是(?!先|别|不|得|要|建议|让|请|由|可以|能|老|一样|照|按)[^,;]{1,8}$/;
/** Addressed to somebody: by a mark, 您 or 你, or a particle that asks. 没结果也说查到哪一步 asks nobody. */
const ADDRESSED = /[您你咱?]|[呀呢啊吗么没不哈]$/;
/** The last question of a conversation: 还有别的要问吗. It wants no answer either. */
const CLOSING_QUESTION = /还有(?:没有)?(?:什么|啥|其[他它]|别的|哪里|问题|需要|不)/;

/** `chances`: by clause, that it asks something. */
export const asksOutright = (reading: Reading, chances: ArrayLike<number>): boolean => {
  return reading.clauses.some((clause, index) => {
    const clauseText = textOf(reading, clause);
    if (EITHER_OR.test(clauseText)) return true;
    if (!clause.isQuestion || (chances[index] ?? 0) < LIKELY) return false;
    if (SEEKS_ASSENT.test(clauseText) || CLOSING_QUESTION.test(clauseText)) return false;
    if (!isAddressed(reading.text, clause.start, clause.end)) return false;
    return (askingFeatures(reading, index, chances[index] ?? 0).at(-1) ?? 0) >= SURELY;
  });
};

/** Whether a clause is put to somebody. */
export const isAddressed = (text: string, start: number, end: number): boolean => {
  const clauseText = text.slice(start, end).trim();
  return ADDRESSED.test(text.charAt(end) === '?' ? `${clauseText}?` : clauseText);
};

const textOf = ({ text }: Reading, { start, end }: Clause): string => {
  return text.slice(start, end).trim();
};
