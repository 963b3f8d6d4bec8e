/** A drill's log cut to the part by which one attempt at a turn, or at a silence, is judged (RULES N7). */
import type { TurnPlace } from '#contract/retries.ts';
import { silenceAt } from '#engine/fork.ts';
import type { DrillEvent, DrillMs, EventOf } from '#engine/model/events.ts';

const ofCustomer = (log: readonly DrillEvent[], conversation: string): DrillEvent[] =>
  log.filter((event) => !('conversation' in event) || event.conversation === conversation);

/**
 * A drill's log as if this turn had been a retry: this customer only, up to the last bubble of the reaction. Later
 * events aren't due to the turn, and with them the two attempts couldn't be compared. Null where the turn isn't in the
 * log.
 */
export function upToReaction(
  log: readonly DrillEvent[],
  drill: string,
  { conversation, turn }: Pick<TurnPlace, 'conversation' | 'turn'>,
): DrillEvent[] | null {
  const own = ofCustomer(log, conversation);
  const closedAt = own.findIndex((event) => event.kind === 'turn-closed' && event.turn === turn);
  const closed = own[closedAt];
  if (closed === undefined) return null;
  const planned = own
    .slice(closedAt)
    .filter((event): event is EventOf<'burst-planned'> => event.kind === 'burst-planned' && event.at === closed.at)
    .flatMap(({ bubbles }) => bubbles);
  const until = Math.max(closed.at, ...planned.map(({ at }) => at));
  const last = own.findLastIndex(
    (event) => event.kind === 'customer-said' && planned.some(({ id }) => id === event.id),
  );
  const next = own.findIndex(
    (event, i) => i > Math.max(closedAt, last) && (last > closedAt || event.at > until || !isOfTheTurn(event)),
  );
  const kept = own
    .slice(0, next === -1 ? own.length : next)
    // The trainee's words during the reaction belong to the next turn.
    .filter(
      (event, i) =>
        event.kind !== 'drill-ended' &&
        !(i > closedAt && (event.kind === 'trainee-said' || event.kind === 'action-done')),
    );
  return [
    ...kept.map((event) => (event.kind === 'drill-opened' ? { ...event, forkedFrom: drill } : event)),
    { kind: 'drill-ended', at: until, why: 'finished' },
  ];
}

/**
 * Whether an event belongs to the turn: not the trainee's next words, and not what the drill's end settles at the same
 * moment.
 */
const isOfTheTurn = (event: DrillEvent): boolean =>
  event.kind !== 'trainee-said' &&
  event.kind !== 'action-done' &&
  event.kind !== 'conversation-closed' &&
  !(event.kind === 'window-closed' && event.why === 'drill-end') &&
  !(event.kind === 'question-changed' && event.turn === null);

/** Place of the last event before the silence, in a drill and in its retry alike; the attempt comes after it. -1: none. */
export const silenceStart = (log: readonly DrillEvent[], conversation: string, since: DrillMs): number =>
  // A retry's own log says where the attempt began: events of that very moment came after 开始.
  log.some((event) => event.kind === 'drill-opened' && event.redo !== undefined)
    ? log.findLastIndex((event) => event.kind === 'clock-stopped' && event.why === 'not-started')
    : (silenceAt(log, conversation, since)?.index ?? 0) - 1;

/** The turn that broke a silence: the first one in which the trainee said or did something. Null: none did. */
export function turnAfter(log: readonly DrillEvent[], conversation: string, since: DrillMs): number | null {
  const start = silenceStart(log, conversation, since);
  let hasSpoken = false;
  for (const event of log.slice(start + 1)) {
    if (!('conversation' in event) || event.conversation !== conversation) continue;
    if (event.kind === 'trainee-said' || event.kind === 'action-done') hasSpoken = true;
    // Only looking at the order is no reply: the customer doesn't react, and the drill's end closes its turn.
    if (event.kind === 'turn-judged' && hasSpoken && event.judgement.messages.length > 0) return event.judgement.turn;
    if (event.kind === 'turn-closed' && hasSpoken && event.reaction !== 'none') return event.turn;
  }
  return null;
}

/** This customer's log up to the end of a silence and what the customer did then. */
export function silenceLog(
  log: readonly DrillEvent[],
  drill: string,
  { conversation, since }: { conversation: string; since: DrillMs },
  until: DrillMs,
): DrillEvent[] {
  const own = ofCustomer(log, conversation);
  const start = silenceStart(own, conversation, since);
  // Words that came as the silence ended were too late for it.
  const silent = own
    .slice(start + 1)
    .filter(
      (event) =>
        event.kind !== 'trainee-said' && event.kind !== 'turn-due' && !(event.kind === 'action-done' && event.sends),
    );
  const last = Math.max(
    until,
    ...silent.flatMap((event) =>
      event.kind === 'burst-planned' && event.at <= until && event.at > since ? event.bubbles.map(({ at }) => at) : [],
    ),
  );
  const ended = own.find((event) => event.kind === 'drill-ended');
  const isAtEnd = ended !== undefined && ended.at <= last;
  const over = silent.findIndex(
    (event) => event.at > last || (isAtEnd && event.at === ended.at && settlesTheEnd(event)),
  );
  const kept = [...own.slice(0, start + 1), ...silent.slice(0, over === -1 ? silent.length : over)];
  return [
    ...kept.map((event) => (event.kind === 'drill-opened' ? { ...event, forkedFrom: drill } : event)),
    { kind: 'drill-ended', at: Math.max(last, kept.at(-1)?.at ?? 0), why: isAtEnd ? ended.why : 'finished' },
  ];
}

/** Whether an event is what ending a drill brings about at that moment. */
const settlesTheEnd = (event: DrillEvent): boolean =>
  event.kind === 'drill-ended' ||
  event.kind === 'turn-judged' ||
  event.kind === 'conversation-closed' ||
  (event.kind === 'window-closed' && event.why === 'drill-end') ||
  (event.kind === 'question-changed' && event.turn === null);
