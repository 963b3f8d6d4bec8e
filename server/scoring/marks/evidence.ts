/** The words a finding quotes: whole clauses up to a pause, a question never in part, and with the figure that is at issue. */
import type { Quote } from '#engine/model/events.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { breaksAt, messageText, wholeClause } from '#scoring/log/phrasing.ts';

type Span = { start: number; end: number };

const ENDS = /[。！？!?；;\n]/;
const ASKS = /[？?]/;
const PAUSE = /[，,、：:]/;

/** In these findings the figure is the proof. */
const OF_FIGURES: readonly string[] = ['wrong-fact', 'self-contradiction', 'against-card', 'false-promise'];
const FIGURE = /\d/;

/** `taken`: quotes of other findings. A quote that would grow into one of them stays at its own clause. */
export function evidenceOf(
  conversation: ConversationHistory,
  draft: FindingDraft,
  taken: readonly Quote[],
): Quote | null {
  const { quoteAt } = draft;
  const text = quoteAt === null ? null : messageText(conversation, quoteAt.message);
  if (quoteAt === null || text === null) return quoteAt;
  const clause = wholeClause(conversation, quoteAt);
  const whole = withFigure(text, draft, wholeQuestion(text, clause));
  const isFree = ({ start, end }: Span): boolean =>
    taken.every(
      (quote) => quote.message !== clause.message || quote === quoteAt || quote.start >= end || quote.end <= start,
    );
  const span = [whole, { start: clause.start, end: whole.end }].find(isFree) ?? clause;
  return { message: clause.message, start: span.start, end: span.end };
}

/** The sentence around a place, without the mark that ends it unless that mark asks. */
function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !ENDS.test(text.charAt(from - 1))) from -= 1;
  let until = end;
  while (until < text.length && !ENDS.test(text.charAt(until))) until += 1;
  return { start: from, end: ASKS.test(text.charAt(until)) ? until + 1 : until };
}

/** 是尺码拿不准，还是付款卡住了？ asks one thing: neither half is quoted alone. */
const GOES_ON = /^(?:还是|还不是|或者|或是)/;

/** A clause of a question with its question mark and the other half of a choice; a clause of any other sentence unchanged. */
export function wholeQuestion(text: string, span: Span): Span {
  const sentence = sentenceAround(text, span);
  if (!ASKS.test(text.charAt(sentence.end - 1))) return span;
  let { start, end } = span;
  while (start > sentence.start && GOES_ON.test(text.slice(start))) {
    start -= 1;
    while (start > sentence.start && !breaksAt(text, start - 1, PAUSE)) start -= 1;
  }
  while (GOES_ON.test(text.slice(end + 1)) && end < sentence.end) {
    end += 1;
    while (end < sentence.end - 1 && !breaksAt(text, end, PAUSE)) end += 1;
  }
  return { start, end: end >= sentence.end - 1 ? sentence.end : end };
}

/**
 * Where the right answer, the card or the operation has a figure and the quoted clause none: with the clause beside it
 * that has one.
 */
function withFigure(text: string, { code, parts }: FindingDraft, span: Span): Span {
  const named = parts.right ?? parts.card ?? parts.action?.title ?? '';
  if (!OF_FIGURES.includes(code) || !FIGURE.test(named)) return span;
  if (FIGURE.test(text.slice(span.start, span.end))) return span;
  const sentence = sentenceAround(text, span);
  const after = /^[，,、：:](?:[^，,、：:]|(?<=\d)[,:：](?=\d))*/.exec(text.slice(span.end, sentence.end))?.[0] ?? '';
  if (FIGURE.test(after)) return { start: span.start, end: span.end + after.length };
  const before =
    /(?:[^，,、：:]|(?<=\d)[,:：](?=\d))*[，,、：:]$/.exec(text.slice(sentence.start, span.start))?.[0] ?? '';
  return FIGURE.test(before) ? { start: span.start - before.length, end: span.end } : span;
}
