/** Pressing of customers who are to be left in peace: a follow-up too many, a reminder after 不要了, urging during a pause (docs/trade.md §3). */
import { say } from '#i18n/say.ts';
import { urgesToPay } from '#language/windows/payment.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { BEFORE_LOG, type ConversationHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, customerBefore, lastQuote } from '#scoring/log/phrasing.ts';

/** Where the words of the last turn up to `index` end; null before the first turn. */
export const turnAt = ({ conversation }: ConversationFacts, index: number): FindingDraft['quoteAt'] => {
  const turn = conversation.turns.findLast((candidate) => candidate.index <= index);
  return turn ? lastQuote(conversation, turn) : null;
};

/** A fourth follow-up, or a reminder after 不要了: there is no window then, only the deed. */
export const pestering = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return conversation.pesterings
    .filter((spoil) => !isTakingUp(conversation, spoil.index))
    .map((spoil) => {
      const turn = conversation.turns.findLast(({ index }) => index <= spoil.index);
      return draftFinding({
        code: 'pestering',
        at: spoil.at,
        conversation: conversation.key,
        turn: turn?.judgement.turn ?? null,
        quoteAt: turnAt(facts, spoil.index),
        observation: say('findings:window.again'),
        customerText: customerBefore(conversation, caseFacts, spoil.index),
        suggestion: `好的，${caseFacts.scenario.customer.name}，这边不打扰您了，要用的时候找我`,
      });
    });
};

/** 您再瞅一眼, 那头有了没, 好我等着: a trainee who takes up what the customer asked for, or comes back from a hold, presses nobody. */
const isTakingUp = (conversation: ConversationHistory, index: number): boolean => {
  const turn = conversation.turns.findLast((candidate) => candidate.index <= index);
  if (turn === undefined) return false;
  const turnBefore = conversation.turns.findLast((earlier) => earlier.index < turn.index);
  const hasPressed = conversation.clicks.some(
    (click) => click.action === 'remind-pay' && click.index > (turnBefore?.index ?? BEFORE_LOG) && click.index < index,
  );
  if (hasPressed) return false;
  const { customer, hold } = turn.judgement;
  return (
    hold !== null ||
    (turnBefore?.judgement.hold ?? null) !== null ||
    asksSomething(customer) ||
    ASKS_TO_LOOK.test(customer)
  );
};
const ASKS_TO_LOOK = /[看瞅查瞧](?:看|一?下|一?眼|瞅|瞧)|没有?[？?]?$/;

/** 快点付 to a customer who has just said that they go and look after the pot: the trainee urged them during their pause. */
export const hurriedPayments = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return conversation.windows.flatMap((window) => {
    const until = window.closed?.index ?? Number.POSITIVE_INFINITY;
    const turn = conversation.turns.find(
      ({ index, judgement }) => index > window.index && index < until && urgesToPay(judgement.text),
    );
    if (window.kind !== 'follow-up' || !turn) return [];
    return [
      draftFinding({
        code: 'too-early',
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: lastQuote(conversation, turn),
        observation: say('findings:window.away'),
        customerText: customerBefore(conversation, caseFacts, turn.index),
      }),
    ];
  });
};
