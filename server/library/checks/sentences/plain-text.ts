/** How many facts a sentence holds, judged by its surface alone. */

/** Without punctuation and spaces: two sentences that differ in these only are the same to a reader. */
export const plain = (text: string): string => {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
};

// Longest first: a figure mustn't be counted as its parts.
const FIGURE_PATTERNS = [
  /[a-z]\d+/gi,
  /(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号])(?:\d{1,2}[点:：](?:\d{1,2}分?)?)?/g,
  /\d{1,2}[:：]\d{2}/g,
  /\d+(?:\.\d+)?(?:\s*(?:到|至|-|–|~|\/|×)\s*\d+(?:\.\d+)?)+/g,
  /\d+(?:\.\d+)?(?:\s*(?:加|减|乘|除以?|\+|−|\*|÷|=|等于)\s*\d+(?:\.\d+)?)+/g,
  /\d+(?:\.\d+)?/g,
];

/** The figures of a sentence; a date, a clock time, a range and a sum count as one each. */
export const numbersIn = (text: string): string[] => {
  let remaining = text;
  const figures: string[] = [];
  for (const pattern of FIGURE_PATTERNS)
    remaining = remaining.replace(pattern, (figure) => {
      if (!/^[a-z]/i.test(figure)) figures.push(figure);
      return '#';
    });
  return [...new Set(figures)];
};

/** The clauses of a sentence, without an address (亲，), a reason (因为…，) and a denial that only leads up to the answer (不是…，是…). */
export const clausesIn = (text: string): string[] => {
  return text
    .split(/[，,。；;！!？?]/)
    .filter((clause) => plain(clause).length >= 3)
    .filter((clause, index) => !(index === 0 && /^(?:因为|如果|要是|只要|不是|没有?)/.test(clause)));
};
