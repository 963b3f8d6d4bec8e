import type { Reading, StatedValue } from './clause.ts';

const VALUES_BY_CLAUSE = new WeakMap<Reading, readonly (readonly StatedValue[])[]>();
const NONE: readonly StatedValue[] = [];

/** The values of one clause. Sorted by clause once a reading: a search for each clause would make a flood of values quadratic. */
export const valuesOfClause = (reading: Reading, clauseIndex: number): readonly StatedValue[] => {
  let valuesByClause = VALUES_BY_CLAUSE.get(reading);
  if (!valuesByClause) {
    const collected: StatedValue[][] = [];
    for (const value of reading.values) {
      const clauseValues = collected[value.clauseIndex] ?? [];
      clauseValues.push(value);
      collected[value.clauseIndex] = clauseValues;
    }
    valuesByClause = collected;
    VALUES_BY_CLAUSE.set(reading, valuesByClause);
  }
  return valuesByClause[clauseIndex] ?? NONE;
};
