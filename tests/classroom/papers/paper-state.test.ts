import { expect, test } from 'vitest';
import { endOf, isPaperOver, phaseOf, satMs, timesOf } from '#classroom/papers/paper-state.ts';
import { device } from '#tests/classroom/support/class-room.ts';
import { run, seat } from '#tests/storage/runs-contract.ts';

const MINUTE = 60_000;
const RUNNING = run('r1', {
  ...{ stage: 'drill', totalMs: 30 * MINUTE, clockMs: 10 * MINUTE, clockAt: 1000, clockRunning: true },
});

test('a paper whose time is up is over, also where the bell comes late [X2]', () => {
  const end = 1000 + 20 * MINUTE;
  expect([end - 1, end].map((now) => isPaperOver(RUNNING, now))).toEqual([false, true]);
  expect(isPaperOver({ ...RUNNING, clockRunning: false }, end)).toBe(false);
  expect(isPaperOver({ ...RUNNING, stage: 'debrief' }, 1000)).toBe(true);
  const sitting = { seat: 's1', run: 'r1', begunAt: 0, handedInAt: null };
  const phases = [end - 1, end].map((now) =>
    phaseOf(seat('s1', { guest: 'g1' }), sitting, timesOf(RUNNING, null, now), device('g1')),
  );
  expect(phases).toEqual(['open', 'over']);
});

test('a seat sat until it handed in, or until the end for all', () => {
  const entry = {
    id: 'e',
    run: 'r1',
    at: 90,
    by: null,
    kind: 'stage',
    seat: null,
    body: { stage: 'debrief' },
  } as const;
  expect(endOf([{ ...entry, at: 10, body: { stage: 'drill' } }, entry])).toBe(90);
  expect(endOf([])).toBeNull();
  const sitting = { seat: 's1', run: 'r1', begunAt: 20, handedInAt: null };
  expect([
    satMs(null, 90),
    satMs(sitting, null),
    satMs(sitting, 90),
    satMs({ ...sitting, handedInAt: 50 }, 90),
  ]).toEqual([null, null, 70, 30]);
});
