/** Lets `burst` through at once and `perSecond` in the long run. */
export type TokenBucket = { take(cost: number): boolean };

/** `now` gives milliseconds; a clock set back gives no tokens and takes none. */
export function createTokenBucket(burst: number, perSecond: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  return {
    take: (cost) => {
      const time = now();
      tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1000) * perSecond);
      at = time;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
  };
}
