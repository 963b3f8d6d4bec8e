/** A greeting that crossed with the customer's question: it was typed before the question came. */
import type { ConversationHistory, TurnHistory } from './conversation-history.ts';

/** Milliseconds: who greets sooner than this after a customer's words had begun to type before they came. */
const TYPED_BEFORE_MS = 3000;

/**
 * Whether the first words to a customer greet, came too soon after their question to have been typed for it, and the next
 * turn answers: they went round nothing (RULES M92).
 */
export const isGreetingSentBefore = (conversation: ConversationHistory, turn: TurnHistory): boolean => {
  const { judgement } = turn;
  const place = conversation.turns.indexOf(turn);
  const lastWords = conversation.customerMessages.findLast(({ index }) => index < turn.index)?.at ?? 0;
  const answersNext = conversation.turns[place + 1]?.judgement.questions.some(
    ({ question, answer }) =>
      (answer === 'answered' || answer === 'partial') &&
      judgement.questions.some((outcome) => outcome.question === question),
  );
  return (
    place === 0 &&
    judgement.acts.includes('greeting') &&
    judgement.points.length === 0 &&
    judgement.lastAt - lastWords <= TYPED_BEFORE_MS &&
    answersNext === true
  );
};
