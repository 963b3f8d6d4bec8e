/** The view of a rush as a pure fold of the wire's events. Other events leave it as it is. */

import { MINUTE_MS } from '#client/lib/spans.ts';
import type { WireRush } from '#contract/wire/rush.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import type { QueueEntry, RushView } from './rush-view.ts';

export const openedRush = (opened: WireRush): RushView => ({
  opened,
  endsAt: opened.minutes * MINUTE_MS,
  isOver: false,
  handoverUntil: null,
  shiftOverAt: null,
  capacity: opened.capacity,
  queue: [],
  slots: [],
  turns: [],
  exits: [],
  transfers: [],
});

const without = (queue: readonly QueueEntry[], key: string): readonly QueueEntry[] =>
  queue.filter(({ conversation }) => conversation !== key);

/** Whoever comes stands behind all who are there (RULES J164). */
const seated = (slots: RushView['slots'], conversation: string): RushView['slots'] =>
  slots.includes(conversation) ? slots : [...slots, conversation];

const vacated = (slots: RushView['slots'], conversation: string): RushView['slots'] =>
  slots.filter((key) => key !== conversation);

/** `nameOf`: the name of a customer who is or was at the desk. */
export const foldRush = (
  rush: RushView,
  event: WireEvent,
  seq: number,
  nameOf: (conversation: string) => string,
): RushView => {
  switch (event.kind) {
    case 'customer-queued': {
      const { conversation, name, at: since, regular, back, from = null, orders = null } = event;
      const known = { isRegular: regular === true, isBack: back === true, from, orders };
      const entry: QueueEntry = { conversation, name, since, greeting: null, ...known };
      return { ...rush, queue: [...without(rush.queue, event.conversation), entry] };
    }
    case 'greeting-sent': {
      const greeting = { seq, at: event.at, text: event.text };
      return {
        ...rush,
        queue: rush.queue.map((entry) => (entry.conversation === event.conversation ? { ...entry, greeting } : entry)),
      };
    }
    case 'queue-left': {
      const entry = rush.queue.find(({ conversation }) => conversation === event.conversation);
      if (entry === undefined) return rush;
      const { conversation, name, since } = entry;
      return {
        ...rush,
        queue: without(rush.queue, conversation),
        exits: [...rush.exits, { seq, at: event.at, conversation, name, how: event.how, waitedMs: event.at - since }],
      };
    }
    case 'customer-arrived': {
      const { conversation } = event;
      return { ...rush, queue: without(rush.queue, conversation), slots: seated(rush.slots, conversation) };
    }
    case 'status-changed':
      if (event.status === 'active') return { ...rush, slots: seated(rush.slots, event.conversation) };
      return event.status === 'away' || event.status === 'closed'
        ? { ...rush, slots: vacated(rush.slots, event.conversation) }
        : rush;
    case 'conversation-transferred': {
      const { at, conversation, note } = event;
      return {
        ...rush,
        transfers: [...rush.transfers, { seq, at, conversation, name: nameOf(conversation), note }],
      };
    }
    case 'dial-turned': {
      const { at, from, to, why } = event;
      return { ...rush, capacity: to, turns: [...rush.turns, { seq, at, from, to, why }] };
    }
    case 'shift-over':
      return { ...rush, handoverUntil: event.until, shiftOverAt: event.at };
    case 'rush-over':
      return { ...rush, isOver: true };
    default:
      return rush;
  }
};
