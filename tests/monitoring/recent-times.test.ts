import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecentTimes } from '#monitoring/recent-times.ts';

const SLOT_MS = 10_000;

describe('recent times', () => {
  test('are empty before anything happened', () => {
    expect(createRecentTimes(() => 0).of(30)).toEqual({ count: 0, p50: null, p99: null });
  });

  test('tell each quantile within 6 % of the sample it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.2, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 300 }),
        (times) => {
          const recent = createRecentTimes(() => 0);
          for (const ms of times) recent.note(ms);
          const sorted = times.toSorted((a, b) => a - b);
          const { count, p50, p99 } = recent.of(1);
          expect(count).toBe(times.length);
          for (const [told, share] of [
            [p50, 0.5],
            [p99, 0.99],
          ] as const) {
            const real = sorted[Math.ceil(times.length * share) - 1] ?? 0;
            expect(Math.abs((told ?? 0) - real) / real).toBeLessThan(0.06);
          }
        },
      ),
    );
  });

  test('forget what is older than the slots asked for, and all of it after five minutes', () => {
    let now = 0;
    const recent = createRecentTimes(() => now);
    recent.note(5);
    now += SLOT_MS;
    expect([recent.of(1).count, recent.of(2).count]).toEqual([0, 1]);
    now += 28 * SLOT_MS;
    expect(recent.of(30).count).toBe(1);
    now += SLOT_MS;
    expect(recent.of(30).count).toBe(0);
    recent.note(7);
    expect(recent.of(30).count).toBe(1);
    recent.forget();
    expect(recent.of(30).count).toBe(0);
  });

  test('take what is shorter or longer than any bucket', () => {
    const recent = createRecentTimes(() => 0);
    recent.note(0);
    recent.note(10_000_000);
    expect(recent.of(1).count).toBe(2);
  });
});
