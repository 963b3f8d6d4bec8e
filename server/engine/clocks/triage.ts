/** What a trainee decides about the customers of a rush: to hand one over, to take one out of the queue. */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { arrive } from '#engine/reactions/arrival.ts';
import { type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { atDesk, unfinished } from '#engine/state/desk-load.ts';
import { endDrill, settleConversation } from './end-drill.ts';

/** Hands a customer at the desk to a colleague or, once the shift is over, to the next one, who reads `note`. What they waited for is void, not missed (RULES Q7). */
export const transfer = (context: DecisionContext, at: DrillMs, key: string, note: string): RejectionCode | null => {
  if (context.drill.rush === null) return 'not-a-rush';
  if (note.trim() === '') return 'note-missing';
  settleConversation(context, key, at, 'transfer');
  if (context.needs) return null;
  emit(context, { kind: 'conversation-closed', at, conversation: key, by: 'transfer', note: note.trim() });
  // After the last note of a shift that is over there is nothing left to do.
  if (context.drill.rush.handoverUntil !== null && unfinished(context.drill).length === 0)
    endDrill(context, at, 'time');
  return null;
};

/** Takes a customer out of the queue, also before others, and one above the capacity at most (RULES Q2). */
export const takeFromQueue = (context: DecisionContext, at: DrillMs, key: string): RejectionCode | null => {
  const { rush, conversations } = context.drill;
  if (rush === null) return 'not-a-rush';
  // The key comes from a browser: 'constructor' is no conversation, though every object has one.
  const conversation = Object.hasOwn(conversations, key) ? conversations[key] : undefined;
  if (!conversation) return 'unknown-conversation';
  if (conversation.queuedAt === null) return 'not-in-queue';
  const open = atDesk(context.drill).length;
  if (open > rush.capacity || open >= MAX_CUSTOMERS) return 'desk-full';
  arrive(context, key, at, true);
  return null;
};
