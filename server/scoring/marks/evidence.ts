/** The words a finding quotes: whole clauses up to a pause, a question never in part, and with the figure that is at issue. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { codeList, TOLD_WRONG_CODES } from '#scoring/facts/codes.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { breaksAt, messageText, wholeClause } from '#scoring/log/phrasing.ts';

type Span = { start: number; end: number };

const SENTENCE_END = /[。！？!?；;\n]/;
const QUESTION_MARK = /[？?]/;
const PAUSE = /[，,、：:]/;
/** Where the question of 3L是259元 您家几口人 begins, that of 看几个人吃：3L是259元 ends: what stands beyond is no part of it (RULES Q93). */
const ENDS_OF_QUESTION = /[，。！？；,.!?;\n：:\s]/;

/** In these findings the figure is the proof. */
const CODES_OF_FIGURES = [...TOLD_WRONG_CODES, ...codeList('false-promise')];
const FIGURE = /\d/;

/** `otherQuotes`: those of all findings. A quote that would grow into one of them stays at its own clause. */
export const evidenceOf = (
  conversation: ConversationHistory,
  draft: FindingDraft,
  otherQuotes: readonly Quote[],
): Quote | null => {
  const { quoteAt } = draft;
  const text = quoteAt === null ? null : messageText(conversation, quoteAt.message);
  if (quoteAt === null || text === null) return quoteAt;
  const clause = wholeClause(conversation, quoteAt, draft.code === 'merit:asked-first' ? ENDS_OF_QUESTION : undefined);
  const wholeSpan = withFigure(text, draft, wholeQuestion(text, clause));
  const isFree = ({ start, end }: Span): boolean =>
    otherQuotes.every(
      (quote) => quote.message !== clause.message || quote === quoteAt || quote.start >= end || quote.end <= start,
    );
  const freeSpan = [wholeSpan, { start: clause.start, end: wholeSpan.end }].find(isFree) ?? clause;
  return { message: clause.message, start: freeSpan.start, end: freeSpan.end };
};

/** The sentence around a place, without the mark that ends it unless that mark asks. */
const sentenceAround = (text: string, { start, end }: Span): Span => {
  let sentenceStart = start;
  while (sentenceStart > 0 && !SENTENCE_END.test(text.charAt(sentenceStart - 1))) sentenceStart -= 1;
  let sentenceEnd = end;
  while (sentenceEnd < text.length && !SENTENCE_END.test(text.charAt(sentenceEnd))) sentenceEnd += 1;
  return { start: sentenceStart, end: QUESTION_MARK.test(text.charAt(sentenceEnd)) ? sentenceEnd + 1 : sentenceEnd };
};

/** 是尺码拿不准，还是付款卡住了？ asks one thing: neither half is quoted alone. */
const SECOND_CHOICE = /^(?:还是|还不是|或者|或是)/;

/** A clause of a question with its question mark and the other half of a choice; a clause of any other sentence unchanged. */
export const wholeQuestion = (text: string, span: Span): Span => {
  const sentence = sentenceAround(text, span);
  if (!QUESTION_MARK.test(text.charAt(sentence.end - 1))) return span;
  let { start, end } = span;
  while (start > sentence.start && SECOND_CHOICE.test(text.slice(start))) {
    start -= 1;
    while (start > sentence.start && !breaksAt(text, start - 1, PAUSE)) start -= 1;
  }
  while (SECOND_CHOICE.test(text.slice(end + 1)) && end < sentence.end) {
    end += 1;
    while (end < sentence.end - 1 && !breaksAt(text, end, PAUSE)) end += 1;
  }
  return { start, end: end >= sentence.end - 1 ? sentence.end : end };
};

/**
 * Where the right answer, the card or the operation has a figure and the quoted clause none: with the clause beside it
 * that has one.
 */
const withFigure = (text: string, { code, detailParts }: FindingDraft, span: Span): Span => {
  const expected = detailParts.rightAnswer ?? detailParts.cardTitle ?? detailParts.action?.title ?? '';
  if (!CODES_OF_FIGURES.includes(code) || !FIGURE.test(expected)) return span;
  if (FIGURE.test(text.slice(span.start, span.end))) return span;
  const sentence = sentenceAround(text, span);
  const clauseAfter =
    /^[，,、：:](?:[^，,、：:]|(?<=\d)[,:：](?=\d))*/.exec(text.slice(span.end, sentence.end))?.[0] ?? '';
  if (FIGURE.test(clauseAfter)) return { start: span.start, end: span.end + clauseAfter.length };
  const clauseBefore =
    /(?:[^，,、：:]|(?<=\d)[,:：](?=\d))*[，,、：:]$/.exec(text.slice(sentence.start, span.start))?.[0] ?? '';
  return FIGURE.test(clauseBefore) ? { start: span.start - clauseBefore.length, end: span.end } : span;
};
