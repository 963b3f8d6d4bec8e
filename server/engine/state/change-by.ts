import type { Conversation } from '#engine/model/drill.ts';
import type { ConversationEvent, ConversationKind } from '#engine/model/events.ts';
import type { Change } from './evolve-turn.ts';

/** What an event of each of these kinds changes: a kind without its handler doesn't compile. */
export type ChangesBy<Kinds extends ConversationKind> = {
  readonly [K in Kinds]: (conversation: Conversation, event: ConversationEvent<K>) => Change;
};
