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
  'hold-begun': (c, event) => ({
    hold: { turn: event.turn, fromAt: event.at, untilAt: event.untilAt, timed: event.timed },
    bareHolds: c.bareHolds + (event.timed ? 0 : 1),
  }),
  'hold-ended': (c, event) => ({
    hold: null,
    ladder: c.ladder && ladderAfterHold(c.ladder, c.hold?.fromAt ?? event.at, event),
  }),
  'window-opened': (c, event) => ({
    windows: [
      ...c.windows,
      { id: event.window, kind: event.windowKind, beat: event.beat, fromAt: event.fromAt, untilAt: event.untilAt },
    ],
  }),
  'window-closed': (c, event) => ({
    overAt: event.at,
    farewell: c.farewell || (event.windowKind === 'goodbye' && event.how === 'taken'),
    windows: c.windows.filter(({ id }) => id !== event.window),
  }),
  'window-acted': (c, event) => ({
    acted: { ...c.acted, [event.windowKind]: (c.acted[event.windowKind] ?? 0) + 1 },
  }),
  nudged: (c, event) => ({ ladder: c.ladder && { ...c.ladder, step: event.step } }),
  'nudge-put-off': (_, event) => ({ typingUntil: event.until }),
  'story-jumped': (c, event) => ({ storySkippedMin: c.storySkippedMin + event.minutes }),
  'ending-reached': (c, event) => ({
    ending: { id: event.ending, at: event.at, rating: event.rating, silent: event.silent, turns: c.turns },
    ladder: null,
    beat: null,
    quietUntil: null,
  }),
  'return-due': (_, event) => ({
    returnDue: { at: event.dueAt, beat: event.beat, text: event.afterText },
  }),
  'conversation-closed': (_, event) => ({
    status: 'closed',
    overAt: event.at,
    waitingSince: null,
    pending: [],
    bystanders: [],
    turn: null,
    hold: null,
    windows: [],
    ladder: null,
    quietUntil: null,
  }),
};
