/**
 * Which typed character is right for which of the text (RULES Y1). A mark is right in either width, since a customer
 * reads both alike and the input method's state decides which one comes. Digits and letters are half-width: an order
 * number in full-width ones can't be searched for. A full stop is no decimal point.
 */
const ALSO: Readonly<Record<string, string>> = {
  '，': ',',
  ',': '，',
  '。': '.．',
  '.': '．',
  '？': '?',
  '！': '!',
  '：': ':',
  ':': '：',
  '；': ';',
  '、': '\\/',
  '/': '／',
  '（': '(',
  '）': ')',
  '+': '＋',
  '-': '－—',
  '%': '％',
  '~': '～',
};

export const isRight = (typed: string, expected: string): boolean =>
  typed === expected || (ALSO[expected]?.includes(typed) ?? false);
