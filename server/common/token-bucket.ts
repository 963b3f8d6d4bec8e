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

/** A class: a server keeps several for each device, and functions of its own for each would take five times the memory. */
class Bucket implements TokenBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #tokens: number;
  #at: number;
  constructor(burst: number, perSecond: number, now: () => number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#tokens = burst;
    this.#at = now();
  }
  take(cost: number): boolean {
    if (this.left() < cost) return false;
    this.#tokens -= cost;
    return true;
  }
  owe(cost: number): void {
    this.#tokens = this.left() - cost;
  }
  left(): number {
    const time = this.#now();
    this.#tokens = Math.min(this.#burst, this.#tokens + (Math.max(0, time - this.#at) / 1000) * this.#perSecond);
    this.#at = time;
    return this.#tokens;
  }
  secondsTo(cost: number): number {
    return Math.max(1, Math.ceil((cost - this.left()) / this.#perSecond));
  }
}

/** `now` gives milliseconds; a clock set back gives no tokens and takes none. */
export const createTokenBucket = (burst: number, perSecond: number, now: () => number): TokenBucket =>
  new Bucket(burst, perSecond, now);
