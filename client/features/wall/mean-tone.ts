/** Seconds: beyond the middle tier's pass line it is worth a look, beyond a minute it is too slow by any rubric. */
const WARN_S = 45;
const BAD_S = 60;

export const meanTone = (meanS: number): 'plain' | 'warn' | 'bad' =>
  meanS > BAD_S ? 'bad' : meanS >= WARN_S ? 'warn' : 'plain';
