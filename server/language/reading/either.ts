/** One expression made of several, tried in their order, so that long lists can be read line by line. Flags are lost. */
export const either = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join('|'));

/** The place of the first match, by the first expression that has one. */
export function firstMatch(list: readonly RegExp[], text: string): { start: number; end: number } | null {
  for (const pattern of list) {
    const hit = pattern.exec(text);
    if (hit) return { start: hit.index, end: hit.index + hit[0].length };
  }
  return null;
}

/** Whether a text holds any of these words. */
export const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
