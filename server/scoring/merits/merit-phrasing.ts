/** Why taking a window was a merit: in the words and seconds of this very conversation. */
import { storyAt } from '#engine/model/story-time.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, bubbleText, quotedText, wholeClause } from '#scoring/log/phrasing.ts';
import { quotes } from '#scoring/opportunities/quotes.ts';
import { firstIndex, linesBefore } from './merit-draft.ts';

/** Empty where nothing specific is known; then the rubric's own sentence stands. */
export const windowMerit = (
  facts: ConversationFacts,
  window: WindowHistory,
  turn: TurnHistory,
  quotedMessage: string,
): string => {
  const customerWords = lastBubble(facts, turn, quotedMessage);
  switch (window.kind) {
    case 'follow-up':
      return customerWords === null ? '' : say('merits:followUp', { words: customerWords });
    case 'order-prompt':
      return customerWords === null
        ? ''
        : say(`merits:orderPrompt.${boughtAfter(facts, turn)}`, { words: customerWords });
    case 'payment-reminder':
      return unpaidMerit(facts, turn);
    case 'confirm-order':
      return checkedMerit(facts, window, turn, customerWords);
    case 'recognise-regular':
      return regularMerit(facts);
    default:
      return '';
  }
};

/** What the customer had said last as the quoted words came. */
const lastBubble = (
  { conversation, caseFacts }: ConversationFacts,
  turn: TurnHistory,
  quotedMessage: string,
): string | null => {
  const spokeAt = conversation.traineeMessages.find(({ id }) => id === quotedMessage)?.index ?? turn.index;
  const bubble = conversation.customerMessages.findLast(
    (line) => line.index < spokeAt && line.bubble.kind === 'text',
  )?.bubble;
  return bubble ? bubbleText(bubble, caseFacts) : null;
};

/**
 * How old the order was, in whole minutes of the story, as these words came; drill time counts as story time (RULES C2). Where
 * the story has jumped, what the clock said as they came isn't known, and no minutes are told (RULES M84).
 */
const unpaidMerit = (facts: ConversationFacts, turn: TurnHistory): string => {
  const { conversation, caseFacts } = facts;
  const order = caseFacts.scenario.orders.find(({ status }) => status === 'unpaid');
  const placedTime = /(\d{1,2}):(\d{2})$/.exec(order?.placed ?? '');
  const bought = boughtAfter(facts, turn);
  const hasJumped = conversation.storyJumps.some(({ index }) => index < firstIndex(conversation, turn));
  if (!placedTime || hasJumped) return say(`merits:unpaid.${bought}`);
  const sinceArrivalMs = Math.max(0, turn.judgement.firstAt - (conversation.arrivals[0]?.at ?? 0));
  const nowMinute = storyAt(caseFacts.scenario, sinceArrivalMs, 0).minute;
  const ageMinutes = Math.floor(nowMinute - Number(placedTime[1]) * 60 - Number(placedTime[2]));
  return ageMinutes > 0 ? say(`merits:unpaidFor.${bought}`, { minutes: ageMinutes }) : say(`merits:unpaid.${bought}`);
};

/** Whether a confirmation read back everything the case asks for. */
export const hasReadBack = ({ caseFacts }: ConversationFacts, window: WindowHistory, turn: TurnHistory): boolean => {
  const pointsAsked = caseFacts.beat(window.beat)?.window?.points ?? [];
  return pointsAsked.every((id) =>
    turn.judgement.points.some(({ point, state }) => point === id && state === 'covered'),
  );
};

/** What the trainee read back, where the case names points, in the trainee's own words: the case's are more than was said (RULES M203). */
const checkedMerit = (
  { caseFacts, conversation }: ConversationFacts,
  window: WindowHistory,
  turn: TurnHistory,
  customerWords: string | null,
): string => {
  const pointsAsked = caseFacts.beat(window.beat)?.window?.points ?? [];
  const notesTold = turn.judgement.points.filter(
    ({ state, point }) => state === 'covered' && pointsAsked.includes(point),
  );
  const words = notesTold.flatMap(({ quote }) => quotedText(conversation, wholeClause(conversation, quote)) ?? []);
  if (words.length > 0) return say('merits:checked.points', { points: quotes([...new Set(words)]) });
  return customerWords === null ? '' : say('merits:checked.words', { words: customerWords });
};

const regularMerit = ({ caseFacts }: ConversationFacts): string => {
  const past = caseFacts.scenario.customer.past.at(-1);
  const product = past ? caseFacts.product(past.product)?.name : null;
  return past && product ? say('merits:regular', { on: past.on, product }) : '';
};

/** Whether the customer paid or ordered after these words. */
export const boughtAfter = ({ conversation }: ConversationFacts, turn: TurnHistory): 'none' | 'paid' | 'ordered' => {
  const purchase = conversation.customerDeeds.find(
    ({ index, deed }) => index > turn.index && (deed.deed === 'pay' || deed.deed === 'place-order'),
  );
  if (!purchase) return 'none';
  return purchase.deed.deed === 'pay' ? 'paid' : 'ordered';
};

const AGREES = ['对', '是的', '没错', '嗯', '好的', '可以'];
/** Customers' words that ask to hear the agreement once more. */
const ASKS_TO_HEAR = ['核一遍', '念一遍', '对一遍', '再说一遍', '再核', '核对', '来着', '收到没', '对不对'];

/** Whether the customer read it out or asked for it: then the trainee's agreeing is no check of their own. */
export const hasCustomerChecked = (facts: ConversationFacts, turn: TurnHistory): boolean => {
  const lines = linesBefore(facts, turn);
  return (
    AGREES.some((word) => turn.judgement.text.startsWith(word)) ||
    lines.some((line) => asksSomething(line) || ASKS_TO_HEAR.some((word) => line.includes(word)))
  );
};

/** Whether something was sold that should not have been: by a false claim, or against what the case forbids. */
export const hasSoldWrongly = ({ conversation }: ConversationFacts): boolean =>
  conversation.clicks.some(({ forbidden }) => forbidden !== null) ||
  conversation.turns.some(
    ({ judgement }) =>
      judgement.forbiddenWords.length > 0 ||
      judgement.redLines.some(({ code, confidence }) => code === 'false-claim' && confidence === 'high'),
  );
