/** Writes one event of a customer into the conversation's history. */
import type { ConversationEvent, ConversationKind, EventOf } from '#engine/model/events.ts';
import type { ConversationHistory, WindowHistory } from './conversation-history.ts';

/** A conversation in which nothing has happened. */
export const newConversation = (key: string, scenarioId: string): ConversationHistory => ({
  key,
  scenarioId,
  queueStays: [],
  arrivals: [],
  beats: [],
  customerMessages: [],
  bystanders: [],
  traineeMessages: [],
  withdrawals: [],
  clicks: [],
  leadAnswers: [],
  customerDeeds: [],
  questions: [],
  turns: [],
  windows: [],
  pesterings: [],
  reviewInvitations: [],
  needsMet: [],
  factsTold: [],
  holdPromises: [],
  moods: [],
  statuses: [],
  storyJumps: [],
  endings: [],
  returns: [],
  closed: null,
  laterNote: null,
  passing: null,
  inherited: null,
});

type Fold = {
  readonly [K in ConversationKind]: (
    conversation: ConversationHistory,
    event: ConversationEvent<K>,
    index: number,
  ) => void;
};

/** For events a report needs nothing of: plans, and what the engine counts for itself. */
const leaveOut = (): void => {};

const FOLD: Fold = {
  'customer-queued': (conversation, { at }, index) => conversation.queueStays.push({ at, index, left: null }),
  'queue-left': (conversation, event) => {
    const stay = conversation.queueStays.at(-1);
    if (stay) stay.left = event;
  },
  'greeting-sent': leaveOut,
  'customer-arrived': (conversation, event, index) => conversation.arrivals.push({ ...event, index }),
  'beat-entered': (conversation, { beat, at }, index) => conversation.beats.push({ beat, at, exit: null, index }),
  'beat-left': (conversation, event, index) => {
    const beat = conversation.beats.findLast((beatEntry) => beatEntry.beat === event.beat && beatEntry.exit === null);
    if (beat) beat.exit = { ...event, index };
  },
  'customer-said': (conversation, event, index) => conversation.customerMessages.push({ ...event, index }),
  'bystander-said': (conversation, event, index) => conversation.bystanders.push({ ...event, index }),
  'customer-did': (conversation, event, index) => conversation.customerDeeds.push({ ...event, index }),
  'question-opened': (conversation, { question, beat, bubbleId, at }, index) =>
    conversation.questions.push({
      question,
      beat,
      bubbleId,
      openedAt: at,
      openedIndex: index,
      changes: [],
      state: 'open',
    }),
  'question-changed': (conversation, { question, at, to, turn }, index) => {
    const entry = conversation.questions.findLast((questionEntry) => questionEntry.question === question);
    if (!entry) return;
    entry.changes.push({ at, to, turn, index });
    entry.state = to;
  },
  'trainee-said': (conversation, event, index) => conversation.traineeMessages.push({ ...event, index }),
  'message-withdrawn': (conversation, { message: id, at, heard }) => {
    const message = conversation.traineeMessages.find((other) => other.id === id);
    // A log cut to one attempt may lack the message.
    if (!message) return;
    conversation.withdrawals.push({ message, at, heard });
    if (!heard) conversation.traineeMessages.splice(conversation.traineeMessages.indexOf(message), 1);
  },
  'action-done': (conversation, event, index) => conversation.clicks.push({ ...event, index }),
  'turn-judged': (conversation, { judgement, at }, index) =>
    conversation.turns.push({ judgement, closedAt: at, closed: null, index }),
  'turn-closed': (conversation, event) => {
    const turn = conversation.turns.findLast(({ judgement }) => judgement.turn === event.turn);
    if (turn) turn.closed = event;
  },
  'need-met': (conversation, event, index) => conversation.needsMet.push({ ...event, index }),
  'fact-told': (conversation, event, index) => conversation.factsTold.push({ ...event, index }),
  'hold-begun': (conversation, event, index) =>
    conversation.holdPromises.push({ begun: { ...event, index }, ended: null }),
  'hold-ended': (conversation, event) => {
    const holdPromise = conversation.holdPromises.at(-1);
    if (holdPromise) holdPromise.ended = event;
  },
  'window-opened': (conversation, { window, windowKind: kind, beat, at: openedAt, fromAt, untilAt }, index) =>
    conversation.windows.push({ window, kind, beat, openedAt, fromAt, untilAt, closed: null, index }),
  'window-closed': (conversation, event, index) => {
    const window = conversation.windows.findLast((other) => other.window === event.window && other.closed === null);
    if (window) window.closed = { ...event, how: isUnjust(conversation, window, event) ? 'void' : event.how, index };
    else if (event.how === 'spoiled') conversation.pesterings.push({ ...event, index });
  },
  'review-invited': (conversation, event, index) => conversation.reviewInvitations.push({ ...event, index }),
  'mood-moved': (conversation, { at, from, to }) => conversation.moods.push({ at, from, to }),
  'status-changed': (conversation, { at, to }, index) => conversation.statuses.push({ at, to, index }),
  'story-jumped': (conversation, { at, minutes, text }, index) =>
    conversation.storyJumps.push({ at, minutes, text, index }),
  'ending-reached': (conversation, event, index) => conversation.endings.push({ ...event, index }),
  'return-due': (conversation, event, index) => conversation.returns.push({ ...event, index }),
  'conversation-closed': (conversation, event, index) => {
    if (conversation.closed === null) conversation.closed = { ...event, index };
    else conversation.laterNote = event.note ?? null;
  },
  'burst-planned': leaveOut,
  'quiet-begun': leaveOut,
  'turn-due': leaveOut,
  'window-acted': leaveOut,
  'hold-dropped': leaveOut,
  nudged: leaveOut,
  'nudge-put-off': leaveOut,
  'notice-shown': leaveOut,
  'pass-offered': (conversation, { at }) => {
    conversation.passing = { at, returnedAt: null };
  },
  'pass-recalled': leaveOut,
  'pass-returned': (conversation, { at }) => {
    if (conversation.passing) conversation.passing.returnedAt = at;
  },
  'pass-declined': leaveOut,
};

/**
 * Logs of before held a hold that was passed on against somebody who couldn't keep it (RULES Q86): against the seat that had
 * offered it in time, when it was taken or came back; and against the one that got the window without the hold.
 */
const isUnjust = (
  { passing, inherited, holdPromises }: ConversationHistory,
  { window, kind, untilAt }: WindowHistory,
  { at, how }: EventOf<'window-closed'>,
): boolean => {
  if (kind !== 'return' || how !== 'missed') return false;
  if (inherited !== null && holdPromises.every(({ begun }) => window !== `return-${begun.turn}`)) return true;
  return passing !== null && passing.at < untilAt && (passing.returnedAt === null || passing.returnedAt === at);
};

/** Adds what `event` tells; `index`: its place in the log. */
export const foldConversation = <K extends ConversationKind>(
  conversation: ConversationHistory,
  event: ConversationEvent<K>,
  index: number,
): void => {
  FOLD[event.kind](conversation, event, index);
};
