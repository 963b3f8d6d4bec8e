/** The times a piece names, by a fixed list of forms: without one of them nothing counts as a promise of time. */
import type { Reading } from '#language/reading/clause.ts';
import { either } from '#language/reading/either.ts';

/** `isPoint`: a point in time, else a stretch. */
export type Time = { start: number; end: number; isPoint: boolean };

/** Times named without a figure: the values read from the text don't contain these. */
const TIME_WORDS = either(
  /(?:今|明|后|大后)(?:天|日|晚|早|晨|儿个?|个儿?|朝|午)/,
  /(?:这|本|下)?(?:周|星期|礼拜)(?:[一二三四五六日天末]|内)|月底|[0-9]{1,2}[.][0-9]{1,2}[号日]?前/,
  /(?:晚上|下午|上午|早上|月中|年底|周末|下班|天黑|擦黑|打烊|收工|中午|晌午|傍晚|年|节|睡觉|半夜|夜里|晚饭|午饭|开学|过年|天亮|今夜|午夜|零点)(?:之|以)?前/,
  /这两天(?:之?内)?|当[天日]|一(?:个钟|会儿?内)|(?:半个?|一个?|两个?)(?:钟头|小时|钟|刻钟|礼拜)(?:之?内)/,
);
const LONGEST_PROMISE_S = 31 * 24 * 60 * 60;
const MAX_TIMES = 4;

/** The times between `start` and `end`, of which `pieceText` is the text. */
export const timesIn = ({ values, text }: Reading, pieceText: string, start: number, end: number): Time[] => {
  const times: Time[] = [];
  // Values are in the order of the text: looking only at those from `from` on keeps a flood of them linear.
  for (let index = firstIndexFrom(values, start); index < values.length; index++) {
    const value = values[index];
    if (!value || value.start >= end) break;
    if (value.kind === 'clock' || (value.kind === 'date' && value.quantity !== 99)) {
      times.push({ start: value.start, end: value.end, isPoint: true });
    } else if (
      value.kind === 'duration' &&
      value.quantity <= LONGEST_PROMISE_S &&
      !/[龄保]/.test(text.charAt(value.end))
    ) {
      times.push({ start: value.start, end: value.end, isPoint: false });
    }
    if (times.length >= MAX_TIMES) break;
  }
  if (times.length > 0) return times;
  const word = TIME_WORDS.exec(pieceText);
  return word ? [{ start: start + word.index, end: start + word.index + word[0].length, isPoint: true }] : [];
};

const firstIndexFrom = (values: Reading['values'], start: number): number => {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
};
