import type { Report } from '#contract/report.ts';

/** What the report says of this drill, as far as a replay points at it. */
export type ReplayFindings = Pick<Report, 'findings' | 'conversations'>;
