/** Writes one event of a customer into the conversation's history. */
import type { ConversationEvent, ConversationKind } from '#engine/model/events.ts';
import type { ConversationHistory } from './conversation-history.ts';

/** A conversation in which nothing has happened. */
export const newConversation = (key: string, scenario: string): ConversationHistory => ({
  key,
  scenario,
  arrivals: [],
  beats: [],
  said: [],
  bystanders: [],
  spoke: [],
  acted: [],
  did: [],
  questions: [],
  turns: [],
  windows: [],
  spoils: [],
  needsMet: [],
  facts: [],
  holds: [],
  moods: [],
  statuses: [],
  jumps: [],
  endings: [],
  returns: [],
  closed: null,
});

type Fold = {
  readonly [K in ConversationKind]: (c: ConversationHistory, event: ConversationEvent<K>, index: number) => void;
};

/** For events a report needs nothing of: plans, and what the engine counts for itself. */
const untold = (): void => {};

const FOLD: Fold = {
  'customer-arrived': (c, event, index) => c.arrivals.push({ ...event, index }),
  'beat-entered': (c, { beat, at }, index) => c.beats.push({ beat, at, left: null, index }),
  'beat-left': (c, event, index) => {
    const beat = c.beats.findLast((b) => b.beat === event.beat && b.left === null);
    if (beat) beat.left = { ...event, index };
  },
  'customer-said': (c, event, index) => c.said.push({ ...event, index }),
  'bystander-said': (c, event, index) => c.bystanders.push({ ...event, index }),
  'customer-did': (c, event, index) => c.did.push({ ...event, index }),
  'question-opened': (c, { question, beat, bubbleId, at }, index) =>
    c.questions.push({ question, beat, bubbleId, openedAt: at, openedIndex: index, changes: [], state: 'open' }),
  'question-changed': (c, { question, at, to, turn }, index) => {
    const entry = c.questions.findLast((q) => q.question === question);
    if (!entry) return;
    entry.changes.push({ at, to, turn, index });
    entry.state = to;
  },
  'trainee-said': (c, event, index) => c.spoke.push({ ...event, index }),
  'action-done': (c, event, index) => c.acted.push({ ...event, index }),
  'turn-judged': (c, { judgement, at }, index) => c.turns.push({ judgement, closedAt: at, closed: null, index }),
  'turn-closed': (c, event) => {
    const turn = c.turns.findLast((t) => t.judgement.turn === event.turn);
    if (turn) turn.closed = event;
  },
  'need-met': (c, event, index) => c.needsMet.push({ ...event, index }),
  'fact-told': (c, event, index) => c.facts.push({ ...event, index }),
  'hold-begun': (c, event, index) => c.holds.push({ begun: { ...event, index }, ended: null }),
  'hold-ended': (c, event) => {
    const hold = c.holds.at(-1);
    if (hold) hold.ended = event;
  },
  'window-opened': (c, { window, windowKind: kind, beat, at: openedAt, fromAt, untilAt }, index) =>
    c.windows.push({ window, kind, beat, openedAt, fromAt, untilAt, closed: null, index }),
  'window-closed': (c, event, index) => {
    const window = c.windows.findLast((w) => w.window === event.window && w.closed === null);
    if (window) window.closed = { ...event, index };
    else if (event.how === 'spoiled') c.spoils.push({ ...event, index });
  },
  'mood-moved': (c, { at, from, to }) => c.moods.push({ at, from, to }),
  'status-changed': (c, { at, to }, index) => c.statuses.push({ at, to, index }),
  'story-jumped': (c, { at, minutes, text }, index) => c.jumps.push({ at, minutes, text, index }),
  'ending-reached': (c, event, index) => c.endings.push({ ...event, index }),
  'return-due': (c, event, index) => c.returns.push({ ...event, index }),
  'conversation-closed': (c, event, index) => {
    c.closed = { ...event, index };
  },
  'burst-planned': untold,
  'quiet-begun': untold,
  'turn-due': untold,
  'window-acted': untold,
  nudged: untold,
  'nudge-put-off': untold,
  'notice-shown': untold,
};

/** Adds what `event` tells; `index`: its place in the log. */
export function foldConversation<K extends ConversationKind>(
  c: ConversationHistory,
  event: ConversationEvent<K>,
  index: number,
): void {
  FOLD[event.kind](c, event, index);
}
