/** Pressing of customers who are to be left in peace: a follow-up too many, a reminder after 不要了, urging during a pause (docs/trade.md §3). */
import { say } from '#i18n/say.ts';
import { saysLeave } from '#language/windows/closings.ts';
import { urgesToPay } from '#language/windows/payment.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { BEFORE_LOG, type ConversationHistory, type TurnHistory } from '#scoring/log/conversation-history.ts';
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
    .filter((spoil) => !isTakingUp(conversation, spoil.index) && !isLeaveOfAgreed(conversation, spoil.index))
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

/** Whether the payment reminder was clicked with a turn, or since the turn before it. */
const hasPressed = ({ clicks }: ConversationHistory, before: TurnHistory | undefined, until: number): boolean =>
  clicks.some(({ action, index }) => action === 'remind-pay' && index > (before?.index ?? BEFORE_LOG) && index < until);

/** The last turn up to a place of the log, and the one before it. */
const turnsUpTo = ({ turns }: ConversationHistory, index: number): (TurnHistory | undefined)[] => {
  const turn = turns.findLast((candidate) => candidate.index <= index);
  return [turn, turns.findLast((earlier) => turn !== undefined && earlier.index < turn.index)];
};

/** 您再瞅一眼, 那头有了没, 好我等着: a trainee who takes up what the customer asked for, or comes back from a hold, presses nobody. */
const isTakingUp = (conversation: ConversationHistory, index: number): boolean => {
  const [turn, turnBefore] = turnsUpTo(conversation, index);
  if (turn === undefined || hasPressed(conversation, turnBefore, index)) return false;
  const { customer, hold } = turn.judgement;
  return (
    hold !== null ||
    (turnBefore?.judgement.hold ?? null) !== null ||
    asksSomething(customer) ||
    ASKS_TO_LOOK.test(customer)
  );
};

/** 那按你说的 → 方便时付掉就行，有事给我留言: leave of who has agreed may name the payment, and presses nobody (RULES M219). */
const isLeaveOfAgreed = (conversation: ConversationHistory, index: number): boolean => {
  const [turn, turnBefore] = turnsUpTo(conversation, index);
  if (turn === undefined || hasPressed(conversation, turnBefore, index)) return false;
  const { customer, text } = turn.judgement;
  return saysLeave(turn.judgement) && !urgesToPay(text) && GIVES_IN.test(customer) && !REFUSES.test(customer);
};
const GIVES_IN =
  /[按照听]着?[你您](?:的|说的|讲的|那样)|(?:^|[\s，,])(?:嗯+|哦|噢|那|就)*(?:好(?![像几多久慢烦难不])|行(?!不)|可以(?!不|吗)|成(?!不)|要得|中|没问题|我?(?:知道|明白|晓得|懂)了)/;
const REFUSES = /不(?:买|要|用|想|付|拍|必)|算了|取消|退了|别(?![的人])|烦|莫/;
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
