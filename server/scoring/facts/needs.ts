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
  number: number;
  need: Need;
  met: boolean;
  /** When it was first wanted, and when the chance was over. */
  from: DrillMs;
  until: DrillMs;
};

/** Needs of beats that were entered, or met ahead; duties once the story has an ending (RULES C5). */
export function needResults(conversation: ConversationHistory, caseFacts: CaseFacts): NeedResult[] {
  const isMet = (beat: string | null, number: number): boolean =>
    conversation.needsMet.some((met) => met.beat === beat && met.need === number);
  const ending = conversation.endings.at(-1);
  const last = ending?.at ?? conversation.closed?.at ?? conversation.beats.at(-1)?.at ?? 0;
  const needs = caseFacts.scenario.beats.flatMap((beat) => {
    const entered = conversation.beats.find((visited) => visited.beat === beat.id);
    return beat.needs.flatMap((need, number): NeedResult[] => {
      const isDone = isMet(beat.id, number);
      // The drill ended while the beat was open: the need is void, not missed.
      const isDue = entered !== undefined && (entered.left !== null || ending !== undefined);
      if (!isDone && (!isDue || isUntoldBonus(conversation, caseFacts, beat, need) || isTheirs(conversation, need)))
        return [];
      const left = conversation.beats.findLast((visited) => visited.beat === beat.id)?.left;
      return [
        {
          beat: beat.id,
          number,
          need,
          met: isDone,
          from: entered?.at ?? 0,
          until: need.untilEnd ? last : (left?.at ?? last),
        },
      ];
    });
  });
  const duties = caseFacts.scenario.duties.flatMap((need, number): NeedResult[] => {
    const isDone = isMet(null, number);
    if (!isDone && (!ending || isTheirs(conversation, need))) return [];
    return [{ beat: null, number, need, met: isDone, from: conversation.arrivals[0]?.at ?? 0, until: last }];
  });
  return [...needs, ...duties];
}

/** Whether the customer sent the very product card that the need asks for: nobody owes them what they have (RULES M28). */
const isTheirs = (conversation: ConversationHistory, { with: { product } }: Need): boolean =>
  product !== undefined &&
  conversation.said.some(({ bubble }) => bubble.kind === 'product' && bubble.product === product);

const COUPON = '券';

/**
 * Whether the need is a coupon as a kindness that neither side named: no card of its question grants one, and no must
 * point names it. Leaving it unsaid costs nothing, so leaving it unclicked costs nothing (RULES M17).
 */
function isUntoldBonus(conversation: ConversationHistory, caseFacts: CaseFacts, { asks }: Beat, need: Need): boolean {
  if (need.with.coupon === undefined || asks.length === 0) return false;
  const points = asks.flatMap((question) => question.points);
  const isGranted = points.some(
    ({ must, says, policy }) =>
      (must && says.includes(COUPON)) || (policy !== null && caseFacts.card(policy)?.text.includes(COUPON) === true),
  );
  const isNamed =
    conversation.spoke.some(({ text }) => text.includes(COUPON)) ||
    conversation.said.some(({ bubble }) => bubble.kind === 'text' && bubble.text.includes(COUPON));
  return !isGranted && !isNamed;
}

const MANNER: readonly Act[] = ['greeting', 'apology', 'empathy', 'thanks', 'goodbye'];
const SALES: readonly Act[] = ['order-prompt', 'payment-reminder', 'follow-up', 'cross-sell'];

/** An action is 平台操作; a fact to be asked for is 问题解决; an act belongs where that act is marked. */
export function dimensionOf(need: Need): Dimension {
  if (need.do !== null) return 'operation';
  if (need.act !== null && MANNER.includes(need.act)) return 'manner';
  if (need.act !== null && SALES.includes(need.act)) return 'sales';
  return 'solving';
}
