import type { Report, ReportFinding } from '#contract/report.ts';
import { exchangesOf } from './exchanges.ts';

export type Filter = 'faults' | 'merits' | 'all';

export const isMerit = (finding: ReportFinding): boolean => finding.severity === 'merit';

/** Faults are numbered as they stand on the page; the same number stands on the time axis, in the words and in the table. */
export const findingNumbers = (report: Report): ReadonlyMap<string, number> => {
  const sortedFindings = exchangesOf(report).flatMap((exchange) => exchange.findings);
  return new Map(
    sortedFindings.filter((finding) => !isMerit(finding)).map((finding, index) => [finding.id, index + 1]),
  );
};

export const matchesFilter = (finding: ReportFinding, filter: Filter): boolean =>
  filter === 'all' || isMerit(finding) === (filter === 'merits');
