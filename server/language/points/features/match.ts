/** What a window of clauses shares with a wording, and the bit masks used to count it. */

/** Per slot and clause six masks of bits, side by side. */
export const MASKS_PER_CELL = 6;

export const CHARS = 0;

export const BIGRAMS = 1;

export const AGREED = 2;

export const OPPOSED = 3;

export const PARTNERED = 4;

/** Characters said in the other sense: asserted where the wording denies them, or denied. */
export const TURNED = 5;

/** How a window meets one wording. */
export type Match = {
  readonly slot: number;
  readonly charBits: number;
  /** Characters of the wording that are missing but for which another stands (掏 for 付). */
  readonly partnerBits: number;
  readonly bigramBits: number;
  /** Characters said only in the other sense, never in the wording's own. */
  readonly turnedBits: number;
  readonly agreedBits: number;
  readonly opposedBits: number;
  /** 0–1: how much of the wording is said. */
  readonly saidShare: number;
  /** `saidShare`, lowered by what the window says besides the wording. */
  readonly score: number;
};
