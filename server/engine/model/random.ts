/**
 * Randomness without state (RULES C7): a hash of (seed, conversation, beat, occurrence, purpose), so that one message
 * more to one customer changes nothing for another, and every machine gives the same log.
 */
const FNV = 0x811c9dc5;

const hash = (text: string): number => {
  let h = FNV;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  // A last avalanche: FNV alone leaves the high bits of short strings alike.
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A number in [0, 1) for this purpose, the same on every machine. */
export const randomAt = (
  seed: number,
  conversation: string,
  beat: string,
  occurrence: number,
  purpose: string,
): number => hash(`${seed}|${conversation}|${beat}|${occurrence}|${purpose}`) / 0x1_0000_0000;

/** A short id from the same hash; unique within a conversation when beat, occurrence and purpose are. */
export const idAt = (seed: number, conversation: string, beat: string, occurrence: number, purpose: string): string =>
  `${conversation}-${hash(`${seed}|${conversation}|${beat}|${occurrence}|${purpose}`).toString(36)}${hash(`${purpose}|${beat}|${occurrence}`).toString(36)}`;
