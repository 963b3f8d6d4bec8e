/** How far two inspectors agree (RULES I3): counts of equal levels, Cohen's kappa, and the mean difference in marks. */
import type { Agreement, Level } from '#contract/practice/inspections.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';

/** One marking as figures need it. `lines`: a level for every line that was judged; a crossed red line is `none`. */
export type Marks = {
  lines: ReadonlyMap<string, Level>;
  /** Codes of the faults seen, with the transcript they were seen in. */
  faults: ReadonlySet<string>;
};

/** Percent of a line's marks that a level stands for. */
export const PERCENT_OF: Readonly<Record<Exclude<Level, 'na'>, number>> = { full: 100, part: 50, none: 0 };
/** The line of the red lines; it has no marks of its own. */
export const RED_LINE = 'red-line';

/** Of lines that both have. The order of the lines changes nothing; swapped markings swap only whose faults are whose. */
export const agreementOf = (first: Marks, second: Marks): Agreement => {
  const pairs = [...first.lines].flatMap(([line, level]): Pair[] => {
    const other = second.lines.get(line);
    return other === undefined ? [] : [{ line, levels: [level, other] }];
  });
  const differences = pairs.flatMap(({ line, levels: [a, b] }) =>
    a === 'na' || b === 'na' || isRedLine(line) ? [] : [Math.abs(PERCENT_OF[a] - PERCENT_OF[b])],
  );
  const both = [...first.faults].filter((fault) => second.faults.has(fault)).length;
  const agreed = pairs.filter(({ levels: [a, b] }) => a === b).length;
  return {
    ...{ lines: pairs.length, agreed, kappa: kappaOf(pairs.map(({ levels }) => levels)) },
    difference: differences.length === 0 ? null : toTenth(sum(differences) / differences.length),
    compared: differences.length,
    ...{ both, onlyFirst: first.faults.size - both, onlySecond: second.faults.size - both },
  };
};

/** Several markings of a person as one: lines and faults under their transcript's id. */
export const joinedMarks = (marks: readonly { id: string; marks: Marks }[]): Marks => {
  return {
    lines: new Map(
      marks.flatMap(({ id, marks: one }) => [...one.lines].map(([line, level]) => [`${id} ${line}`, level])),
    ),
    faults: new Set(marks.flatMap(({ id, marks: one }) => [...one.faults].map((fault) => `${id} ${fault}`))),
  };
};

type Pair = { line: string; levels: readonly [Level, Level] };

const isRedLine = (line: string): boolean => line === RED_LINE || line.endsWith(` ${RED_LINE}`);

/**
 * Cohen's kappa, (observed − by chance) ÷ (1 − by chance), rounded to hundredths. By chance is what two people would
 * have in common who give each level as often as these did, without looking. Who both give one level throughout agree
 * by chance alone; they do agree, so that is 1. Null without lines.
 */
export const kappaOf = (pairs: readonly (readonly [Level, Level])[]): number | null => {
  if (pairs.length === 0) return null;
  const share = (side: 0 | 1, level: Level): number =>
    pairs.filter((pair) => pair[side] === level).length / pairs.length;
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  if (observed === 1) return 1;
  const chance = sum(LEVELS.map((level) => share(0, level) * share(1, level)));
  // Below 1: where every line had one level on both sides, all would be equal.
  return Math.round(((observed - chance) / (1 - chance)) * 100) / 100 + 0;
};
const LEVELS: readonly Level[] = ['full', 'part', 'none', 'na'];
