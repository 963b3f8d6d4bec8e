/** One deed, one finding: the same words are never marked twice (RULES M7). The more forceful finding keeps them. */
import type { Quote } from '#engine/model/events.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { messageText } from '#scoring/log/phrasing.ts';
import { rankOf } from './precedence.ts';

/** Fewer characters of a message than this make no finding of their own. */
const MIN_CHARS = 4;

/**
 * Takes overlapping quotes apart: the weaker finding keeps the longest stretch still free, or gives way and hands
 * what it explains to the one that has the words. Findings without words are left as they are.
 */
export function withDistinctQuotes(conversation: ConversationHistory, drafts: readonly FindingDraft[]): FindingDraft[] {
  const kept: FindingDraft[] = [];
  const byForce = drafts
    .filter((draft) => !isSurelyRude(draft, drafts))
    .map((draft, order) => ({ draft: { ...draft, covers: [...draft.covers], absorbed: [...draft.absorbed] }, order }))
    .sort((a, b) => rankOf(a.draft.code) - rankOf(b.draft.code) || a.order - b.order);
  for (const { draft } of byForce) {
    if (!draft.quoteAt) {
      kept.push(draft);
      continue;
    }
    const others = kept.filter(({ quoteAt }) => quoteAt?.message === draft.quoteAt?.message);
    const free = longestFree(conversation, draft.quoteAt, others);
    if (free) {
      if (!isTooShortToJudge(draft, free)) kept.push({ ...draft, quoteAt: free });
      continue;
    }
    // A fault that also shows without words (a window missed, anger left standing) stays without its quote.
    if (draft.seen !== '') {
      kept.push({ ...draft, quoteAt: null });
      continue;
    }
    const heir = others[0];
    if (heir && !heir.code.startsWith('merit:')) {
      heir.covers.push(...draft.covers);
      heir.about = [...heir.about, ...draft.about];
      if (heir.code.startsWith('red-line:')) heir.absorbed.push({ code: draft.code, share: draft.share });
    }
  }
  return kept;
}

/**
 * Whether an insult or threat in doubt stands on words that are surely rude: as a doubt it would keep those words free
 * of cost.
 */
function isSurelyRude({ code, unsure, quoteAt }: FindingDraft, drafts: readonly FindingDraft[]): boolean {
  if (!unsure || quoteAt === null || (code !== 'red-line:insult' && code !== 'red-line:threat')) return false;
  return drafts.some(({ code, unsure, quoteAt: other }) => {
    if (unsure || other?.message !== quoteAt.message || (code !== 'hostile' && code !== 'impatient')) return false;
    return other.start < quoteAt.end && quoteAt.start < other.end;
  });
}

const TONES = ['cold', 'impatient', 'hostile'];

/** 亲 left over before words that are another fault: nobody could judge a doubt about tone (待核) from such a scrap. */
function isTooShortToJudge({ code, unsure, quoteAt }: FindingDraft, free: Quote): boolean {
  if (!unsure || !TONES.includes(code)) return false;
  const left = free.end - free.start;
  return left < MIN_CHARS || (quoteAt !== null && left < quoteAt.end - quoteAt.start);
}

function longestFree(conversation: ConversationHistory, quote: Quote, taken: readonly FindingDraft[]): Quote | null {
  const spans = taken
    .flatMap(({ quoteAt }) => (quoteAt ? [quoteAt] : []))
    .filter(({ start, end }) => start < quote.end && end > quote.start)
    .sort((a, b) => a.start - b.start);
  if (spans.length === 0) return quote;
  const gaps: { start: number; end: number }[] = [];
  let from = quote.start;
  for (const span of spans) {
    if (span.start > from) gaps.push({ start: from, end: span.start });
    from = Math.max(from, span.end);
  }
  if (from < quote.end) gaps.push({ start: from, end: quote.end });
  const text = messageText(conversation, quote.message) ?? '';
  const trimmed = gaps.map((gap) => withoutEdges(text, gap)).toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  return trimmed && trimmed.end - trimmed.start >= MIN_CHARS ? { message: quote.message, ...trimmed } : null;
}

const EDGE = /[\s，。！？；、,.!?;~～]/;

function withoutEdges(text: string, gap: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = gap;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
