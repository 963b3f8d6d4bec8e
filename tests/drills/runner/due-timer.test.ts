import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createDueTimer } from '#drills/runner/due-timer.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import { toyEngine } from '#tests/drills/support/toy-engine.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { ready } from '#tests/engine/support/drive.ts';
import { shoes } from '#tests/engine/support/shoes.ts';

/** A drill whose clock runs from now, what it waits for as the test says, and how often a timer was made. */
const waiting = () => {
  const clock = virtualClock();
  const start = clock.now();
  const map = { wallAt: start, drillAt: 0, running: true, lostMs: 0, lostSince: null };
  let due: number | null = null;
  const fired: [number, number][] = [];
  const made: number[] = [];
  const timer = createDueTimer(
    {
      engine: toyEngine,
      logger: pino({ level: 'silent' }),
      clock: {
        now: clock.now,
        setTimer: (ms, callback) => {
          made.push(ms);
          return clock.setTimer(ms, callback);
        },
      },
    },
    ready(shoes),
    {
      snapshot: () => ({ drill: emptyDrill, map, due }),
      row: () => {
        throw new Error('asked for the row');
      },
    },
    (at) => fired.push([at, clock.now() - start]),
  );
  const schedule = (at: number | null): void => {
    due = at;
    timer.schedule();
  };
  return { clock, timer, schedule, fired, made };
};

it('[C1] what is put off again and again happens at its last time, by two timers', async () => {
  const { clock, schedule, fired, made } = waiting();
  for (const due of [4000, 5000, 6000, 7000]) {
    schedule(due);
    await clock.advance(1000);
  }
  await clock.advance(2999);
  expect([fired, made]).toEqual([[], [4000, 3000]]);
  await clock.advance(1);
  expect(fired).toEqual([[7000, 7000]]);
});

it('[C1] what comes sooner than before, or no more, is waited for anew', async () => {
  const { clock, timer, schedule, fired } = waiting();
  schedule(9000);
  schedule(2000);
  await clock.advance(2000);
  expect(fired).toEqual([[2000, 2000]]);
  schedule(5000);
  schedule(null);
  await clock.advance(10_000);
  schedule(20_000);
  timer.cancel();
  await clock.advance(10_000);
  expect(fired).toHaveLength(1);
});

it('[C1] a timer that time has overtaken isn’t relied on', async () => {
  const { clock, schedule, fired, made } = waiting();
  schedule(4000);
  clock.sleep(4500);
  schedule(6000);
  expect(made).toEqual([4000, 1500]);
  await clock.advance(1500);
  expect(fired).toEqual([[6000, 6000]]);
});
