/** The drill's opening, a customer's coming to the desk and what they say, as the view shows them. */
import type { WireBubble, WireOrder } from '#contract/wire-events.ts';
import { openRound } from './drill-rounds.ts';
import type { ConversationView, DrillView, EventOf, ThreadItem } from './drill-view.ts';
import { promisesAfterLeaving } from './hold-fold.ts';
import type { QueueEntry } from './rush-view.ts';
import { withoutOver } from './thread-rows.ts';

/** What the drill was opened with. */
export const openingOf = ({ mode, pace, customers, tiers, meter }: EventOf<'drill-opened'>): DrillView['opening'] => ({
  ...{ mode, pace, tiers },
  customers: customers ?? null,
  meter: meter ?? null,
});

const newConversation = (event: EventOf<'customer-arrived'>): ConversationView => ({
  key: event.conversation,
  name: event.name,
  story: event.story ?? null,
  scenario: event.scenario,
  type: event.type,
  shop: event.shop,
  isRegular: event.regular,
  earlierContacts: event.past,
  earlierMessages: event.before,
  orders: event.orders,
  ordersAtFirst: event.orders,
  moods: [],
  moodTrend: 'steady',
  status: 'waiting',
  place: 'private',
  items: [],
  rounds: [],
  openRoundIndex: null,
  pendingSince: null,
  isGreeted: false,
  ledger: [],
  rating: null,
  overAt: null,
  leaveTaken: false,
  isCallPromised: false,
  queuedMs: 0,
  isTakenByHand: false,
  transferNote: null,
  isPassed: false,
  handed: event.handed ?? null,
  passing: null,
  passReturn: null,
  holdPromises: [],
  nextRole: event.next ?? null,
  bubbleCount: 0,
  answeredBubbleCount: 0,
  lastAskingSeq: 0,
  quickReplyUses: {},
});

export const withItem = (conversation: ConversationView, item: ThreadItem): ConversationView => ({
  ...conversation,
  items: [...conversation.items, item],
});

/** The customer comes to the desk, or comes back. `greeting`: what a machine told them in the queue. */
export const withArrival = (
  previous: ConversationView | undefined,
  event: EventOf<'customer-arrived'>,
  seq: number,
  greeting: QueueEntry['greeting'],
): ConversationView => {
  const conversation = previous ?? newConversation(event);
  // It was told before they were at the desk, so it stands before their coming.
  const greetedInQueue =
    greeting === null
      ? conversation
      : withItem(conversation, {
          kind: 'greeting',
          seq: greeting.seq,
          at: greeting.at,
          round: null,
          text: greeting.text,
        });
  const arrived: ConversationView = {
    ...greetedInQueue,
    queuedMs: event.queuedMs ?? 0,
    isTakenByHand: event.taken ?? false,
    orders: event.orders,
    story: event.story ?? greetedInQueue.story,
    isGreeted: false,
    // A customer who returns begins a new visit, so the story is open again and has no rating yet.
    rating: null,
    overAt: null,
    leaveTaken: false,
    holdPromises: promisesAfterLeaving(greetedInQueue, event.at),
    moods: [...greetedInQueue.moods, { at: event.at, mood: event.mood }],
    moodTrend: 'steady',
  };
  return withItem(arrived, {
    kind: 'arrived',
    seq,
    at: event.at,
    round: null,
    entryPage: event.enters,
    isReturning: event.returning,
    story: event.story ?? null,
  });
};

const withWaitFrom = (conversation: ConversationView, at: number, view: DrillView): ConversationView =>
  conversation.status === 'away' || conversation.status === 'closed'
    ? { ...conversation, pendingSince: conversation.pendingSince ?? at }
    : openRound(conversation, at, view);

const isOrderOf = (bubble: WireBubble, orders: readonly WireOrder[]): boolean =>
  bubble.kind === 'order' && orders.some(({ id }) => id === bubble.order);

export const afterCustomerSaid = (
  conversation: ConversationView,
  event: EventOf<'customer-said'>,
  seq: number,
  view: DrillView,
): ConversationView => {
  const waiting = event.nod ? conversation : withWaitFrom(conversation, event.at, view);
  const isOnlyNod = event.nod === true && waiting.openRoundIndex === null && waiting.pendingSince === null;
  const item: Extract<ThreadItem, { kind: 'customer' }> = {
    kind: 'customer',
    seq,
    at: event.at,
    round: waiting.openRoundIndex,
    id: event.id,
    bubble: event.bubble,
    place: event.place ?? 'private',
    ...(isOrderOf(event.bubble, waiting.orders) && { orders: waiting.orders }),
  };
  return {
    ...withItem({ ...waiting, items: withoutOver(waiting.items, event.at) }, item),
    place: item.place,
    bubbleCount: waiting.bubbleCount + 1,
    // A nod after which nobody waits is as good as answered: 已回复 stood beside 未读 1 (RULES X110).
    ...(isOnlyNod && { answeredBubbleCount: waiting.bubbleCount + 1 }),
    lastAskingSeq: event.nod ? waiting.lastAskingSeq : seq,
  };
};

/** Moods of one moment are one: what is taken back in it was never seen (RULES J170). */
export const withMood = (
  moods: ConversationView['moods'],
  { at, mood }: EventOf<'mood-changed'>,
): ConversationView['moods'] => {
  const earlier = moods.length > 1 && moods.at(-1)?.at === at ? moods.slice(0, -1) : moods;
  return earlier.at(-1)?.mood === mood ? earlier : [...earlier, { at, mood }];
};
