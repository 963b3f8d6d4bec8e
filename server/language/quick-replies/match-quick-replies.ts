import { LONGEST_TEXT, normalise } from '#language/reading/normalise.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

const MARKS = /[\s,.;:?!()"'~。、【】《》—…·\-_/\\|\uE000-\uE003]+/g;
const VARIABLE = /\{[^{}\n]{1,20}\}/g;
const CHINESE_VARIABLE = /\{[^{}\n]{0,20}[\u3400-\u9fff][^{}\n]{0,20}\}/g;

type IndexedReply = {
  id: string;
  folded: string;
  pieces: string[];
  bigramCounts: Map<number, number>;
  bigramTotal: number;
};

/** Quick replies made ready for recognition. Opaque outside this file. */
export type QuickReplyIndex = { readonly replies: readonly IndexedReply[] };

export type QuickReplyMatch = { id: string; similarity: number; edited: number };

/** Makes a library of quick replies ready once, when a shop loads. */
export const compileQuickReplies = (quickReplies: readonly { id: string; text: string }[]): QuickReplyIndex => {
  const replies = quickReplies.map(({ id, text }) => {
    const pieces = text.split(VARIABLE).map(foldedPlain);
    const folded = pieces.join('');
    const bigramCounts = bigramsOf(folded);
    const bigramTotal = Math.max(folded.length - 1, 0);
    return { id, folded, pieces: pieces.filter((piece) => piece !== ''), bigramCounts, bigramTotal };
  });
  return { replies: replies.filter((reply) => reply.folded.length > 1) };
};

/**
 * The quick reply a text was made from, whether pasted or typed again: similarity ≥ 0.9 on folded text.
 * A variable in the quick reply matches whatever it was filled with. `edited` = characters changed.
 */
export const matchQuickReply = (index: QuickReplyIndex, text: string): QuickReplyMatch | null => {
  const folded = foldedPlain(text.slice(0, LONGEST_TEXT));
  if (folded.length < 2) return null;
  let grams: Map<number, number> | null = null;
  let best: QuickReplyMatch | null = null;
  for (const reply of index.replies) {
    if (folded === reply.folded) return { id: reply.id, similarity: 1, edited: 0 };
    const comparedText = reply.pieces.length > 1 ? withoutFillings(folded, reply) : folded;
    const longer = Math.max(comparedText.length, reply.folded.length);
    if (Math.min(comparedText.length, reply.folded.length) < longer * SIMILARITY_THRESHOLDS.quickReplyLength) continue;
    if (comparedText === folded) grams ??= bigramsOf(folded);
    const score =
      comparedText === reply.folded
        ? 1
        : dice(
            comparedText === folded && grams ? grams : bigramsOf(comparedText),
            comparedText.length - 1,
            reply,
            SIMILARITY_THRESHOLDS.quickReply,
          );
    if (score < SIMILARITY_THRESHOLDS.quickReply || (best && score <= best.similarity)) continue;
    best = {
      id: reply.id,
      similarity: score,
      edited: comparedText === reply.folded ? 0 : changedChars(comparedText, reply.folded),
    };
  }
  return best;
};

/** A likeness of exactly `least` must not be lost where a product is rounded the other way than a quotient. */
const ROUNDING = 1e-9;

/** A text folded for comparison; its pairs of characters are counted once, when a comparison first needs them. */
export type Comparable = { readonly plain: string; grams(): Map<number, number> };

/** Makes a text ready to be compared with many others. */
export const comparable = (text: string): Comparable => {
  const plain = foldedPlain(text.slice(0, LONGEST_TEXT));
  let counted: Map<number, number> | null = null;
  return {
    plain,
    grams: () => {
      counted ??= bigramsOf(plain);
      return counted;
    },
  };
};

/**
 * Bigram likeness (Dice) of two texts, 0–1. Below `least` it may be 0 instead: texts of very different lengths can't
 * be alike, and their pairs needn't be counted.
 */
export const likeness = (a: Comparable, b: Comparable, least = 0): number => {
  if (a.plain === b.plain) return a.plain === '' ? 0 : 1;
  const [many, few] = a.plain.length < b.plain.length ? [b.plain, a.plain] : [a.plain, b.plain];
  const low = least - ROUNDING;
  if (few.length < 2 || 2 * (few.length - 1) < low * (few.length + many.length - 2)) return 0;
  return dice(a.grams(), a.plain.length - 1, { bigramCounts: b.grams(), bigramTotal: b.plain.length - 1 }, low);
};

/** Bigram likeness (Dice) of two texts after folding, 0–1. */
export const similarity = (a: string, b: string): number => {
  return likeness(comparable(a), comparable(b));
};

/** Variables left unfilled, such as {买家昵称}, at their UTF-16 offsets. */
export const unfilledVariables = (text: string): { name: string; start: number; end: number }[] => {
  const found: { name: string; start: number; end: number }[] = [];
  for (const hit of text.slice(0, LONGEST_TEXT).matchAll(CHINESE_VARIABLE)) {
    found.push({ name: hit[0].slice(1, -1).trim(), start: hit.index, end: hit.index + hit[0].length });
  }
  return found;
};

const foldedPlain = (text: string): string => {
  return normalise(text).text.replace(MARKS, '');
};

const bigramsOf = (plain: string): Map<number, number> => {
  const grams = new Map<number, number>();
  for (let index = 0; index + 1 < plain.length; index++) {
    const gram = plain.charCodeAt(index) * 0x10000 + plain.charCodeAt(index + 1);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
};

/** Likeness, or 0 as soon as it can't reach `least`: a few pairs are enough to rule out most of a large library. */
const dice = (
  grams: Map<number, number>,
  count: number,
  other: Pick<IndexedReply, 'bigramCounts' | 'bigramTotal'>,
  least = 0,
): number => {
  const total = count + other.bigramTotal;
  if (total <= 0) return 0;
  let shared = count;
  for (const [gram, times] of grams) {
    shared -= times - Math.min(times, other.bigramCounts.get(gram) ?? 0);
    if (2 * shared < least * total) return 0;
  }
  return (2 * shared) / total;
};

/** Characters of a filled variable: no name or number is longer. */
const LONGEST_FILLING = 24;
/** Cuts out the text between the quick reply's fixed pieces, if it is no longer than a filled variable may be. */
const withoutFillings = (folded: string, reply: IndexedReply): string => {
  let position = 0;
  for (const piece of reply.pieces) {
    const start = folded.indexOf(piece, position);
    if (start < 0 || start - position > LONGEST_FILLING) return folded;
    position = start + piece.length;
  }
  return folded.length - position <= LONGEST_FILLING ? reply.folded : folded;
};

/** Characters changed, counted outside the common head and tail: exact enough to show, and linear. */
const changedChars = (a: string, b: string): number => {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  return Math.max(a.length, b.length) - head - tail;
};
