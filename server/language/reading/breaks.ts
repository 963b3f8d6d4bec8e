/** Where one clause ends and the next begins. */
import { isDigit } from './numerals.ts';

const BREAK_KINDS = new Uint8Array(0x10000);
const ALWAYS = 1;
/** A space breaks unless Latin letters or digits stand on both sides; : and . unless digits do: 10:30, 1.5. */
const SPACE = 2;
const COLON_OR_POINT = 3;
for (const char of ',。;!?\n~…—()【】“”"|\ue000\ue001\ue002\ue003') BREAK_KINDS[char.charCodeAt(0)] = ALWAYS;
for (const char of ':.') BREAK_KINDS[char.charCodeAt(0)] = COLON_OR_POINT;
BREAK_KINDS[0x20] = SPACE;

/** 两只378，减40: what is taken off goes on from its sum. */
const TAKES_OFF = /^[\d元块],再?[减扣][掉去了]?\d/;

export const isBreak = (text: string, index: number): boolean => {
  const kind = BREAK_KINDS[text.charCodeAt(index)];
  if (kind === SPACE) return text.charCodeAt(index - 1) > 0x7f || text.charCodeAt(index + 1) > 0x7f;
  if (kind === COLON_OR_POINT) return !isDigit(text, index + 1) || !isDigit(text, index - 1);
  return kind === ALWAYS && !(index > 0 && TAKES_OFF.test(text.slice(index - 1, index + 5)));
};
