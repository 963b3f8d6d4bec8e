/** A customer's coming to the desk, as the view shows it. */
import type { ConversationView, EventOf, ThreadItem } from './drill-view.ts';
import type { QueueEntry } from './rush-view.ts';

const newConversation = (event: EventOf<'customer-arrived'>): ConversationView => ({
  key: event.conversation,
  name: event.name,
  story: event.story ?? null,
  scenario: event.scenario,
  type: event.type,
  shop: event.shop,
  regular: event.regular,
  past: event.past,
  before: event.before,
  orders: event.orders,
  moods: [],
  status: 'waiting',
  place: 'private',
  items: [],
  rounds: [],
  open: null,
  pendingFrom: null,
  greeted: false,
  ledger: [],
  rating: null,
  leaveTaken: false,
  queuedMs: 0,
  taken: false,
  transferred: null,
  said: 0,
  lastSaidSeq: 0,
  used: {},
});

export const withItem = (conversation: ConversationView, item: ThreadItem): ConversationView => ({
  ...conversation,
  items: [...conversation.items, item],
});

/** The customer comes to the desk, or comes back. `greeting`: what a machine told them in the queue. */
export const withArrival = (
  old: ConversationView | undefined,
  event: EventOf<'customer-arrived'>,
  seq: number,
  greeting: QueueEntry['greeting'],
): ConversationView => {
  const known = old ?? newConversation(event);
  // It was told before they were at the desk, so it stands before their coming.
  const base =
    greeting === null
      ? known
      : withItem(known, { kind: 'greeting', seq: greeting.seq, at: greeting.at, round: null, text: greeting.text });
  const arrived = {
    ...base,
    queuedMs: event.queuedMs ?? 0,
    taken: event.taken ?? false,
    orders: event.orders,
    story: event.story ?? base.story,
    greeted: false,
    // A customer who returns begins a new visit, so the story is open again and has no rating yet.
    rating: null,
    leaveTaken: false,
    moods: [...base.moods, { at: event.at, mood: event.mood }],
  };
  return withItem(arrived, {
    kind: 'arrived',
    seq,
    at: event.at,
    round: null,
    enters: event.enters,
    returning: event.returning,
    story: event.story ?? null,
  });
};
