/** The click that would make a turn's words true, alone or with the answer that the turn left out. */
import type { Need } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { modelAt } from './model.ts';
import { actionLine, operationText } from './operations.ts';
import { withToldNote } from './told-note.ts';

const ANSWERS = ['answered', 'partial', 'clarifying'];

/** The answer that `turn` left out; null where it answered, or nothing was asked. */
export const answerInstead = (facts: ConversationFacts, turn: TurnHistory): string | null => {
  const { questions } = turn.judgement;
  if (questions.length === 0 || questions.some(({ answer }) => ANSWERS.includes(answer))) return null;
  return modelAt(facts, waitingQuestion(facts, turn), turn.index);
};

/** What to click before `turn` is said; behind it the answer, where the turn left its question open. */
export const clickAndSay = (
  facts: ConversationFacts,
  turn: TurnHistory,
  need: Pick<Need, 'do' | 'with' | 'note'>,
): string => {
  const words = answerInstead(facts, turn);
  const told = withToldNote(facts, need);
  return words === null
    ? actionLine(told, facts.caseFacts)
    : say('suggestions:step.clickAndSay', { what: operationText(told, facts.caseFacts), words });
};
