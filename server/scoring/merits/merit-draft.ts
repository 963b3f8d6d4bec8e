/** The parts of a draft that all merits share. */
import type { ReactionKind } from '#engine/model/events.ts';
import type { PointNote, Quote } from '#engine/model/turn-judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { sharesContent } from '#scoring/facts/counted-notes.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { BEFORE_LOG, type ConversationHistory, type TurnHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, customerBefore, messageText, wholeClause } from '#scoring/log/phrasing.ts';

export const meritOfTurn = (
  facts: ConversationFacts,
  turn: TurnHistory,
  code: FindingCode,
  quoteAt: FindingDraft['quoteAt'],
  because = '',
  detailParts: FindingDraft['detailParts'] = {},
): FindingDraft =>
  draftFinding({
    code,
    at: turn.judgement.firstAt,
    conversation: facts.conversation.key,
    turn: turn.judgement.turn,
    quoteAt,
    customerText: customerBefore(facts.conversation, facts.caseFacts, firstIndex(facts.conversation, turn)),
    because,
    detailParts,
  });

/** Place in the log of the first thing said or done in a turn. */
export const firstIndex = (conversation: ConversationHistory, { judgement, index }: TurnHistory): number =>
  Math.min(
    index,
    ...[...conversation.traineeMessages, ...conversation.clicks]
      .filter((placed) => judgement.messages.includes(placed.id))
      .map((placed) => placed.index),
  );

/** The customer's own lines since the trainee spoke last. */
export const linesBefore = ({ conversation }: ConversationFacts, turn: TurnHistory): string[] => {
  const untilIndex = firstIndex(conversation, turn);
  const lastMessage = conversation.customerMessages.findLast(({ index }) => index < untilIndex);
  const lastReplyIndex =
    conversation.traineeMessages.findLast(({ index }) => index < (lastMessage?.index ?? 0))?.index ?? BEFORE_LOG;
  return conversation.customerMessages.flatMap(({ index, bubble }) =>
    index > lastReplyIndex && index < untilIndex && bubble.kind === 'text' ? [bubble.text] : [],
  );
};

/** Whether the customer asked or doubted since the trainee's turn before: then the words were owed. */
export const wasPressed = ({ conversation }: ConversationFacts, turn: TurnHistory): boolean => {
  const untilIndex = firstIndex(conversation, turn);
  const turnBefore = conversation.turns.findLast(({ index }) => index < turn.index);
  const sinceIndex = turnBefore ? firstIndex(conversation, turnBefore) : -1;
  // A customer who came back for it presses by coming.
  if (conversation.arrivals.some(({ visit, index }) => visit > 1 && index > sinceIndex && index < untilIndex))
    return true;
  return conversation.customerMessages.some(
    ({ index, bubble, why }) =>
      index > sinceIndex &&
      index < untilIndex &&
      ((bubble.kind === 'text' && asksSomething(bubble.text)) ||
        // 跟页面的价对不上啊 asks nothing and doubts all the same.
        (why.kind === 'reaction' && PRESSING.has(why.reaction))),
  );
};

/** Reactions by which the customer minds what was said, or asks on. */
const PRESSING: ReadonlySet<ReactionKind> = new Set([
  ...(['wrong', 'undone', 'partly', 'rephrase', 'vague', 'evaded', 'asked-again', 'rigid'] as const),
]);

/** From the first of several places to the end of the last; null where they stand in several messages. */
export const spanOf = (quotes: readonly Quote[]): Quote | null => {
  const [first] = quotes;
  if (!first || quotes.some(({ message }) => message !== first.message)) return null;
  return {
    message: first.message,
    start: Math.min(...quotes.map(({ start }) => start)),
    end: Math.max(...quotes.map(({ end }) => end)),
  };
};

/** Whether a message went out as the quick reply it came from: nothing of it is the trainee's own. */
export const isUneditedQuickReply = ({ judgement }: TurnHistory, message: string | undefined): boolean =>
  judgement.canned.some((note) => note.message === message && note.edited === 0);

/** Words of a place in a message; '' where there are none. */
export const quoteText = (conversation: ConversationHistory, { message, start, end }: Quote): string =>
  messageText(conversation, message)?.slice(start, end) ?? '';

/** Whether a turn answered a question. */
export const hasAnswered = ({ judgement }: TurnHistory): boolean =>
  judgement.questions.some(({ answer }) => answer === 'answered');

const FIGURES = /[0-9零一二两三四五六七八九十]+/g;

/** Whether words share content with texts, figures aside: a praise names only what its quote holds (RULES M128). */
export const sharesMoreThanFigures = (words: string, texts: readonly string[]): boolean =>
  sharesContent(
    words.replace(FIGURES, ' '),
    texts.map((text) => text.replace(FIGURES, ' ')),
  );

/** A quote's clause with its end mark: the question mark may be all that shows a question. */
export const clauseOf = (conversation: ConversationHistory, quote: Quote): Quote => {
  const clause = wholeClause(conversation, quote);
  const characterAfter = messageText(conversation, quote.message)?.charAt(clause.end) ?? '';
  return { ...clause, end: clause.end + (/[？?]/.test(characterAfter) ? 1 : 0) };
};

/** Whether a point stayed right to the end: a point told otherwise later was no service. */
export const isStillRight = ({ pointResults }: ConversationFacts, id: string): boolean =>
  pointResults.find(({ point }) => point.id === id)?.state === 'covered';

/** Whether words surely told a point: what may be another thing earns its marks, and is no ground for praise. */
export const isSure = ({ state, confidence }: PointNote): boolean =>
  state === 'covered' && confidence >= VERDICT_THRESHOLDS.covered.praised;
