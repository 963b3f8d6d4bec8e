/** Where one clause ends and the next begins. */
import { isDigit } from './numerals.ts';

const BREAKS = new Uint8Array(0x10000);
const ALWAYS = 1;
/** A space breaks unless Latin letters or digits stand on both sides; : and . unless digits do: 10:30, 1.5. */
const SPACE = 2;
const POINT = 3;
for (const char of ',。;!?\n~…—()【】“”"|\ue000\ue001\ue002\ue003') BREAKS[char.charCodeAt(0)] = ALWAYS;
for (const char of ':.') BREAKS[char.charCodeAt(0)] = POINT;
BREAKS[0x20] = SPACE;

export function isBreak(text: string, at: number): boolean {
  const kind = BREAKS[text.charCodeAt(at)];
  if (kind === SPACE) return text.charCodeAt(at - 1) > 0x7f || text.charCodeAt(at + 1) > 0x7f;
  if (kind === POINT) return !isDigit(text, at + 1) || !isDigit(text, at - 1);
  return kind === ALWAYS;
}
