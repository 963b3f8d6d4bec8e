import type { DrillSummary } from '#contract/bodies.ts';

/** The report of the drill a retry comes from, at the turn it does again. */
export const retryAddress = ({ drill, conversation, turn }: NonNullable<DrillSummary['retry']>): string =>
  `/drills/${encodeURIComponent(drill)}/report?turn=${encodeURIComponent(conversation)}:${turn}`;
