/** How many customers are at the desk, who waits before it, and whether there is room. */
import type { Conversation, Drill } from '#engine/model/drill.ts';

/** A customer counts from when they come to the desk until they go, are closed, or leave is taken (RULES T53). */
const isAtDesk = ({ status, farewell }: Conversation): boolean =>
  (status === 'waiting' || status === 'active') && !farewell;

/** Customers at the desk, in order of their keys. */
export const atDesk = (drill: Drill): Conversation[] =>
  drill.order.flatMap((key) => {
    const conversation = drill.conversations[key];
    return conversation && isAtDesk(conversation) ? [conversation] : [];
  });

/** Who waits in the queue, longest first. Two who came in the same millisecond stand in order of their keys. */
export const queueOf = (drill: Drill): Conversation[] =>
  drill.order
    .flatMap((key) => {
      const conversation = drill.conversations[key];
      return conversation && conversation.queuedAt !== null ? [conversation] : [];
    })
    .sort((a, b) => (a.queuedAt ?? 0) - (b.queuedAt ?? 0));

/** Whether the seat may be given one more. Where there is no rush it always may. */
export const hasRoom = (drill: Drill): boolean => drill.rush === null || atDesk(drill).length < drill.rush.capacity;

/** Who is here and waits for the trainee to come back, as they have promised, though their story is over (RULES J168). */
const waitsForPromise = ({ status, hold }: Conversation): boolean =>
  (status === 'waiting' || status === 'active') && hold !== null;

/** Who is owed a call back that was promised in words, wherever they are by now (RULES J173). */
export const isOwedCall = ({ callBackAt, ending, status }: Conversation): boolean =>
  callBackAt !== null && (ending !== null || status === 'closed');

/** Who is left for the next shift: whose story isn't over at the desk, and to whom a promise is open. */
export const unfinished = (drill: Drill): Conversation[] =>
  drill.order.flatMap((key) => {
    const conversation = drill.conversations[key];
    if (conversation === undefined) return [];
    const isLeft = isAtDesk(conversation) && conversation.ending === null;
    return isLeft || waitsForPromise(conversation) || isOwedCall(conversation) ? [conversation] : [];
  });

/** A note to the next shift tells of the call that somebody is owed, though their conversation is closed. */
export const mayBeNoted = ({ drill }: { drill: Drill }, { conversation }: { conversation: string }): boolean =>
  drill.rush?.handoverUntil != null && unfinished(drill).some(({ key }) => key === conversation);
