/** Merits of windows that were taken: asked to order, reminded, read back, taken up, recognised. */
import type { WindowKind } from '#engine/model/content.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, isAsking, lastQuote, msToS, quotedText } from '#scoring/log/phrasing.ts';
import { isServicePause, windowDimension } from '#scoring/opportunities/window-dimension.ts';
import { firstIndex, isUneditedQuickReply, linesBefore, meritOfTurn } from './merit-draft.ts';
import { boughtAfter, hasCustomerChecked, hasReadBack, hasSoldWrongly, windowMerit } from './merit-phrasing.ts';
import { orderInvitation, pauseQuote, readingQuote } from './merit-quote.ts';
import { namesEarlierRight } from './recognised.ts';
import { hesitates, takesUp } from './takes-up.ts';

const CODES: { readonly [kind in WindowKind]?: FindingCode } = {
  'order-prompt': 'merit:order-prompt',
  'follow-up': 'merit:follow-up',
  'payment-reminder': 'merit:payment-reminder',
  'confirm-order': 'merit:confirm-order',
  'recognise-regular': 'merit:recognised-regular',
  'cross-sell': 'merit:cross-sell',
};

const SALES: readonly WindowKind[] = ['order-prompt', 'cross-sell', 'payment-reminder'];

export const windowMerits = (facts: ConversationFacts): FindingDraft[] => {
  return facts.conversation.windows.flatMap((window) => {
    const code = CODES[window.kind];
    const turn = takenIn(facts, window);
    const quoteAt = turn ? quoteOf(facts, window, turn) : null;
    if (!code || !turn || !quoteAt || isUneditedQuickReply(turn, quoteAt.message)) return [];
    if (SALES.includes(window.kind) && hasSoldWrongly(facts)) return [];
    if (!isEarned(facts, window, turn, quotedText(facts.conversation, quoteAt) ?? '')) return [];
    const merit = meritOfTurn(facts, turn, code, quoteAt, windowMerit(facts, window, turn, quoteAt.message));
    return [
      { ...merit, ...(isServicePause(facts, window.kind) && { dimension: windowDimension(facts, window.kind) }) },
    ];
  });
};

/** The words praised: the message that does what the merit says, null where none of the turn's does (RULES M84). */
const quoteOf = (facts: ConversationFacts, window: WindowHistory, turn: TurnHistory): Quote | null => {
  switch (window.kind) {
    case 'order-prompt':
      return orderInvitation(facts.conversation, turn);
    case 'follow-up':
      return pauseQuote(facts, window, turn);
    case 'confirm-order':
      return readingQuote(facts, window, turn);
    default:
      return lastQuote(facts.conversation, turn);
  }
};

/** The turn that took a window, as far as the log tells; none where the engine didn't see it taken. */
const takenIn = ({ conversation }: ConversationFacts, { closed, takenByReport }: WindowHistory): TurnHistory | null => {
  if (closed?.how !== 'taken' || takenByReport) return null;
  const { by, index } = closed;
  const turnOfMessage = conversation.turns.find(({ judgement }) => by !== null && judgement.messages.includes(by));
  return turnOfMessage ?? conversation.turns.findLast((turn) => turn.index <= index) ?? null;
};

const isEarned = (facts: ConversationFacts, window: WindowHistory, turn: TurnHistory, words: string): boolean => {
  switch (window.kind) {
    case 'follow-up':
      return (
        !wasLate(facts, window, turn) &&
        !answersOnly(turn) &&
        !hasOnlyThanked(linesBefore(facts, turn)) &&
        // Who waits for an answer hasn't paused.
        !linesBefore(facts, turn)
          .slice(-1)
          .some((line) => asksSomething(line) && !hesitates(line)) &&
        takesUp(words, linesBefore(facts, turn))
      );
    case 'confirm-order':
      return hasReadBack(facts, window, turn) && !hasCustomerChecked(facts, turn) && !turn.judgement.corrects;
    case 'payment-reminder':
      return saysWhy(words) && !isStern(turn);
    case 'order-prompt':
      return boughtAfter(facts, turn) !== 'none';
    case 'recognise-regular':
      return (
        namesEarlierRight(facts, window, turn) &&
        facts.conversation.customerMessages.every(
          ({ index, bubble }) => index > firstIndex(facts.conversation, turn) || bubble.kind !== 'order',
        )
      );
    default:
      return true;
  }
};

const THANKS = /谢|辛苦了/;
/** 我去看看孩子, 等我缓一下, 我问问: the customer goes, or wants a moment. */
const GOES = /[去等先忙缓想]|回来|[看问][看问一下]|一会|回头/;

/** Whether the customer stopped with thanks and went nowhere: nobody answers a going then (RULES M181). */
const hasOnlyThanked = (lines: readonly string[]): boolean =>
  lines.some((line) => THANKS.test(line)) && !lines.some((line) => GOES.test(line));

/** Whether a turn only answers what was asked: it was owed, and takes up nothing from the pause. */
const answersOnly = ({ judgement }: TurnHistory): boolean =>
  judgement.questions.some(({ answer }) => answer === 'answered' || answer === 'partial');

/** Whether words came later into the pause than the pass threshold: such words aren't praised. */
const wasLate = (facts: ConversationFacts, window: WindowHistory, { judgement }: TurnHistory): boolean => {
  const { passS } = tierFor(facts.rubric, atOnce(facts.history, window.fromAt, judgement.firstAt));
  return msToS(window.fromAt, judgement.firstAt) > passS;
};

/** A helpful reminder asks what keeps the customer, or says until when the order stands. */
const saysWhy = (words: string): boolean => isAsking(words) || /\d|[一二三四五六七八九十]点/.test(words);

const isStern = ({ judgement }: TurnHistory): boolean => ['cold', 'impatient', 'hostile'].includes(judgement.tone);
