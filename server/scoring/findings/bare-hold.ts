/** 稍等 said again without a time (RULES T7). */
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { lastQuote } from '#scoring/log/phrasing.ts';
import { holdPromiseSuggestion } from '#scoring/suggestions/hold-promise.ts';

/** The second 稍等 without a time, and every one after it (RULES T7). */
export const bareHolds = ({ conversation, caseFacts }: ConversationFacts): FindingDraft[] => {
  const untimedHolds = conversation.turns.filter(
    ({ judgement }) => judgement.hold !== null && judgement.hold.seconds === null,
  );
  return untimedHolds.slice(1).flatMap((turn) => {
    const { judgement } = turn;
    const openOutcome = judgement.questions.find(({ answer }) => answer !== 'answered');
    // Beside an answer 稍等 is only a word.
    if (judgement.questions.some(({ answer }) => answer === 'answered' || answer === 'partial')) return [];
    return [
      draftFinding({
        code: 'bare-hold',
        at: judgement.firstAt,
        conversation: conversation.key,
        turn: judgement.turn,
        quoteAt: judgement.hold?.quote ?? lastQuote(conversation, turn),
        customerText: judgement.customer,
        suggestion: holdPromiseSuggestion(caseFacts.question(openOutcome?.question), caseFacts.goodsNames),
      }),
    ];
  });
};
