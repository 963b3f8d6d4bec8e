import type { ResponseTier } from '#contract/runs.ts';

type Tone = 'good' | 'warn' | 'bad';

/** The colour of a whole drill's time, by the same limits as on the desk; null without a tier. `good`: the limit up to which it is good. */
export const responseTimeColor = (
  seconds: number,
  goodLimit: 'excellentS' | 'passS',
  tier: ResponseTier | null,
): Tone | null => {
  if (tier === null) return null;
  return seconds <= tier[goodLimit] ? 'good' : seconds <= tier.failS ? 'warn' : 'bad';
};

export const meanResponseColor = (seconds: number, tier: ResponseTier | null): Tone | null =>
  responseTimeColor(seconds, 'passS', tier);
