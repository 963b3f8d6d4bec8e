/** The drill that a simulated trainee's page has open, as far as the page has been told of it. */
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { DrillEvents, WireEvent } from '#contract/wire-events.ts';
import { CUSTOMER } from './refusals.ts';

export type ToldDrill = {
  /** Null before the first. */
  id(): string | null;
  /** Every drill the page has had, oldest first. */
  all(): readonly string[];
  takeUp(id: string): void;
  hear(message: DrillEvents): void;
  /** Up to which position of the log it has been told. */
  last(): number;
  isRunning(): boolean;
  setRunning(isRunning: boolean): void;
  isOver(): boolean;
  hadCustomers(): boolean;
  /** The conversation that somebody waits in, the newest; null: none. */
  conversation(): string | null;
  /** Whether the customer, or the story, has done something after this position. */
  isAnsweredAfter(seq: number): boolean;
  /** What it has been told, by its position in the log. */
  events(): ReadonlyMap<number, WireEvent>;
};

/** `onGap` gets a sentence when something was left out. */
export const createToldDrill = (onGap: (what: string) => void): ToldDrill => {
  const drills: string[] = [];
  let drill: string | null = null;
  let isRunning = false;
  let last = 0;
  let events = new Map<number, WireEvent>();
  let view: DrillView = emptyView;

  return {
    id: () => drill,
    all: () => drills,
    takeUp: (id) => {
      drill = id;
      drills.push(id);
      [last, events, view, isRunning] = [0, new Map(), emptyView, false];
    },
    hear: ({ drillId, after, upTo, events: heard, running }) => {
      if (drillId !== drill) return;
      if (after > last) onGap(`a gap: told what follows ${after}, had ${last}`);
      isRunning = running;
      for (const { seq, event } of heard) {
        if (seq <= last) continue;
        events.set(seq, event);
        view = foldDrill(view, event, seq);
      }
      last = Math.max(last, upTo);
    },
    last: () => last,
    isRunning: () => isRunning,
    setRunning: (running) => {
      isRunning = running;
    },
    isOver: () => view.endReason !== null,
    hadCustomers: () => view.arrivalOrder.length > 0,
    conversation: () =>
      view.arrivalOrder.findLast((key) => ['waiting', 'active'].includes(view.conversations[key]?.status ?? '')) ??
      null,
    isAnsweredAfter: (after) => [...events].some(([seq, { kind }]) => seq > after && CUSTOMER.includes(kind)),
    events: () => events,
  };
};
