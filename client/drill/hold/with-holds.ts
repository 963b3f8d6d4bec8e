/** Holds as notes of a thread, where it is looked at from outside: on the desk itself their strip says it (RULES Q88). */
import type { ConversationView, ThreadItem } from '#client/drill/model/drill-view.ts';
import { wordsOf } from './words-of.ts';

/** Each hold stands below the message that made it, or below the customer's coming. */
export const withHolds = (conversation: ConversationView): ConversationView => {
  const { holdPromises, transferNote, status } = conversation;
  const isPassed = transferNote !== null;
  if (holdPromises.length === 0) return conversation;
  const items: ThreadItem[] = [...conversation.items];
  for (const hold of holdPromises) {
    const below = items.findLastIndex(
      (item) => (item.kind === 'trainee' && item.id === hold.message) || (hold.message === null && item.at <= hold.at),
    );
    // Between two events of the log: its place is among the thread's keys.
    const seq = (items[below]?.seq ?? 0) + HALF;
    const isGone = status === 'away' || status === 'closed';
    items.splice(below + 1, 0, {
      ...{ kind: 'hold', seq, at: hold.at, round: null, hold, isPassed },
      ...{ words: wordsOf(conversation, hold), isGone },
    });
  }
  return { ...conversation, items };
};

const HALF = 0.5;
