/** What the handlers of a conversation's events have in common: their shape, one for each kind. */
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import type { Change } from './evolve-turn.ts';

type Kind = Exclude<Extract<DrillEvent, { conversation: string }>['kind'], 'customer-added'>;

/** Of these kinds. Written so that the compiler sees an event and the handler of its kind belong together. */
export type ConversationEvent<Kinds extends Kind = Kind> = { [K in Kinds]: EventOf<K> & { kind: K } }[Kinds];

/** A handler for every one of these kinds: one that lacks doesn't compile. */
export type ChangesBy<Kinds extends Kind> = {
  readonly [K in Kinds]: (c: Conversation, event: ConversationEvent<K>) => Change;
};
