/**
 * Right characters of what was typed, as the page of typing practice counts them (RULES Y1, Y3). The page can't import this
 * and the server can't import the page: `tests/drills/typing` holds the two to the same count.
 */

/** Marks that are right in either width, and how an input method writes some of them. */
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
const isRight = (typed: string, expected: string): boolean =>
  typed === expected || (ALSO[expected]?.includes(typed) ?? false);

/** A slip outweighs any number of right characters in a text. */
const SLIP = 4096;

/** Of the ways with the fewest slips the one with the most right characters; the text may be left where it fits best. */
export const countTyped = (typed: string, text: string): { right: number; slips: number } => {
  const [given, wanted] = [[...typed], [...text]];
  let above = wanted.map((_, j) => (j + 1) * SLIP);
  above.unshift(0);
  for (const [i, one] of given.entries()) {
    const row = [(i + 1) * SLIP];
    for (const [j, expected] of wanted.entries()) {
      const paired = (above[j] ?? 0) + (isRight(one, expected) ? -1 : SLIP);
      row.push(Math.min(paired, (above[j + 1] ?? 0) + SLIP, (row[j] ?? 0) + SLIP));
    }
    above = row;
  }
  const least = Math.min(...above);
  // Costs are slips × SLIP less right characters, of which a text has fewer than SLIP.
  const slips = Math.ceil(least / SLIP);
  return { right: slips * SLIP - least, slips };
};

export const countRight = (typed: string, text: string): number => countTyped(typed, text).right;

/** `texts`: in the order in which they come; after the last one the first comes again. */
export const rightIn = (typed: readonly string[], texts: readonly { text: string }[]): number =>
  texts.length === 0
    ? 0
    : typed.reduce((sum, one, place) => sum + countRight(one, texts[place % texts.length]?.text ?? ''), 0);
