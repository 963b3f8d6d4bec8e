/** Whether the customer had just shown what words speak of: then they answer it, and nobody spared them a question. */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText } from '#scoring/log/phrasing.ts';
import { firstIndex, quoteText } from './merit-draft.ts';

/** A number below this may count anything. */
const MIN_NUMBER = 10;

const figuresIn = (text: string): Value[] =>
  valuesIn(folded(text)).filter(
    ({ kind, quantity }) => kind === 'amount' || kind === 'clock' || (kind === 'number' && quantity >= MIN_NUMBER),
  );

/**
 * Whether a picture or a line that the customer sent since the turn before has a sum, a time or a number that these words
 * repeat: 您这张卡一次最多付200 below a screenshot with 限额200.
 */
export const hasJustShown = (
  { conversation, caseFacts }: ConversationFacts,
  turn: TurnHistory,
  quote: Quote,
): boolean => {
  const turnBefore = conversation.turns.findLast(({ index }) => index < turn.index);
  const from = turnBefore ? firstIndex(conversation, turnBefore) : -1;
  const until = firstIndex(conversation, turn);
  const told = figuresIn(quoteText(conversation, quote));
  const shown = conversation.customerMessages
    .filter(({ index }) => index > from && index < until)
    .flatMap(({ bubble }) => figuresIn(bubbleText(bubble, caseFacts)));
  return told.some((figure) => shown.some((value) => isSameValue(figure, value)));
};
