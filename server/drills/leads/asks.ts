/** What of a drill was reported to its 班组长, read from its log (RULES J46, J47). */
import { advance, type ClockMap, drillTime, initialClockMap } from '#drills/reports/clock-map.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import type { LogRow } from '#storage/storage.ts';

export type Ask = {
  id: string;
  conversation: string;
  action: string;
  /** Notes of the report, and of further ones in its conversation while it waited; without empty ones. */
  notes: string[];
  /** Epoch milliseconds. */
  askedAt: number;
  /** Drill time. */
  dueAt: number;
  answered: { event: EventOf<'lead-answered'>; at: number } | null;
  /** The conversation's own events until it was answered, or until now. */
  events: DrillEvent[];
  /** How many of them there were once it was reported. */
  asked: number;
};

export type DrillAsks = {
  asks: Ask[];
  /** Case of each conversation. */
  scenarios: ReadonlyMap<string, string>;
  isOver: boolean;
  /** Drill time at a moment of wall time, and whether it runs. */
  clock: ClockMap;
};

/** Null: the drill has no lead. */
export const asksIn = (log: readonly LogRow[]): DrillAsks | null => {
  const opened = log[0]?.events[0];
  if (opened?.kind !== 'drill-opened' || opened.lead === undefined) return null;
  const scenarios = new Map(opened.customers.map(({ conversation, scenario }) => [conversation, scenario]));
  const past = new Map<string, DrillEvent[]>();
  const asks: Ask[] = [];
  let clock = initialClockMap(log[0]?.at ?? 0);
  let isOver = false;
  for (const { at, events } of log) {
    clock = advance(clock, events, at);
    for (const event of events) {
      if (event.kind === 'drill-ended') isOver = true;
      if (!('conversation' in event)) continue;
      if (event.kind === 'customer-added') scenarios.set(event.conversation, event.scenario);
      const here = past.get(event.conversation) ?? [];
      past.set(event.conversation, [...here, event]);
      noteEvent(asks, event, { at, here: [...here, event] });
    }
  }
  return { asks, scenarios, isOver, clock };
};

const noteEvent = (
  asks: Ask[],
  event: Extract<DrillEvent, { conversation: string }>,
  { at, here }: { at: number; here: DrillEvent[] },
): void => {
  const { conversation } = event;
  if (event.kind === 'lead-asked') {
    const { ask: id, action, dueAt } = event;
    const done = here.findLast((one) => one.kind === 'action-done' && one.id === id);
    const notes = done?.kind === 'action-done' ? noteOf(done) : [];
    asks.push({
      id,
      conversation,
      action,
      notes,
      askedAt: at,
      dueAt,
      answered: null,
      events: here,
      asked: here.length,
    });
    return;
  }
  const open = asks.find((ask) => ask.conversation === conversation && ask.answered === null);
  if (open === undefined) return;
  open.events = here;
  if (event.kind === 'lead-answered') open.answered = { event, at };
  else if (event.kind === 'action-done') open.notes.push(...noteOf(event));
};

const noteOf = ({ with: { note } }: EventOf<'action-done'>): string[] => {
  const text = note === undefined ? '' : String(note).trim();
  return text === '' ? [] : [text];
};

/** Milliseconds of drill time until the shop answers instead. */
export const leftOf = ({ dueAt }: Ask, { clock }: DrillAsks, now: number): number =>
  Math.max(0, dueAt - drillTime(clock, now));
