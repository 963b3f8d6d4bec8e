import type { ReportFinding } from '#contract/report.ts';

export type Segment = {
  start: number;
  text: string;
  /** Findings whose quote covers this stretch, the gravest first. */
  findings: ReportFinding[];
  /** Those whose quote ends here: their number follows. */
  ending: ReportFinding[];
};

const SEVERITY_RANKS = { grave: 0, mild: 1, merit: 2 } as const;

/** Cuts a message where quotes begin or end, so that a word in several quotes is underlined once. */
export const segmentsOf = (text: string, message: string, findings: readonly ReportFinding[]): Segment[] => {
  const quotes = findings.flatMap((finding) => {
    const quote = finding.quoteAt;
    if (quote === null || quote.message !== message) return [];
    return [{ finding, start: Math.max(0, quote.start), end: Math.min(text.length, quote.end) }];
  });
  const cuts = [...new Set([0, text.length, ...quotes.flatMap((quote) => [quote.start, quote.end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      findings: quotes
        .filter((quote) => quote.start <= start && quote.end >= end)
        .map((quote) => quote.finding)
        .toSorted((a, b) => SEVERITY_RANKS[a.severity] - SEVERITY_RANKS[b.severity]),
      ending: quotes.filter((quote) => quote.end === end && quote.start < end).map((quote) => quote.finding),
    };
  });
};
