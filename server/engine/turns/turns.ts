/** Opening, prolonging and timing a turn (RULES T1, T8). */

import { KEY_MS, nudgeAt } from '#engine/customer/patience.ts';
import type { DrillMs } from '#engine/model/events.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  isRolePlay,
  preparedCaseOf,
} from '#engine/state/decision-context.ts';
import { turnText } from '#engine/state/turn-text.ts';

const READ_CHARS_PER_S = 4;
const READ_MIN_MS = 4000;
const READ_MAX_MS = 10_000;
/** Most milliseconds the reaction waits once the first message was read. */
const PATIENCE_MS = 12_000;
const TYPING_MS = 3000;
/** Milliseconds until a card, or what was forbidden, is reacted to without words. */
const CARD_MS = 2500;
/** Milliseconds that any other operation waits for its words: they are mostly typed within 6 s of the click. */
const ACTION_MS = 10_000;

/** Milliseconds the customer reads a turn's text: 4 characters a second, 4–10 s. */
export const readingMs = (text: string): number =>
  Math.max(READ_MIN_MS, Math.min(READ_MAX_MS, Math.round((text.length / READ_CHARS_PER_S) * 1000)));

/** A further message restarts the reading of the joined text; the latest time stands from the first. Call after `trainee-said`. */
export const timeMessage = (context: DecisionContext, key: string, at: DrillMs): void => {
  const turn = conversationIn(context, key).turn;
  if (!turn) return;
  const { text, said } = turnText(turn);
  const readAt = at + readingMs(text);
  const latestAt = said.length === 1 || turn.latestAt === null ? readAt + PATIENCE_MS : turn.latestAt;
  const dueAt = Math.min(readAt, latestAt);
  emit(context, { kind: 'turn-due', at, conversation: key, turn: turn.number, dueAt, latestAt });
};

/** Puts off a nudge that is nearly due while the trainee types. */
const putOffNudge = (context: DecisionContext, key: string, at: DrillMs): void => {
  if (isRolePlay(context)) return;
  const due = nudgeAt(conversationIn(context, key), preparedCaseOf(context, key));
  const until = at + KEY_MS;
  if (due !== null && due < until) emit(context, { kind: 'nudge-put-off', at, conversation: key, until });
};

/** Typing puts the reaction off: three seconds from now at least. Nothing is stored when it changes nothing. */
export const timeTyping = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { turn } = conversationIn(context, key);
  if (!turn || turn.dueAt === null || turn.latestAt === null) {
    putOffNudge(context, key, at);
    return;
  }
  const dueAt = Math.min(Math.max(turn.dueAt, at + TYPING_MS), turn.latestAt);
  if (dueAt > turn.dueAt)
    emit(context, { kind: 'turn-due', at, conversation: key, turn: turn.number, dueAt, latestAt: turn.latestAt });
};

/**
 * An action that wants a reaction closes its turn once its words had time to come, unless words already wait to be read;
 * `isSeen`: the customer sees it at once.
 */
export const timeAction = (context: DecisionContext, key: string, at: DrillMs, isSeen: boolean): void => {
  const turn = conversationIn(context, key).turn;
  if (!turn || turn.dueAt !== null) return;
  const dueAt = at + (isSeen ? CARD_MS : ACTION_MS);
  emit(context, { kind: 'turn-due', at, conversation: key, turn: turn.number, dueAt, latestAt: dueAt + PATIENCE_MS });
};
