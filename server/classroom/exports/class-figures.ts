/** A class's averages over the seats that can be compared. */

import type { ClassFigures, DrillResult, SeatResult } from '#contract/results.ts';
import { meanToTenth, toTenth } from '#scoring/log/arithmetic.ts';
import { byWeight } from './fault-order.ts';

type Counted = SeatResult & { result: DrillResult };

export const countedSeats = (seats: readonly SeatResult[]): Counted[] =>
  seats.flatMap((seat) => (seat.comparable && seat.result !== null ? [{ ...seat, result: seat.result }] : []));

export const classFigures = (seats: readonly SeatResult[]): ClassFigures => {
  const seatsCounted = countedSeats(seats);
  const results = seatsCounted.map(({ result }) => result);
  // Of homework the mark that counts, after what lateness takes off.
  const scores = seatsCounted
    .map(({ homework, result }) => homework?.counted ?? result.score)
    .toSorted((a, b) => a - b);
  return {
    n: seatsCounted.length,
    // A trainee who never came counts as absent, not as left out of the averages.
    leftOut: seats.filter(({ joined, comparable }) => joined && !comparable).length,
    mean: meanToTenth(scores),
    median: median(scores),
    passed: results.filter(({ grade }) => grade !== 'fail').length,
    excellent: results.filter(({ grade }) => grade === 'excellent').length,
    firstResponseS: meanToTenth(results.flatMap(({ figures }) => figures.firstResponseS ?? [])),
    meanResponseS: meanToTenth(results.flatMap(({ figures }) => figures.meanResponseS ?? [])),
    dimensions: dimensionsOf(results),
    faults: faultsOf(results),
    ...rushOf(results),
  };
};

const rushOf = (results: readonly DrillResult[]): Pick<ClassFigures, 'rush'> => {
  const rushes = results.flatMap(({ rush, figures }) => (rush === undefined ? [] : [{ ...rush, figures }]));
  if (rushes.length === 0) return {};
  return {
    rush: {
      served: meanToTenth(rushes.map(({ served }) => served)),
      lost: meanToTenth(rushes.map(({ lost }) => lost)),
      p80FirstS: meanToTenth(rushes.flatMap(({ p80FirstS }) => p80FirstS ?? [])),
      mostAtOnce: meanToTenth(rushes.flatMap(({ figures: { mostAtOnce } }) => mostAtOnce ?? [])),
    },
  };
};

/** Of sorted values. */
export const median = (sorted: readonly number[]): number | null => {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : toTenth((upper + lower) / 2);
};

/** For each dimension the mean share of its marks that was won, in percent, over the seats that had an opportunity. */
export const dimensionsOf = (results: readonly DrillResult[]): ClassFigures['dimensions'] => {
  const first = results[0];
  if (first === undefined) return [];
  return first.dimensions.map(({ id, name }) => {
    const shares = results
      .flatMap((result) => result.dimensions)
      .filter((dimension) => dimension.id === id && dimension.marks !== null && dimension.weight > 0)
      .map((dimension) => ((dimension.marks ?? 0) / dimension.weight) * 100);
    return { id, name, percent: meanToTenth(shares) };
  });
};

/** Each fault with how many seats had it, how often in all, and the marks it cost in all; the weightiest first. */
export const faultsOf = (results: readonly DrillResult[]): ClassFigures['faults'] => {
  const byCode = new Map<string, ClassFigures['faults'][number]>();
  for (const fault of results.flatMap((result) => result.faults)) {
    const seatsCounted = byCode.get(fault.code);
    byCode.set(fault.code, {
      ...fault,
      count: (seatsCounted?.count ?? 0) + fault.count,
      marks: toTenth((seatsCounted?.marks ?? 0) + fault.marks),
      seats: (seatsCounted?.seats ?? 0) + 1,
    });
  }
  return [...byCode.values()].toSorted(byWeight);
};
