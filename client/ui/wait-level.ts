/** The rubric's tier for the customers at once, in seat seconds. */
export type WaitThresholds = { passS: number; failS: number };
/** 0 answered · 1 within the pass line · 2 past it · 3 past the fail line. */
export type WaitLevel = 0 | 1 | 2 | 3;

export const waitLevel = (waited: number | null, { passS, failS }: WaitThresholds): WaitLevel => {
  if (waited === null) return 0;
  if (waited <= passS) return 1;
  return waited <= failS ? 2 : 3;
};
