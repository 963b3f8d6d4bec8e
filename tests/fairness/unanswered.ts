/** Turns of a played drill that the customer gave no sign of having read. */

import type { DrillEvent } from '#engine/model/events.ts';

/** Milliseconds after the turn was judged within which the customer's first bubble is out. */
const AT_ONCE_MS = 5000;

/**
 * The texts of turns after which the customer said nothing and was gone, or was gone before they could be sent: 去年红了一个礼拜,
 * and two seconds later they had left. Not where the trainee has put them off or said goodbye, or they had left before
 * and hadn't come back to answer.
 */
export const unansweredTurns = (events: readonly DrillEvent[]): string[] => {
  const left = new Map<string, boolean>();
  const lastSaid = new Map<string, string>();
  return events.flatMap((event, index) => {
    if (event.kind === 'ending-reached') left.set(event.conversation, true);
    if (event.kind === 'customer-arrived') left.set(event.conversation, false);
    if (event.kind === 'customer-said') lastSaid.set(event.conversation, event.why.kind);
    if (event.kind !== 'turn-judged' || event.judgement.text === '') return [];
    const { conversation, at, judgement } = event;
    const hasLeft = left.get(conversation) === true && lastSaid.get(conversation) !== 'fact';
    if (hasLeft || judgement.hold !== null || judgement.acts.includes('goodbye')) return [];
    const later = events.slice(index).filter((other) => 'conversation' in other && other.conversation === conversation);
    const isHeard = later.some((other) => other.kind === 'customer-said' && other.at <= at + AT_ONCE_MS);
    const isGone = later.some((other) => other.kind === 'ending-reached' && other.at <= at + AT_ONCE_MS);
    const isOver = later.some(({ kind }) => kind === 'drill-ended');
    const isLast = !later.some(({ kind }) => kind === 'customer-said');
    return !isHeard && (isGone || (isOver && isLast && left.get(conversation) === true)) ? [judgement.text] : [];
  });
};
