/** Figures told as about so much: 一百来块, 三十多天, 百把块, 几十块, 上百块, 小两百块. */
import type { Numeral } from './numerals.ts';
import type { Value } from './value.ts';

const ABOUT_BEHIND = '来多几';
/** 百把块: 把 is about so many behind a power of ten alone, and counts things elsewhere (两把剪刀). */
const POWER = /[百千万]$/;
/** 小两百, 近两百, 快两百: somewhat less. */
const LESS = /[小近快]$/;

/** Whether the character behind a numeral makes it about so many; a unit follows it. */
export function isAboutBehind(text: string, numeral: Numeral): boolean {
  const behind = text.charAt(numeral.end);
  if (behind === '把') return POWER.test(text.slice(numeral.start, numeral.end));
  return behind !== '' && ABOUT_BEHIND.includes(behind);
}

/** The value with the most that it may mean, where it is told as about so much. */
export function withRoundness(text: string, value: Value, numeral: Numeral): Value {
  const most = mostMeant(text, numeral);
  return most === null ? value : { ...value, upTo: most * (value.factor ?? 1) };
}

function mostMeant(text: string, numeral: Numeral): number | null {
  const { number, start } = numeral;
  if (number < 10 || !Number.isInteger(number)) return null;
  const before = text.charAt(start - 1);
  // 几十, 上百: any number of tens or hundreds.
  if ((before === '几' || before === '上') && 10 ** Math.round(Math.log10(number)) === number) return number * 10;
  if (isAboutBehind(text, numeral)) return number + lastPlace(number);
  return LESS.test(before) && number >= 100 && number % 10 === 0 ? number : null;
}

/** The last place of a number that isn't nought: 100 of 300, 10 of 120. */
function lastPlace(number: number): number {
  let place = 1;
  while (number % (place * 10) === 0) place *= 10;
  return place;
}
