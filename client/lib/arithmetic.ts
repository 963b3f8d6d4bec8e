/** Sums and means of figures, and the rounding that a page shows. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Null where there is nothing to take the mean of. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

/** Rounded to one decimal. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10;
