/** Finds a quick reply, and the gaps in it that still have to be filled in. */
import type { ShopBody } from '#contract/bodies.ts';
import type { ConversationView } from './drill-view.ts';

/** `mine`: kept by the trainee for themselves (我的话术). */
export type QuickReply = ShopBody['quickReplies'][number] & { mine?: true };

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
const rank = (reply: QuickReply, query: string): number | null => {
  const code = reply.code.toLowerCase();
  if (code === query) return 0;
  if (code.startsWith(query)) return 1;
  if (reply.title.toLowerCase().includes(query)) return 2;
  if (reply.group.includes(query)) return 3;
  if (code.includes(query)) return 4;
  return reply.text.toLowerCase().includes(query) ? 5 : null;
};

export const findQuickReplies = (replies: readonly QuickReply[], query: string): QuickReply[] => {
  const letters = normalise(query);
  if (letters === '') return [...replies];
  return replies
    .map((reply, at) => ({ reply, at, rank: rank(reply, letters) }))
    .filter((ranked) => ranked.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.at - b.at)
    .map((ranked) => ranked.reply);
};

/** Whether a digit typed now is one of a code (tz6) and picks no row. */
export const continuesCode = (replies: readonly QuickReply[], query: string, digit: string): boolean => {
  const letters = normalise(query);
  return letters !== '' && replies.some(({ code }) => code.toLowerCase().startsWith(`${letters}${digit}`));
};

export type TextPart = { text: string; start: number; isVariable: boolean; isMatch: boolean };

/** Cuts a text at its `{变量}`s. */
export const splitVariables = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{[^{}\n]{1,20}\}/g)) {
    if (match.index > from)
      parts.push({ text: text.slice(from, match.index), start: from, isVariable: false, isMatch: false });
    parts.push({ text: match[0], start: match.index, isVariable: true, isMatch: false });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), start: from, isVariable: false, isMatch: false });
  return parts;
};

export const unfilledVariables = (text: string): TextPart[] => splitVariables(text).filter((part) => part.isVariable);

/** As the shops' quick replies and greetings name them, in Chinese in every language. */
const CUSTOMER = /^(?:买家昵称|客户)$/;
const SHOP = /^店铺$/;
const GOOD = /^商品$/;

/** What the desk knows a variable to mean; null: nothing. */
export const knownVariable = (name: string): 'customer' | 'shop' | 'good' | null => {
  if (CUSTOMER.test(name)) return 'customer';
  if (SHOP.test(name)) return 'shop';
  return GOOD.test(name) ? 'good' : null;
};

/** `meant`: what stands for a name, without braces; null: it stays. */
export const filledWith = (text: string, meant: (name: string) => string | null): string =>
  text.replaceAll(/\{([^{}\n]{1,20})\}/g, (braced, name: string) => meant(name.trim()) ?? braced);

/**
 * With the customer's name and the shop's filled in (RULES V7). Which good it speaks of the desk can't tell. What it doesn't know,
 * {时间} or {尺码}, stays in its braces and is filled by hand, or is sent as it stands, which the report tells.
 */
export const filledQuickReply = (
  text: string,
  { name }: Pick<ConversationView, 'name'>,
  shop: Pick<ShopBody, 'name'> | null,
): string =>
  filledWith(text, (variable) => {
    const known = knownVariable(variable);
    return known === 'customer' ? name : known === 'shop' ? (shop?.name ?? null) : null;
  });

/** The text cut into parts, so that the matched characters can be highlighted. */
export const splitAtMatch = (text: string, query: string): TextPart[] => {
  const letters = normalise(query);
  const matchStart = letters === '' ? -1 : text.toLowerCase().indexOf(letters);
  if (matchStart < 0) return [{ text, start: 0, isVariable: false, isMatch: false }];
  const part = (start: number, end: number, isMatch: boolean): TextPart => ({
    text: text.slice(start, end),
    start,
    isVariable: false,
    isMatch: isMatch,
  });
  return [
    part(0, matchStart, false),
    part(matchStart, matchStart + letters.length, true),
    part(matchStart + letters.length, text.length, false),
  ].filter((part) => part.text !== '');
};
