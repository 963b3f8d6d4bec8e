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

/** How many times as long `large` takes as `small`: the least of a few rounds, each of which measures both. */
export const timesAsLong = (large: () => void, small: () => void, rounds = 4): number =>
  Math.min(...Array.from({ length: rounds }, () => shortestMs(large, 3) / Math.max(shortestMs(small, 3), MIN_MS)));
