/** Saying the next planned bubble, with the questions it opens (RULES T2). */

import { castOf, conversationIn, type DecisionContext, emit, setStatus } from '#engine/state/decision-context.ts';
import { isAnswered } from './open-needs.ts';

export const emitNextBubble = (step: DecisionContext, key: string): void => {
  const next = conversationIn(step, key).pending[0];
  if (!next) return;
  const { at } = next;
  const { status, ending } = conversationIn(step, key);
  // A customer who was away and speaks again is back at the desk.
  if (status === 'away' && !ending) setStatus(step, key, at, 'active');
  emit(step, {
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
    const known = conversationIn(step, key).ledger[question];
    if (known) continue;
    emit(step, { kind: 'question-opened', at, conversation: key, question, beat, bubbleId: next.id });
    // Answered before it was asked (RULES T3).
    if (isAnswered(conversationIn(step, key), castOf(step, key), question)) {
      emit(step, {
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
