/**
 * The shortest of `runs` runs of `work`, in milliseconds of this process's own time on a core: what other processes take
 * meanwhile isn't counted. One run measured against a bound goes red on a busy machine.
 */
export const shortestMs = (work: () => void, runs = 5): number =>
  Math.min(
    ...Array.from({ length: runs }, () => {
      const from = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    }),
  );

/** Less than this is mostly the measuring. */
const MIN_MS = 4;
const ROUNDS = 4;
const RUNS = 3;

/**
 * How many times as long `large` takes as `small`, measured in up to four rounds of both; the first round that comes out
 * below `bound` ends it, since the others only tell a busy machine from a slow program.
 */
export const timesAsLong = (large: () => void, small: () => void, bound: number): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least >= bound; round += 1)
    least = Math.min(least, shortestMs(large, RUNS) / Math.max(shortestMs(small, RUNS), MIN_MS));
  return least;
};
