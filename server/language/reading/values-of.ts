import type { Reading, Stated } from './clause.ts';

const BY_CLAUSE = new WeakMap<Reading, readonly (readonly Stated[])[]>();
const NONE: readonly Stated[] = [];

/** The values of one clause. Sorted by clause once a reading: a search for each clause would make a flood of values quadratic. */
export function valuesOf(reading: Reading, clause: number): readonly Stated[] {
  let lists = BY_CLAUSE.get(reading);
  if (!lists) {
    const made: Stated[][] = [];
    for (const value of reading.values) {
      const own = made[value.clause] ?? [];
      own.push(value);
      made[value.clause] = own;
    }
    lists = made;
    BY_CLAUSE.set(reading, lists);
  }
  return lists[clause] ?? NONE;
}
