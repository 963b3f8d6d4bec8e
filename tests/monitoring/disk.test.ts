import { describe, expect, test } from 'vitest';
import { createDiskTrend } from '#monitoring/disk-trend.ts';
import { createDiskWarnings, SLOW_WRITE_MS } from '#monitoring/disk-warnings.ts';

const MINUTE_MS = 60_000;

/** The trend after these megabytes left, measured twice a minute. */
const trendOf = (free: readonly (number | null)[]) => {
  const disk = createDiskTrend();
  for (const [index, freeMb] of free.entries()) disk.note((index * MINUTE_MS) / 2, freeMb);
  return disk.trend();
};
const falling = (from: number, perSample: number, samples: number): number[] =>
  Array.from({ length: samples }, (_, index) => from - index * perSample);

describe('the trend of the disk', () => {
  test('is the megabytes an hour that it loses, and the minutes that are left so', () => {
    const trend = trendOf(falling(1000, 10, 21));
    expect(trend?.mbPerHour).toBeCloseTo(1200);
    expect(trend?.minutesLeft).toBeCloseTo(40);
  });

  test.each([
    ['it doesn’t shrink', falling(1000, 0, 21)],
    ['it grows', falling(1000, -10, 21)],
    ['it was watched for less than five minutes', falling(1000, 10, 10)],
    ['nobody knows what is left', [null, null, null]],
    ['the loss is a megabyte in two hours', [...falling(1000, 0, 20), 999.9]],
  ])('is none while %s', (_, free) => {
    expect(trendOf(free)).toBeNull();
  });

  test('looks back a quarter of an hour only', () => {
    expect(trendOf([...falling(2000, 10, 30), ...falling(1700, 0, 31)])).toBeNull();
  });
});

describe('the warnings of the disk', () => {
  const SLOW = SLOW_WRITE_MS * 2;
  const FAST = SLOW_WRITE_MS / 2;
  const saidAfter = (looks: readonly (number | null)[]): readonly string[] => {
    const warnings = createDiskWarnings();
    return looks.map((p99) => warnings.look(p99, null)).at(-1) ?? [];
  };
  const looks = (p99: number | null, count: number): (number | null)[] => Array.from({ length: count }, () => p99);

  test('say that it is slow after a minute of slow writes, and not before [W5]', () => {
    expect(saidAfter(looks(SLOW, 5))).toEqual([]);
    expect(saidAfter(looks(SLOW, 6))).toEqual(['disk-slow']);
  });

  test('begin the minute anew at ten fast seconds; seconds without a write count neither way [W5]', () => {
    expect(saidAfter([...looks(SLOW, 5), FAST, ...looks(SLOW, 5)])).toEqual([]);
    expect(saidAfter([...looks(SLOW, 5), ...looks(null, 20), SLOW])).toEqual(['disk-slow']);
  });

  test('are over after half a minute of fast writes [W5]', () => {
    expect(saidAfter([...looks(SLOW, 6), ...looks(FAST, 2)])).toEqual(['disk-slow']);
    expect(saidAfter([...looks(SLOW, 6), ...looks(FAST, 3)])).toEqual([]);
  });

  test('say that it fills at less than an hour, until an hour and a half is left again [W5]', () => {
    const warnings = createDiskWarnings();
    const at = (minutesLeft: number) => warnings.look(null, { mbPerHour: 100, minutesLeft });
    expect([at(61), at(59), at(89), at(91), at(61)]).toEqual([[], ['disk-filling'], ['disk-filling'], [], []]);
    expect(warnings.look(null, null)).toEqual([]);
  });
});
