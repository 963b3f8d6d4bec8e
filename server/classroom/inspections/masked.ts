/** What an inspector of a class may not see: names of its people, and numbers by which somebody could be called. */

/** Shorter names stand in anybody's words by chance. */
const SHORTEST_NAME = 2;
const HIDDEN = '**';
/** Phone numbers of the mainland, and longer runs of digits: identity cards, bank cards, accounts. */
const LONG_NUMBER = /\d{11,}/g;

export const masked = (text: string, names: readonly string[]): string => {
  const hidden = names
    .map((name) => name.trim())
    .filter((name) => name.length >= SHORTEST_NAME)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, HIDDEN), text);
  return hidden.replace(LONG_NUMBER, HIDDEN);
};
