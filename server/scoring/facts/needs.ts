/** Needs and duties of a conversation: which were wanted, and which were met (RULES T8, M8). */
import type { Beat, Need } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Dimension } from '#engine/model/rubric.ts';
import type { Act } from '#language/terms/verdicts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';

export type NeedResult = {
  /** Null for a duty of the whole case. */
  beat: string | null;
  needIndex: number;
  need: Need;
  isMet: boolean;
  /** When it was first wanted, and until when it could be met. */
  from: DrillMs;
  until: DrillMs;
};

/** Needs of beats that were entered, or met ahead; duties once the story has an ending (RULES C5). */
export const needResults = (conversation: ConversationHistory, caseFacts: CaseFacts): NeedResult[] => {
  const isMet = (beat: string | null, number: number): boolean =>
    conversation.needsMet.some((needMet) => needMet.beat === beat && needMet.need === number);
  // What the seat before did counts there, and is owed by nobody here.
  const wasMetBefore = (beat: string | null, number: number): boolean =>
    conversation.inherited?.met.has(`${beat ?? ''}:${number}`) === true;
  const ending = conversation.endings.at(-1);
  const endAt = ending?.at ?? conversation.closed?.at ?? conversation.beats.at(-1)?.at ?? 0;
  const needs = caseFacts.scenario.beats.flatMap((beat) => {
    const beatEntry = conversation.beats.find((visited) => visited.beat === beat.id);
    return beat.needs.flatMap((need, needIndex): NeedResult[] => {
      const isDone = isMet(beat.id, needIndex);
      // The drill ended while the beat was open: the need is void, not missed.
      const isDue = beatEntry !== undefined && (beatEntry.exit !== null || ending !== undefined);
      if (
        !isDone &&
        (!isDue ||
          wasMetBefore(beat.id, needIndex) ||
          isUntoldBonus(conversation, caseFacts, beat, need) ||
          hasCustomerIt(conversation, caseFacts, need) ||
          isReportedHigher(conversation, caseFacts, need))
      )
        return [];
      const exit = conversation.beats.findLast((visited) => visited.beat === beat.id)?.exit;
      return [
        {
          beat: beat.id,
          needIndex,
          need,
          isMet: isDone,
          from: beatEntry?.at ?? 0,
          until: need.untilEnd ? endAt : (exit?.at ?? endAt),
        },
      ];
    });
  });
  const duties = caseFacts.scenario.duties.flatMap((need, needIndex): NeedResult[] => {
    const isDone = isMet(null, needIndex);
    if (
      !isDone &&
      (!ending ||
        wasMetBefore(null, needIndex) ||
        hasCustomerIt(conversation, caseFacts, need) ||
        isNoteOfNothing(conversation, caseFacts, need))
    )
      return [];
    return [{ beat: null, needIndex, need, isMet: isDone, from: conversation.arrivals[0]?.at ?? 0, until: endAt }];
  });
  return [...needs, ...duties];
};

/**
 * Whether the customer has the very product card that the need asks for: they sent it, or came from that product's page
 * and asked for no card. Nobody owes them what they have (RULES M28).
 */
const hasCustomerIt = (
  conversation: ConversationHistory,
  { scenario }: CaseFacts,
  { with: { product } }: Need,
): boolean => {
  if (product === undefined) return false;
  const { customerMessages } = conversation;
  if (customerMessages.some(({ bubble }) => bubble.kind === 'product' && bubble.product === product)) return true;
  const hasAskedForIt = customerMessages.some(({ why }) => why.kind === 'reaction' && why.reaction === 'undone');
  return scenario.customer.enters === product && !hasAskedForIt;
};

/** Whether a report that is due went to a higher level: somebody who may do more than was needed has the matter. */
export const isReportedHigher = (conversation: ConversationHistory, caseFacts: CaseFacts, need: Need): boolean => {
  const due = need.do === null ? null : (caseFacts.action(need.do)?.reports ?? null);
  return due !== null && conversation.clicks.some(({ action }) => (caseFacts.action(action)?.reports ?? '') > due);
};

/** The operation that writes what was settled into the order. */
const NOTE = 'remark';

/** Whether the trainee told anything right, named a time, or something was done at the desk: else nothing was agreed on (RULES M86). */
const isAnythingSettled = ({ turns, clicks, customerDeeds }: ConversationHistory): boolean =>
  clicks.length > 0 ||
  customerDeeds.length > 0 ||
  turns.length === 0 ||
  turns.some(
    ({ judgement }) =>
      judgement.acts.includes('promise-time') || judgement.points.some(({ state }) => state !== 'wrong'),
  );

/**
 * Whether a note is due of what was settled and the customer said that they leave without buying: nothing was (RULES M55).
 * Who left without a word, as one who waited too long, is no excuse: answering slower would cost less.
 */
const isNoteOfNothing = (conversation: ConversationHistory, { scenario }: CaseFacts, need: Need): boolean => {
  const ending = conversation.endings.at(-1);
  if (need.do !== NOTE || ending === undefined || ending.silent) return false;
  if (!isAnythingSettled(conversation)) return true;
  return (
    ending.outcome === 'lost' &&
    scenario.orders.every(({ status }) => status === 'unpaid') &&
    !conversation.customerDeeds.some(({ deed }) => deed.deed === 'pay' || deed.deed === 'place-order')
  );
};

const COUPON = '券';

/**
 * Whether the need is a coupon as a kindness that neither side named: no card of its question grants one, and no must
 * point names it. Leaving it unsaid costs nothing, so leaving it unclicked costs nothing (RULES M17).
 */
const isUntoldBonus = (
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  { asks }: Beat,
  need: Need,
): boolean => {
  if (need.with.coupon === undefined || asks.length === 0) return false;
  const points = asks.flatMap((question) => question.points);
  const isGranted = points.some(
    ({ must, says, policy }) =>
      (must && says.includes(COUPON)) || (policy !== null && caseFacts.card(policy)?.text.includes(COUPON) === true),
  );
  const isNamed =
    conversation.traineeMessages.some(({ text }) => text.includes(COUPON)) ||
    conversation.customerMessages.some(({ bubble }) => bubble.kind === 'text' && bubble.text.includes(COUPON));
  return !isGranted && !isNamed;
};

const MANNER: readonly Act[] = ['greeting', 'apology', 'empathy', 'thanks', 'goodbye'];
const SALES: readonly Act[] = ['order-prompt', 'payment-reminder', 'follow-up', 'cross-sell'];

/** An action is 平台操作; a fact to be asked for is 问题解决; an act belongs where that act is marked. */
export const dimensionOf = (need: Need): Dimension => {
  if (need.do !== null) return 'operation';
  if (need.act !== null && MANNER.includes(need.act)) return 'manner';
  if (need.act !== null && SALES.includes(need.act)) return 'sales';
  return 'solving';
};
