/** Folds events into a drill. Pure and total: any stored event can be folded, none is judged again. */
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { changeByEvent } from './evolve-conversation.ts';
import { leadAfter, openedLead } from './evolve-lead.ts';
import { openedRush, rushAfter } from './evolve-rush.ts';
import { copyOfConversation, newConversation } from './new-conversation.ts';
import { passedConversation } from './passed-conversation.ts';

/** A drill that nobody else holds: it, its record of conversations and the conversation an event names may be changed. */
type OwnDrill = Drill & { conversations: Record<string, Conversation> };

/** Field by field, as `copyOfConversation` is. */
const copyOfDrill = ({ seq, at, opened, clock, ended, rush, order, conversations }: Drill): OwnDrill => ({
  seq,
  at,
  opened,
  clock,
  ended,
  rush,
  order,
  conversations: { ...conversations },
});

/** Folds an event into a drill of the caller's own. What else hangs from a conversation is replaced, never changed. */
const foldInto = (own: OwnDrill, event: DrillEvent): void => {
  own.seq += 1;
  own.at = event.at;
  switch (event.kind) {
    case 'drill-opened':
      own.opened = {
        contentHash: event.contentHash,
        seed: event.seed,
        mode: event.mode,
        pace: event.pace,
        forkedFrom: event.forkedFrom,
        redo: event.redo ?? null,
        ...(event.limitMs !== undefined && { limitMs: event.limitMs }),
        ...(event.project && { project: event.project }),
        ...(event.rolePlay && { rolePlay: { isReady: false } }),
        ...(event.lead && { lead: openedLead(event.lead) }),
        ...(event.transfers && { transfers: true }),
      };
      own.order = event.customers.map(({ conversation }) => conversation);
      own.conversations = Object.fromEntries(
        event.customers.map((customer) => [
          customer.conversation,
          newConversation(customer.conversation, customer.scenario, customer.arrivesAt, customer.patienceMs),
        ]),
      );
      own.rush = event.rush === undefined ? null : openedRush(event.rush);
      return;
    case 'customer-added':
      own.order = [...own.order, event.conversation];
      own.conversations[event.conversation] = event.passed
        ? passedConversation(event, event.passed)
        : newConversation(event.conversation, event.scenario, event.arrivesAt);
      return;
    case 'customers-expected':
      if (own.opened?.project) own.opened = { ...own.opened, project: { ...own.opened.project, comes: event.count } };
      return;
    case 'player-ready':
      own.opened = own.opened && { ...own.opened, rolePlay: { isReady: true } };
      return;
    case 'clock-stopped':
      own.clock = { running: false, why: event.why };
      return;
    case 'clock-started':
      own.clock = { running: true };
      return;
    case 'drill-ended':
      own.ended = event.why;
      return;
    case 'lead-asked':
    case 'lead-answered':
      // A turn done again keeps what its lead answered, and has none itself.
      if (own.opened?.lead) own.opened = { ...own.opened, lead: leadAfter(own.opened.lead, event) };
      return;
    case 'dial-turned':
    case 'rush-over':
    case 'shop-changed':
    case 'shift-over':
      own.rush = own.rush && rushAfter(own.rush, event, null);
      return;
    default: {
      const conversation = own.conversations[event.conversation];
      if (!conversation)
        throw new Error(`event ${event.kind} names no conversation of this drill: ${event.conversation}`);
      if (event.kind === 'action-done' && own.opened?.lead)
        own.opened = { ...own.opened, lead: leadAfter(own.opened.lead, event) };
      // Before the conversation changes: a reply is timed by what the customer waited for.
      if (own.rush) own.rush = rushAfter(own.rush, event, conversation);
      Object.assign(conversation, changeByEvent(conversation, event));
    }
  }
};

/**
 * The drill after a list of events. `before` stays as it is: it and each conversation that an event names are copied,
 * once for the whole list, since a copy takes longer than all else that an event changes. Throws where an event names
 * no conversation of the drill.
 */
export const fold = (before: Drill, events: readonly DrillEvent[]): Drill => {
  if (events.length === 0) return before;
  const own = copyOfDrill(before);
  for (const event of events) {
    if ('conversation' in event) {
      const key = event.conversation;
      const conversation = own.conversations[key];
      if (conversation !== undefined && conversation === before.conversations[key])
        own.conversations[key] = copyOfConversation(conversation);
    }
    foldInto(own, event);
  }
  return own;
};

/** The drill after `event`; `seq` counts events. */
export const evolve = (drill: Drill, event: DrillEvent): Drill => fold(drill, [event]);
