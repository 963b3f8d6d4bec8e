/** Whether what a customer told is what a turn had asked: 我脚卡在39码半 is no answer to 给谁穿、跑步还是日常走 (RULES M180). */

/** A measure that the customer told, and the words by which it is asked for. */
const MEASURES: readonly (readonly [told: RegExp, asked: RegExp])[] = [
  [/\d\s*码|码半/, /码|号|脚|尺|大小|多大|几寸/],
  [/\d\s*(?:公斤|千克|kg|斤)/i, /重|斤|kg|体型|身材|胖|瘦|多大/i],
  [/\d\s*(?:厘米|cm|公分|米)/i, /高|长|宽|尺|厘米|cm|多大|大小|量|围|身材|体型|地方|位置|放/i],
  [/\d\s*(?:元|块)(?!头)/, /预算|价|钱|多少|贵|便宜/],
  [/[两俩三四五六七八九十\d]\s*(?:口(?![径味])|个人)|[我他她咱]们?俩/, /口|人|谁|家/],
];

/** Whether words ask for what `told` tells: a bare measure that nobody asked for was told unasked. */
export const asksForTold = (words: string, told: string): boolean =>
  told
    .split(/[\s，,。；;]+/)
    .filter((clause) => clause !== '')
    .some((clause) => MEASURES.every(([tells, asks]) => !tells.test(clause) || asks.test(words)));
