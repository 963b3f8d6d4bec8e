/** Sums and means of figures, and the rounding that a report shows. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Null where there is nothing to take the mean of. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

/** Rounded to one decimal. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** The mean as a report shows it. */
export const meanToTenth = (values: readonly number[]): number | null => {
  const exact = mean(values);
  return exact === null ? null : toTenth(exact);
};

/** The middle one; of an even number the mean of the two in the middle. Null for none. */
export const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return meanToTenth(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
};

/** The value below or at which `share` of them are; null for none. */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return value === undefined ? null : toTenth(value);
};
