/** Lets `burst` through at once and `perSecond` in the long run. */
export type TokenBucket = {
  /** Takes the cost, or nothing where less is left. */
  take(cost: number): boolean;
  /** Takes the cost whatever is left; below nought it is a debt that is paid off first. */
  owe(cost: number): void;
  /** Tokens there are now; a debt is below nought. */
  left(): number;
  /** Whole seconds until so many tokens are there; at least one second. */
  secondsTo(cost: number): number;
};

/** `now` gives milliseconds; a clock set back gives no tokens and takes none. */
export function createTokenBucket(burst: number, perSecond: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  const left = (): number => {
    const time = now();
    tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1000) * perSecond);
    at = time;
    return tokens;
  };
  return {
    take: (cost) => {
      if (left() < cost) return false;
      tokens -= cost;
      return true;
    },
    owe: (cost) => {
      tokens = left() - cost;
    },
    left,
    secondsTo: (cost) => Math.max(1, Math.ceil((cost - left()) / perSecond)),
  };
}
