import { describe, expect, test } from 'vitest';
import { type Attempt, countedMark, lastMoment, statusOf } from '#classroom/homework/marks.ts';
import { windowOf } from '#classroom/homework/window.ts';
import type { Homework } from '#contract/homework/homework.ts';

const DAY = 24 * 3600_000;
const DUE = 100 * DAY;
const homework: Homework = {
  ...{ opensAt: 90 * DAY, dueAt: DUE, attempts: 2, counts: 'best' },
  late: { until: DUE + 5 * DAY, off: { perDay: 10, most: 30 } },
};
const attempt = (
  drill: string,
  score: number | null,
  endedAt: number | null,
  more: Partial<Attempt> = {},
): Attempt => ({
  ...{ drill, score, endedAt, openedAt: (endedAt ?? DUE) - 600_000 },
  ...{ state: endedAt === null ? 'running' : 'ended', passed: (score ?? 0) >= 60, isVoid: false },
  ...more,
});
const counted = (change: Partial<Homework>, ...attempts: Attempt[]) => {
  const rules = { ...homework, ...change };
  return countedMark(rules, windowOf(rules, undefined), attempts);
};
const good = attempt('a', 80, DUE - DAY);
const better = attempt('b', 84, DUE + 1);
const poor = attempt('c', 41.25, DUE - 1);

describe('the mark that counts', () => {
  test('is the best after what lateness takes off, of equals the earlier [H5]', () => {
    expect(counted({}, good, better)).toEqual({ counted: 80, lateMs: 0, off: 0, drill: 'a' });
    expect(counted({ late: { until: DUE + DAY, off: null } }, good, better)).toMatchObject({ counted: 84, drill: 'b' });
    expect(counted({}, attempt('x', 80, DUE - 2 * DAY), good)).toMatchObject({ drill: 'x' });
  });

  test('is the last that was handed in, however poor, where the last counts [H5]', () => {
    expect(counted({ counts: 'last' }, good, poor)).toMatchObject({ counted: 41.3, drill: 'c' });
    expect(counted({ counts: 'last' }, good, attempt('d', null, null))).toMatchObject({ counted: 80, drill: 'a' });
  });

  test('is the mean of all after each one’s own lateness, shown by the best [H5]', () => {
    expect(counted({ counts: 'mean' }, good, better)).toEqual({ counted: 77, lateMs: 1, off: 5, drill: 'a' });
  });

  test('is none before anything was handed in, and never below nought [H5]', () => {
    expect(counted({}, attempt('d', null, null))).toEqual({ counted: null, lateMs: 0, off: 0, drill: null });
    expect(counted({}, attempt('d', 12, DUE + 2 * DAY)).counted).toBe(0);
  });

  test('of one that was opened and to which nobody came is none [H5]', () => {
    expect(counted({}, attempt('d', null, DUE)).counted).toBeNull();
  });
});

describe('where a seat stands', () => {
  const stands = (now: number, ...attempts: Attempt[]) =>
    statusOf(homework, countedMark(homework, windowOf(homework, undefined), attempts), attempts, now);
  const passed = attempt('a', 80, DUE - DAY);
  const failed = attempt('b', 40, DUE - DAY);

  test('is not begun, going on, handed in or late [H7]', () => {
    expect(stands(DUE)).toBe('not-begun');
    expect(stands(DUE, attempt('d', null, null))).toBe('going');
    expect(stands(DUE, passed)).toBe('handed-in');
    expect(stands(DUE, failed)).toBe('handed-in');
    expect(stands(DUE + DAY, attempt('d', 80, DUE + 1))).toBe('late');
  });

  test('is stuck where a drill was left for more than a day, or every attempt was used and none passed [H7]', () => {
    const left = attempt('d', null, null);
    expect(stands(left.openedAt + DAY, left)).toBe('going');
    expect(stands(left.openedAt + DAY + 1, left)).toBe('stuck');
    expect(stands(DUE, failed, failed)).toBe('stuck');
    expect(stands(DUE, failed, passed)).toBe('handed-in');
    const empty = attempt('e', null, DUE);
    expect([stands(DUE, empty), stands(DUE, empty, empty)]).toEqual(['not-begun', 'stuck']);
  });
});

test('the latest moment is that of the last thing opened or ended', () => {
  expect(lastMoment([])).toBeNull();
  expect(lastMoment([good, attempt('d', null, null, { openedAt: DUE + 5 })])).toBe(DUE + 5);
});
