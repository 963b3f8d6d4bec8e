/** Finds a quick reply, and the gaps in it that still have to be filled in. */
import type { ShopBody } from '#contract/bodies.ts';

export type QuickReply = ShopBody['quickReplies'][number];

/** A search begins with `/`; a Chinese IME in full-width mode types `、` with that key. */
const TRIGGER = /^[/、]/;
export const quickReplyQuery = (text: string): string | null =>
  TRIGGER.test(text) && !text.includes('\n') ? text.slice(1) : null;

/** An IME shows its letters in groups (`g'l`, `g l`), so everything but the letters is removed. */
const normalise = (query: string): string => query.toLowerCase().replace(/['’\s]/g, '');

/**
 * Rank of a match, smaller is better; null = no match. Letters are looked for in codes first, characters in titles,
 * then in texts.
 */
const rank = (phrase: QuickReply, query: string): number | null => {
  const code = phrase.code.toLowerCase();
  if (code === query) return 0;
  if (code.startsWith(query)) return 1;
  if (phrase.title.toLowerCase().includes(query)) return 2;
  if (phrase.group.includes(query)) return 3;
  if (code.includes(query)) return 4;
  return phrase.text.toLowerCase().includes(query) ? 5 : null;
};

export const findQuickReplies = (phrases: readonly QuickReply[], query: string): QuickReply[] => {
  const wanted = normalise(query);
  if (wanted === '') return [...phrases];
  return phrases
    .map((phrase, at) => ({ phrase, at, rank: rank(phrase, wanted) }))
    .filter((found) => found.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.at - b.at)
    .map((found) => found.phrase);
};

/** Whether a digit typed now is one of a code (tz6) and picks no row. */
export const belongsToCode = (phrases: readonly QuickReply[], query: string, digit: string): boolean => {
  const typed = normalise(query);
  return typed !== '' && phrases.some(({ code }) => code.toLowerCase().startsWith(`${typed}${digit}`));
};

export type Part = { text: string; start: number; variable: boolean; hit: boolean };

/** Cuts a text at its `{变量}`s. */
export const splitVariables = (text: string): Part[] => {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{[^{}\n]{1,20}\}/g)) {
    if (match.index > from)
      parts.push({ text: text.slice(from, match.index), start: from, variable: false, hit: false });
    parts.push({ text: match[0], start: match.index, variable: true, hit: false });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), start: from, variable: false, hit: false });
  return parts;
};

export const unfilled = (text: string): Part[] => splitVariables(text).filter((part) => part.variable);

/** The text cut into parts, so that the matched characters can be highlighted. */
export const markHits = (text: string, query: string): Part[] => {
  const wanted = normalise(query);
  const hitStart = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  if (hitStart < 0) return [{ text, start: 0, variable: false, hit: false }];
  const cut = (start: number, end: number, isHit: boolean): Part => ({
    text: text.slice(start, end),
    start,
    variable: false,
    hit: isHit,
  });
  return [
    cut(0, hitStart, false),
    cut(hitStart, hitStart + wanted.length, true),
    cut(hitStart + wanted.length, text.length, false),
  ].filter((part) => part.text !== '');
};
