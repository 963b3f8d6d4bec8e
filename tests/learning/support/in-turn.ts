/**
 * Which trainees a property is tried with in a case. All properties with all trainees took seven minutes of processor
 * time; so each property of a case takes some of them, the next case and the next property the next ones, and every
 * property meets every trainee in some case. `npm test -- sweep` takes all.
 */
import { sweepsAll } from '#tests/support/sweep.ts';
import { CASES } from './play.ts';

/** `share` of `all`, from one that goes on by one from case to case and from property to property. */
export function inTurn<T>(all: readonly T[], id: string, property: number, share = 1): readonly T[] {
  if (sweepsAll) return all;
  const from = CASES.indexOf(id) + property;
  return all.filter((_, i) => (i + all.length - (from % all.length)) % all.length < share);
}
