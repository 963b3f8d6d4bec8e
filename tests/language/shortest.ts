/**
 * The shortest of `runs` runs of `work`, in milliseconds of wall time. What another process took from the core is in
 * the longer ones; one run measured against a bound goes red on a busy machine.
 */
export const shortestMs = (work: () => void, runs = 5): number =>
  Math.min(
    ...Array.from({ length: runs }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
