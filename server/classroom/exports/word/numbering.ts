/**
 * Faults have the numbers of the report page: people who look at the screen and people who look at paper mean the same
 * fault.
 */
import type { Report, ReportFinding } from '#contract/report.ts';

type Line = Report['transcript'][number];
/** A customer's messages and the trainee's replies to them. */
type Exchange = { from: number; lines: Line[]; findings: ReportFinding[] };

export const isMerit = ({ severity }: ReportFinding): boolean => severity === 'merit';

/** Findings in the order of the exchanges they stand beside, of a rush customer by customer, by time within one. */
export const inPageOrder = (report: Report): ReportFinding[] => {
  const exchanges = report.conversations.map(({ conversation }) => ({
    conversation,
    list: exchangesOf(
      report.transcript.filter((line) => line.conversation === conversation).toSorted((a, b) => a.at - b.at),
    ),
  }));
  for (const finding of report.findings.toSorted((a, b) => a.at - b.at)) {
    const exchangesHere = exchanges.find(({ conversation }) => conversation === finding.conversation)?.list ?? [];
    homeOf(exchangesHere, finding)?.findings.push(finding);
  }
  const inOrder = exchanges.flatMap(({ list }) => list);
  return (report.rush === undefined ? inOrder.toSorted((a, b) => a.from - b.from) : inOrder).flatMap(
    ({ findings }) => findings,
  );
};

/** The faults' numbers from 1, by finding id. */
export const faultNumbers = (ordered: readonly ReportFinding[]): ReadonlyMap<string, number> => {
  return new Map(ordered.filter((finding) => !isMerit(finding)).map(({ id }, i) => [id, i + 1]));
};

const exchangesOf = (lines: readonly Line[]): Exchange[] => {
  const exchanges: Exchange[] = [];
  let isAnswered = false;
  for (const line of lines) {
    const lastExchange = exchanges.at(-1);
    if (lastExchange === undefined || (line.by === 'customer' && isAnswered)) {
      exchanges.push({ from: line.at, lines: [line], findings: [] });
      isAnswered = false;
    } else lastExchange.lines.push(line);
    if (line.by === 'trainee') isAnswered = true;
  }
  return exchanges;
};

/** The exchange that holds the words quoted; of a silence the one in which it was noticed. */
const homeOf = (exchanges: readonly Exchange[], finding: ReportFinding): Exchange | undefined => {
  const withLine = (test: (line: Line) => boolean) => exchanges.find(({ lines }) => lines.some(test));
  return (
    withLine(({ id }) => id === finding.quoteAt?.message) ??
    withLine(({ findings }) => findings.includes(finding.id)) ??
    exchanges.findLast(({ from }) => from <= finding.at) ??
    exchanges[0]
  );
};
