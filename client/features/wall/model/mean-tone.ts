import type { ResponseTier } from '#contract/runs.ts';

/** A time of a whole drill by its tier, as the desk's own figures are toned. `goodS`: where it is good no more. */
export const timeTone = (seconds: number, goodS: number, { failS }: ResponseTier): 'good' | 'warn' | 'bad' =>
  seconds <= goodS ? 'good' : seconds <= failS ? 'warn' : 'bad';

export const meanTone = (seconds: number, tier: ResponseTier): 'good' | 'warn' | 'bad' =>
  timeTone(seconds, tier.passS, tier);
