/** Faults in a judged turn, by the report's thresholds. The report decides; the wall only says where to look. */

import type { QuickReplyNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { TileConversation } from './tile-state.ts';

export type TurnFault = { code: string; message: string | null; quote: string };

const QUICK_REPLY_FAULTS: Readonly<Record<Exclude<QuickReplyNote['verdict'], 'fit'>, string>> = {
  'off-topic': 'canned-off-topic',
  rigid: 'canned-rigid',
  repeated: 'canned-repeated',
};
/** Fewer characters of a message than this make no fault of their own. */
const MIN_CHARS = 4;

type FoundFault = { code: string; at: Quote | null };

/** The faults of a turn, the most forceful first. Words that make one fault make no other (RULES M7). */
export const turnFaults = (conversation: TileConversation, judgement: TurnJudgement): TurnFault[] => {
  const shownFaults: { fault: TurnFault; at: Quote | null }[] = [];
  for (const { code, at } of foundFaults(conversation, judgement)) {
    const place = at ?? lastWords(conversation, judgement);
    const usedQuotes = shownFaults.flatMap((earlier) => earlier.at ?? []);
    const freeQuote = place === null ? null : longestUnused(place, usedQuotes);
    if (place !== null && freeQuote === null) continue;
    shownFaults.push({ fault: { code, ...quotedWords(conversation, judgement, freeQuote) }, at: freeQuote });
  }
  return shownFaults.map(({ fault }) => fault);
};

const foundFaults = (conversation: TileConversation, judgement: TurnJudgement): FoundFault[] => {
  const { points, redLines, tone, toneConfidence, toneQuote, canned, unfilled, askedAgain, forbiddenWords } = judgement;
  const isTone = (judgedTone: string): boolean => tone === judgedTone && toneConfidence >= VERDICT_THRESHOLDS.tone.told;
  const wholeMessage = (message: string): Quote => ({
    message,
    start: 0,
    end: conversation.words[message]?.length ?? 0,
  });
  const misusedReplies = canned.filter(({ verdict }) => verdict !== 'fit');
  const faultIf = (isFound: boolean, code: string, quote: Quote | null = null): FoundFault[] =>
    isFound ? [{ code, at: quote }] : [];
  const evasionCode = evasionCodeOf(conversation, judgement);
  return [
    ...redLines.flatMap(({ code, confidence, quote }) => faultIf(confidence === 'high', `red-line:${code}`, quote)),
    ...faultIf(isTone('hostile'), 'hostile', toneQuote),
    ...forbiddenWords.slice(0, 1).map(({ quote }) => ({ code: 'forbidden-action', at: quote })),
    ...points.flatMap(({ state, quote }) => faultIf(state === 'wrong', 'wrong-fact', quote)),
    ...faultIf(judgement.crossTalk !== null, 'cross-talk'),
    ...unfilled.map(({ quote }) => ({ code: 'unfilled-variable', at: quote })),
    ...askedAgain.slice(0, 1).map(({ quote }) => ({ code: 'asked-again', at: quote })),
    ...misusedReplies.flatMap(({ verdict, message }) =>
      verdict === 'fit' ? [] : [{ code: QUICK_REPLY_FAULTS[verdict], at: wholeMessage(message) }],
    ),
    ...faultIf(
      isRepeated(conversation, judgement) && misusedReplies.every(({ verdict }) => verdict !== 'repeated'),
      'canned-repeated',
    ),
    ...faultIf(judgement.stacking, 'stacking'),
    ...faultIf(isTone('impatient'), 'impatient', toneQuote),
    ...(judgement.slights ?? []).flatMap(({ unsure, quote }) => faultIf(!unsure, 'slighted', quote)),
    ...faultIf(isBareHold(conversation, judgement), 'bare-hold', judgement.hold?.quote ?? null),
    ...faultIf(evasionCode !== null, evasionCode ?? ''),
    ...faultIf(isTone('cold'), 'cold', toneQuote),
  ];
};

/**
 * A turn's words without spaces and punctuation, as turns are compared; null for short greetings and thanks, which may
 * be repeated.
 */
export const plainText = (text: string): string | null => {
  const plain = text.replace(/[\s，。！？、~～,.!?]/g, '');
  return plain.length >= 5 ? plain : null;
};

const isRepeated = ({ said }: TileConversation, { text }: TurnJudgement): boolean =>
  said.includes(plainText(text) ?? '');

const lastWords = ({ words: textById }: TileConversation, { messages }: TurnJudgement): Quote | null => {
  const message = messages.findLast((id) => textById[id] !== undefined);
  return message === undefined ? null : { message, start: 0, end: textById[message]?.length ?? 0 };
};

/** The longest stretch no other fault has, or null. */
const longestUnused = (at: Quote, usedQuotes: readonly Quote[]): Quote | null => {
  const spans = usedQuotes
    .filter(({ message, start, end }) => message === at.message && start < at.end && end > at.start)
    .sort((a, b) => a.start - b.start);
  if (spans.length === 0) return at;
  let best: Quote | null = null;
  let from = at.start;
  for (const span of [...spans, { start: at.end, end: at.end }]) {
    if (span.start - from >= Math.max(MIN_CHARS, best === null ? 0 : best.end - best.start + 1)) {
      best = { message: at.message, start: from, end: span.start };
    }
    from = Math.max(from, span.end);
  }
  return best;
};

const isAnswered = ({ questions }: TurnJudgement): boolean =>
  questions.some(({ answer }) => answer === 'answered' || answer === 'partial');

/** Whether a turn could have answered, did not, and may be called evading. */
export const mayEvade = (conversation: TileConversation, judgement: TurnJudgement): boolean =>
  judgement.owed &&
  conversation.isHere &&
  !judgement.stacking &&
  judgement.crossTalk === null &&
  judgement.canned.every(({ verdict }) => verdict === 'fit') &&
  !isAnswered(judgement);

const evasionCodeOf = (conversation: TileConversation, judgement: TurnJudgement): 'evaded' | 'vague' | null => {
  if (!mayEvade(conversation, judgement)) return null;
  const isJudged = (answer: 'evaded' | 'vague'): boolean =>
    judgement.questions.some((question) => question.answer === answer);
  if (isJudged('evaded')) return 'evaded';
  return isJudged('vague') ? 'vague' : null;
};

/** The second 稍等 without a time, and every one after it (RULES T7). */
const isBareHold = ({ bareHolds }: TileConversation, judgement: TurnJudgement): boolean =>
  bareHolds > 0 && judgement.hold !== null && judgement.hold.seconds === null && !isAnswered(judgement);

const quotedWords = (
  conversation: TileConversation,
  { messages, text }: TurnJudgement,
  quote: Quote | null | undefined,
): Omit<TurnFault, 'code'> => {
  const wholeMessage = quote ? conversation.words[quote.message] : undefined;
  if (quote && wholeMessage !== undefined)
    return { message: quote.message, quote: wholeMessage.slice(quote.start, quote.end) };
  return { message: messages.at(-1) ?? null, quote: text };
};
