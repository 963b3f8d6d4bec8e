/** What a browser is shown of events of a drill on the toy case. */
import { type WireEvent, wireEventSchema } from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { DrillEvent, EventOf, Mode } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { toyData } from './toy-content.ts';

const content = prepare(toyData);
const [scenario] = toyData.scenarios;
if (scenario === undefined) throw new Error('toy');
export const c = { at: 5, conversation: 'c1' };

export const opened = (mode: Mode = 'practice'): DrillEvent => ({
  kind: 'drill-opened',
  at: 0,
  contentHash: 'h',
  seed: 7,
  mode,
  pace: 20,
  customers: [{ conversation: 'c1', scenario: scenario.id, arrivesAt: 0 }],
  forkedFrom: null,
});

export const present = (events: readonly DrillEvent[], mode: Mode = 'practice'): WireEvent[] => {
  const presenter = createPresenter(content);
  const seen = [opened(mode), ...events].flatMap(presenter).slice(1);
  for (const event of seen) wireEventSchema.parse(event);
  return seen;
};

export const arrived: EventOf<'customer-arrived'> = {
  ...c,
  kind: 'customer-arrived',
  returning: false,
  visit: 1,
  queuedMs: 0,
  mood: 70,
  orders: scenario.orders,
};
