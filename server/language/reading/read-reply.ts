import type { Reading } from './clause.ts';
import { readText } from './clauses.ts';
import { type NormalText, normalise } from './normalise.ts';

/** A reply as read once a turn for every judge: folded text with the way back to the original, clauses, values. */
export type ReadReply = { text: string; normal: NormalText; reading: Reading };

/** `goodsNames`, folded: figures in them are names. */
export const readReply = (text: string, goodsNames: readonly string[] = []): ReadReply => {
  const normal = normalise(text);
  return { text, normal, reading: readText(normal.text, goodsNames) };
};
