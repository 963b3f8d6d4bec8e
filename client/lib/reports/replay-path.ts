/** Addresses of a moment in a drill that is over. */
import type { ReportFinding } from '#contract/report.ts';

/** Drill milliseconds by which a replay starts before a moment, so that the viewer sees it coming. */
export const LEAD_MS = 3000;

/** The replay at a drill time; `conversation`: the one to look at, null: whichever something happens in. */
export const replayPath = (drillId: string, at: number, conversation: string | null): string => {
  const moment = new URLSearchParams({ at: String(Math.max(0, Math.round(at))) });
  if (conversation !== null) moment.set('c', conversation);
  return `/drills/${encodeURIComponent(drillId)}/replay?${moment}`;
};

/** What a finding tells of: where it quotes words, the replay as they stand there, else a little before it (RULES M139). */
export const replayOf = (drillId: string, { at, conversation, quoteAt }: ReportFinding): string =>
  quoteAt === null ? replayBefore(drillId, at, conversation) : replayPath(drillId, at, conversation);

/** What led to a moment: the replay a little before it. */
export const replayBefore = (drillId: string, at: number, conversation: string): string =>
  replayPath(drillId, at - LEAD_MS, conversation);
