/** `fold` copies once for a list of events: these tests hold it against `evolve`, which copies at each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { evolve, fold } from '#engine/state/evolve.ts';
import { CONTENTS, customersOf, wild } from '#tests/engine/support/arbitrary.ts';
import { drive } from '#tests/engine/support/drive.ts';
import { goldenEvents } from '#tests/scoring/support/golden-logs.ts';

const GOLDEN = ['coupon-stack', 'unpaid-forgot', 'partial-return-gift'].flatMap((name) =>
  (['model', 'poor', 'silent'] as const).map((trainee) => [name, trainee] as const),
);

/** Writing to anything in it throws from now on. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** The drill before the log and after each of its events. */
const statesOf = (log: readonly DrillEvent[]): readonly Drill[] => {
  const states = [frozen(emptyDrill)];
  for (const event of log) states.push(frozen(evolve(states.at(-1) ?? emptyDrill, event)));
  return states;
};

/** From each state, `events` of the log at a time: as `evolve` has it, and without a write to what was there before. */
const foldsAlike = (log: readonly DrillEvent[], atATime: number): void => {
  const states = statesOf(frozen(log));
  for (const [index, state] of states.entries()) {
    const to = Math.min(log.length, index + atATime);
    expect(JSON.stringify(fold(state, log.slice(index, to)))).toBe(JSON.stringify(states[to]));
    expect(JSON.stringify(fold(emptyDrill, log.slice(0, index)))).toBe(JSON.stringify(state));
  }
};

it.each(GOLDEN)('folds each beginning of %s (%s) like one event after the other', (name, trainee) => {
  foldsAlike(goldenEvents(name, trainee), 7);
});

describe.each(Object.entries(CONTENTS))('%s', (_, data) => {
  it('folds several customers’ logs like one event after the other, and changes no state it was given', () => {
    const customers = customersOf(data);
    fc.assert(
      fc.property(wild(data, 40), fc.integer({ min: 1, max: 200 }), (commands, atATime) => {
        foldsAlike(drive(data, commands, { seed: 1, mode: 'practice', customers }).log, atATime);
      }),
      { numRuns: 10, seed: 20_261_123 },
    );
  });
});
