/** Words that crossed with the customer's question: they were typed before the question came. */
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

/** Milliseconds: what is sent sooner than this after a question is the reply to the words before it. */
const CROSSED_MS = 4000;

/** Whether a turn was out so soon after all it is owed an answer to, and touches it with no word: it answers the line before (RULES M140). */
export const crossesQuestions = (
  { questions, customerMessages }: ConversationHistory,
  { judgement }: TurnHistory,
): boolean =>
  judgement.questions.length > 0 &&
  judgement.questions.every(({ question, answer }) => {
    const asked = questions.findLast((entry) => entry.question === question);
    const shownAt = customerMessages.find(({ id }) => id === asked?.bubbleId)?.at ?? asked?.openedAt;
    return answer === 'untouched' && shownAt !== undefined && judgement.lastAt - shownAt <= CROSSED_MS;
  });
