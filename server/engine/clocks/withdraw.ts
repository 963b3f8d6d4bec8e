/** 撤回: a trainee takes one of their own messages back (RULES E21–E24). */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { unreadMessage } from '#engine/state/unheard.ts';
import { timeAction, timeTyping } from '#engine/turns/turns.ts';
import { wantsReactionStill } from './actions.ts';

/** Milliseconds of drill time after which a message can't be taken back, as on 千牛 and 淘宝. */
export const WITHDRAW_MS = 120_000;

/**
 * Takes a message back; the reason where that can't be done. One that waits to be read is never heard: the customer
 * sees that something was taken back, and waits as for somebody who types. What was judged by then stays as it is.
 */
export const withdraw = (context: DecisionContext, key: string, at: DrillMs, id: string): RejectionCode | null => {
  const { said, turn, withdrawn } = conversationIn(context, key);
  if (withdrawn.includes(id)) return 'already-withdrawn';
  const unread = unreadMessage(conversationIn(context, key), id);
  const message = unread ?? said.find((one) => one.id === id);
  if (!message) return 'unknown-message';
  if (at - message.at > WITHDRAW_MS) return 'withdraw-too-late';
  const empties = unread !== undefined && turn?.messages.length === 1 && turn.actions.length === 0;
  emit(context, { kind: 'message-withdrawn', at, conversation: key, message: id, heard: !unread, empties });
  if (!unread) return null;
  const left = conversationIn(context, key).turn;
  if (left?.dueAt === null && wantsReactionStill(context, key, left))
    timeAction(context, key, at, left.messages.length > 0);
  timeTyping(context, key, at);
  return null;
};
