import type { DrillSummary } from '#contract/bodies.ts';
import { addressOf } from './report-retries.ts';

/** The report of the drill a retry comes from, at the turn or silence it does again. */
export const retryAddress = ({ drill, ...place }: NonNullable<DrillSummary['retry']>): string =>
  `/drills/${encodeURIComponent(drill)}/report?turn=${addressOf(place)}`;
