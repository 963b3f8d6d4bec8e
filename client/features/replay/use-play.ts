import { useEffect } from 'react';
import { playOn, useReplay } from './replay-store.ts';

/** A tab that was out of sight goes on from where it was, not from where it would be. */
const LONGEST_FRAME_MS = 250;
/** For who wants less motion: the playhead steps instead of gliding. */
const STEP_MS = 500;

/** Lets the moment run while it plays. */
export const usePlay = (): void => {
  const playing = useReplay((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const stepMs = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? STEP_MS : 0;
    let before = performance.now();
    let gathered = 0;
    let frame = 0;
    const onFrame = (now: number) => {
      gathered += Math.min(LONGEST_FRAME_MS, Math.max(0, now - before));
      before = now;
      if (gathered >= stepMs) {
        playOn(gathered);
        gathered = 0;
      }
      frame = requestAnimationFrame(onFrame);
    };
    frame = requestAnimationFrame(onFrame);
    return () => cancelAnimationFrame(frame);
  }, [playing]);
};
