/** How long something took of late: its quantiles over the last seconds, in memory that doesn't grow. */

const SLOT_MS = 10_000;
/** Five minutes. */
const SLOTS = 30;
/** Upper bound of the first bucket, milliseconds; each bucket reaches 12 % further than the one before, the last to 178 s. */
const FIRST_MS = 0.1;
const GROWTH = 1.12;
const BUCKETS = 128;

export type Quantiles = { count: number; p50: number | null; p99: number | null };
export type RecentTimes = {
  note(ms: number): void;
  /** Of the whole last slots of ten seconds and the one under way; milliseconds, within 6 %. Null where nothing happened. */
  of(slots: number): Quantiles;
  /** Begins anew. */
  forget(): void;
};

/** `now`: epoch milliseconds that never run backwards. */
export const createRecentTimes = (now: () => number): RecentTimes => {
  const counts = Array.from({ length: SLOTS }, () => new Uint32Array(BUCKETS));
  /** The number of the slot that each row of `counts` holds. */
  const held = new Array<number>(SLOTS).fill(-1);

  const rowOf = (slot: number): Uint32Array | null =>
    held[slot % SLOTS] === slot ? (counts[slot % SLOTS] ?? null) : null;

  return {
    note: (ms) => {
      const slot = Math.floor(now() / SLOT_MS);
      const row = counts[slot % SLOTS];
      if (row === undefined) return;
      if (held[slot % SLOTS] !== slot) {
        held[slot % SLOTS] = slot;
        row.fill(0);
      }
      const bucket = bucketOf(ms);
      row[bucket] = (row[bucket] ?? 0) + 1;
    },
    of: (slots) => {
      const last = Math.floor(now() / SLOT_MS);
      const sums = new Uint32Array(BUCKETS);
      for (let slot = last; slot > last - Math.min(slots, SLOTS); slot--)
        rowOf(slot)?.forEach((count, bucket) => {
          sums[bucket] = (sums[bucket] ?? 0) + count;
        });
      const count = sums.reduce((sum, one) => sum + one, 0);
      return { count, p50: quantile(sums, count, 0.5), p99: quantile(sums, count, 0.99) };
    },
    forget: () => void held.fill(-1),
  };
};

const bucketOf = (ms: number): number =>
  ms <= FIRST_MS ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(ms / FIRST_MS) / Math.log(GROWTH)));

const quantile = (sums: Uint32Array, count: number, share: number): number | null => {
  if (count === 0) return null;
  let left = Math.ceil(count * share);
  for (const [bucket, here] of sums.entries()) {
    left -= here;
    if (left <= 0) return FIRST_MS * GROWTH ** (bucket - 0.5);
  }
  return null;
};
