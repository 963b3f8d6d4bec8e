/** A conversation that another seat has passed here: the state it left there, in this drill's time (RULES J112). */
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs, EventOf, PlannedBubble } from '#engine/model/events.ts';
import type { Passed, PassedState } from '#engine/model/transfer.ts';
import { newConversation } from './new-conversation.ts';

/** Milliseconds after the customer has come in which a line that was still to come is said at the earliest. */
const FIRST_LINE_MS = 1500;

/** Lines that were to come, said from `at` on in their old order and distance. */
export const linesFrom = (pending: readonly PlannedBubble[], at: DrillMs): readonly PlannedBubble[] => {
  const late = at + FIRST_LINE_MS - (pending[0]?.at ?? 0);
  return late <= 0 ? pending : pending.map((bubble) => ({ ...bubble, at: bubble.at + late }));
};

/** Milliseconds in which a hold that goes along, or comes back, is kept all the same (RULES Q86): nobody could say a word before. */
export const TAKEN_UP_MS = 30_000;

/**
 * What goes along: where the customer is in their story, what they know by now, their mood, until when they were asked to
 * wait. Neither words of the trainee before, nor what hangs on them alone: an open turn, since when the customer has waited
 * for them. Windows begin anew where the customer comes.
 */
export const stateToPass = (conversation: Conversation): PassedState => ({
  ...conversation,
  turn: null,
  isHoldDropped: false,
  callBackAt: null,
  callNotedAt: null,
  waitingSince: null,
  ladder: null,
  said: [],
  quickReplies: [],
  withdrawn: [],
  passing: null,
  passed: null,
});

/** What was passed, before it has come to the desk. Fields that a log of before doesn't have are as in a new conversation. */
export const passedConversation = (
  { conversation: key, scenario, arrivesAt, at, handed }: EventOf<'customer-added'>,
  { offer, hadWords, at: leftAt, state, promise }: Passed,
): Conversation => {
  // Written by `stateToPass` from a Conversation; JSON doesn't tell its type.
  const left = { ...newConversation(key, scenario, arrivesAt), ...(state as Partial<Conversation>) };
  const late = at - leftAt;
  return {
    ...left,
    ...{ key, scenario, status: 'queued', queuedAt: null, visit: 0, patienceMs: null },
    arrivesAt: left.arrivesAt + late,
    beat: left.beat && { ...left.beat, enteredAt: left.beat.enteredAt + late },
    pending: left.pending.map((bubble) => ({ ...bubble, at: bubble.at + late })),
    bystanders: left.bystanders.map((line) => ({ ...line, at: line.at + late })),
    lastLineAt: left.lastLineAt + late,
    ledger: Object.fromEntries(
      Object.entries(left.ledger).map(([id, entry]) => [id, { ...entry, openedAt: entry.openedAt + late }]),
    ),
    done: left.done.map((one) => ({ ...one, at: one.at + late })),
    // Logs of before passed the window of a hold on without the hold, and nothing could take or close it.
    windows: left.windows
      .filter(({ kind }) => kind !== 'return' || left.hold !== null)
      .map((window) => ({ ...window, fromAt: window.fromAt + late, untilAt: window.untilAt + late })),
    hold: left.hold && { ...left.hold, fromAt: left.hold.fromAt + late, untilAt: left.hold.untilAt + late },
    invited: left.invited && { ...left.invited, at: left.invited.at + late },
    typingUntil: 0,
    quietUntil: left.quietUntil === null ? null : left.quietUntil + late,
    passing: null,
    passed: {
      offer,
      from: handed?.from.drill ?? '',
      dueAt: arrivesAt,
      hadWords,
      ...(promise && { promised: true as const }),
    },
  };
};
