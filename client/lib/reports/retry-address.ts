import type { DrillSummary } from '#contract/bodies.ts';
import { addressOf } from './report-retries.ts';

/** Address of the report a retry comes from, at the turn or silence that it repeats. */
export const retryAddress = ({ drill, ...place }: NonNullable<DrillSummary['retry']>): string =>
  `/drills/${encodeURIComponent(drill)}/report?turn=${addressOf(place)}`;
