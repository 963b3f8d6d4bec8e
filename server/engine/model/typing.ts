/** Typing notices: from when until when a customer is seen typing. Derived, never stored. */
import type { Drill } from './drill.ts';
import type { DrillMs } from './events.ts';

/** Most milliseconds a customer is seen typing before a bubble; a later bubble is typed after the one before it. */
const TYPING_MS = 2500;

export type TypingNotice = { conversation: string; from: DrillMs; until: DrillMs };

/**
 * At most one notice a conversation. A turn that will get no reaction shows one too: the customer types and thinks
 * better of it. Who has said that they have no more to say is seen typing only before words that come (RULES X73).
 */
export const typingNotices = (drill: Drill): TypingNotice[] =>
  drill.order.flatMap((key): TypingNotice[] => {
    const conversation = drill.conversations[key];
    const next = conversation?.pending[0];
    if (!conversation || drill.ended || conversation.status === 'queued') return [];
    if (next)
      return [{ conversation: key, from: Math.max(conversation.lastLineAt, next.at - TYPING_MS), until: next.at }];
    if (conversation.turn?.dueAt != null && conversation.ending === null)
      return [{ conversation: key, from: conversation.turn.dueAt - TYPING_MS, until: conversation.turn.dueAt }];
    return [];
  });
