/** Medians, percentiles and timing loops for the benches. */

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

export const percentile = (values: readonly number[], share: number): number => {
  const list = sorted(values);
  return list[Math.min(list.length - 1, Math.ceil(list.length * share) - 1)] ?? 0;
};
export const median = (values: readonly number[]): number => {
  const list = sorted(values);
  const middle = list.length >> 1;
  const upper = list[middle] ?? 0;
  return list.length % 2 === 1 ? upper : ((list[middle - 1] ?? upper) + upper) / 2;
};

/** Three significant figures: more would be noise. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Microseconds one item takes, over `passes` passes through all of them. */
export const microseconds = <T>(items: readonly T[], passes: number, run: (item: T) => void): number => {
  const from = performance.now();
  for (let pass = 0; pass < passes; pass++) for (const item of items) run(item);
  return ((performance.now() - from) * 1000) / (passes * items.length);
};

export type Size = {
  /** Interleaved rounds; the figures are medians over them. */
  rounds: number;
  /** Passes of a timing loop, per round. */
  passes: number;
  /** Cases whose model drills are measured on. */
  cases: number;
  /** Sockets in a round of `drill`, and messages that each of them sends one after the other. */
  sockets: number;
  messages: number;
  /** Seconds of even load in a round of `drill`. */
  steadyS: number;
  /** Milliseconds between two measurements of `wall`, so that the first one's load has no effect on the second. */
  restMs: number;
};
export const FULL: Size = { rounds: 5, passes: 40, cases: 12, sockets: 200, messages: 20, steadyS: 3, restMs: 1500 };
/** So small that the figures mean nothing: shows that a bench runs. */
export const TINY: Size = { rounds: 1, passes: 1, cases: 1, sockets: 3, messages: 2, steadyS: 1, restMs: 0 };
