/** A request for what the customer had given already. */
import { joined, listed, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { whereGiven } from './already-given.ts';

export const askedAgain = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  const firstRequest = judgement.askedAgain[0];
  if (!firstRequest) return [];
  const alreadyGiven = judgement.askedAgain.map(({ what }) => whereGiven(facts, what, turn.index));
  const names = [...new Set(alreadyGiven.map(({ name }) => name))];
  const customerWords = alreadyGiven.flatMap(({ words }) => words ?? []);
  const openOutcome = judgement.questions[0];
  const question = caseFacts.question(openOutcome?.question);
  return [
    draftFinding({
      code: 'asked-again',
      at: judgement.firstAt,
      conversation: conversation.key,
      turn: judgement.turn,
      quoteAt: firstRequest.quote,
      customerText: customerWords.length > 0 ? [...new Set(customerWords)].join('\n') : judgement.customer,
      detail: listed(names.map((name) => say('findings:name', { name }))),
      because: joined([...new Set(alreadyGiven.map(({ because }) => because))]),
      suggestion: modelAt(facts, question, turn.index) ?? `「${names[0] ?? ''}」我看到了，不用再发，我接着办`,
      spoiledQuestions: question && turn.closed?.reaction === 'asked-again' ? [question.id] : [],
    }),
  ];
};
