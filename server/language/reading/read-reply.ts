import type { Reading } from './clause.ts';
import { readText } from './clauses.ts';
import { type NormalText, normalise } from './normalise.ts';

/** A reply as read once a turn for every judge: folded text with the way back to the original, clauses, values. */
export type ReadReply = { text: string; normal: NormalText; reading: Reading };

/** Replies kept as read; with one more all are let go. */
const MAX_KEPT = 1000;
/** Characters: longer texts are rare and aren't kept. */
const MAX_KEPT_LENGTH = 400;
const NO_NAMES: readonly string[] = [];
const kept = new Map<string, WeakMap<readonly string[], ReadReply>>();

/**
 * `goodsNames`, folded: figures in them are names. The last thousand are kept, because reports, quick replies and the
 * rules on prices read the same words again and again: nobody may change what this gives.
 */
export const readReply = (text: string, goodsNames: readonly string[] = NO_NAMES): ReadReply => {
  if (text.length > MAX_KEPT_LENGTH) return read(text, goodsNames);
  let byNames = kept.get(text);
  if (byNames === undefined) {
    if (kept.size >= MAX_KEPT) kept.clear();
    byNames = new WeakMap();
    kept.set(text, byNames);
  }
  const known = byNames.get(goodsNames) ?? read(text, goodsNames);
  byNames.set(goodsNames, known);
  return known;
};

const read = (text: string, goodsNames: readonly string[]): ReadReply => {
  const normal = normalise(text);
  return { text, normal, reading: readText(normal.text, goodsNames) };
};
