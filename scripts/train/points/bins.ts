/** Cuts figures into bins, so that a split is sought at a few values only. */

const MAX_BINS = 48;

/** Rounds to four decimals, as the file of the trees stores them. */
export const short = (is: number): number => {
  return Number(is.toFixed(4));
};

/** Where a figure is cut: between its distinct values, or at equal shares of the samples where there are many. */
export const cutsOf = (samples: readonly Sample[], figure: number): number[] => {
  const values = Float64Array.from(samples, ({ row }) => row[figure] as number).sort();
  const distinct: number[] = [];
  for (const value of values)
    if (distinct.length === 0 || value > (distinct.at(-1) as number) + 1e-9) distinct.push(value);
  const between = (list: readonly number[]): number[] =>
    list.slice(0, -1).map((value, index) => short((value + (list[index + 1] as number)) / 2));
  if (distinct.length <= MAX_BINS) return between(distinct);
  const picked: number[] = [];
  for (let bin = 1; bin < MAX_BINS; bin++) {
    const cut = short(values[Math.floor((bin * values.length) / MAX_BINS)] as number);
    if (picked.length === 0 || cut > (picked.at(-1) as number)) picked.push(cut);
  }
  return picked;
};

/** The bin of each sample, figure by figure. */
export const binned = (samples: readonly Sample[], cuts: readonly (readonly number[])[]): Uint8Array[] => {
  return cuts.map((own, figure) =>
    Uint8Array.from(samples, ({ row }) => {
      const value = row[figure] as number;
      let low = 0;
      let high = own.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (value <= (own[mid] as number)) high = mid;
        else low = mid + 1;
      }
      return low;
    }),
  );
};

/** `label`: 0 neither, 1 covered, 2 wrong. */
export type Sample = { row: Float64Array; label: 0 | 1 | 2; weight: number };
