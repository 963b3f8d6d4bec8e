/** Folds one event into a drill. Pure and total: any stored event can be folded, none is judged again. */
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { evolveConversation } from './evolve-conversation.ts';
import { newConversation } from './new-conversation.ts';

/** The drill after `event`; `seq` counts events. */
export const evolve = (drill: Drill, event: DrillEvent): Drill => {
  // The copy is this function's own until it is returned.
  const next: Drill = { ...drill, seq: drill.seq + 1, at: event.at };
  switch (event.kind) {
    case 'drill-opened':
      return {
        ...next,
        opened: {
          contentHash: event.contentHash,
          seed: event.seed,
          mode: event.mode,
          pace: event.pace,
          forkedFrom: event.forkedFrom,
          redo: event.redo ?? null,
        },
        order: event.customers.map(({ conversation }) => conversation),
        conversations: Object.fromEntries(
          event.customers.map((customer) => [
            customer.conversation,
            newConversation(customer.conversation, customer.scenario, customer.arrivesAt),
          ]),
        ),
      };
    case 'customer-added':
      return {
        ...next,
        order: [...drill.order, event.conversation],
        conversations: {
          ...drill.conversations,
          [event.conversation]: newConversation(event.conversation, event.scenario, event.arrivesAt),
        },
      };
    case 'clock-stopped':
      return { ...next, clock: { running: false, why: event.why } };
    case 'clock-started':
      return { ...next, clock: { running: true } };
    case 'drill-ended':
      return { ...next, ended: event.why };
    default: {
      const before = drill.conversations[event.conversation];
      if (!before) throw new Error(`event ${event.kind} names no conversation of this drill: ${event.conversation}`);
      const conversations = { ...drill.conversations };
      conversations[event.conversation] = evolveConversation(before, event);
      next.conversations = conversations;
      return next;
    }
  }
};

/** The drill after a list of events. */
export const fold = (drill: Drill, events: readonly DrillEvent[]): Drill => events.reduce(evolve, drill);
