import { LONGEST_TEXT, normalise } from '#language/reading/normalise.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

const MARKS = /[\s,.;:?!()"'~。、【】《》—…·\-_/\\|\uE000-\uE003]+/g;
const VARIABLE = /\{[^{}\n]{1,20}\}/g;
const CHINESE_VARIABLE = /\{[^{}\n]{0,20}[\u3400-\u9fff][^{}\n]{0,20}\}/g;

type Phrase = { id: string; plain: string; pieces: string[]; grams: Map<number, number>; gramCount: number };

/** Quick replies made ready for recognition. Opaque outside this file. */
export type QuickReplyIndex = { readonly phrases: readonly Phrase[] };

export type QuickReplyMatch = { id: string; similarity: number; edited: number };

/** Makes a library of quick replies ready once, when a shop loads. */
export function compileQuickReplies(list: readonly { id: string; text: string }[]): QuickReplyIndex {
  const phrases = list.map(({ id, text }) => {
    const pieces = text.split(VARIABLE).map(plainOf);
    const plain = pieces.join('');
    const grams = gramsOf(plain);
    return {
      id,
      plain,
      pieces: pieces.filter((piece) => piece !== ''),
      grams,
      gramCount: Math.max(plain.length - 1, 0),
    };
  });
  return { phrases: phrases.filter((phrase) => phrase.plain.length > 1) };
}

/**
 * The quick reply a text was made from, whether pasted or typed again: similarity ≥ 0.9 on folded text.
 * A variable in the quick reply matches whatever it was filled with. `edited` = characters changed.
 */
export function matchQuickReply(index: QuickReplyIndex, text: string): QuickReplyMatch | null {
  const plain = plainOf(text.slice(0, LONGEST_TEXT));
  if (plain.length < 2) return null;
  let grams: Map<number, number> | null = null;
  let best: QuickReplyMatch | null = null;
  for (const phrase of index.phrases) {
    if (plain === phrase.plain) return { id: phrase.id, similarity: 1, edited: 0 };
    const rest = phrase.pieces.length > 1 ? withoutFillings(plain, phrase) : plain;
    const longer = Math.max(rest.length, phrase.plain.length);
    if (Math.min(rest.length, phrase.plain.length) < longer * SIMILARITY_THRESHOLDS.quickReplyLength) continue;
    if (rest === plain) grams ??= gramsOf(plain);
    const alike =
      rest === phrase.plain
        ? 1
        : dice(
            rest === plain && grams ? grams : gramsOf(rest),
            rest.length - 1,
            phrase,
            SIMILARITY_THRESHOLDS.quickReply,
          );
    if (alike < SIMILARITY_THRESHOLDS.quickReply || (best && alike <= best.similarity)) continue;
    best = { id: phrase.id, similarity: alike, edited: rest === phrase.plain ? 0 : changes(rest, phrase.plain) };
  }
  return best;
}

/** A likeness of exactly `least` must not be lost where a product is rounded the other way than a quotient. */
const ROUNDING = 1e-9;

/** A text folded for comparison; its pairs of characters are counted once, when a comparison first needs them. */
export type Comparable = { readonly plain: string; grams(): Map<number, number> };

/** Makes a text ready to be compared with many others. */
export function comparable(text: string): Comparable {
  const plain = plainOf(text.slice(0, LONGEST_TEXT));
  let counted: Map<number, number> | null = null;
  return {
    plain,
    grams: () => {
      counted ??= gramsOf(plain);
      return counted;
    },
  };
}

/**
 * Bigram likeness (Dice) of two texts, 0–1. Below `least` it may be 0 instead: texts of very different lengths can't
 * be alike, and their pairs needn't be counted.
 */
export function likeness(a: Comparable, b: Comparable, least = 0): number {
  if (a.plain === b.plain) return a.plain === '' ? 0 : 1;
  const [many, few] = a.plain.length < b.plain.length ? [b.plain, a.plain] : [a.plain, b.plain];
  const low = least - ROUNDING;
  if (few.length < 2 || 2 * (few.length - 1) < low * (few.length + many.length - 2)) return 0;
  return dice(a.grams(), a.plain.length - 1, { grams: b.grams(), gramCount: b.plain.length - 1 }, low);
}

/** Bigram likeness (Dice) of two texts after folding, 0–1. */
export function similarity(a: string, b: string): number {
  return likeness(comparable(a), comparable(b));
}

/** Variables left unfilled, such as {买家昵称}, at their UTF-16 offsets. */
export function unfilledVariables(text: string): { name: string; start: number; end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  for (const hit of text.slice(0, LONGEST_TEXT).matchAll(CHINESE_VARIABLE)) {
    found.push({ name: hit[0].slice(1, -1).trim(), start: hit.index, end: hit.index + hit[0].length });
  }
  return found;
}

function plainOf(text: string): string {
  return normalise(text).text.replace(MARKS, '');
}

function gramsOf(plain: string): Map<number, number> {
  const grams = new Map<number, number>();
  for (let index = 0; index + 1 < plain.length; index++) {
    const gram = plain.charCodeAt(index) * 0x10000 + plain.charCodeAt(index + 1);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** Likeness, or 0 as soon as it can't reach `least`: a few pairs are enough to rule out most of a large library. */
function dice(
  grams: Map<number, number>,
  count: number,
  other: { grams: Map<number, number>; gramCount: number },
  least = 0,
): number {
  const total = count + other.gramCount;
  if (total <= 0) return 0;
  let shared = count;
  for (const [gram, times] of grams) {
    shared -= times - Math.min(times, other.grams.get(gram) ?? 0);
    if (2 * shared < least * total) return 0;
  }
  return (2 * shared) / total;
}

/** Characters of a filled variable: no name or number is longer. */
const LONGEST_FILLING = 24;
/** Cuts out the text between the quick reply's fixed pieces, if it is no longer than a filled variable may be. */
function withoutFillings(plain: string, phrase: Phrase): string {
  let at = 0;
  for (const piece of phrase.pieces) {
    const found = plain.indexOf(piece, at);
    if (found < 0 || found - at > LONGEST_FILLING) return plain;
    at = found + piece.length;
  }
  return plain.length - at <= LONGEST_FILLING ? phrase.plain : plain;
}

/** Characters changed, counted outside the common head and tail: exact enough to show, and linear. */
function changes(a: string, b: string): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  return Math.max(a.length, b.length) - head - tail;
}
