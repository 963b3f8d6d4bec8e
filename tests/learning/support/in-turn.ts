/**
 * Which trainees a property is tried with in a case, and which cases. All properties with all trainees in all cases took
 * half of the processor time of `npm test`; so each property of a case takes some of them, the next case and the next
 * property the next ones, and every property meets every trainee in some case. `npm test -- sweep` takes all.
 */
import { sweepsAll } from '#tests/support/sweep.ts';
import { CASES } from './play.ts';

/**
 * `share` of `all`, from one that goes on by one from case to case and from property to property; where only one case of
 * `every` has its turn, from one of these to the next.
 */
export const inTurn = <T>(all: readonly T[], id: string, property: number, share = 1, every = 1): readonly T[] => {
  if (sweepsAll) return all;
  const from = Math.floor(CASES.indexOf(id) / every) + property;
  return all.filter((_, i) => (i + all.length - (from % all.length)) % all.length < share);
};

/** Whether it is this case's turn in a property that one case of `every` is tried with. */
export const isTurnOf = (id: string, property: number, every: number): boolean =>
  sweepsAll || (CASES.indexOf(id) + property) % every === 0;
