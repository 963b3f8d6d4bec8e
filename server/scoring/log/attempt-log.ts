/** A drill's log cut to the part by which one attempt at a turn, or at a silence, is judged (RULES N7). */
import type { TurnPlace } from '#contract/retries.ts';
import { silenceAt } from '#engine/fork.ts';
import type { DrillEvent, DrillMs, EventOf } from '#engine/model/events.ts';

/** What the trainee says, takes back and does. */
const TRAINEE_DEEDS: readonly DrillEvent['kind'][] = ['trainee-said', 'message-withdrawn', 'action-done'];

const eventsOfCustomer = (log: readonly DrillEvent[], conversation: string): DrillEvent[] =>
  log.filter((event) => !('conversation' in event) || event.conversation === conversation);

/**
 * A drill's log as if this turn had been a retry: this customer only, up to the last bubble of the reaction. Later
 * events aren't due to the turn, and with them the two attempts couldn't be compared. Null where the turn isn't in the
 * log.
 */
export const upToReaction = (
  log: readonly DrillEvent[],
  drill: string,
  { conversation, turn }: Pick<TurnPlace, 'conversation' | 'turn'>,
): DrillEvent[] | null => {
  const events = eventsOfCustomer(log, conversation);
  const closingPlace = events.findIndex((event) => event.kind === 'turn-closed' && event.turn === turn);
  const closing = events[closingPlace];
  if (closing === undefined) return null;
  const plannedBubbles = events
    .slice(closingPlace)
    .filter((event): event is EventOf<'burst-planned'> => event.kind === 'burst-planned' && event.at === closing.at)
    .flatMap(({ bubbles }) => bubbles);
  const untilMs = Math.max(closing.at, ...plannedBubbles.map(({ at }) => at));
  const lastBubblePlace = events.findLastIndex(
    (event) => event.kind === 'customer-said' && plannedBubbles.some(({ id }) => id === event.id),
  );
  const nextPlace = events.findIndex(
    (event, i) =>
      i > Math.max(closingPlace, lastBubblePlace) &&
      (lastBubblePlace > closingPlace || event.at > untilMs || !belongsToTurn(event)),
  );
  const keptEvents = events
    .slice(0, nextPlace === -1 ? events.length : nextPlace)
    // The trainee's words during the reaction belong to the next turn.
    .filter((event, i) => event.kind !== 'drill-ended' && !(i > closingPlace && TRAINEE_DEEDS.includes(event.kind)));
  return [
    ...keptEvents.map((event) => (event.kind === 'drill-opened' ? { ...event, forkedFrom: drill } : event)),
    { kind: 'drill-ended', at: untilMs, why: 'finished' },
  ];
};

/**
 * Whether an event belongs to the turn: not the trainee's next words, and not what the drill's end settles at the same
 * moment.
 */
const belongsToTurn = (event: DrillEvent): boolean =>
  !TRAINEE_DEEDS.includes(event.kind) &&
  event.kind !== 'conversation-closed' &&
  !(event.kind === 'window-closed' && event.why === 'drill-end') &&
  !(event.kind === 'question-changed' && event.turn === null);

/** Place of the last event before the silence, in a drill and in its retry alike; the attempt comes after it. -1: none. */
export const silenceStart = (log: readonly DrillEvent[], conversation: string, sinceMs: DrillMs): number =>
  // A retry's own log says where the attempt began: events of that very moment came after 开始.
  log.some((event) => event.kind === 'drill-opened' && event.redo !== undefined)
    ? log.findLastIndex((event) => event.kind === 'clock-stopped' && event.why === 'not-started')
    : (silenceAt(log, conversation, sinceMs)?.index ?? 0) - 1;

/** The turn that broke a silence: the first one in which the trainee said or did something. Null: none did. */
export const turnAfter = (log: readonly DrillEvent[], conversation: string, sinceMs: DrillMs): number | null => {
  const start = silenceStart(log, conversation, sinceMs);
  let hasSpoken = false;
  for (const event of log.slice(start + 1)) {
    if (!('conversation' in event) || event.conversation !== conversation) continue;
    if (event.kind === 'trainee-said' || event.kind === 'action-done') hasSpoken = true;
    // Only looking at the order is no reply: the customer doesn't react, and the drill's end closes its turn.
    if (event.kind === 'turn-judged' && hasSpoken && event.judgement.messages.length > 0) return event.judgement.turn;
    if (event.kind === 'turn-closed' && hasSpoken && event.reaction !== 'none') return event.turn;
  }
  return null;
};

/** This customer's log up to the end of a silence and what the customer did then. */
export const silenceLog = (
  log: readonly DrillEvent[],
  drill: string,
  { conversation, since }: { conversation: string; since: DrillMs },
  untilMs: DrillMs,
): DrillEvent[] => {
  const events = eventsOfCustomer(log, conversation);
  const start = silenceStart(events, conversation, since);
  // Words that came as the silence ended were too late for it.
  const silentEvents = events
    .slice(start + 1)
    .filter(
      (event) =>
        event.kind !== 'trainee-said' && event.kind !== 'turn-due' && !(event.kind === 'action-done' && event.sends),
    );
  const lastMs = Math.max(
    untilMs,
    ...silentEvents.flatMap((event) =>
      event.kind === 'burst-planned' && event.at <= untilMs && event.at > since
        ? event.bubbles.map(({ at }) => at)
        : [],
    ),
  );
  const drillEnd = events.find((event) => event.kind === 'drill-ended');
  const isAtEnd = drillEnd !== undefined && drillEnd.at <= lastMs;
  const endPlace = silentEvents.findIndex(
    (event) => event.at > lastMs || (isAtEnd && event.at === drillEnd.at && belongsToDrillEnd(event)),
  );
  const keptEvents = [
    ...events.slice(0, start + 1),
    ...silentEvents.slice(0, endPlace === -1 ? silentEvents.length : endPlace),
  ];
  return [
    ...keptEvents.map((event) => (event.kind === 'drill-opened' ? { ...event, forkedFrom: drill } : event)),
    { kind: 'drill-ended', at: Math.max(lastMs, keptEvents.at(-1)?.at ?? 0), why: isAtEnd ? drillEnd.why : 'finished' },
  ];
};

/** Whether an event is what ending a drill brings about at that moment. */
const belongsToDrillEnd = (event: DrillEvent): boolean =>
  event.kind === 'drill-ended' ||
  event.kind === 'turn-judged' ||
  event.kind === 'conversation-closed' ||
  (event.kind === 'window-closed' && event.why === 'drill-end') ||
  (event.kind === 'question-changed' && event.turn === null);
