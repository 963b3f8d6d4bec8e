/** What a customer says in the moment in which they go offline (RULES J244). */
import type { Burst, Ending, Reaction } from '#engine/model/content.ts';
import { conversationIn, type DecisionContext, preparedCaseOf } from '#engine/state/decision-context.ts';
import type { BurstDraft } from './draft.ts';

/** Whether the customer is gone with the last words of this ending, so that nobody can answer them. */
export const goesOffline = ({ outcome }: Pick<Ending, 'outcome'>): boolean =>
  outcome === 'lost' || outcome === 'escalated';

/** 行 听着呢, 我看了再说, 看下日子, 得翻一下: whoever says so stays to listen or to look. */
const STAYS = /听着(?:呢|的|啦)?$|[看翻查][了看]?(?:一?下)?(?:日子|时间)?再说|看一?下(?:日子|时间)|得(?:看|翻)/;

const stays = (burst: Burst): boolean => burst.some((bubble) => bubble.kind === 'text' && STAYS.test(bubble.text));

const leavingIn = (reaction: Reaction | undefined): readonly Burst[] =>
  (reaction?.bursts ?? []).filter((burst) => burst.length > 0 && !stays(burst));

/**
 * Puts words of going in place of those that promise to listen or to look, as the customer is offline seconds later: what they put
 * off comes later, what they heard is nodded to. The line of the ending and what they tell of themselves stand.
 */
export const speakAsGoing = (context: DecisionContext, key: string, draft: BurstDraft): void => {
  const { slots } = preparedCaseOf(context, key).persona.reacts;
  const { spoken } = conversationIn(context, key);
  const isUnspoken = (burst: Burst): boolean =>
    burst.every((bubble) => bubble.kind !== 'text' || spoken[bubble.text] === undefined);
  draft.parts = draft.parts.flatMap((part) => {
    if ((part.why.kind !== 'nod' && part.why.kind !== 'reaction') || !stays(part.burst)) return [part];
    const instead = part.why.kind === 'nod' ? leavingIn(slots['asked-later']) : leavingIn(slots.passed);
    const burst = [...instead, ...leavingIn(slots.nod)].find(isUnspoken);
    return burst ? [{ ...part, burst }] : [];
  });
};
