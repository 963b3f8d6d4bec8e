/** 稍等: a hold, the window `return` it opens, and coming back or not (RULES T7). */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { holdResponse } from '#engine/state/still-on-it.ts';

const UNTIMED_HOLD_S = 60;
/** Milliseconds by which the trainee may be late. */
export const HOLD_GRACE_MS = 10_000;

const windowId = (turn: number): string => `return-${turn}`;

export const beginHold = (context: DecisionContext, key: string, at: DrillMs, judgement: TurnJudgement): void => {
  const response = holdResponse(conversationIn(context, key));
  if (response !== 'waits' && response !== 'presses') return;
  const seconds = judgement.hold?.seconds ?? null;
  // A time promised again is waited for UNTIMED_S seconds at most: ten minutes aren't waited for twice.
  const waitS =
    response === 'waits' ? (seconds ?? UNTIMED_HOLD_S) : Math.min(seconds ?? UNTIMED_HOLD_S, UNTIMED_HOLD_S);
  const untilAt = judgement.lastAt + waitS * 1000 + HOLD_GRACE_MS;
  if (untilAt <= at) return;
  const { turn } = judgement;
  emit(context, { kind: 'hold-begun', at, conversation: key, turn, untilAt, timed: seconds !== null });
  emit(context, {
    kind: 'window-opened',
    at,
    conversation: key,
    window: windowId(turn),
    windowKind: 'return',
    beat: null,
    fromAt: judgement.lastAt,
    untilAt,
  });
};

/**
 * 取消挂起: nothing reminds of the time any more; the customer waits on as promised. Once for each of the trainee's words, so
 * that a program can't fill the log with it.
 */
export const dropHold = (context: DecisionContext, key: string, at: DrillMs): RejectionCode | null => {
  const { isHoldDropped, said, passed } = conversationIn(context, key);
  if (isHoldDropped || (said.length === 0 && passed?.promised !== true)) return 'no-hold';
  emit(context, { kind: 'hold-dropped', at, conversation: key });
  return null;
};

/** A turn after a hold: coming back in time takes the window; a further hold is not coming back yet. */
export const endHold = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  hold: NonNullable<Conversation['hold']>,
  judgement: TurnJudgement,
): void => {
  const isHeldAgain = judgement.hold !== null && judgement.points.every(({ state }) => state === 'not-recognised');
  const hasReturned = !isHeldAgain && judgement.text !== '';
  if (!hasReturned && !isHeldAgain) return;
  emit(context, { kind: 'hold-ended', at, conversation: key, returned: hasReturned });
  const window = conversationIn(context, key).windows.find(({ id }) => id === windowId(hold.turn));
  if (window)
    emit(context, {
      kind: 'window-closed',
      at,
      conversation: key,
      window: window.id,
      windowKind: 'return',
      how: hasReturned ? 'taken' : 'void',
      by: judgement.messages[0] ?? null,
      why: null,
    });
};

/** The time of a hold has passed: the window is missed and the ladder begins at its first step. */
export const missHold = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { hold, windows } = conversationIn(context, key);
  if (!hold) return;
  emit(context, { kind: 'hold-ended', at, conversation: key, returned: false });
  const window = windows.find(({ id }) => id === windowId(hold.turn));
  if (window)
    emit(context, {
      kind: 'window-closed',
      at,
      conversation: key,
      window: window.id,
      windowKind: 'return',
      how: 'missed',
      by: null,
      why: null,
    });
};
