/** The status of a finding, a point or the total in a report: a ruling changes it. */
import type { AppealPlace, FindingStatus } from '#contract/discussion.ts';
import type { Report, ReportFinding } from '#contract/report.ts';
import { replyAt } from './proposals.ts';

/** Null where the report has no such place, and for merits, on which nobody rules. */
export const findingStatus = (report: Report, place: AppealPlace): FindingStatus | null => {
  if (place.kind === 'report') return { kind: 'score', score: report.score };
  if (place.kind === 'point') return pointStatus(report, place.point);
  const finding = report.findings.find(({ key }) => key === place.finding);
  if (finding === undefined || finding.severity === 'merit') return null;
  const { ruling, unsure, marks } = finding;
  if (ruling?.verdict === 'dismissed') return { kind: 'finding', state: 'dismissed', marks: 0 };
  return { kind: 'finding', state: unsure && ruling === null ? 'unsure' : 'counted', marks };
};

const pointStatus = (report: Report, place: Parameters<typeof replyAt>[1]): FindingStatus | null => {
  const reply = replyAt(report, place)?.reply;
  if (reply === undefined) return null;
  if (reply.ruling !== null) return { kind: 'point', state: reply.ruling.verdict };
  if (reply.doubtful || reply.heard === 'unsure') return { kind: 'point', state: 'unsure' };
  return { kind: 'point', state: reply.heard === 'nothing' ? 'not-said' : reply.heard };
};

/** A fault that counts: neither in doubt nor dismissed. */
export const isCountedFault = ({ severity, unsure, ruling }: ReportFinding): boolean =>
  severity !== 'merit' && !unsure && ruling?.verdict !== 'dismissed';

/**
 * Whether it costs the trainee nothing that a ruling could give back. A total always can be wrong, so it never counts
 * as this.
 */
export const costsNothing = (status: FindingStatus): boolean =>
  status.kind !== 'score' && (status.state === 'dismissed' || status.state === 'covered');
