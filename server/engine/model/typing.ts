/** Typing notices: from when until when a customer is seen typing. Derived, never stored. */
import type { Drill } from './drill.ts';
import type { DrillMs } from './events.ts';

/** Most milliseconds a customer is seen typing before a bubble; a later bubble is typed after the one before it. */
const TYPING_MS = 2500;

export type TypingNotice = { conversation: string; from: DrillMs; until: DrillMs };

/**
 * At most one notice a conversation. A turn that will get no reaction shows one too: the customer types and thinks
 * better of it.
 */
export const typingNotices = (drill: Drill): TypingNotice[] =>
  drill.order.flatMap((key): TypingNotice[] => {
    const c = drill.conversations[key];
    const next = c?.pending[0];
    if (!c || drill.ended || c.status === 'queued') return [];
    if (next) return [{ conversation: key, from: Math.max(c.lastLineAt, next.at - TYPING_MS), until: next.at }];
    if (c.turn?.dueAt != null) return [{ conversation: key, from: c.turn.dueAt - TYPING_MS, until: c.turn.dueAt }];
    return [];
  });
