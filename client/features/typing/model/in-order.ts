/** Texts in an order that follows from the seed alone: a reload has the same one. */
export const inOrder = <T extends { id: string }>(texts: readonly T[], seed: string): T[] =>
  texts
    .map((text) => ({ text, key: hash(`${seed} ${text.id}`) }))
    .sort((a, b) => a.key - b.key || (a.text.id < b.text.id ? -1 : 1))
    .map(({ text }) => text);

/** FNV-1a, mixed once more: ids that differ in their last letter would stand in the same order at every seed. */
const hash = (words: string): number => {
  let value = 0x811c9dc5;
  for (const character of words) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
};
