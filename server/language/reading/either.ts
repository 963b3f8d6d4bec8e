/** One expression of several, in the order they are tried: long lists of wordings stay readable line by line. No flags. */
export const either = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join('|'));

/** Where the first of the expressions that match stands. */
export function firstMatch(list: readonly RegExp[], text: string): { start: number; end: number } | null {
  for (const one of list) {
    const hit = one.exec(text);
    if (hit) return { start: hit.index, end: hit.index + hit[0].length };
  }
  return null;
}
