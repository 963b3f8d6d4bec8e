/** How long a customer has waited, against the response limits. */

/** Response limits in seconds, by the rubric's tier for the number of customers at once. */
export type WaitThresholds = { passS: number; failS: number };
/** 0 answered, or no limit known · 1 within the pass time · 2 past it · 3 past the fail time. */
export type WaitLevel = 0 | 1 | 2 | 3;

/** `waitedS`: seconds; null: answered. Thresholds null: nobody has told the rubric's tiers yet. */
export const waitLevel = (waitedS: number | null, thresholds: WaitThresholds | null): WaitLevel => {
  if (waitedS === null || thresholds === null) return 0;
  const { passS, failS } = thresholds;
  if (waitedS <= passS) return 1;
  return waitedS <= failS ? 2 : 3;
};
