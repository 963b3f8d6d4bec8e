import { describe, expect, test } from 'vitest';
import {
  lateMsOf,
  marksOff,
  minuteInChina,
  nextChange,
  phaseAt,
  seatDueTimes,
  windowOf,
} from '#classroom/homework/window.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import { type Homework, homeworkSchema } from '#contract/homework/homework.ts';

const DAY = 24 * 3600_000;
const OPENS = Date.UTC(2026, 10, 23, 0, 0);
const DUE = OPENS + 4 * DAY;
const homework: Homework = { opensAt: OPENS, dueAt: DUE, attempts: 3, counts: 'best', late: null };
const late = { until: DUE + 3 * DAY, off: { perDay: 5, most: 12 } };

describe('a window', () => {
  test('is before, open and over by the time alone, and each moment belongs to what it ends [H2]', () => {
    const window = windowOf(homework, undefined);
    const phases = [OPENS - 1, OPENS, DUE, DUE + 1].map((now) => phaseAt(window, now));
    expect(phases).toEqual(['before', 'open', 'open', 'over']);
  });

  test('is late between the due time and the last moment, where late is accepted [H6]', () => {
    const window = windowOf({ ...homework, late }, undefined);
    const phases = [DUE, DUE + 1, late.until, late.until + 1].map((now) => phaseAt(window, now));
    expect(phases).toEqual(['open', 'late', 'late', 'over']);
  });

  test('of a seat with more time is longer, and never shorter, than the class’s [H2]', () => {
    expect(windowOf(homework, DUE + DAY)).toMatchObject({ dueAt: DUE + DAY, lastAt: DUE + DAY, extended: true });
    expect(windowOf(homework, DUE - DAY)).toMatchObject({ dueAt: DUE, extended: false });
    expect(windowOf({ ...homework, late }, DUE + DAY)).toMatchObject({ dueAt: DUE + DAY, lastAt: late.until });
  });

  test('wakes for each of its moments once, the millisecond after a last one', () => {
    const window = windowOf({ ...homework, late }, undefined);
    const moments: number[] = [];
    for (let at = nextChange([window], OPENS - 1); at !== null; at = nextChange([window], at)) moments.push(at);
    expect(moments).toEqual([OPENS, DUE + 1, late.until + 1]);
  });
});

test('a seat’s own due time is its last one, and closing early ends those given before [H2]', () => {
  const run = { id: 'r' };
  const log = [
    entryOf(run, 1, 'p', 'due', 's1', { dueAt: 10 }),
    entryOf(run, 2, 'p', 'due', null, { dueAt: 5, closed: true }),
    entryOf(run, 3, 'p', 'due', 's2', { dueAt: 20 }),
    entryOf(run, 4, 'p', 'due', 's2', { dueAt: 30 }),
    entryOf(run, 5, 'p', 'due', null, { dueAt: 40 }),
  ];
  expect([...seatDueTimes(log)]).toEqual([['s2', 30]]);
});

describe('lateness', () => {
  test('is nought up to the due time, and no longer than the last moment, whenever the end was written [H6]', () => {
    const window = windowOf({ ...homework, late }, undefined);
    const times = [DUE - 1, DUE, DUE + 1, late.until, late.until + DAY].map((at) => lateMsOf(window, at));
    expect(times).toEqual([0, 0, 1, 3 * DAY, 3 * DAY]);
    expect(lateMsOf(windowOf(homework, undefined), DUE + DAY)).toBe(0);
  });

  test('takes off for each day begun, up to the most, and nothing where it is only marked [H6]', () => {
    const off = [0, 1, DAY, DAY + 1, 3 * DAY].map((ms) => marksOff({ late }, ms));
    expect(off).toEqual([0, 5, 5, 10, 12]);
    expect(marksOff({ late: { ...late, off: null } }, DAY)).toBe(0);
  });
});

test('times are told as they are in Beijing, on whatever machine', () => {
  expect(minuteInChina(Date.UTC(2026, 10, 27, 16, 5))).toBe('11-28 00:05');
});

test('a window that ends before it opens, or is accepted late before it is due, is refused [H2]', () => {
  const isRight = (change: object): boolean => homeworkSchema.safeParse({ ...homework, ...change }).success;
  expect([
    isRight({}),
    isRight({ late }),
    isRight({ dueAt: OPENS }),
    isRight({ dueAt: OPENS + 400 * DAY }),
    isRight({ late: { until: DUE, off: null } }),
    isRight({ attempts: 11 }),
    isRight({ attempts: null }),
  ]).toEqual([true, true, false, false, false, false, true]);
});
