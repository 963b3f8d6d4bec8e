/** One fault, one finding: the same words are never marked twice (RULES M7). The more forceful finding keeps them. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { TONE_CODES } from '#scoring/facts/codes.ts';
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
export const withDistinctQuotes = (
  conversation: ConversationHistory,
  drafts: readonly FindingDraft[],
): FindingDraft[] => {
  const keptDrafts: FindingDraft[] = [];
  const byForce = drafts
    .filter((draft) => !isSurelyLess(draft, drafts))
    .map((draft, order) => ({
      draft: { ...draft, explainedKeys: [...draft.explainedKeys], absorbedFaults: [...draft.absorbedFaults] },
      order,
    }))
    .sort((a, b) => rankOf(a.draft.code) - rankOf(b.draft.code) || a.order - b.order);
  for (const { draft } of byForce) {
    if (!draft.quoteAt) {
      keptDrafts.push(draft);
      continue;
    }
    const onSameMessage = keptDrafts.filter(({ quoteAt }) => quoteAt?.message === draft.quoteAt?.message);
    const freeQuote = longestFreeQuote(conversation, draft.quoteAt, onSameMessage);
    if (freeQuote) {
      if (!isTooShortToJudge(draft, freeQuote)) keptDrafts.push({ ...draft, quoteAt: freeQuote });
      continue;
    }
    // A fault that also shows without words (a window missed, anger left standing) stays without its quote.
    if (draft.observation !== '') {
      keptDrafts.push({ ...draft, quoteAt: null });
      continue;
    }
    const stronger = onSameMessage[0];
    if (stronger && !stronger.code.startsWith('merit:')) {
      stronger.explainedKeys.push(...draft.explainedKeys);
      stronger.spoiledQuestions = [...stronger.spoiledQuestions, ...draft.spoiledQuestions];
      if (stronger.code.startsWith('red-line:'))
        stronger.absorbedFaults.push({ code: draft.code, costShare: draft.costShare });
    }
  }
  return keptDrafts;
};

/** What a red line in doubt surely is all the same: rude words, or a promise that wasn't the desk's to make. */
const LESSER: Readonly<Partial<Record<string, readonly string[]>>> = {
  'red-line:insult': ['hostile', 'impatient'],
  'red-line:threat': ['hostile', 'impatient'],
  'red-line:unauthorised-promise': ['beyond-authority'],
};

/**
 * Whether a red line in doubt stands on words that are surely the lesser fault: as a doubt it would keep those words free
 * of cost (RULES M52).
 */
const isSurelyLess = ({ code, unsure, quoteAt }: FindingDraft, drafts: readonly FindingDraft[]): boolean => {
  const lesser = LESSER[code];
  if (!unsure || quoteAt === null || lesser === undefined) return false;
  return drafts.some(({ code, unsure, quoteAt: other }) => {
    if (unsure || other?.message !== quoteAt.message || !lesser.includes(code)) return false;
    return other.start < quoteAt.end && quoteAt.start < other.end;
  });
};

/** 亲 left over before words that are another fault: nobody could judge a doubt about tone (待核) from such a scrap. */
const isTooShortToJudge = ({ code, unsure, quoteAt }: FindingDraft, freeQuote: Quote): boolean => {
  if (!unsure || !TONE_CODES.includes(code)) return false;
  const freeChars = freeQuote.end - freeQuote.start;
  return freeChars < MIN_CHARS || (quoteAt !== null && freeChars < quoteAt.end - quoteAt.start);
};

const longestFreeQuote = (
  conversation: ConversationHistory,
  quote: Quote,
  quotingDrafts: readonly FindingDraft[],
): Quote | null => {
  const spans = quotingDrafts
    .flatMap(({ quoteAt }) => (quoteAt ? [quoteAt] : []))
    .filter(({ start, end }) => start < quote.end && end > quote.start)
    .sort((a, b) => a.start - b.start);
  if (spans.length === 0) return quote;
  const gaps: { start: number; end: number }[] = [];
  let freeFrom = quote.start;
  for (const span of spans) {
    if (span.start > freeFrom) gaps.push({ start: freeFrom, end: span.start });
    freeFrom = Math.max(freeFrom, span.end);
  }
  if (freeFrom < quote.end) gaps.push({ start: freeFrom, end: quote.end });
  const text = messageText(conversation, quote.message) ?? '';
  const trimmed = gaps.map((gap) => withoutEdges(text, gap)).toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  return trimmed && trimmed.end - trimmed.start >= MIN_CHARS ? { message: quote.message, ...trimmed } : null;
};

const EDGE_CHARS = /[\s，。！？；、,.!?;~～]/;

const withoutEdges = (text: string, gap: { start: number; end: number }): { start: number; end: number } => {
  let { start, end } = gap;
  while (start < end && EDGE_CHARS.test(text.charAt(start))) start += 1;
  while (end > start && EDGE_CHARS.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
};
