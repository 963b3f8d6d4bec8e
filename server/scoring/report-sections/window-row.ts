import type { Report } from '#contract/report.ts';
import type { WindowHistory } from '#scoring/log/conversation-history.ts';

type WindowRow = Report['conversations'][number]['windows'][number];

/** A closed window as the report's timeline shows it: up to its closing, at most to when it would have run out. */
export const windowRow = ({ kind, fromAt, untilAt, closed }: WindowHistory): WindowRow[] => {
  if (closed === null) return [];
  return [{ kind, from: fromAt, until: Math.min(untilAt, Math.max(fromAt, closed.at)), how: closed.how }];
};
