import type { ResponseTier } from '#contract/runs.ts';

type Tone = 'good' | 'warn' | 'bad';

/** The colour of a whole drill's time, first or mean, by the same limits as on the desk; null without a tier. */
export const responseTimeColor = (seconds: number, tier: ResponseTier | null): Tone | null => {
  if (tier === null) return null;
  return seconds <= tier.passS ? 'good' : seconds <= tier.failS ? 'warn' : 'bad';
};
