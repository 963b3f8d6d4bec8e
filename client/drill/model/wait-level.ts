/** How long a customer has waited, against the response limits. */

/** Response limits in seconds, by the rubric's tier for the number of customers at once. */
export type WaitThresholds = { passS: number; failS: number };
/** 0 answered, or no limit known · 1 within the pass time · 2 past it · 3 past the fail time. */
export type WaitLevel = 0 | 1 | 2 | 3;

/** Seconds at which the meter warns and urges at the latest, whatever the tier; null: the rubric has none. */
export type MeterLimits = { warnS: number; urgeS: number } | null;

/** The tier's limits, or the meter's where these are earlier: nobody leaves while the meter is green (RULES Q39). */
export const warningThresholds = (tier: WaitThresholds | null, meter: MeterLimits): WaitThresholds | null =>
  tier === null || meter === null
    ? tier
    : { passS: Math.min(tier.passS, meter.warnS), failS: Math.min(tier.failS, meter.urgeS) };

/** `waitedS`: seconds; null: answered. Thresholds null: nobody has told the rubric's tiers yet. */
export const waitLevel = (waitedS: number | null, thresholds: WaitThresholds | null): WaitLevel => {
  if (waitedS === null || thresholds === null) return 0;
  const { passS, failS } = thresholds;
  if (waitedS <= passS) return 1;
  return waitedS <= failS ? 2 : 3;
};
