/** What changes when the customer comes, walks through their story, speaks or does something. */
import type { Conversation } from '#engine/model/drill.ts';
import type { ChangesBy } from './change-by.ts';
import { bubbleText, customerSaid } from './evolve-turn.ts';
import { checkedBy } from './line-names.ts';
import { linesFrom } from './passed-conversation.ts';

const withCounted = (used: Conversation['used'], keys: readonly string[]): Conversation['used'] => {
  if (keys.length === 0) return used;
  const next: Record<string, number> = { ...used };
  for (const key of keys) next[key] = (next[key] ?? 0) + 1;
  return next;
};

export const changeByCustomer: ChangesBy<
  | 'customer-queued'
  | 'queue-left'
  | 'customer-arrived'
  | 'beat-entered'
  | 'beat-left'
  | 'burst-planned'
  | 'bystander-said'
  | 'quiet-begun'
  | 'customer-said'
  | 'customer-did'
  | 'question-opened'
  | 'question-changed'
  | 'mood-moved'
  | 'status-changed'
> = {
  'customer-queued': (_, event) => ({ queuedAt: event.at }),
  // Who has been at the desk before, and wanted to come back, leaves the earlier visit as it was.
  'queue-left': (conversation, event) => ({
    queuedAt: null,
    returnDue: null,
    ...(conversation.visit === 0 && { status: 'closed' as const, overAt: event.at }),
  }),
  'customer-arrived': (conversation, event) => ({
    queuedAt: null,
    visit: event.visit,
    returned: conversation.returned || event.returning,
    mood: event.mood,
    orders: event.orders,
    ending: null,
    returnDue: null,
    farewell: false,
    // Its windows begin anew, so that they stand in this seat's log.
    ...(conversation.passed !== null &&
      conversation.visit === 0 && { windows: [], pending: linesFrom(conversation.pending, event.at) }),
  }),
  'beat-entered': (conversation, event) => ({
    beat: {
      id: event.beat,
      enteredAt: event.at,
      occurrence: event.occurrence,
      bad: 0,
      softs: 0,
      unknowns: 0,
      idle: 0,
    },
    heldOn: 0,
    entered: { ...conversation.entered, [event.beat]: event.occurrence },
    quietUntil: null,
    ladder: null,
  }),
  'beat-left': () => ({ quietUntil: null }),
  'burst-planned': (conversation, event) => ({
    planned: conversation.planned + event.bubbles.length,
    pending: [...conversation.pending, ...event.bubbles].sort((a, b) => a.at - b.at),
    used: withCounted(conversation.used, event.used),
    spoken: withCounted(
      conversation.spoken,
      event.bubbles.map(({ bubble }) => bubbleText(bubble)),
    ),
    checked: checkedBy(event) ?? conversation.checked,
    bystanders: [...conversation.bystanders, ...(event.others ?? [])].sort((a, b) => a.at - b.at),
  }),
  'bystander-said': (conversation, event) => ({
    bystanders: conversation.bystanders.filter(({ id }) => id !== event.id),
  }),
  'quiet-begun': (_, event) => ({ quietUntil: event.untilAt }),
  'customer-said': customerSaid,
  'customer-did': (conversation, event) => ({ deeds: [...conversation.deeds, event.deed], orders: event.orders }),
  'question-opened': (conversation, event) => ({
    ledger: {
      ...conversation.ledger,
      [event.question]: conversation.ledger[event.question] ?? {
        question: event.question,
        beat: event.beat,
        state: 'open',
        openedAt: event.at,
        rephrased: false,
      },
    },
  }),
  'question-changed': (conversation, event) => {
    const entry = conversation.ledger[event.question];
    if (!entry) return {};
    const rephrased = entry.rephrased || event.to === 'unrecognised';
    return { ledger: { ...conversation.ledger, [event.question]: { ...entry, state: event.to, rephrased } } };
  },
  'mood-moved': (_, event) => ({ mood: event.to }),
  'status-changed': (conversation, event) => ({
    status: event.to,
    waitingSince: event.to === 'away' || event.to === 'closed' ? null : conversation.waitingSince,
  }),
};
