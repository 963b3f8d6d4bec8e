/** One expression made of several, tried in their order, so that long lists can be read line by line. Flags are lost. */
export const either = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join('|'));

/** The place of the first match, by the first expression that has one. */
export const firstMatch = (patterns: readonly RegExp[], text: string): { start: number; end: number } | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
};

/** Whether a text holds any of these words. */
export const containsAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));
