import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';

/**
 * Rounds after a visit's first answering response (RULES M1). Quick words before it answer nothing and earn nothing
 * (RULES T10). In a visit where nothing was ever asked every round counts. Who stepped away waits for none (RULES T76).
 */
export const laterRounds = ({ rounds, firstAnswers }: Pick<ConversationFacts, 'rounds' | 'firstAnswers'>): Round[] => {
  return rounds.filter((round) => {
    if (round.isAway) return false;
    const firstAnswer = firstAnswers.find(({ visit }) => visit === round.visit);
    if (!firstAnswer) return true;
    return firstAnswer.at !== null && round.from >= firstAnswer.at;
  });
};
