import { expect, it } from 'vitest';
import { createSingleTimer } from '#common/single-timer.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';

it('calls back once, and says how long that is yet', async () => {
  const clock = virtualClock();
  const timer = createSingleTimer(clock);
  const left: (number | null)[] = [];
  expect(timer.leftMs()).toBeNull();
  timer.set(1000, () => left.push(timer.leftMs()));
  await clock.advance(400);
  expect([timer.leftMs(), left]).toEqual([600, []]);
  clock.sleep(5000);
  expect(timer.leftMs(), 'overdue').toBe(0);
  await clock.advance(10_000);
  expect([timer.leftMs(), left], 'it is free again when it calls back').toEqual([null, [null]]);
});

it('set again, forgets what it waited for', async () => {
  const clock = virtualClock();
  const timer = createSingleTimer(clock);
  const fired: string[] = [];
  timer.set(1000, () => fired.push('first'));
  timer.set(3000, () => fired.push('second'));
  await clock.advance(2000);
  expect([timer.leftMs(), fired]).toEqual([1000, []]);
  await clock.advance(2000);
  expect(fired).toEqual(['second']);
});

it('cancelled, waits for nothing', async () => {
  const clock = virtualClock();
  const timer = createSingleTimer(clock);
  const fired: string[] = [];
  timer.set(1000, () => fired.push('late'));
  timer.cancel();
  expect(timer.leftMs()).toBeNull();
  await clock.advance(2000);
  expect(fired).toEqual([]);
});
