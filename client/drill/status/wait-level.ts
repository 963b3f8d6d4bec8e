/** Response limits in seat seconds, by the rubric's tier for the number of customers at once. */
export type WaitThresholds = { passS: number; failS: number };
/** 0 answered, or no limit known · 1 within the pass time · 2 past it · 3 past the fail time. */
export type WaitLevel = 0 | 1 | 2 | 3;

export const waitLevel = (waited: number | null, thresholds: WaitThresholds | null): WaitLevel => {
  if (waited === null || thresholds === null) return 0;
  const { passS, failS } = thresholds;
  if (waited <= passS) return 1;
  return waited <= failS ? 2 : 3;
};

/** How a round's bracket and its seconds look at each level. */
export const WAIT_BORDERS: Record<WaitLevel, string> = {
  0: 'border-line-2',
  1: 'border-good-solid',
  2: 'border-warn-solid',
  3: 'border-bad-solid',
};
export const WAIT_TEXTS: Record<WaitLevel, string> = {
  0: 'text-ink-3',
  1: 'text-good',
  2: 'text-warn',
  3: 'text-bad',
};
