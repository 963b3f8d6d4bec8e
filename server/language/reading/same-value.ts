/** When two values say the same, and when one contradicts the other. */
import { round } from './time-values.ts';
import type { Value } from './value.ts';

const DAY_MINUTES = 24 * 60;
/** Figures nearer than half a cent are the same sum. */
const CENT = 0.005;
/** Shares need a finer limit than money: 0.1% and 0.3% differ by less than `CENT`. */
const SHARE = 0.00005;

/** Whether two values say the same. A bare number equals any value with that number. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return (a.kind === 'number' || b.kind === 'number') && plainFigure(a) === plainFigure(b);
  if (a.kind === 'date') return sameDate(a.is, b.is);
  if (a.kind === 'clock')
    return a.is % DAY_MINUTES === b.is % DAY_MINUTES || ((a.loose || b.loose) && Math.abs(a.is - b.is) === 12 * 60);
  if (a.kind === 'measure' && a.unit !== b.unit) return false;
  return Math.abs(a.is - b.is) < (a.kind === 'percent' ? SHARE : CENT);
}

/** A name that is equal for values equal in all that `sameValue` compares. */
export function nameOf({ kind, is, unit, loose, factor }: Value): string {
  return `${kind} ${is} ${unit} ${loose} ${factor ?? 1}`;
}

/** The values, each once: of many wordings with one figure the first speaks for all. */
export function distinct(values: readonly Value[]): Value[] {
  const found = new Map<string, Value>();
  for (const value of values) if (!found.has(nameOf(value))) found.set(nameOf(value), value);
  return [...found.values()];
}

/** Whether two values are of one kind and differ, so that one contradicts the other. */
export function rivals(a: Value, b: Value): boolean {
  if (a.kind !== b.kind || a.kind === 'number' || sameValue(a, b)) return false;
  // 明天 may be the 25th: without the story's date the two can't be compared.
  if (a.kind === 'date') return a.is >= 99 && a.is <= 250 ? b.is >= 99 && b.is <= 250 : b.is < 99 || b.is > 250;
  if (a.kind === 'measure' && a.unit !== b.unit) return false;
  // A figure within the other's range, or a range around it, is no contradiction.
  return a.is < b.low - CENT || b.is < a.low - CENT;
}

/** The plain figure as it was said: 7 of 7天. */
function plainFigure(value: Value): number {
  if (value.kind === 'date') return value.is > 1000 ? value.is % 1000 : value.is;
  return value.kind === 'percent' ? value.is : round(value.is / (value.factor ?? 1));
}

function sameDate(a: number, b: number): boolean {
  if (a > 1000 && b > 1000) return a === b;
  if (a > 1000) return a % 1000 === b;
  if (b > 1000) return b % 1000 === a;
  return a === b;
}
