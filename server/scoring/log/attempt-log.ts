/** A drill's log cut to the part by which one attempt at a turn, or at a silence, is judged (RULES N7). */
import type { TurnPlace } from '#contract/retries.ts';
import { silenceAt } from '#engine/fork.ts';
import type { DrillEvent, DrillMs, EventOf } from '#engine/model/events.ts';

const ofCustomer = (log: readonly DrillEvent[], conversation: string): DrillEvent[] =>
  log.filter((e) => !('conversation' in e) || e.conversation === conversation);

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
  const closedAt = own.findIndex((e) => e.kind === 'turn-closed' && e.turn === turn);
  const closed = own[closedAt];
  if (closed === undefined) return null;
  const planned = own
    .slice(closedAt)
    .filter((e): e is EventOf<'burst-planned'> => e.kind === 'burst-planned' && e.at === closed.at)
    .flatMap((e) => e.bubbles);
  const until = Math.max(closed.at, ...planned.map(({ at }) => at));
  const last = own.findLastIndex((e) => e.kind === 'customer-said' && planned.some(({ id }) => id === e.id));
  const next = own.findIndex(
    (e, i) => i > Math.max(closedAt, last) && (last > closedAt || e.at > until || !isOfTheTurn(e)),
  );
  const kept = own
    .slice(0, next === -1 ? own.length : next)
    // The trainee's words during the reaction belong to the next turn.
    .filter(
      (e, i) => e.kind !== 'drill-ended' && !(i > closedAt && (e.kind === 'trainee-said' || e.kind === 'action-done')),
    );
  return [
    ...kept.map((e) => (e.kind === 'drill-opened' ? { ...e, forkedFrom: drill } : e)),
    { kind: 'drill-ended', at: until, why: 'finished' },
  ];
}

/**
 * Whether an event belongs to the turn: not the trainee's next words, and not what the drill's end settles at the same
 * moment.
 */
const isOfTheTurn = (e: DrillEvent): boolean =>
  e.kind !== 'trainee-said' &&
  e.kind !== 'action-done' &&
  e.kind !== 'conversation-closed' &&
  !(e.kind === 'window-closed' && e.why === 'drill-end') &&
  !(e.kind === 'question-changed' && e.turn === null);

/** Place of the last event before the silence, in a drill and in its retry alike; the attempt comes after it. -1: none. */
export const silenceStart = (log: readonly DrillEvent[], conversation: string, since: DrillMs): number =>
  // A retry's own log says where the attempt began: events of that very moment came after 开始.
  log.some((e) => e.kind === 'drill-opened' && e.redo !== undefined)
    ? log.findLastIndex((e) => e.kind === 'clock-stopped' && e.why === 'not-started')
    : (silenceAt(log, conversation, since)?.index ?? 0) - 1;

/** The turn that broke a silence: the first one in which the trainee said or did something. Null: none did. */
export function turnAfter(log: readonly DrillEvent[], conversation: string, since: DrillMs): number | null {
  const start = silenceStart(log, conversation, since);
  let spoken = false;
  for (const e of log.slice(start + 1)) {
    if (!('conversation' in e) || e.conversation !== conversation) continue;
    if (e.kind === 'trainee-said' || e.kind === 'action-done') spoken = true;
    // Only looking at the order is no reply: the customer doesn't react, and the drill's end closes its turn.
    if (e.kind === 'turn-judged' && spoken && e.judgement.messages.length > 0) return e.judgement.turn;
    if (e.kind === 'turn-closed' && spoken && e.reaction !== 'none') return e.turn;
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
    .filter((e) => e.kind !== 'trainee-said' && e.kind !== 'turn-due' && !(e.kind === 'action-done' && e.sends));
  const last = Math.max(
    until,
    ...silent.flatMap((e) =>
      e.kind === 'burst-planned' && e.at <= until && e.at > since ? e.bubbles.map(({ at }) => at) : [],
    ),
  );
  const ended = own.find((e) => e.kind === 'drill-ended');
  const atEnd = ended !== undefined && ended.at <= last;
  const over = silent.findIndex((e) => e.at > last || (atEnd && e.at === ended.at && settlesTheEnd(e)));
  const kept = [...own.slice(0, start + 1), ...silent.slice(0, over === -1 ? silent.length : over)];
  return [
    ...kept.map((e) => (e.kind === 'drill-opened' ? { ...e, forkedFrom: drill } : e)),
    { kind: 'drill-ended', at: Math.max(last, kept.at(-1)?.at ?? 0), why: atEnd ? ended.why : 'finished' },
  ];
}

/** Whether an event is what ending a drill brings about at that moment. */
const settlesTheEnd = (e: DrillEvent): boolean =>
  e.kind === 'drill-ended' ||
  e.kind === 'turn-judged' ||
  e.kind === 'conversation-closed' ||
  (e.kind === 'window-closed' && e.why === 'drill-end') ||
  (e.kind === 'question-changed' && e.turn === null);
