import { useEffect } from 'react';
import { advanceBy, useReplay } from './replay-store.ts';

/**
 * The longest time one frame counts for, in milliseconds: a tab out of sight gets no frames, and the replay must
 * continue where it stopped.
 */
const MAX_FRAME_MS = 250;
/** Step of the playhead for viewers who want less motion, in milliseconds. */
const STEP_MS = 500;

/** Moves the replay on while it plays. */
export const usePlay = (): void => {
  const isPlaying = useReplay((state) => state.isPlaying);
  useEffect(() => {
    if (!isPlaying) return;
    const stepMs = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? STEP_MS : 0;
    let previousFrame = performance.now();
    let unplayedMs = 0;
    let frame = 0;
    const onFrame = (now: number) => {
      unplayedMs += Math.min(MAX_FRAME_MS, Math.max(0, now - previousFrame));
      previousFrame = now;
      if (unplayedMs >= stepMs) {
        advanceBy(unplayedMs);
        unplayedMs = 0;
      }
      frame = requestAnimationFrame(onFrame);
    };
    frame = requestAnimationFrame(onFrame);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);
};
