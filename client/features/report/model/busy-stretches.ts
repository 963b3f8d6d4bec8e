import type { Report } from '#contract/report.ts';

/** A time in which the same number of customers was at the desk, in drill milliseconds. */
export type BusyStretch = { from: number; until: number; count: number };

/** How many customers were at the desk at each time; times with none are left out. */
export const busyStretchesOf = (conversations: Report['conversations']): BusyStretch[] => {
  const cuts = [...new Set(conversations.flatMap((conversation) => [conversation.from, conversation.until]))].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).flatMap((from, index) => {
    const until = cuts[index + 1] ?? from;
    const count = conversations.filter(
      (conversation) => conversation.from <= from && conversation.until >= until,
    ).length;
    return count === 0 ? [] : [{ from, until, count }];
  });
};
