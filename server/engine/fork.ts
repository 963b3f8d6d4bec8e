/** The log a fork begins with (RULES N7). */
import type { DrillEvent, DrillMs, EventOf } from '#engine/model/events.ts';

/**
 * A place where a drill may be started over: before the first message of a turn, or, with `since` (drill time), at the
 * moment from which the trainee said nothing. There `turn` is the number of the trainee's next turn.
 */
export type ForkPlace = { conversation: string; turn: number; since: DrillMs | null };

/** Null where the drill has no such conversation, turn or silence. */
export const forkLog = (
  log: readonly DrillEvent[],
  { drill, conversation, turn, since }: ForkPlace & { drill: string },
): { events: DrillEvent[]; scenario: string } | null => {
  const [opened] = log;
  const cut = since === null ? startOf(log, conversation, turn) : startOfSilence(log, { conversation, turn, since });
  if (cut === null || opened?.kind !== 'drill-opened') return null;
  // Nobody is there to play the customer a second time.
  if (opened.rolePlay) return null;
  const scenario = scenarioOf(log, opened, conversation);
  if (scenario === null) return null;
  const { at, index } = cut;
  // One customer alone is no rush: neither its queue nor its dial is done again. A turn done again has its own end, and
  // no lead is there to answer.
  const { rush: _, limitMs: __, project: ___, lead: ____, transfers: _____, ...alone } = opened;
  const kept = log
    .slice(1, index)
    .filter((event) =>
      'conversation' in event
        ? event.conversation === conversation
        : event.kind !== 'dial-turned' &&
          event.kind !== 'rush-over' &&
          event.kind !== 'shift-over' &&
          event.kind !== 'customers-expected',
    );
  return {
    scenario,
    events: [
      {
        ...alone,
        customers: opened.customers.filter((customer) => customer.conversation === conversation),
        forkedFrom: drill,
        redo: { conversation, turn, fromAt: at },
      },
      ...kept,
      { kind: 'clock-stopped', at, why: 'not-started' },
    ],
  };
};

type Cut = { index: number; at: DrillMs };

/** Where the turn's first message or action stands in the log. */
const startOf = (log: readonly DrillEvent[], conversation: string, turn: number): Cut | null => {
  let closed = 0;
  let start: Cut | null = null;
  for (const [index, event] of log.entries()) {
    if (!('conversation' in event) || event.conversation !== conversation) continue;
    if (event.kind === 'turn-closed') closed = event.turn;
    if (closed >= turn) return start;
    // A turn that was taken back whole hadn't begun: the customer may have spoken before the next one did.
    if (event.kind === 'message-withdrawn' && event.empties) start = null;
    if (closed === turn - 1 && (event.kind === 'trainee-said' || event.kind === 'action-done'))
      start ??= { index, at: event.at };
  }
  return start;
};

const startOfSilence = (
  log: readonly DrillEvent[],
  { conversation, turn, since }: ForkPlace & { since: DrillMs },
): Cut | null => {
  const found = silenceAt(log, conversation, since);
  return found?.turn === turn ? { index: found.index, at: since } : null;
};

/**
 * A customer's place in the log at a moment of drill time, all that happened in that moment included: `index` is the
 * first event after it, `turn` the number of the trainee's next turn. Null before the customer is there and once the
 * conversation is closed.
 */
export const silenceAt = (
  log: readonly DrillEvent[],
  conversation: string,
  since: DrillMs,
): { index: number; turn: number } | null => {
  // The drill's end stamps its events with its own moment. For a trainee who goes on from there they have not happened.
  const isAtEnd = log.some(({ kind, at }) => kind === 'drill-ended' && at === since);
  const found = log.findIndex(({ at }) => (isAtEnd ? at >= since : at > since));
  const index = found === -1 ? log.length : found;
  let closed = 0;
  let isReading = false;
  let isHere = false;
  for (const event of log.slice(0, index)) {
    if (!('conversation' in event) || event.conversation !== conversation) continue;
    if (event.kind === 'customer-arrived') isHere = true;
    else if (event.kind === 'conversation-closed') isHere = false;
    else if (event.kind === 'turn-due') isReading = true;
    else if (event.kind === 'message-withdrawn' && event.empties) isReading = false;
    else if (event.kind === 'turn-closed') {
      closed = event.turn;
      isReading = false;
    }
  }
  return isHere ? { index, turn: closed + (isReading ? 2 : 1) } : null;
};

const scenarioOf = (
  log: readonly DrillEvent[],
  opened: EventOf<'drill-opened'>,
  conversation: string,
): string | null => {
  const planned = opened.customers.find((customer) => customer.conversation === conversation);
  if (planned) return planned.scenario;
  const added = log.find((event) => event.kind === 'customer-added' && event.conversation === conversation);
  return added?.kind === 'customer-added' ? added.scenario : null;
};
