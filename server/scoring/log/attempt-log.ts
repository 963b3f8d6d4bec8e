/** A drill's log cut to what one try of a turn, or of a silence, is judged by (RULES N7). */
import type { TurnPlace } from '#contract/retries.ts';
import { silenceAt } from '#engine/fork.ts';
import type { DrillEvent, DrillMs, EventOf } from '#engine/model/events.ts';

const ofCustomer = (log: readonly DrillEvent[], conversation: string): DrillEvent[] =>
  log.filter((e) => !('conversation' in e) || e.conversation === conversation);

/**
 * A drill's log as it would stand had it been this turn's retry: this customer only, up to the last bubble of the
 * reaction. What came later isn't the turn's doing and would make the two unlike. Null where the turn isn't there.
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
    // Words said into the reaction belong to the next turn.
    .filter(
      (e, i) => e.kind !== 'drill-ended' && !(i > closedAt && (e.kind === 'trainee-said' || e.kind === 'action-done')),
    );
  return [
    ...kept.map((e) => (e.kind === 'drill-opened' ? { ...e, forkedFrom: drill } : e)),
    { kind: 'drill-ended', at: until, why: 'finished' },
  ];
}

/** Not the trainee's next words, nor what the drill's end settles in the very moment of a turn nobody reacts to. */
const isOfTheTurn = (e: DrillEvent): boolean =>
  e.kind !== 'trainee-said' &&
  e.kind !== 'action-done' &&
  e.kind !== 'conversation-closed' &&
  !(e.kind === 'window-closed' && e.why === 'drill-end') &&
  !(e.kind === 'question-changed' && e.turn === null);

/** The last event before the silence, in a drill and in a retry of it alike; what comes behind it is the try. -1: none. */
export const silenceStart = (log: readonly DrillEvent[], conversation: string, since: DrillMs): number =>
  // A retry's own log says where it began: what happens in that very moment happened after 开始.
  log.some((e) => e.kind === 'drill-opened' && e.redo !== undefined)
    ? log.findLastIndex((e) => e.kind === 'clock-stopped' && e.why === 'not-started')
    : (silenceAt(log, conversation, since)?.index ?? 0) - 1;

/** The turn that broke a silence: the first one with words or deeds of its own behind it. Null: none did. */
export function turnAfter(log: readonly DrillEvent[], conversation: string, since: DrillMs): number | null {
  const start = silenceStart(log, conversation, since);
  let spoken = false;
  for (const e of log.slice(start + 1)) {
    if (!('conversation' in e) || e.conversation !== conversation) continue;
    if (e.kind === 'trainee-said' || e.kind === 'action-done') spoken = true;
    // A look at the order alone is no reply: nobody reacts to it, and the drill's end closes its turn.
    if (e.kind === 'turn-judged' && spoken && e.judgement.messages.length > 0) return e.judgement.turn;
    if (e.kind === 'turn-closed' && spoken && e.reaction !== 'none') return e.turn;
  }
  return null;
}

/** The log up to a silence's end and what the customer did then, this customer only. */
export function silenceLog(
  log: readonly DrillEvent[],
  drill: string,
  { conversation, since }: { conversation: string; since: DrillMs },
  until: DrillMs,
): DrillEvent[] {
  const own = ofCustomer(log, conversation);
  const start = silenceStart(own, conversation, since);
  // Words that came as it ended were too late for it.
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

/** What ending a drill brings about in its own moment. */
const settlesTheEnd = (e: DrillEvent): boolean =>
  e.kind === 'drill-ended' ||
  e.kind === 'turn-judged' ||
  e.kind === 'conversation-closed' ||
  (e.kind === 'window-closed' && e.why === 'drill-end') ||
  (e.kind === 'question-changed' && e.turn === null);
