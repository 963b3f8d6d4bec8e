/** One expression of several, in the order they are tried: long lists of wordings stay readable line by line. No flags. */
export const either = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join('|'));
