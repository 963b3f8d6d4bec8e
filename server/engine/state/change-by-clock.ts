/** What changes by what is due or over: holds, windows, nudges, endings and what comes after them. */
import type { ChangesBy } from './change-by.ts';
import { ladderAfterHold } from './evolve-turn.ts';

export const changeByClock: ChangesBy<
  | 'hold-begun'
  | 'hold-ended'
  | 'window-opened'
  | 'window-closed'
  | 'window-acted'
  | 'nudged'
  | 'nudge-put-off'
  | 'story-jumped'
  | 'ending-reached'
  | 'return-due'
  | 'conversation-closed'
> = {
  'hold-begun': (conversation, event) => ({
    hold: { turn: event.turn, fromAt: event.at, untilAt: event.untilAt, timed: event.timed },
    // One that came along has been counted.
    bareHolds: conversation.bareHolds + (event.timed || conversation.hold?.turn === event.turn ? 0 : 1),
  }),
  'hold-ended': (conversation, event) => ({
    hold: null,
    ladder: conversation.ladder && ladderAfterHold(conversation.ladder, conversation.hold?.fromAt ?? event.at, event),
  }),
  'window-opened': (conversation, event) => ({
    windows: [
      ...conversation.windows,
      { id: event.window, kind: event.windowKind, beat: event.beat, fromAt: event.fromAt, untilAt: event.untilAt },
    ],
  }),
  'window-closed': (conversation, event) => ({
    overAt: event.at,
    farewell: conversation.farewell || (event.windowKind === 'goodbye' && event.how === 'taken'),
    windows: conversation.windows.filter(({ id }) => id !== event.window),
  }),
  'window-acted': (conversation, event) => ({
    acted: { ...conversation.acted, [event.windowKind]: (conversation.acted[event.windowKind] ?? 0) + 1 },
  }),
  nudged: (conversation, event) => ({ ladder: conversation.ladder && { ...conversation.ladder, step: event.step } }),
  'nudge-put-off': (_, event) => ({ typingUntil: event.until }),
  'story-jumped': (conversation, event) => ({ storySkippedMin: conversation.storySkippedMin + event.minutes }),
  'ending-reached': (conversation, event) => ({
    ending: { id: event.ending, at: event.at, rating: event.rating, silent: event.silent, turns: conversation.turns },
    ladder: null,
    beat: null,
    quietUntil: null,
    ...(event.drops && { pending: [], bystanders: [] }),
  }),
  'return-due': (_, event) => ({
    returnDue: { at: event.dueAt, beat: event.beat, text: event.afterText },
  }),
  'conversation-closed': (conversation, event) => ({
    status: 'closed',
    // Who was handed to a colleague comes back to the colleague.
    returnDue: event.by === 'transfer' ? null : conversation.returnDue,
    callBackAt: event.by === 'transfer' ? null : conversation.callBackAt,
    overAt: event.at,
    waitingSince: null,
    pending: [],
    bystanders: [],
    turn: null,
    hold: null,
    windows: [],
    ladder: null,
    quietUntil: null,
    passing: null,
  }),
};
