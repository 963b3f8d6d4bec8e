import type { Question } from '#engine/model/content.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';

/** The question the customer was waiting on in a turn: one it left open, of the present beat where there is one. */
export const waitingQuestion = ({ caseFacts }: ConversationFacts, turn: TurnHistory): Question | null => {
  const { questions, beat } = turn.judgement;
  const openOutcomes = questions.filter((outcome) => outcome.answer !== 'answered');
  // Older questions may be open too, but the customer waits for the answer to what they asked just now.
  const questionsOfBeat = caseFacts.beat(beat)?.asks.map((question) => question.id) ?? [];
  const waitingOutcome =
    openOutcomes.find((outcome) => questionsOfBeat.includes(outcome.question)) ??
    openOutcomes.at(-1) ??
    questions.at(-1);
  return waitingOutcome ? caseFacts.question(waitingOutcome.question) : null;
};
