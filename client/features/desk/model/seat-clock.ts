/** Time left of the run's drill, counted on from the server's last message. The server decides when it ends. */
import { useEffect, useState } from 'react';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import type { RunClock } from '#contract/runs.ts';

const TICK_MS = 250;
/** The last stretch, in milliseconds, in which the clock is highlighted. */
export const LAST_STRETCH_MS = 60_000;

/** `sinceMs`: milliseconds since the server sent `clock`. */
export const runLeftMs = (clock: RunClock, sinceMs: number): number =>
  Math.max(0, clock.totalMs - clock.elapsedMs - (clock.running ? Math.max(0, sinceMs) : 0));

/** Whole seconds, rounded up, in milliseconds; null while no drill is going on. Renders once a second. */
export const useRunLeftMs = (): number | null => {
  const clock = useSeat((state) => (state.body?.run.stage === 'drill' ? state.body.run.clock : null));
  const heardAt = useSeat((state) => state.heardAt);
  const wholeSecondsLeftMs = (): number | null =>
    clock === null ? null : Math.ceil(runLeftMs(clock, performance.now() - heardAt) / 1000) * 1000;
  const [, setShown] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wholeSecondsLeftMs` reads only these two
  useEffect(() => {
    if (clock?.running !== true) return;
    const timer = setInterval(() => setShown(wholeSecondsLeftMs()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock, heardAt]);
  return wholeSecondsLeftMs();
};
