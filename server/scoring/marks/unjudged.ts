/** Whether a drill asked anything of its trainee at all (RULES J96). */
import type { DrillResult } from '#contract/results.ts';

type Judged = {
  dimensions: readonly Pick<DrillResult['dimensions'][number], 'weight'>[];
} & Pick<DrillResult, 'cappedBy' | 'score' | 'machineScore'>;

/**
 * No dimension could give or lose a mark, nothing caps the total, and nobody set one: its nought would be a mark for
 * nothing.
 */
export const isUnjudged = ({ dimensions, cappedBy, score, machineScore }: Judged): boolean =>
  dimensions.length > 0 &&
  dimensions.every(({ weight }) => weight === 0) &&
  cappedBy === null &&
  score === machineScore;
