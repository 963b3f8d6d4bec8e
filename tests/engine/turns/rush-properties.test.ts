/** Any trainee in any rush: what must hold of the queue, the dial and the log whatever is done. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPACITIES } from '#engine/clocks/dial.ts';
import { nextDue } from '#engine/clocks/next-due.ts';
import type { Command } from '#engine/model/commands.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { atDesk } from '#engine/state/desk-load.ts';
import { fold } from '#engine/state/evolve.ts';
import { of, say, shut, take, tick, transfer, typing } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

const STOPS: readonly number[] = CAPACITIES;
const RUNS = 60;
const KEYS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const UNTIL_MS = 400_000;

const come = fc.tuple(fc.integer({ min: 0, max: 150_000 }), fc.integer({ min: 5000, max: 150_000 }));
const comes = fc
  .array(come, { minLength: 6, maxLength: 6 })
  .map((list): [number, number][] => list.toSorted(([a], [b]) => a - b));
const key = fc.constantFrom(...KEYS);
const at = fc.integer({ min: 0, max: UNTIL_MS });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(at, fc.constantFrom(...Object.values(SAID)), key).map(([t, s, k]) => say(t, s, k)) },
  { weight: 1, arbitrary: fc.tuple(at, key).map(([t, k]) => typing(t, k)) },
  { weight: 1, arbitrary: fc.tuple(at, key).map(([t, k]) => shut(t, k)) },
  { weight: 2, arbitrary: fc.tuple(at, key).map(([t, k]) => take(t, k)) },
  { weight: 1, arbitrary: fc.tuple(at, key).map(([t, k]) => transfer(t, k)) },
);
const commands = fc
  .array(command, { maxLength: 40 })
  .map((list) => list.toSorted((a, b) => a.at - b.at).map((one, i) => ('id' in one ? { ...one, id: `m${i}` } : one)));
const rush = fc.record({ capacity: fc.constantFrom(1, 2, 3), dial: fc.boolean(), minutes: fc.constantFrom(3, 5) });
const played = fc.tuple(commands, comes, rush);

const check = (
  holds: (played: [Command[], [number, number][], { capacity: number; dial: boolean; minutes: number }]) => void,
) => fc.assert(fc.property(played, holds), { numRuns: RUNS, seed: 20_261_124 });

/** The drill before each event, and the event. */
const steps = (log: readonly DrillEvent[]) => {
  let drill = emptyDrill;
  return log.map((event) => {
    const before = drill;
    drill = fold(drill, [event]);
    return { before, event };
  });
};

describe('any trainee in a rush', () => {
  it('[Q1] gives nobody to a full desk, and nobody out of order, unless the trainee takes them', () => {
    check(([list, customers, more]) => {
      const { log } = rushDrive([...list, tick(UNTIL_MS)], customers, more);
      for (const { before, event } of steps(log)) {
        if (event.kind !== 'customer-arrived') continue;
        const open = atDesk(before).length;
        const capacity = before.rush?.capacity ?? 0;
        expect(open).toBeLessThanOrEqual(event.taken ? capacity : capacity - 1);
        if (event.taken) continue;
        const since = before.conversations[event.conversation]?.queuedAt ?? Number.POSITIVE_INFINITY;
        const longer = Object.values(before.conversations).filter(
          ({ queuedAt }) => queuedAt !== null && queuedAt < since,
        );
        expect(longer.map((one) => one.key)).toEqual([]);
      }
    });
  });

  it('[Q1] has the same customers come at the same milliseconds, whatever is said and done', () => {
    check(([list, customers, more]) => {
      const came = (log: readonly DrillEvent[]) =>
        log.flatMap((e) =>
          e.kind === 'customer-queued' || (e.kind === 'customer-arrived' && e.queuedMs === 0)
            ? [`${e.at} ${e.conversation}`]
            : [],
        );
      const { log, drill } = rushDrive([...list, tick(UNTIL_MS)], customers, more);
      const due = customers.map(([at], i) => `${at} ${KEYS[i]}`);
      expect(came(log).toSorted()).toEqual(
        due.filter((one) => drill.ended === null || came(log).includes(one)).toSorted(),
      );
      for (const e of log) if (e.kind === 'customer-queued') expect(due).toContain(`${e.at} ${e.conversation}`);
    });
  });

  it('[Q3] has nobody both at the desk and gone, and nobody in the queue for longer than the rush says', () => {
    check(([list, customers, more]) => {
      const { log } = rushDrive([...list, tick(UNTIL_MS)], customers, more);
      const left = of(log, 'queue-left').map((e) => e.conversation);
      const there = of(log, 'customer-arrived').map((e) => e.conversation);
      expect(left.filter((one) => there.includes(one))).toEqual([]);
      for (const { queuedMs } of of(log, 'customer-arrived')) expect(queuedMs).toBeLessThanOrEqual(90_000);
    });
  });

  it('[Q4] ends with nobody waiting, at the closing minutes at the latest', () => {
    check(([list, customers, more]) => {
      const { log, drill } = rushDrive([...list, tick(900_000)], customers, { ...more, closingMs: 120_000 });
      expect(log.at(-1)?.kind).toBe('drill-ended');
      expect(drill.at).toBeLessThanOrEqual(more.minutes * 60_000 + 120_000);
      for (const conversation of Object.values(drill.conversations)) {
        expect(conversation.queuedAt).toBeNull();
        expect(conversation.windows).toEqual([]);
      }
    });
  });

  it('[Q6] hangs on no tick: any number of them, at any times, leaves the same log', () => {
    const ticked = fc.tuple(played, fc.array(at, { maxLength: 40 }));
    fc.assert(
      fc.property(ticked, ([[list, customers, more], ticks]) => {
        const all = [...list, ...ticks.map(tick)].toSorted((a, b) => a.at - b.at || (a.kind === 'tick' ? -1 : 1));
        expect(rushDrive([...all, tick(UNTIL_MS)], customers, more).log).toEqual(
          rushDrive([...list, tick(UNTIL_MS)], customers, more).log,
        );
      }),
      { numRuns: RUNS, seed: 20_261_124 },
    );
  });

  it('[Q6] turns the dial one stop at a time, a minute apart, and without a dial not at all', () => {
    check(([list, customers, more]) => {
      const { log } = rushDrive([...list, tick(UNTIL_MS)], customers, more);
      const turns = of(log, 'dial-turned');
      if (!more.dial) expect(turns).toEqual([]);
      let [capacity, last] = [more.capacity, 0];
      for (const { at, from, to } of turns) {
        expect(from).toBe(capacity);
        expect(Math.abs(STOPS.indexOf(to) - STOPS.indexOf(from))).toBe(1);
        expect(at - last).toBeGreaterThanOrEqual(60_000);
        [capacity, last] = [to, at];
      }
    });
  });

  it('[C7] leaves a log that folds to the state in memory, and time never goes back', () => {
    check(([list, customers, more]) => {
      const { log, drill, content } = rushDrive(list, customers, more);
      const stored: DrillEvent[] = JSON.parse(JSON.stringify(log));
      expect(fold(emptyDrill, stored)).toEqual(drill);
      log.reduce((before, e) => {
        expect(e.at).toBeGreaterThanOrEqual(before);
        return e.at;
      }, 0);
      const due = nextDue(content, drill);
      if (due !== null) expect(due).toBeGreaterThanOrEqual(drill.at);
    });
  });
});
