/** Lets `burst` through at once and `perSecond` in the long run. */
export type TokenBucket = {
  take(cost: number): boolean;
  /** Whole seconds until so many tokens are there; at least one second. */
  secondsTo(cost: number): number;
};

/** `now` gives milliseconds; a clock set back gives no tokens and takes none. */
export function createTokenBucket(burst: number, perSecond: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  const refill = (): void => {
    const time = now();
    tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1000) * perSecond);
    at = time;
  };
  return {
    take: (cost) => {
      refill();
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    secondsTo: (cost) => {
      refill();
      return Math.max(1, Math.ceil((cost - tokens) / perSecond));
    },
  };
}
