import type { ResponseTier } from '#contract/runs.ts';

/** The colour of a whole drill's time, by the same limits as on the desk. `goodS`: seconds up to which it is good. */
export const timeTone = (seconds: number, goodS: number, { failS }: ResponseTier): 'good' | 'warn' | 'bad' =>
  seconds <= goodS ? 'good' : seconds <= failS ? 'warn' : 'bad';

export const meanTone = (seconds: number, tier: ResponseTier): 'good' | 'warn' | 'bad' =>
  timeTone(seconds, tier.passS, tier);
