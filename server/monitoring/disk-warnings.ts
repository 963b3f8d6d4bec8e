import type { DiskWarning } from '#contract/storage-status.ts';
import type { Trend } from './disk-trend.ts';

/**
 * Milliseconds over which 99 of 100 writes must not take. An acknowledgement waits for its write; one on a sound disk
 * takes 1 to 20, and a trainee notices from some 200 on.
 */
export const SLOW_WRITE_MS = 100;
/** Looks, ten seconds apart: a minute of slow writes before it is said, half a minute of fast ones before it is over. */
const SLOW_LOOKS = 6;
const FAST_LOOKS = 3;
/** Minutes left from which it is said that the disk fills, and from which that is over. Apart, so that it doesn't flutter. */
const FILLING_MINUTES = 60;
const NOT_FILLING_MINUTES = 90;

export type DiskWarnings = {
  /** To call every ten seconds. `p99`: of the writes since the last call, milliseconds; null: there were none. */
  look(p99: number | null, trend: Trend | null): readonly DiskWarning[];
};

/** What the disk's figures warn of before it hurts. */
export const createDiskWarnings = (): DiskWarnings => {
  let isSlow = false;
  let isFilling = false;
  /** Looks in a row that spoke against what is said now. Looks without a write say nothing. */
  let against = 0;

  return {
    look: (p99, trend) => {
      if (p99 !== null) {
        against = p99 > SLOW_WRITE_MS === isSlow ? 0 : against + 1;
        if (against >= (isSlow ? FAST_LOOKS : SLOW_LOOKS)) {
          isSlow = !isSlow;
          against = 0;
        }
      }
      const minutes = trend?.minutesLeft ?? Number.POSITIVE_INFINITY;
      isFilling = minutes < (isFilling ? NOT_FILLING_MINUTES : FILLING_MINUTES);
      return [...(isSlow ? (['disk-slow'] as const) : []), ...(isFilling ? (['disk-filling'] as const) : [])];
    },
  };
};
