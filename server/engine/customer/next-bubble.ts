/** Saying the next planned bubble, with the questions it opens (RULES T2). */

import {
  conversationIn,
  type DecisionContext,
  emit,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { isAnswered } from './open-needs.ts';

export const emitNextBubble = (context: DecisionContext, key: string): void => {
  const next = conversationIn(context, key).pending[0];
  if (!next) return;
  const { at } = next;
  const { status, ending } = conversationIn(context, key);
  // A customer who was away and speaks again is back at the desk.
  if (status === 'away' && !ending) setStatus(context, key, at, 'active');
  emit(context, {
    kind: 'customer-said',
    at,
    conversation: key,
    id: next.id,
    bubble: next.bubble,
    why: next.why,
    last: next.last,
    ...(next.place && { place: next.place }),
  });
  for (const { question, beat } of next.opens) {
    const known = conversationIn(context, key).ledger[question];
    if (known) continue;
    emit(context, { kind: 'question-opened', at, conversation: key, question, beat, bubbleId: next.id });
    // Answered before it was asked (RULES T3).
    if (isAnswered(conversationIn(context, key), preparedCaseOf(context, key), question)) {
      emit(context, {
        kind: 'question-changed',
        at,
        conversation: key,
        question,
        from: 'open',
        to: 'answered',
        turn: null,
      });
    }
  }
};
