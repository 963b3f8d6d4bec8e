/** Time left of the run's drill, counted on from the server's last message. The server decides when it ends. */
import { useEffect, useState } from 'react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { MINUTE_MS } from '#client/lib/spans.ts';
import type { RunClock } from '#contract/runs.ts';

const TICK_MS = 250;
/** The last stretch, in milliseconds, in which the clock is highlighted. */
export const LAST_STRETCH_MS = 60_000;

/** `sinceMs`: milliseconds since the server sent `clock`. */
export const runLeftMs = (clock: RunClock, sinceMs: number): number =>
  Math.max(0, clock.totalMs - clock.elapsedMs - (clock.running ? Math.max(0, sinceMs) : 0));

/** Whole seconds, rounded up, in milliseconds; null while no drill is going on. Renders once a second. Of homework what its drill has left. */
export const useRunLeftMs = (): number | null => {
  // Homework has no clock for all: its drill ends by the drill's own.
  const ownMs = useSeat(({ body }) => (body?.homework === undefined ? null : body.run.minutes * MINUTE_MS));
  const ownLeftMs = useDrillClock(({ now }) =>
    ownMs === null ? null : Math.ceil(Math.max(0, ownMs - now) / 1000) * 1000,
  );
  const clock = useSeat(({ body }) =>
    body?.run.stage === 'drill' && body.homework === undefined ? body.run.clock : null,
  );
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
  return ownLeftMs ?? wholeSecondsLeftMs();
};
