import type { Report } from '#contract/report.ts';

/** A time in which the same number of customers was at the desk, in drill milliseconds. */
export type BusyStretch = { from: number; until: number; count: number };

/**
 * How many customers were at the desk at each time, by their stays, as the response limits count them (RULES M1); times
 * with none are left out. Neighbours with the same number are one stretch.
 */
export const busyStretchesOf = (conversations: Report['conversations']): BusyStretch[] => {
  const stays = conversations.flatMap(({ from, until, stays: ownStays }) => ownStays ?? [{ from, until }]);
  const cuts = [...new Set(stays.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const stretches: BusyStretch[] = [];
  cuts.slice(0, -1).forEach((from, index) => {
    const until = cuts[index + 1] ?? from;
    const count = stays.filter((stay) => stay.from <= from && stay.until >= until).length;
    const last = stretches.at(-1);
    if (last?.until === from && last.count === count) last.until = until;
    else if (count > 0) stretches.push({ from, until, count });
  });
  return stretches;
};
